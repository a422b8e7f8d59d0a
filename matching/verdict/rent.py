"""How much of a pay the rent takes, between no housing aid at all and the highest one.

A real aid depends on the income of a year, which no file holds: what lies in between is said to be
unknown rather than computed. Source of the ceilings: article 7 of the decree of 27 September 2019 on
personal housing aids, zone III, in force on 1 October 2023; an estimate, raised for the flat-rate
charges and for what was revalued since.
"""

from decimal import Decimal
from math import ceil

from matching.verdict.facts import Home, Job


# Per cent of the pay that a rent may take.
AFFORDABLE = 35
ALONE, TWO, THREE, EACH_MORE = (
    Decimal("260.82"), Decimal("316.17"), Decimal("354.51"), Decimal("50.81"),
)  # fmt: skip
MARGIN = Decimal("1.15")


def highest_aid(people: int) -> Decimal:
    ceiling = {1: ALONE, 2: TWO}.get(people, THREE + EACH_MORE * (people - 3))
    return ceiling * MARGIN


def effort(home: Home, job: Job | None) -> int | None:
    """Per cent, before any aid; None when the pay is unknown."""
    return _share(home.whole_rent, job)


def least_effort(home: Home, job: Job | None, *, people: int) -> int | None:
    """The same after the highest aid there is."""
    return _share(max(home.whole_rent - highest_aid(people), Decimal(0)), job)


def _share(amount: Decimal, job: Job | None) -> int | None:
    """Rounded up: what goes beyond a threshold by less than one per cent still goes beyond."""
    return None if job is None or not job.pay else ceil(amount * 100 / job.pay)
