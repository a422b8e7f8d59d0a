"""When a text message may reach a person: from 8 h to 20 h in Paris, never on a Sunday or a holiday."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from emile.core.calendar import public_holidays


PARIS = ZoneInfo("Europe/Paris")
OPENS = time(8)
CLOSES = time(20)
SUNDAY = 6
ONE_DAY = timedelta(days=1)


def next_open(instant: datetime) -> datetime:
    """``instant`` itself when it is open, else the first open one after it, in Paris time."""
    local = instant.astimezone(PARIS)
    day = local.date()
    if _is_open_day(day):
        if OPENS <= local.time() < CLOSES:
            return local
        if local.time() < OPENS:
            return datetime.combine(day, OPENS, PARIS)
    day += ONE_DAY
    while not _is_open_day(day):
        day += ONE_DAY
    return datetime.combine(day, OPENS, PARIS)


def open_day_at_the_latest(day: date) -> date:
    """``day``, or the last open one before it."""
    while not _is_open_day(day):
        day -= ONE_DAY
    return day


def _is_open_day(day: date) -> bool:
    return day.weekday() != SUNDAY and day not in public_holidays(day.year)
