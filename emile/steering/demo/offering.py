"""What the territories of the demonstration offer. Employers, landlords and homes are invented."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.db.models import F

from emile.core.context import database_context
from emile.steering.demo.destinations import DESTINATIONS, Destination
from emile.steering.demo.teller import Cast
from operators.actors import Actor
from territories.enums import (
    ContractKind,
    EnergyClass,
    ExpectedKind,
    LanguageLevel,
    OfferKind,
    Qualification,
    Schedule,
    Service,
    Typology,
)
from territories.models import Commune, Occupation, Territory
from territories.services.expected import add_expected
from territories.services.nearby import tell_services
from territories.services.offers import add_offer
from territories.services.welcome import Months, set_capacity


HOMES, JOBS, TRAININGS = 14, 12, 3
NEEDS, USUAL_HOMES = 5, 3
# Of the months ahead, the first are said; nobody knows all of the others.
MONTHS, MONTHS_SAID = 6, 3
# Older than a month, an offer must be confirmed: some are.
OLDEST_DAYS = 42
LARGEST_TOWNS = 6
# What a small town may lack.
SCARCE = (Service.CHILDCARE, Service.MIDDLE_SCHOOL, Service.DOCTOR)
# Square metres, and euros per square metre, of what is let in such territories.
SURFACES = {
    Typology.T1: (22, 34),
    Typology.T2: (38, 52),
    Typology.T3: (58, 74),
    Typology.T4: (76, 96),
    Typology.T5: (95, 120),
}
SHARES = {Typology.T1: 2, Typology.T2: 4, Typology.T3: 5, Typology.T4: 3, Typology.T5: 1}
RENT_BY_METRE = (6, 9)
# ROME code: licence, schedule, qualification, level of French.
OCCUPATIONS: Mapping[str, tuple[str, str, str, str]] = {
    "J1501": ("", Schedule.SHIFTS, Qualification.LEVEL_3, LanguageLevel.B1),
    "K1304": ("B", Schedule.SPLIT, "", LanguageLevel.A2),
    "G1602": ("", Schedule.SPLIT, Qualification.LEVEL_3, LanguageLevel.A2),
    "G1605": ("", Schedule.SPLIT, Qualification.NONE, LanguageLevel.A1),
    "H2102": ("", Schedule.SHIFTS, Qualification.NONE, LanguageLevel.A2),
    "N1103": ("", Schedule.EARLY_OR_LATE, Qualification.NONE, LanguageLevel.A2),
    "N4101": ("C", Schedule.NIGHT, Qualification.LEVEL_3, LanguageLevel.A2),
    "F1703": ("B", Schedule.DAY, Qualification.LEVEL_3, LanguageLevel.A2),
    "K2204": ("", Schedule.EARLY_OR_LATE, Qualification.NONE, LanguageLevel.A1),
    "D1106": ("", "", Qualification.NONE, LanguageLevel.B1),
}
TRAINED = {
    "J1501": "Diplôme d’État d’aide-soignant",
    "G1602": "Titre professionnel de cuisinier",
    "F1703": "Titre professionnel de maçon",
}


def make_offers(cast: Cast, now: datetime) -> None:
    """Those of each territory whose operator is there; the same ones every time."""
    territories = {territory.slug: territory for territory in Territory.objects.all()}
    occupations = {one.code: one for one in Occupation.objects.filter(code__in=OCCUPATIONS)}
    for destination in DESTINATIONS:
        actor = cast.teams.get(destination.host)
        if actor and destination.territory in territories:
            with database_context(actor.database_context):
                _offer(destination, territories[destination.territory], occupations, actor, now)


@transaction.atomic
def _offer(
    destination: Destination,
    territory: Territory,
    occupations: Mapping[str, Occupation],
    actor: Actor,
    now: datetime,
) -> None:
    draw = Random(destination.territory)  # noqa: S311
    by_size = territory.communes.order_by(F("population").desc(nulls_last=True), "pk")
    towns = list(by_size[:LARGEST_TOWNS])
    for kind, common, terms in _drawn(draw, destination, towns, occupations, now.date()):
        told = now - timedelta(days=draw.randrange(OLDEST_DAYS))
        add_offer(
            actor=actor,
            territory=territory,
            kind=kind,
            offer=common,
            terms=terms,
            on=told.date(),
            now=told,
        )
    for expected, values in _expected(draw, towns, occupations, now.date()):
        told = now - timedelta(days=draw.randrange(OLDEST_DAYS))
        add_expected(
            actor=actor,
            territory=territory,
            kind=expected,
            values=values,
            on=told.date(),
            now=told,
        )
    for commune, answers in _nearby(destination.territory, towns):
        tell_services(
            actor=actor,
            territory=territory,
            commune=commune,
            version=0,
            answers=answers,
            confirmed_on=now.date(),
            on=now.date(),
            now=now,
        )
    told = now - timedelta(days=draw.randrange(OLDEST_DAYS))
    set_capacity(
        actor=actor,
        territory=territory,
        version=0,
        months=_months(draw, now.date()),
        on=told.date(),
        now=told,
    )


def _months(draw: Random, today: date) -> Months:
    first = today.replace(day=1)
    return {
        first + relativedelta(months=ahead): (draw.randint(2, 6), "")
        for ahead in range(MONTHS)
        if ahead < MONTHS_SAID or draw.random() < 0.5
    }


def _expected(
    draw: Random, towns: Sequence[Commune], occupations: Mapping[str, Occupation], today: date
) -> Iterator[tuple[ExpectedKind, dict[str, Any]]]:
    """What the territory knows without a dated offer."""
    first = today.replace(day=1)
    for code in draw.sample(sorted(occupations), min(len(occupations), NEEDS)):
        last = first + relativedelta(months=draw.randint(4, 12)) - timedelta(days=1)
        yield (
            ExpectedKind.JOB,
            {
                "occupation": occupations[code],
                "number": draw.randint(2, 12),
                "since": first - relativedelta(months=draw.randrange(3)),
                "until": draw.choice([None, last]),
            },
        )
    for typology in draw.sample(list(SURFACES), USUAL_HOMES):
        smallest, largest = SURFACES[typology]
        lowest, highest = RENT_BY_METRE
        yield (
            ExpectedKind.HOME,
            {
                "typology": typology,
                "commune": draw.choice([None, *towns[:2]]),
                "yearly_number": draw.randint(2, 15),
                "delay_weeks": draw.randint(3, 16),
                "rent_from": Decimal(smallest * lowest),
                "rent_to": Decimal(largest * highest),
            },
        )


def _nearby(
    territory: str, towns: Sequence[Commune]
) -> Iterator[tuple[Commune, dict[Service, bool | None]]]:
    """The largest town has everything; of the last one, nobody has said anything yet."""
    draw = Random(f"services, {territory}")  # noqa: S311
    for rank, commune in enumerate(towns[:-1]):
        answers: dict[Service, bool | None] = dict.fromkeys(Service, True)
        if rank:
            answers |= {one: draw.choice([True, True, None]) for one in SCARCE}
            answers[Service.HIGH_SCHOOL] = draw.choice([True, False])
        yield commune, answers


def _drawn(
    draw: Random,
    destination: Destination,
    towns: Sequence[Commune],
    occupations: Mapping[str, Occupation],
    today: date,
) -> Iterator[tuple[OfferKind, dict[str, Any], dict[str, Any]]]:
    def common(provider: str, places: int) -> dict[str, Any]:
        return {
            "commune": draw.choice(towns),
            "provider_name": provider,
            "places": places,
            "available_from": today + timedelta(days=draw.randrange(-20, 60)),
        }

    for _ in range(HOMES):
        typology = draw.choices(list(SHARES), list(SHARES.values()))[0]
        surface = draw.randint(*SURFACES[typology])
        floor = draw.randrange(5)
        yield (
            OfferKind.HOME,
            common(destination.landlord, draw.choice([1, 1, 1, 2])),
            {
                "typology": typology,
                "surface": surface,
                "rent": Decimal(surface * draw.randint(*RENT_BY_METRE)),
                "charges": draw.choice([None, Decimal(40), Decimal(65), Decimal(90)]),
                "floor": floor,
                "has_lift": draw.choice([True, False, None]) if floor else None,
                "is_accessible": draw.choice([True, False, None]) if not floor else None,
                "is_furnished": draw.choice([False, False, True, None]),
                "energy_class": draw.choice([*EnergyClass.values[2:6], ""]),
            },
        )
    for code in draw.sample(sorted(occupations), min(len(occupations), JOBS)):
        licence, schedule, qualification, language = OCCUPATIONS[code]
        yield (
            OfferKind.JOB,
            common(destination.employer, draw.choice([1, 1, 2, 4])),
            {
                "occupation": occupations[code],
                "contract": draw.choice(
                    [ContractKind.PERMANENT, ContractKind.LONG_FIXED, ContractKind.INTEGRATION]
                ),
                "weekly_hours": Decimal(draw.choice([24, 30, 35, 35])),
                "schedule": schedule,
                "licence": licence,
                "qualification": qualification,
                "language": language,
                "offers_training": draw.choice([True, False, None]),
            },
        )
    for code in sorted(TRAINED.keys() & occupations.keys())[:TRAININGS]:
        yield (
            OfferKind.TRAINING,
            common("Centre de formation des Monts (fictif)", draw.randint(4, 12)),
            {
                "occupation": occupations[code],
                "leads_to": TRAINED[code],
                "weeks": draw.randint(12, 40),
                "is_paid": True,
                "language": LanguageLevel.A2,
            },
        )
