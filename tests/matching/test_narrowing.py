"""What SQL leaves out is what the rules refuse: never more."""

from dataclasses import asdict, replace
from datetime import timedelta
from decimal import Decimal
from io import StringIO
from random import Random

import pytest
from django.core.management import call_command
from django.utils import timezone
from hypothesis import HealthCheck, given, settings

from emile.core.context import database_context, system
from matching.jobs import rebuild_reach
from matching.models import MeasuredAnswers, Reach
from matching.reference.distance import estimate
from matching.selectors.market import market_for
from matching.selectors.misses import FRESH, leftovers_of
from matching.selectors.offers import (
    SKILLED,
    homes_of,
    jobs_of,
    matchable,
    wanted_on,
    welcoming_territories,
)
from matching.selectors.roads import roads_between
from matching.verdict import score
from matching.verdict.facts import Adult, Pair
from matching.verdict.predicates import findings, is_feasible
from matching.verdict.ranking import Market
from operators.enums import OrganisationKind
from operators.models import Organisation
from territories.enums import (
    ContractKind,
    LanguageLevel,
    OfferKind,
    OfferStatus,
    Qualification,
    Schedule,
    Typology,
)
from territories.models import (
    Commune,
    CommuneServices,
    FreshnessRule,
    HousingOffer,
    JobOffer,
    Occupation,
    Offer,
    Territory,
    TerritoryNeed,
    TrainingOffer,
)
from tests.factories import make_actor, make_mandate
from tests.matching.households import ROMES, a_case, draws, some_services


pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
SLUGS = ("cantal", "cher", "lozere")
ALL_IS_FINE = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def board():
    """A hundred and eighty offers, drawn once, of those who answer or not, and three needs."""
    draw = Random(7)  # noqa: S311
    territories = [Territory.objects.get(slug=slug) for slug in SLUGS]
    towns = {
        one.pk: list(one.communes.filter(latitude__isnull=False).order_by("pk")[:6])
        for one in territories
    }
    for territory in territories[:2]:
        make_mandate(make_actor(OrganisationKind.HOST, name=territory.name), territory.slug)
    occupations = list(Occupation.objects.filter(code__in=ROMES).order_by("code"))
    providers = [None, *(a_provider(answered) for answered in (None, 0, 6, 10))]
    with database_context(system("test")):
        for territory, occupation in zip(territories, occupations, strict=False):
            TerritoryNeed.objects.create(
                territory=territory, occupation=occupation, since=TODAY, confirmed_on=TODAY
            )
        for number in range(180):
            kind = [OfferKind.HOME, OfferKind.JOB, OfferKind.TRAINING][number % 3]
            territory = draw.choice(territories)
            offer = Offer.objects.create(
                kind=kind,
                territory=territory,
                commune=draw.choice(towns[territory.pk]),
                provider=draw.choice(providers),
                provider_name="Exemple",
                available_from=TODAY + timedelta(days=draw.choice([-10, 0, 20, 40, 100, 250])),
                status=draw.choice([*[OfferStatus.AVAILABLE] * 4, OfferStatus.PAUSED]),
                published_on=TODAY,
                confirmed_on=TODAY - timedelta(days=draw.choice([0, 10, 40])),
            )
            terms_of(draw, offer, occupations).save(force_insert=True)
        CommuneServices.objects.bulk_create(
            CommuneServices(commune=town, confirmed_on=TODAY, **asdict(some_services(draw)))
            for there in towns.values()
            for town in there[:-1]
        )
    return {number: one.pk for number, one in enumerate(territories, 1)}


def a_provider(answered):
    """Who answered so often out of ten; None is not measured."""
    organisation = Organisation.objects.create(name=f"Répond {answered}", kinds=["landlord"])
    if answered is not None:
        MeasuredAnswers.objects.create(
            organisation=organisation, asked=10, answered=answered, measured_on=TODAY
        )
    return organisation


def terms_of(draw, offer, occupations):
    if offer.kind == OfferKind.HOME:
        return HousingOffer(
            offer=offer,
            typology=draw.choice(Typology.values),
            rent=Decimal(draw.randint(250, 900)),
            charges=draw.choice([None, Decimal(60)]),
            floor=draw.choice([None, 0, 2]),
            has_lift=draw.choice([True, False, None]),
            is_accessible=draw.choice([True, False, None]),
        )
    skilled = {
        "offer": offer,
        "occupation": draw.choice(occupations),
        "qualification": draw.choice(["", *Qualification.values]),
        "language": draw.choice(["", *LanguageLevel.values]),
    }
    if offer.kind == OfferKind.TRAINING:
        return TrainingOffer(**skilled)
    return JobOffer(
        **skilled,
        contract=ContractKind.PERMANENT,
        licence=draw.choice(["", "", "B", "C"]),
        schedule=draw.choice(["", Schedule.DAY, Schedule.NIGHT]),
        monthly_pay=draw.choice([None, Decimal(1400)]),
    )


def of_the_board(case, board):
    """Drawn territories are those of the board."""
    keys = {one: board[one] for one in (1, 2, 3)}
    return replace(
        case,
        today=TODAY,
        wishes=tuple(keys[one] for one in case.wishes),
        refused=frozenset(keys[one] for one in case.refused),
        waiting=frozenset(keys[one] for one in case.waiting),
    )


