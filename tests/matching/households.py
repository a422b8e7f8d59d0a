"""Drawn households and offers, few and varied enough to disagree about everything.

From one number each: a seed is found by Hypothesis, the rest follows.
"""

from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from hypothesis import strategies as st

from matching.verdict.facts import (
    LANGUAGES,
    QUALIFICATIONS,
    Adult,
    Case,
    Home,
    Job,
    Road,
    Roads,
    Services,
)
from matching.verdict.score import RULES, TENTHS


TODAY = date(2026, 11, 23)
TERRITORIES, COMMUNES = (1, 2, 3), (11, 12, 13)
# In the others, an operator welcomes households.
DESERTED = 3
ROMES = ("G1602", "G1605", "J1501", "N4101")
AGES = (None, 0, 2, 3, 8, 12, 15)

draws = st.integers(0, 2**32).map(Random)


def known_or_not(draw: Random) -> bool | None:
    return draw.choice([True, False, None])


def some(draw: Random, options: tuple, most: int) -> frozenset:
    return frozenset(draw.sample(options, draw.randint(0, most)))


def soon(draw: Random) -> date:
    return TODAY + timedelta(days=draw.choice([-30, 0, 20, 40, 100, 250]))


def an_adult(draw: Random) -> Adult:
    return Adult(
        projects=some(draw, ROMES, 2),
        language=draw.choice(["", *LANGUAGES]),
        qualification=draw.choice(["", *QUALIFICATIONS]),
        licences=draw.choice([None, some(draw, ("B", "C", "AM"), 2)]),
        has_vehicle=known_or_not(draw),
    )


def a_case(draw: Random, adults: int | None = None) -> Case:
    least, wishes = draw.randint(1, 4), draw.sample(TERRITORIES, draw.randint(0, 3))
    return Case(
        today=TODAY,
        people=draw.randint(1, 6),
        adults=tuple(an_adult(draw) for _ in range(adults or draw.randint(1, 2))),
        least_rooms=least,
        most_rooms=least + draw.randint(0, 1),
        child_ages=tuple(draw.choice(AGES) for _ in range(draw.randint(0, 2))),
        needs_access=known_or_not(draw),
        highest_rent=draw.choice([None, Decimal(draw.randint(300, 900))]),
        wishes=tuple(wishes),
        refused=some(draw, TERRITORIES, 1) - set(wishes),
        waiting=some(draw, TERRITORIES, 1),
    )


def a_home(draw: Random, key: int = 1) -> Home:
    territory = draw.choice(TERRITORIES)
    return Home(
        key,
        territory,
        draw.choice(COMMUNES),
        soon(draw),
        is_welcomed=territory != DESERTED,
        rooms=draw.randint(1, 5),
        rent=Decimal(draw.randint(250, 900)),
        charges=draw.choice([None, Decimal(draw.randint(0, 120))]),
        floor=draw.choice([None, 0, 1, 4]),
        has_lift=known_or_not(draw),
        is_accessible=known_or_not(draw),
        services=some_services(draw),
        answers=some_answers(draw),
    )


def some_services(draw: Random) -> Services:
    """More often there than not."""
    return Services(
        **{one.name: draw.choice([True, True, False, None]) for one in fields(Services)}
    )


def a_job(draw: Random, key: int = 2) -> Job:
    territory = draw.choice(TERRITORIES)
    return Job(
        key,
        territory,
        draw.choice(COMMUNES),
        soon(draw),
        is_welcomed=territory != DESERTED,
        rome=draw.choice(ROMES),
        qualification=draw.choice(["", *QUALIFICATIONS]),
        language=draw.choice(["", *LANGUAGES]),
        licence=draw.choice(["", "", "B", "C"]),
        schedule=draw.choice(["", "day", "night"]),
        pay=draw.choice([None, Decimal(draw.randint(900, 2500))]),
        is_training=draw.random() < 0.2,
        is_wanted=draw.random() < 0.3,
        answers=some_answers(draw),
    )


def some_answers(draw: Random) -> int | None:
    return draw.choice([None, draw.randint(0, TENTHS)])


def a_road(draw: Random) -> Road | None:
    km = draw.randint(0, 50)
    return draw.choice([None, Road(km, km * 6 // 5), Road(km, km * 6 // 5)])


def some_roads(draw: Random) -> Roads:
    """Either way alike."""
    roads = {}
    for one in COMMUNES:
        for other in COMMUNES:
            if one < other and (road := a_road(draw)):
                roads[one, other] = roads[other, one] = road
    return roads


def some_weights(draw: Random) -> dict[str, int]:
    return {name: draw.randint(0, 300) for name in RULES}
