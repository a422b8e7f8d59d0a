"""What households are to be reminded of by text message."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from candidates.enums import WORKING_STANDINGS
from candidates.models import Appointment, ImmersionStay
from emile.core.quiet_hours import open_day_at_the_latest


PARIS = ZoneInfo(settings.TIME_ZONE)
BEFORE_APPOINTMENT = timedelta(days=2)
BEFORE_STAY = timedelta(days=1)
# Sundays and holidays in a row: nobody is written to on those.
LONGEST_CLOSED = timedelta(days=4)
# Acts hold their file in the same way.
HELD: dict[str, Any] = {"of": ("self", "parcours"), "skip_locked": True, "no_key": True}


def appointments_to_recall(now: datetime) -> Iterator[Appointment]:
    """Those of the next two days, of files that are alive; those of the days after when what lies
    between is closed. One said already is found again: its message is written once.

    Nothing happens to its file until the message is written. A file that somebody is acting on waits
    for the next hour.
    """
    today = timezone.localdate(now)
    ahead = Appointment.objects.planned().filter(
        parcours__standing__in=WORKING_STANDINGS,
        starts_at__gt=now,
        starts_at__date__lte=today + BEFORE_APPOINTMENT + LONGEST_CLOSED,
    )
    related = ahead.select_related("parcours__household", "organisation")
    for one in related.select_for_update(**HELD).order_by("pk"):
        if is_time(timezone.localdate(one.starts_at) - BEFORE_APPOINTMENT, today):
            yield one


def stays_to_recall(now: datetime) -> Iterator[ImmersionStay]:
    """Those that begin tomorrow, or on the day after what is closed; held in the same way."""
    today = timezone.localdate(now)
    ahead = ImmersionStay.objects.planned().filter(
        parcours__standing__in=WORKING_STANDINGS,
        days__startswith__gt=today,
        days__startswith__lte=today + BEFORE_STAY + LONGEST_CLOSED,
    )
    related = ahead.select_related("parcours__household", "placement__host")
    for one in related.select_for_update(**HELD).order_by("pk"):
        if one.is_open and is_time(one.first_day - BEFORE_STAY, today):
            yield one


def is_time(day: date, today: date) -> bool:
    return open_day_at_the_latest(day) <= today


def first_hour_of(day: date) -> datetime:
    return datetime.combine(day, time.min, PARIS)
