"""Bringing the calendars of those concerned up to what is true now: a letter to each whose calendar
holds something else, and to nobody else.

What a calendar holds is read in the letters that have left: the next one has a higher number under
the same name, and the calendar follows it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from candidates.models import Parcours
from emile.core.agenda import Moment, as_attachment, read_attachment
from emile.core.emails import key_of, render
from emile.core.models import OutboxMessage
from emile.core.outbox import send_email, take_back


HOUSEHOLD, TEAM = "household", "team"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """What makes calendars change: the act of a file, or what was said of a meeting itself."""

    key: int | str
    now: datetime
    parcours: Parcours | None = None
    act_id: int | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """Whose calendar, and what it holds if it takes place, the moment that gives its name first.

    Whoever noted it knows: nothing is written to them, unless their calendar says otherwise.
    """

    address: str
    organisation_id: int
    moments: Sequence[Moment]
    is_household: bool = False
    is_author: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What people are to be at. ``kind`` names its letters, ``key`` is that of its main moment.

    ``readers`` are also those to whom it may be taken back: of a household, its safe addresses.
    """

    kind: str
    key: str
    readers: Sequence[Reader]
    takes_place: bool
    link: str
    # Told already, with nothing for their calendar.
    reminded: frozenset[str] = frozenset()
    send_after: datetime | None = None
    # Nothing has changed for the teams: theirs stay as they are.
    is_for_household: bool = False


@dataclass(slots=True)
class Held:
    """What letters have put in one calendar."""

    organisation_id: int = 0
    is_household: bool = False
    moments: dict[str, Moment] = field(default_factory=dict)
    sequence: int = -1
    # Nobody can tell whether the last one has left.
    is_in_doubt: bool = False

    @property
    def standing(self) -> dict[str, Moment]:
        return {key: one for key, one in self.moments.items() if not one.is_cancelled}

    def ahead(self, now: datetime) -> dict[str, Moment]:
        return {key: one for key, one in self.standing.items() if not one.is_over(now)}


def keep_up(happening: Happening, cause: Cause) -> None:
    """What waits about it does not leave any more; what is true leaves in its place."""
    held = _held(happening, cause)
    readers = {one.address: one for one in reversed(happening.readers)}
    for reader in readers.values():
        _bring(happening, cause, reader, held.pop(reader.address, Held()))
    for address, known in held.items():
        # Of a household, an address that is not safe any more is not written to.
        if not known.is_household:
            _bring(happening, cause, Reader(address, known.organisation_id, ()), known)


def _held(happening: Happening, cause: Cause) -> dict[str, Held]:
    held: dict[str, Held] = {}
    parcours_id = cause.parcours.pk if cause.parcours else None
    told = f"{happening.key}:" + (f"{HOUSEHOLD}:" if happening.is_for_household else "")
    letters = OutboxMessage.objects.filter(parcours_id=parcours_id, key__startswith=told)
    for letter in take_back(letters, now=cause.now):
        known = held.setdefault(letter.recipient, Held())
        known.organisation_id = letter.organisation_id or 0
        known.is_household = letter.key.startswith(f"{happening.key}:{HOUSEHOLD}:")
        known.is_in_doubt = not letter.has_left(cause.now)
        for moment in read_attachment(letter.calendar):
            known.moments[moment.key] = moment
            known.sequence = max(known.sequence, moment.sequence or 0)
    return held


def _bring(happening: Happening, cause: Cause, reader: Reader, held: Held) -> None:
    takes_place = happening.takes_place and not all(
        one.is_over(cause.now) for one in reader.moments
    )
    wanted = {one.key: one for one in reader.moments} if takes_place else {}
    ahead = held.ahead(cause.now)
    if not held.moments:
        if reader.is_author:
            return
        if not wanted and reader.address in happening.reminded:
            ahead = {one.key: one for one in reader.moments if not one.is_over(cause.now)}
    is_known = _said(_as_kept(wanted, cause.now)) == _said(held.standing) and not held.is_in_doubt
    if is_known or not (wanted or ahead):
        return
    titles = {one.key: one.title for one in reader.moments}
    dropped = [
        replace(one, title=titles.get(key, one.title), place="", is_cancelled=True)
        for key, one in ahead.items()
        if key not in wanted
    ]
    moments = [replace(one, sequence=held.sequence + 1) for one in (*wanted.values(), *dropped)]
    before = ahead.get(happening.key)
    has_moved = bool(wanted and before and _when(before) != _when(moments[0]))
    _send(
        happening,
        cause,
        reader,
        moments,
        before=before if has_moved else None,
        is_changed=bool(wanted and ahead),
    )


def _as_kept(moments: Mapping[str, Moment], now: datetime) -> dict[str, Moment]:
    """As a calendar reads them: it has its own ends of lines, and its own backslashes."""
    return {one.key: one for one in read_attachment(as_attachment([*moments.values()], now=now))}


def _said(moments: Mapping[str, Moment]) -> dict[str, Any]:
    return {key: (*_when(one), one.title, one.place, one.url) for key, one in moments.items()}


def _when(moment: Moment) -> Sequence[date]:
    """To the second, as calendars keep it."""
    return [
        at.replace(microsecond=0) if isinstance(at, datetime) else at
        for at in (moment.starts, moment.ends)
    ]


def _send(
    happening: Happening,
    cause: Cause,
    reader: Reader,
    moments: Sequence[Moment],
    **context: Any,
) -> None:
    audience = HOUSEHOLD if reader.is_household else TEAM
    suffix = "_cancelled" if moments[0].is_cancelled else ""
    subject, body = render(
        f"candidates/{happening.kind}{suffix}",
        {
            "moment": moments[0],
            "programme": [one for one in moments[1:] if not one.is_cancelled],
            "dropped": [one for one in moments[1:] if one.is_cancelled],
            "parcours": cause.parcours,
            "to_household": reader.is_household,
            "link": happening.link,
            **context,
        },
    )
    send_email(
        recipient=reader.address,
        subject=subject,
        body=body,
        key=key_of(f"{happening.key}:{audience}", cause.key, reader.address),
        parcours_id=cause.parcours.pk if cause.parcours else None,
        organisation_id=reader.organisation_id,
        act_id=cause.act_id,
        calendar=as_attachment(moments, now=cause.now),
        send_after=happening.send_after,
    )