def rule():
    return FreshnessRule.in_force(TODAY)


def market_of(case, welcoming):
    wanted = wanted_on(TODAY, rule())
    return market_for(matchable(TODAY, rule()), case, welcoming, wanted, score.USUAL)


def everything(case, welcoming):
    offers, wanted = matchable(TODAY, rule()), wanted_on(TODAY, rule())
    homes = homes_of(offers, TODAY, welcoming)
    jobs = [job for kind in SKILLED for job in jobs_of(offers, TODAY, welcoming, kind, wanted)]
    communes = {one.commune for one in (*homes, *jobs)}
    return homes, jobs, roads_between(communes, communes)


@ALL_IS_FINE
@given(draw=draws)
def test_the_narrowed_market_finds_what_the_whole_one_finds(board, draw):
    case, welcoming = of_the_board(a_case(draw), board), welcoming_territories(TODAY)

    narrow = market_of(case, welcoming)
    whole = Market(case, *everything(case, welcoming), score.USUAL)

    let_through = {home.key for home in narrow.homes}
    suiting = {home.key for home in whole.homes if is_feasible(Pair(case, Adult(), home=home))}
    assert suiting <= let_through
    doing = {
        job.key
        for job in whole.jobs
        for adult in case.adults
        if is_feasible(Pair(case, adult, job=job))
    }
    assert doing <= {job.key for job in narrow.jobs}
    assert [one.order for one in narrow.best(10)] == [one.order for one in whole.best(10)]


@ALL_IS_FINE
@given(draw=draws)
def test_classes_are_counted_as_the_rules_judge_each_offer(board, draw):
    case, welcoming = of_the_board(a_case(draw, adults=1), board), welcoming_territories(TODAY)
    left = leftovers_of(case, welcoming, rule())
    homes, jobs, _ = everything(case, welcoming)

    def suiting(classes):
        return sum(
            one.count
            for one in classes
            if one.state == FRESH and any(not refused for refused in left._refusals(one).values())
        )

    (adult,) = case.adults
    assert suiting(left.homes) == sum(
        one.alike for one in homes if is_feasible(Pair(case, adult, home=one))
    )
    blind = {"F7"}
    assert suiting(left.jobs) == sum(
        one.alike
        for one in jobs
        if not [
            finding
            for finding in findings(Pair(case, replace(adult, qualification=""), job=one))
            if finding.is_no and finding.code not in blind
        ]
    )


@ALL_IS_FINE
@given(draw=draws)
def test_what_one_change_would_add_is_what_it_adds(board, draw):
    case, welcoming = of_the_board(a_case(draw), board), welcoming_territories(TODAY)
    # Classes of jobs are blind to diplomas.
    case = replace(case, adults=tuple(replace(one, qualification="") for one in case.adults))
    market = market_of(case, welcoming)
    homes, jobs, _ = everything(case, welcoming)

    for miss in leftovers_of(case, welcoming, rule()).misses(market):
        if miss.cure.kind in {"project", "car"}:
            continue
        cured, _ = whole(miss.cure, case).applied_to(case, case.adults[miss.adult or 0])
        assert miss.homes <= suiting_homes(cured, homes) - suiting_homes(case, homes)
        assert miss.jobs <= suiting_jobs(cured, jobs) - suiting_jobs(case, jobs)
        if miss.cure.kind == "rent":
            assert miss.homes == suiting_homes(cured, homes) - suiting_homes(case, homes)


def whole(cure, case):
    """A rent is told by how much more it is."""
    return replace(cure, value=case.highest_rent + cure.value) if cure.kind == "rent" else cure


def suiting_homes(case, homes):
    return sum(one.alike for one in homes if is_feasible(Pair(case, Adult(), home=one)))


def suiting_jobs(case, jobs):
    return sum(
        one.alike
        for one in jobs
        if any(is_feasible(Pair(case, adult, job=one)) for adult in case.adults)
    )


# Distances


def test_the_table_of_distances_is_symmetric_and_says_what_the_formula_says():
    cantal = Territory.objects.get(slug="cantal")
    others = Territory.objects.exclude(pk=cantal.pk)
    for territory in others:
        territory.communes.clear()

    call_command("rebuild_reach", stdout=StringIO())
    # Made again, it is the same.
    assert rebuild_reach() == Reach.objects.count()

    ways = {
        (one.origin_id, one.destination_id): (one.km, one.minutes) for one in Reach.objects.all()
    }
    assert all(ways[destination, origin] == told for (origin, destination), told in ways.items())
    places = {
        one.pk: (one.latitude, one.longitude)
        for one in cantal.communes.filter(latitude__isnull=False)
    }
    for origin in sorted(places)[:5]:
        for destination in sorted(places):
            road = None if origin == destination else estimate(places[origin], places[destination])
            assert ways.get((origin, destination)) == (road and (road.km, road.minutes))


def test_a_commune_that_the_table_does_not_know_yet_is_measured_at_once():
    aurillac, murat = (Commune.objects.get(code=code).pk for code in ("15014", "15138"))
    ytrac = Commune.objects.get(code="15267").pk

    roads = roads_between({aurillac}, {ytrac, murat})

    assert roads[aurillac, ytrac].minutes < 20
    assert (aurillac, murat) not in roads or roads[aurillac, murat].minutes <= 45
