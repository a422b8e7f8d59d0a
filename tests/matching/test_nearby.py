"""What is near a home, against what the children of a household need: every age, every answer."""

from dataclasses import fields, replace
from itertools import product

import pytest

from matching.verdict import score
from matching.verdict.facts import Adult, Case, Home, Pair, Services
from matching.verdict.nearby import NOUNS
from matching.verdict.predicates import State, findings
from territories.enums import Service
from tests.matching.households import TODAY


NAMES = [one.name for one in fields(Services)]
HOME = Home(1, 1, 11, TODAY, rooms=2)
NEEDED = {
    "childcare": range(3),
    "nursery_school": range(3, 6),
    "primary_school": range(6, 11),
    "middle_school": range(11, 15),
    "high_school": range(15, 18),
}
STATES = {True: State.YES, False: State.NO, None: State.UNKNOWN}
AGES = [(service, age) for service, ages in NEEDED.items() for age in ages]


def a_family(*ages, adults=1):
    return Case(TODAY, len(ages) + adults, (Adult(),) * adults, 1, 2, child_ages=ages)


def judged(case, **services):
    home = replace(HOME, services=Services(**services))
    (found,) = (one for one in findings(Pair(case, Adult(), home=home)) if one.code == "F12")
    return found


def earned(case, **services):
    home = replace(HOME, services=Services(**services))
    return "services" in {term.name for term in score.of_home(case, home, score.USUAL)}


def test_the_services_of_the_rules_are_those_that_territories_tell():
    assert Service.values == NAMES
    assert {one.value: one.label.lower() for one in Service if one is not Service.DOCTOR} == NOUNS


@pytest.mark.parametrize("answer", [True, False, None])
@pytest.mark.parametrize(("service", "age"), AGES)
def test_at_each_age_one_service_alone_decides(service, age, answer):
    for others in (True, False, None):
        services = {**dict.fromkeys(NAMES, others), service: answer}

        found = judged(a_family(age), **services)

        assert found.state is STATES[answer]
        assert NOUNS[service] in found.sentence
        assert found.cure is None


@pytest.mark.parametrize(("first", "second"), list(product([True, False, None], repeat=2)))
def test_of_two_children_a_no_weighs_more_than_an_unknown_and_an_unknown_than_a_yes(first, second):
    found = judged(a_family(12, 8), primary_school=first, middle_school=second)

    answers = {first, second}
    expected = False if False in answers else None if None in answers else True
    assert found.state is STATES[expected]
    # Only what decides is told.
    assert ("élémentaire" in found.sentence) == (first is expected)
    assert ("collège" in found.sentence) == (second is expected)


@pytest.mark.parametrize(
    ("ages", "services", "sentence"),
    [
        ((), {}, "Pas d’école ni de garde à trouver."),
        ((18,), {}, "Pas d’école ni de garde à trouver."),
        (
            (9, 7, 7),
            {"primary_school": True},
            "À moins de 15 minutes du logement\u00a0: école élémentaire (7\u00a0ans, 9\u00a0ans).",
        ),
        (
            (0, 16),
            {"childcare": True, "high_school": False},
            "À plus de 15 minutes du logement\u00a0: lycée (16\u00a0ans).",
        ),
        (
            (0, 1, 4),
            {"nursery_school": True},
            "À demander à la mairie\u00a0: garde d’enfants (moins d’un an, 1\u00a0an).",
        ),
        (
            (None, 12),
            {},
            "À demander à la mairie\u00a0: collège (12\u00a0ans). "
            "Âge d’un enfant à demander\u00a0: son école en dépend.",
        ),
    ],
)
def test_the_sentence_says_which_and_for_what_age(ages, services, sentence):
    assert judged(a_family(*ages), **services).sentence == sentence


def test_a_child_whose_age_is_unknown_is_to_ask_about_even_where_all_is_there():
    everything = dict.fromkeys(NAMES, True)

    assert judged(a_family(None), **everything).is_unknown
    assert not earned(a_family(None), **everything)


def test_of_two_adults_one_may_mind_a_child_who_has_no_school_yet():
    couple = a_family(1, adults=2)

    assert judged(a_family(1), childcare=False).is_no
    found = judged(couple, childcare=False)
    assert found.is_unknown
    assert "Voyez qui garde l’enfant." in found.sentence
    assert judged(a_family(1, 8, adults=2), childcare=False, primary_school=False).is_no


@pytest.mark.parametrize(("service", "age"), AGES)
def test_points_are_earned_where_the_school_and_a_doctor_are_known_to_be(service, age):
    for school, doctor in product([True, False, None], repeat=2):
        case, services = a_family(age), {service: school, "doctor": doctor}

        assert earned(case, **services) == (school is True and doctor is True)


def test_without_children_the_doctor_alone_earns_them():
    assert earned(a_family(), doctor=True)
    assert not earned(a_family(), **{**dict.fromkeys(NAMES, True), "doctor": None})
