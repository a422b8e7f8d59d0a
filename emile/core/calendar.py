"""The working days of France, from Monday to Friday, public holidays excepted."""

from datetime import date, timedelta
from functools import cache
from itertools import count

import holidays


SATURDAY = 5


@cache
def public_holidays(year: int) -> dict[date, str]:
    """The national public holidays of a year, with their French names."""
    return dict(sorted(holidays.country_holidays("FR", years=year, language="fr").items()))


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in public_holidays(day.year)


def working_days_after(day: date, number: int) -> date:
    """The ``number``-th working day after ``day``, which itself never counts."""
    if number < 1:
        raise ValueError("A delay is at least one working day.")
    following = (day + timedelta(days=offset) for offset in count(1))
    working = (candidate for candidate in following if is_working_day(candidate))
    return next(candidate for rank, candidate in enumerate(working, start=1) if rank == number)


def working_days_before(day: date, number: int) -> date:
    """The last day that has ``number`` working days after it, ``day`` being the last of them at most."""
    counted = 0
    while counted < number:
        counted += is_working_day(day)
        day -= timedelta(days=1)
    return day
