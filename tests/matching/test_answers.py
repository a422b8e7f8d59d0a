"""What is known of a territory beyond its offers: who answers when asked, and what it looks for."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from emile.core.context import database_context, system
from matching.jobs import rebuild_answers
from matching.models import MeasuredAnswers
from matching.selectors.offers import (
    SKILLED,
    homes_of,
    jobs_of,
    matchable,
    members_of,
    wanted_on,
    welcoming_territories,
)
from matching.selectors.position import position_page
from matching.selectors.words import MEASURED
from matching.services import answers
from matching.verdict.score import RULES
from operators.enums import OrganisationKind
from operators.models import Organisation
from territories.enums import OfferKind, Typology
from territories.models import FreshnessRule, Occupation, Offer
from territories.models.offer import ASK
from territories.services.answers import BY_CLOCK, BY_LINK
from territories.services.expected import move_expected
from tests.factories import by_itself, make_home, make_job, make_mandate, make_need, make_training
from tests.matching.conftest import job_terms


pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
LANDLORD, EMPLOYER = OrganisationKind.LANDLORD, OrganisationKind.EMPLOYER


def a_provider(kind, name="Exemples et compagnie"):
    return Organisation.objects.create(name=name, kinds=[kind])


def measure(organisation, answered, asked=10):
    MeasuredAnswers.objects.create(
        organisation=organisation, asked=asked, answered=answered, measured_on=TODAY
    )
    return organisation


def come_from(organisation, offer):
    with database_context(system("test")):
        Offer.objects.filter(pk=offer.pk).update(provider=organisation)


@pytest.fixture
def asked(host):
    """A home of an organisation about which it was asked a month ago, and perhaps answered."""

    def ask(organisation, *, answers=False):
        offer = make_home(host, on=TODAY - timedelta(days=54), provider=organisation)
        by_itself(BY_CLOCK, offer, ASK, 30)
        if answers:
            by_itself(BY_LINK, offer, "confirm_by_link", 28)

    return ask


@pytest.fixture
def terms_of(parcours, upstream, read):
    """By name, what the first bundle of the household earns."""

    def find():
        with database_context(upstream.database_context):
            page = position_page(read(parcours, TODAY), TODAY, how_many=1, asked=None)
        return {term.name: term.points for term in page.cards[0].bundle.terms}

    return find


# What is measured


def test_the_table_says_what_the_journal_says_and_made_again_it_is_the_same(asked):
    landlord, other = a_provider(LANDLORD), a_provider(LANDLORD, "Autre bailleur")
    for is_answered in (True, True, False):
        asked(landlord, answers=is_answered)
    for _ in range(2):
        asked(other)
    told = StringIO()

    call_command("rebuild_answers", stdout=told)
    made = list(MeasuredAnswers.objects.values())
    assert rebuild_answers() == 1

    assert told.getvalue() == "1 organisation mesurée.\n"
    assert made == list(MeasuredAnswers.objects.values())
    assert made == [
        {
            "organisation_id": landlord.pk,
            "asked": 3,
            "answered": 2,
            "tenths": 7,
            "measured_on": TODAY,
        }
    ]


def test_whoever_was_asked_too_long_ago_is_not_measured_any_more(asked):
    landlord = a_provider(LANDLORD)
    for _ in range(3):
        asked(landlord)
    answers.rebuild_answers(today=TODAY)

    assert answers.rebuild_answers(today=TODAY + timedelta(days=366)) == 0

    assert not MeasuredAnswers.objects.exists()


@pytest.mark.parametrize(
    ("answered", "asked", "tenths"),
    [(0, 3, 0), (1, 3, 3), (2, 3, 7), (3, 3, 10), (1, 20, 1), (1, 21, 0), (19, 20, 10)],
)
def test_a_rate_is_kept_to_the_nearest_tenth(answered, asked, tenths):
    measure(a_provider(LANDLORD), answered, asked)

    assert MeasuredAnswers.objects.get().tenths == tenths


@pytest.mark.parametrize(("answered", "asked"), [(4, 3), (-1, 3)])
def test_nobody_answers_more_than_was_asked(answered, asked):
    with pytest.raises(IntegrityError), transaction.atomic():
        measure(a_provider(LANDLORD), answered, asked)


# What it earns


@pytest.mark.parametrize(
    ("answered", "points"),
    [(0, {"employer_answers": 0, "landlord_answers": 0}),
     (5, {"employer_answers": 30, "landlord_answers": 15}),
     (7, {"employer_answers": 42, "landlord_answers": 21}),
     (10, {"employer_answers": 60, "landlord_answers": 30})],
)  # fmt: skip
def test_a_rate_earns_as_many_tenths_of_the_points(terms_of, home, job, answered, points):
    before = terms_of()
    come_from(measure(a_provider(LANDLORD), answered), home)
    come_from(measure(a_provider(EMPLOYER, "Autre"), answered), job)

    assert terms_of() == {**before, **points}


def test_who_was_not_asked_often_enough_earns_nothing_and_nothing_is_told(terms_of, host, asked):
    landlord = a_provider(LANDLORD)
    for _ in range(2):
        asked(landlord, answers=True)
    answers.rebuild_answers(today=TODAY)
    make_home(host, terms={"typology": Typology.T1, "surface": 30}, provider=landlord)
    make_job(host, terms=job_terms())

    assert {"landlord_answers", "employer_answers"}.isdisjoint(terms_of())


def test_whoever_trains_counts_for_nothing(host):
    trainer = measure(a_provider(OrganisationKind.EMPLOYER), 10)
    make_training(host, provider=trainer)
    make_training(host)

    (training,) = offered(OfferKind.TRAINING)

    assert (training.answers, training.alike) == (None, 2)


def test_how_often_they_answer_is_read_beside_the_points(signed_in, upstream, parcours, home, job):
    come_from(measure(a_provider(EMPLOYER), 2, asked=3), job)

    page = signed_in(upstream).get(reverse("matching:position", args=[parcours.public_id])).text

    assert "L’employeur répond environ 7 fois sur\u00a010 quand on l’interroge" in page


def test_what_may_earn_a_part_of_its_points_says_so_and_is_told_with_how_much():
    parts = {name for name, rule in RULES.items() if rule.is_at_most}

    assert parts == set(MEASURED)
    assert parts == {name for name, rule in RULES.items() if rule.label.endswith(", au plus")}


# Classes of offers


def offered(kind):
    rule, welcoming = FreshnessRule.in_force(TODAY), welcoming_territories(TODAY)
    offers = matchable(TODAY, rule)
    if kind == OfferKind.HOME:
        return homes_of(offers, TODAY, welcoming)
    return list(jobs_of(offers, TODAY, welcoming, kind, wanted_on(TODAY, rule)))


def test_offers_alike_but_for_the_tenth_of_who_offers_them_are_told_apart(host):
    rates = {"Deux tiers": (2, 3), "Sept dixièmes": (7, 10), "La moitié": (5, 10)}
    for name, (answered, times) in rates.items():
        make_home(host, provider=measure(a_provider(LANDLORD, name), answered, times))
        make_job(host, provider=measure(a_provider(EMPLOYER, f"{name} bis"), answered, times))
    make_home(host)
    make_home(host, provider=a_provider(LANDLORD, "Jamais interrogé"))

    for kind, unknown in ((OfferKind.HOME, [(None, 2)]), (OfferKind.JOB, [])):
        classes = [(one.answers, one.alike) for one in offered(kind)]
        assert sorted(classes, key=str) == sorted([(7, 2), (5, 1), *unknown], key=str)


def test_the_members_of_a_class_are_those_that_it_counts(host):
    for answered in (3, 4, 9):
        landlord = measure(a_provider(LANDLORD, f"Bailleur {answered}"), answered)
        for _ in range(answered):
            make_home(host, provider=landlord)
        make_job(host, provider=landlord)
        make_training(host, provider=landlord)

    for kind in (OfferKind.HOME, *SKILLED):
        offers = matchable(TODAY, FreshnessRule.in_force(TODAY))
        members = members_of(offers, TODAY, kind)
        assert {one.key: one.alike for one in offered(kind)} == {
            key: len(alike) for key, alike in members.items()
        }


def test_a_board_is_read_in_as_many_queries_whoever_answers(django_assert_num_queries, host):
    for answered in (3, 9):
        landlord = measure(a_provider(LANDLORD, f"Bailleur {answered}"), answered)
        make_home(host, provider=landlord)
        make_job(host, provider=landlord)

    offers = matchable(TODAY, FreshnessRule.in_force(TODAY))
    # These homes, and what is told of their communes.
    with django_assert_num_queries(2):
        assert len(homes_of(offers, TODAY, {})) == 2
    with django_assert_num_queries(1):
        assert len(list(jobs_of(offers, TODAY, {}, OfferKind.JOB))) == 2


# What a territory looks for


def test_the_very_occupation_that_the_territory_looks_for_earns_its_points(
    terms_of, host, home, job
):
    assert "wanted" not in terms_of()

    make_need(host)

    assert terms_of()["wanted"] == 40


def test_a_training_for_that_occupation_earns_them_too(host):
    make_training(host)
    make_need(host, occupation=Occupation.objects.get(code="J1501"))

    (training,) = offered(OfferKind.TRAINING)

    assert training.is_wanted


def retired(host):
    with database_context(host.database_context):
        move_expected(
            actor=host, expected=make_need(host), step="retire", on=TODAY, now=timezone.now()
        )


def a_neighbour(host):
    make_need(host, occupation=Occupation.objects.get(code="G1605"))


def stale(host):
    make_need(host, on=TODAY - timedelta(days=31))


def over(host):
    make_need(host, on=TODAY - timedelta(days=10), until=TODAY - timedelta(days=1))


@pytest.mark.parametrize("write", [retired, a_neighbour, stale, over])
def test_nothing_else_that_it_wrote_earns_any(terms_of, host, home, job, write):
    write(host)

    assert "wanted" not in terms_of()


def test_what_another_territory_looks_for_earns_nothing_here(terms_of, host, home, job):
    make_mandate(host, "cher")
    make_need(host, territory="cher")

    assert "wanted" not in terms_of()
