"""Nights of shelter that are no longer paid for, and what they would have cost: pure.

Avoided cost = nights of shelter ended × unit cost − programme cost: the formula of the programme.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple


DAY = timedelta(days=1)
CENT = Decimal("0.01")


class Moved(NamedTuple):
    """How many people no longer need a night of shelter from that day on; fewer than none when they
    stop being counted."""

    on: date
    people: int


class Priced(NamedTuple):
    """What one unit costs from one day to another, both included; None for no end."""

    since: date
    until: date | None
    amount: Decimal


class Paid(NamedTuple):
    """A sum that pays for the days from one to another, both included."""

    since: date
    until: date
    amount: Decimal


def nights(moves: Iterable[Moved], first: date, last: date) -> int:
    """Each of these days, both included, counts as many nights as there are people that day."""
    return sum(people * ((last - max(on, first)).days + 1) for on, people in moves if on <= last)


def value_of(moves: Iterable[Moved], prices: Iterable[Priced], first: date, last: date) -> Decimal:
    """Each night at the price of its day. Days without a price cost nothing: ``unpriced_from`` tells."""
    known = list(moves)
    total = Decimal(0)
    for since, until, amount in prices:
        start, end = max(since, first), min(until or last, last)
        if start <= end:
            total += amount * nights(known, start, end)
    return total


def share_of(paid: Paid, first: date, last: date) -> Decimal:
    """The part of a sum that pays for these days, each the same, to the cent."""
    start, end = max(paid.since, first), min(paid.until, last)
    days = max((end - start).days + 1, 0)
    whole = (paid.until - paid.since).days + 1
    return (paid.amount * days / whole).quantize(CENT, ROUND_HALF_UP)


def uncovered_from(
    spans: Iterable[tuple[date, date | None]], first: date, last: date
) -> date | None:
    """The first of these days that no span covers; None when all are."""
    day = first
    for since, until in sorted(spans, key=lambda span: span[0]):
        if since > day:
            break
        day = max(day, (until or last) + DAY)
    return day if day <= last else None


@dataclass(frozen=True, slots=True)
class Operand:
    """A line of the sum: ``how`` says how it is computed."""

    label: str
    amount: Decimal
    how: str


@dataclass(frozen=True, slots=True)
class Balance:
    """What the programme cost and what it avoided; ``avoided`` is None while a line is ``missing``."""

    nights: int
    saved: Decimal
    spent: list[Operand]
    missing: list[str]

    @property
    def cost(self) -> Decimal:
        return sum((one.amount for one in self.spent), Decimal(0))

    @property
    def avoided(self) -> Decimal | None:
        return None if self.missing else self.saved - self.cost
