"""What calendars read: moments as an iCalendar file (RFC 5545), in Paris time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.utils import parseaddr
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

    def is_over(self, now: datetime) -> bool:
        """An hour that has struck, a day that has passed."""
        if isinstance(self.starts, datetime):
            return self.starts <= now
        return self.ends < timezone.localdate(now)


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


def as_attachment(moments: Sequence[Moment], *, now: datetime) -> str:
    """Moments to keep, or to take out of the calendar that kept them.

    A method that cancels is about one moment only (RFC 5546, 3.2.5): among several, those that do
    not take place say so themselves.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    takes_one_out = len(moments) == 1 and moments[0].is_cancelled
    calendar.add("method", "CANCEL" if takes_one_out else "PUBLISH")
    _, sender = parseaddr(settings.DEFAULT_FROM_EMAIL)
    for moment in moments:
        event = _event(moment, now)
        # Whoever publishes or cancels says who they are.
        event.add("organizer", f"mailto:{sender}", parameters={"CN": "EMILE"})
        calendar.add_component(event)
    calendar.add_missing_timezones()
    content: bytes = calendar.to_ical()
    return content.decode()


def read_attachment(text: str) -> list[Moment]:
    """The moments that ``as_attachment`` wrote."""
    return [_moment(event) for event in Calendar.from_ical(text).events]


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


def _moment(event: Event) -> Moment:
    starts, ends = event.start, event.end
    return Moment(
        key=str(event["uid"]).rsplit("@", 1)[0],
        title=str(event["summary"]),
        starts=starts,
        ends=ends if isinstance(ends, datetime) else ends - timedelta(days=1),
        place=str(event.get("location", "")),
        url=str(event.get("url", "")),
        sequence=event.get("sequence"),
        is_cancelled=event.get("status") == "CANCELLED",
    )


def calendar_response(content: bytes, *, file_name: str = "") -> HttpResponse:
    """To follow, or under a name, to keep."""
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    if file_name:
        response.headers["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return response
