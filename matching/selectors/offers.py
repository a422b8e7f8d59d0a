"""What is on offer, as the rules read it, narrowed by SQL to what may suit a household.

The narrowing never leaves out what the rules would keep; what it lets through is judged by them.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Case as Choice, Count, F, Min, Q, Value, When
from django.db.models.functions import Coalesce, Greatest

from matching.selectors.nearby import services_in
from matching.verdict.facts import LANGUAGES, UNTOLD, Adult, Case, Home, Job
from matching.verdict.predicates import HORIZON
from operators.enums import OrganisationKind
from territories.enums import OfferKind
from territories.models import FreshnessRule, Mandate, Offer, Territory, TerritoryNeed
from territories.models.offer import OfferQuerySet


WHOLE_RENT = F("home__rent") + Coalesce("home__charges", Decimal(0))
SKILLED = (OfferKind.JOB, OfferKind.TRAINING)
# Of ten times that its provider was asked, how many were answered; null when not measured.
ANSWERS = "provider__measured_answers__tenths"
# What the rules read of offers and of who offers them, besides where and when; whether a training
# organisation answers earns nothing.
TERMS: Mapping[str, tuple[str, ...]] = {
    OfferKind.HOME: (
        *("home__typology", "home__rent", "home__charges"),
        *("home__floor", "home__has_lift", "home__is_accessible", ANSWERS),
    ),
    OfferKind.JOB: (
        *("job__occupation__code", "job__qualification", "job__language"),
        *("job__licence", "job__schedule", "job__monthly_pay", ANSWERS),
    ),
    OfferKind.TRAINING: (
        *("training__occupation__code", "training__qualification", "training__language"),
    ),
}
# An occupation that a territory looks for, by the id of the one and the code of the other.
Wanted = Collection[tuple[int, str]]


def matchable(today: date, rule: FreshnessRule) -> OfferQuerySet:
    """What may be proposed to a household that day: open, confirmed not long ago, and not held.

    The one place that says so.
    """
    return Offer.objects.free_on(today, rule)


def welcoming_territories(today: date) -> dict[int, str]:
    """By id, the names of those where an operator welcomes households."""
    hosts = Mandate.objects.on(today).of_kind(OrganisationKind.HOST)
    welcoming = Territory.objects.taking_part_on(today).filter(
        pk__in=hosts.filter(organisation__is_active=True).values("territory")
    )
    return dict(welcoming.values_list("pk", "name"))


def wanted_on(today: date, rule: FreshnessRule) -> Wanted:
    """What territories look for, open and confirmed not long ago. One query for all of them."""
    needs = TerritoryNeed.objects.fresh_on(today, rule)
    return frozenset(needs.values_list("territory", "occupation__code"))


def homes_for(offers: OfferQuerySet, case: Case, welcoming: Collection[int]) -> list[Home]:
    """Those of ``offers`` that may suit it, those that say the same being one."""
    return homes_of(offers.filter(home_q(case, welcoming)), case.today, welcoming)


def homes_of(offers: OfferQuerySet, today: date, welcoming: Collection[int]) -> list[Home]:
    """Two queries: these homes, and what is told of their communes."""
    rows = list(_classes(offers, today, OfferKind.HOME))
    services = services_in({row["commune_id"] for row in rows})
    return [
        Home(
            **_common(row, welcoming),
            rooms=int(row["home__typology"][1:]),
            rent=row["home__rent"],
            charges=row["home__charges"],
            floor=row["home__floor"],
            has_lift=row["home__has_lift"],
            is_accessible=row["home__is_accessible"],
            services=services.get(row["commune_id"], UNTOLD),
        )
        for row in rows
    ]


def jobs_for(
    offers: OfferQuerySet, case: Case, welcoming: Collection[int], wanted: Wanted
) -> list[Job]:
    """Those of ``offers`` that may suit one adult at least. Two queries."""
    return [
        job
        for kind in SKILLED
        for job in jobs_of(
            offers.filter(job_q(case, welcoming, kind)), case.today, welcoming, kind, wanted
        )
    ]


def jobs_of(
    offers: OfferQuerySet,
    today: date,
    welcoming: Collection[int],
    kind: str,
    wanted: Wanted = frozenset(),
) -> Iterator[Job]:
    """``wanted`` only earns points: whoever asks what is refused may leave it out."""
    for row in _classes(offers, today, kind):
        yield Job(
            **_common(row, welcoming),
            rome=row[f"{kind}__occupation__code"],
            qualification=row[f"{kind}__qualification"],
            language=row[f"{kind}__language"],
            licence=row.get("job__licence", ""),
            schedule=row.get("job__schedule", ""),
            pay=row.get("job__monthly_pay"),
            is_training=kind == OfferKind.TRAINING,
            is_wanted=(row["territory_id"], row[f"{kind}__occupation__code"]) in wanted,
        )


def members_of(offers: OfferQuerySet, today: date, kind: str) -> dict[int, list[int]]:
    """By the key of what ``homes_of`` or ``jobs_of`` makes of them, the offers that say the same."""
    rows = _classes(offers, today, kind).annotate(members=ArrayAgg("pk"))
    return {row["key"]: sorted(row["members"]) for row in rows}


def _classes(offers: OfferQuerySet, today: date, kind: str) -> Any:
    """One row for those that say the same; what began is there now, whenever that was."""
    return (
        offers.of_kind(OfferKind(kind))
        .annotate(start=Greatest("available_from", Value(today)))
        .values("territory_id", "commune_id", "start", *TERMS[kind])
        .annotate(key=Min("pk"), alike=Count("pk"))
        .order_by()
    )


def _common(row: dict[str, Any], welcoming: Collection[int]) -> dict[str, Any]:
    return {
        "key": row["key"],
        "territory": row["territory_id"],
        "commune": row["commune_id"],
        "available_from": row["start"],
        "is_welcomed": row["territory_id"] in welcoming,
        "alike": row["alike"],
        "answers": row.get(ANSWERS),
    }


# What the rules would refuse, said in SQL


def home_q(case: Case, welcoming: Collection[int]) -> Q:
    sizes = [f"T{rooms}" for rooms in range(case.least_rooms, case.most_rooms + 1)]
    suits = _territory_q(case, welcoming) & Q(home__typology__in=sizes)
    if case.highest_rent is not None:
        suits &= Q(home__rent__lte=Value(case.highest_rent) - Coalesce("home__charges", Decimal(0)))
    if case.needs_access:
        suits &= ~Q(home__floor__gt=0, home__has_lift=False) | Q(home__is_accessible=True)
    return suits


def job_q(case: Case, welcoming: Collection[int], kind: str) -> Q:
    latest = case.today + timedelta(days=HORIZON)
    starts = _territory_q(case, welcoming) & Q(available_from__lte=latest)
    suits = [_adult_q(adult, kind) for adult in case.adults]
    if suits and not all(suits):
        # An adult of whom nothing is known may do anything; « or » would drop an empty condition.
        return starts
    return starts & reduce(or_, suits, Q(pk__in=[]))


def _territory_q(case: Case, welcoming: Collection[int]) -> Q:
    there = set(welcoming) - case.refused - case.waiting
    return Q(territory__in=sorted(there & set(case.wishes) if case.wishes else there))


def _adult_q(adult: Adult, kind: str) -> Q:
    suits = project_q(adult, kind) if adult.projects else Q()
    if kind == OfferKind.JOB and adult.licences is not None:
        suits &= Q(job__licence__in=["", *sorted(adult.licences)])
    if adult.language:
        # One level more than the person's own may be asked.
        spoken = LANGUAGES[: LANGUAGES.index(adult.language) + 2]
        suits &= Q(**{f"{kind}__language__in": ["", *spoken]})
    return suits


def project_q(adult: Adult, kind: str) -> Q:
    """The same domain as one of its projects."""
    code = f"{kind}__occupation__code__startswith"
    return reduce(or_, (Q(**{code: domain}) for domain in sorted(adult.domains)))


def match_of(adult: Adult, kind: str) -> Choice:
    """In SQL, what ``Adult.match`` says."""
    if not adult.projects:
        return Choice(default=Value("unknown"))
    exact = Q(**{f"{kind}__occupation__code__in": sorted(adult.projects)})
    return Choice(
        When(exact, then=Value("exact")),
        When(project_q(adult, kind), then=Value("near")),
        default=Value("none"),
    )
