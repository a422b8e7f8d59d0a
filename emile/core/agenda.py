"""What calendars read: moments as an iCalendar file (RFC 5545), in Paris time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from icalendar import Calendar, Event


PRODUCER = "-//EMILE//Agenda//FR"
# How often a calendar that follows the address asks again.
REFRESH = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Moment:
    """``starts`` and ``ends`` are both instants, or both days, the last one included.

    ``key`` is for ever that of this moment: a calendar that reads it again moves it.
    """

    key: str
    title: str
    starts: date | datetime
    ends: date | datetime
    place: str = ""
    url: str = ""
    # Of two versions a calendar keeps the higher; None in a feed, which is read anew.
    sequence: int | None = None
    is_cancelled: bool = False


def as_calendar(name: str, moments: Iterable[Moment], *, now: datetime) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for moment in moments:
        calendar.add_component(_event(moment, now))
    calendar.add_missing_timezones()
    content: bytes = calendar.to_ical()
    return content


def as_attachment(moment: Moment, *, now: datetime) -> str:
    """One moment to keep, or to take out of the calendar that kept it."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if moment.is_cancelled else "PUBLISH")
    calendar.add_component(_event(moment, now))
    calendar.add_missing_timezones()
    content: bytes = calendar.to_ical()
    return content.decode()


def _event(moment: Moment, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{moment.key}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("dtstamp", now)
    event.add("summary", moment.title)
    if isinstance(moment.starts, datetime) and isinstance(moment.ends, datetime):
        event.add("dtstart", timezone.localtime(moment.starts))
        event.add("dtend", timezone.localtime(moment.ends))
    else:
        event.add("dtstart", moment.starts)
        # The standard's end is the first day after.
        event.add("dtend", moment.ends + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    if moment.sequence is not None:
        event.add("sequence", moment.sequence)
    if moment.is_cancelled:
        event.add("status", "CANCELLED")
    for name, value in (("location", moment.place), ("url", moment.url)):
        if value:
            event.add(name, value)
    return event


def calendar_response(content: bytes, *, file_name: str = "") -> HttpResponse:
    """To follow, or under a name, to keep."""
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    if file_name:
        response.headers["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return response
