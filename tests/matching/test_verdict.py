"""The fourteen predicates and the score, on drawn households and offers."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings

from matching.verdict import facts, score
from matching.verdict.facts import Adult, Home, Job, Pair, Road, Services
from matching.verdict.predicates import (
    PREDICATES,
    Severity,
    State,
    findings,
    is_feasible,
)
from matching.verdict.rent import highest_aid
from territories.enums import DrivingLicence, LanguageLevel, Qualification, Schedule, Typology
from tests.matching.households import TODAY, a_case, a_home, a_job, a_road, draws


COOK = Adult(
    projects=frozenset({"G1602"}),
    language="B1",
    licences=frozenset({"B"}),
    has_vehicle=True,
)
HOME = Home(
    1, 1, 11, TODAY, rooms=2, rent=Decimal(400), charges=Decimal(40), floor=0, has_lift=False
)
JOB = Job(
    2, 1, 11, TODAY, rome="G1602", qualification="none", language="A2", schedule="day",
    pay=Decimal(1500),
)  # fmt: skip
CASE = facts.Case(
    TODAY, 1, (COOK,), 2, 3, needs_access=False, highest_rent=Decimal(500), wishes=(1, 2)
)
PAIR = Pair(CASE, COOK, HOME, JOB, Road(8, 10))
EVERYTHING = Services(*[True] * 6)
# What no household can change: the offer would have to be another one.
OTHER_OFFER = {
    "F3": lambda pair: replace(pair, home=replace(pair.home, is_accessible=True)),
    "F4": lambda pair: replace(pair, home=replace(pair.home, rent=Decimal(9), charges=None)),
    "F5": lambda pair: replace(pair, home=replace(pair.home, available_from=TODAY)),
    "F10": lambda pair: replace(
        pair,
        home=replace(pair.home, available_from=TODAY),
        job=replace(pair.job, available_from=TODAY),
    ),
    "F11": lambda pair: replace(pair, road=facts.HERE),
    "F12": lambda pair: replace(pair, home=replace(pair.home, services=EVERYTHING)),
    "F13": lambda pair: replace(pair, job=replace(pair.job, territory=pair.home.territory)),
}


def of(pair, code):
    (found,) = (one for one in findings(pair) if one.code == code)
    return found


def a_pair(draw):
    case = a_case(draw)
    return Pair(case, draw.choice(case.adults), a_home(draw), a_job(draw), a_road(draw))


pairs = draws.map(a_pair)


def test_what_suits_in_every_way_is_said_so_fourteen_times():
    found = findings(PAIR)

    assert [one.code for one in found] == [f"F{number}" for number in range(1, 15)]
    assert {one.state for one in found} == {State.YES}


def test_the_words_of_the_rules_are_those_of_the_offers():
    assert tuple(LanguageLevel.values) == facts.LANGUAGES
    assert tuple(Qualification.values) == facts.QUALIFICATIONS
    assert facts.DAYTIME == Schedule.DAY
    assert facts.CAR_LICENCE == DrivingLicence.B
    assert len(Typology) == facts.LARGEST_ROOMS


def test_only_the_licence_asked_for_the_job_is_a_matter_of_law():
    legal = [one.code for one in PREDICATES if one.severity is Severity.LEGAL]

    assert legal == ["F8"]


@settings(max_examples=500)
@given(pairs)
def test_curing_what_is_reported_leaves_nothing_but_what_else_was_reported(pair):
    """So that a pair which one predicate alone refuses becomes feasible."""
    refused = {one.code for one in findings(pair) if one.is_no}

    for one in findings(pair):
        if one.is_no:
            left = {other.code for other in findings(cured(pair, one)) if other.is_no}
            assert left <= refused - {one.code}


def cured(pair, finding):
    if finding.cure:
        case, adult = finding.cure.applied_to(pair.case, pair.adult)
        return replace(pair, case=case, adult=adult)
    if finding.code == "F14":
        case = replace(pair.case, waiting=frozenset())
        return replace(pair, case=case, home=replace(pair.home, is_welcomed=True))
    return OTHER_OFFER[finding.code](pair)


@settings(max_examples=500)
@given(pairs)
def test_what_is_refused_alone_is_refused_together(pair):
    """A home or a job that is left out by itself would have been left out of any bundle."""
    alone = [replace(pair, job=None, road=None), replace(pair, home=None, road=None)]
    together = {one.code for one in findings(pair) if one.is_no}

    for part in alone:
        refused = {one.code for one in findings(part) if one.is_no}
        if pair.home.territory == pair.job.territory:
            assert refused <= together


@settings(max_examples=500)
@given(pairs)
def test_each_answer_is_a_french_sentence(pair):
    for one in findings(pair):
        assert one.sentence.endswith(".")
        assert one.sentence[0].isupper() or one.sentence[0].isdigit()
        assert (one.cure is None) or one.is_no


def test_what_is_unknown_never_counts_as_yes_and_earns_nothing():
    nobody, mystery = Adult(), Job(2, 1, 11, TODAY, rome="G1602")
    case = facts.Case(TODAY, 1, (nobody,), 1, 2)
    pair = Pair(case, nobody, Home(1, 1, 11, TODAY), mystery, Road(8, 10))

    states = {one.code: one.state for one in findings(pair)}

    assert is_feasible(pair)
    unknown = {code for code, state in states.items() if state is State.UNKNOWN}
    assert unknown == {"F1", "F3", "F4", "F6", "F7", "F9", "F10", "F11"}
    # No licence is asked for: that is known.
    assert [term.name for term in score.of_job(nobody, mystery, score.USUAL)] == ["licence"]
    assert list(score.of_both(pair.home, mystery, score.USUAL)) == []


@pytest.mark.parametrize(
    ("code", "change", "state", "said"),
    [
        ("F1", {"case": {"refused": frozenset({1}), "wishes": ()}}, "NO", "«\u00a0pas là\u00a0»"),
        ("F1", {"case": {"wishes": (2,)}}, "NO", "n’est pas parmi ceux"),
        ("F1", {"case": {"wishes": (2, 1)}}, "YES", "2e souhait"),
        ("F2", {"home": {"rooms": 1}}, "NO", "trop petit"),
        ("F2", {"home": {"rooms": 4}}, "NO", "trop grand"),
        ("F3", {"case": {"needs_access": True}, "home": {"floor": 2}}, "NO", "escaliers"),
        ("F3", {"case": {"needs_access": True}, "home": {"floor": 2, "has_lift": None}}, "UNKNOWN", "à demander"),
        ("F4", {"case": {"highest_rent": Decimal(400)}}, "NO", "40\u00a0€ de plus"),
        ("F4", {"home": {"charges": None}}, "UNKNOWN", "sans les charges"),
        ("F4", {"job": {"pay": Decimal(1000)}}, "UNKNOWN", "estimation"),
        ("F4", {"job": {"pay": Decimal(300)}}, "NO", "même avec l’aide la plus forte"),
        ("F4", {"case": {"highest_rent": None}}, "YES", "30\u00a0% du salaire"),
        ("F4", {"job": {"pay": Decimal(1223)}}, "UNKNOWN", "36\u00a0% du salaire"),
        ("F5", {"home": {"available_from": TODAY + timedelta(days=20)}}, "YES", "hébergement"),
        ("F5", {"home": {"available_from": TODAY + timedelta(days=31)}}, "NO", "31 jours après"),
        ("F6", {"job": {"rome": "G1605"}}, "YES", "même domaine"),
        ("F6", {"job": {"rome": "N4101"}}, "NO", "loin du projet"),
        ("F7", {"job": {"qualification": "level_3"}}, "UNKNOWN", "n’est pas noté"),
        ("F7", {"job": {"qualification": ""}}, "UNKNOWN", "à demander"),
        ("F8", {"job": {"licence": "C"}}, "NO", "permis C"),
        ("F8", {"job": {"licence": "B"}}, "YES", "permis B"),
        ("F9", {"job": {"language": "B2"}}, "YES", "il manque un niveau"),
        ("F9", {"job": {"language": "C1"}}, "NO", "C1 est attendu"),
        ("F10", {"job": {"available_from": TODAY + timedelta(days=181)}}, "NO", "six mois"),
        ("F10", {"job": {"schedule": "night"}, "case": {"child_ages": (4,)}}, "UNKNOWN", "garde les enfants"),
        ("F10", {"job": {"schedule": "night"}, "case": {"child_ages": (15,)}}, "YES", "décalés"),
        ("F11", {"road": Road(40, 46)}, "NO", "Plus de 45 minutes"),
        ("F11", {"road": facts.HERE}, "YES", "même commune"),
        ("F12", {"case": {"child_ages": (4,)}}, "UNKNOWN", "mairie"),
        ("F13", {"job": {"territory": 2}}, "NO", "deux territoires"),
        ("F14", {"case": {"waiting": frozenset({1})}}, "NO", "attend déjà"),
        ("F14", {"home": {"is_welcomed": False}}, "NO", "Aucun opérateur"),
    ],
)  # fmt: skip
def test_a_predicate_says_what_it_sees(code, change, state, said):
    pair = PAIR
    for part, fields in change.items():
        value = fields if part == "road" else replace(getattr(pair, part), **fields)
        pair = replace(pair, **{part: value})

    found = of(pair, code)

    assert (found.state, said in found.sentence) == (State[state], True), found.sentence


@pytest.mark.parametrize(
    ("adult", "schedule", "km", "state"),
    [
        (Adult(licences=frozenset()), "day", 4, "YES"),
        (Adult(licences=frozenset()), "day", 15, "UNKNOWN"),
        (Adult(licences=frozenset()), "day", 25, "NO"),
        (Adult(licences=frozenset()), "night", 15, "NO"),
        (Adult(licences=frozenset({"B"}), has_vehicle=False), "day", 25, "NO"),
        (Adult(licences=frozenset({"B"})), "night", 25, "UNKNOWN"),
        (Adult(licences=frozenset({"B"}), has_vehicle=True), "night", 25, "YES"),
        (Adult(), "night", 4, "YES"),
    ],
)
def test_the_way_to_work_depends_on_the_car_and_on_the_hours(adult, schedule, km, state):
    job = replace(JOB, schedule=schedule)
    pair = Pair(CASE, adult, HOME, job, Road(km, km * 6 // 5))

    assert of(pair, "F11").state is State[state]


def test_the_highest_aid_grows_with_the_household():
    ceilings = [highest_aid(people) for people in range(1, 8)]

    assert ceilings == sorted(ceilings)
    assert ceilings[0] == Decimal("260.82") * Decimal("1.15")
