"""The whole demonstration, one transaction per household, by one process or several."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from datetime import datetime
from multiprocessing import get_context
from typing import Any

import django
from django.db import connection, transaction

from emile.core.context import database_context
from emile.core.outbox import without_nudges
from emile.steering.demo.casting import make_cast, plan_sessions
from emile.steering.demo.drawing import DrawnHousehold, draw_households
from emile.steering.demo.holding import keep_places
from emile.steering.demo.living import live_as_drawn
from emile.steering.demo.meeting import hold_committees
from emile.steering.demo.offering import make_offers
from emile.steering.demo.paying import sign_conventions
from emile.steering.demo.population import HOUSEHOLDS, FictitiousHousehold
from emile.steering.demo.remarking import tell_of_the_field
from emile.steering.demo.story import live
from emile.steering.demo.teller import Cast


# A longer story counts in households only: small shares keep the processes busy to the end.
SHARE = 2
# Stories repeat a few hundred statements: PostgreSQL plans each once per process. Bound by Django,
# their values would make each of them another one.
PLANNED_ONCE = {"server_side_binding": True, "prepare_threshold": 1}
PLANS = 1000


def seed_households(count: int, *, seed: int, now: datetime, processes: int = 1) -> Iterator[int]:
    """Those who are told one by one come first, the others are drawn. Gives how many are there."""
    drawn = draw_households(count - len(HOUSEHOLDS), seed=seed, today=now.date())
    households = [*HOUSEHOLDS[:count], *drawn]
    if processes == 1:
        yield from _alone(households, now)
    else:
        yield from _together(households, now, processes)


def _alone(households: Sequence[FictitiousHousehold], now: datetime) -> Iterator[int]:
    cast = _cast(households, now)
    make_offers(cast, now)
    for number, household in enumerate(households, start=1):
        tell([household], cast, now)
        yield number
    _keep(households, cast, now)


def _together(
    households: Sequence[FictitiousHousehold], now: datetime, processes: int
) -> Iterator[int]:
    """What happens to a household does not depend on who tells it, nor on the others."""
    shares = [households[start : start + SHARE] for start in range(0, len(households), SHARE)]
    told = 0
    with ProcessPoolExecutor(
        processes, mp_context=get_context("spawn"), initializer=django.setup
    ) as pool:
        # They start up while the cast is made.
        for _ in range(processes):
            pool.submit(int)
        cast = _cast(households, now)
        offers = pool.submit(_apart, make_offers, cast, now)
        for future in as_completed(
            [pool.submit(_apart, tell, share, cast, now) for share in shares]
        ):
            told += future.result()
            yield told
        offers.result()
    _keep(households, cast, now)


@transaction.atomic
def _cast(households: Sequence[FictitiousHousehold], now: datetime) -> Cast:
    are_drawn = len(households) > len(HOUSEHOLDS)
    cast = make_cast(now, with_teams=are_drawn)
    if are_drawn:
        with without_nudges():
            plan_sessions(cast, now)
    tell_of_the_field(cast, now)
    sign_conventions(cast, now.date())
    return cast


def _keep(households: Sequence[FictitiousHousehold], cast: Cast, now: datetime) -> None:
    if len(households) >= len(HOUSEHOLDS):
        keep_places(cast, now)
        hold_committees(cast, now)


def _apart(do: Callable[..., Any], *what: Any) -> Any:
    """In a process of its own, whose connection does nothing else."""
    connection.settings_dict["OPTIONS"] |= PLANNED_ONCE
    # A story is told whole or not at all: nothing in it is undone by halves.
    connection.features.uses_savepoints = False
    connection.ensure_connection()
    connection.connection.prepared_max = PLANS
    return do(*what)


def tell(households: Sequence[FictitiousHousehold], cast: Cast, now: datetime) -> int:
    for household in households:
        with transaction.atomic(), without_nudges(), database_context(None):
            if isinstance(household, DrawnHousehold):
                live_as_drawn(household, cast, now)
            else:
                live(household, cast, now)
    return len(households)
