"""What the fold reads of the journal, and what it counts."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from emile.steering.figures.measures import Measure


class Adult(NamedTuple):
    """What one act noted of one adult: ``about`` names the kind of note, ``at`` the point."""

    about: Measure
    person: int
    at: str
    said: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One act of the journal, with what it noted of adults. ``corrects`` is a sequence."""

    sequence: int
    kind: str
    occurred_on: date
    recorded_on: date
    from_stage: str
    from_standing: str
    to_stage: str
    to_standing: str
    territory_id: int | None
    owner_id: int | None
    actor_id: int | None
    payload: dict[str, Any] = field(default_factory=dict)
    corrects: int | None = None
    adults: tuple[Adult, ...] = ()


class Profile(NamedTuple):
    """What every fact of a file shares."""

    cohort: date
    household_type: str
    departure: str


# Before the first act.
UNKNOWN = Profile(date.min, "", "")


class Place(NamedTuple):
    """Whose figures a fact enters, on the day when it happened."""

    territory_id: int | None = None
    host_id: int | None = None
    upstream_id: int | None = None
    prescriber_id: int | None = None


class Fact(NamedTuple):
    measure: Measure
    detail: str
    value: int
    happened_on: date
    place: Place
    profile: Profile


class Home(NamedTuple):
    """Where a household settled: since when, until when if it left, how many of them, for whom."""

    since: date | None = None
    until: date | None = None
    people: int = 0
    place: Place = Place()
