"""What the rules read of a household and of offers: nothing that names anybody.

Empty and None are unknown, which is neither yes nor no.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal


# In their order: a level is compared by its rank.
LANGUAGES = ("A0", "A1", "A2", "B1", "B2", "C1", "C2")
QUALIFICATIONS = ("none", "level_3", "level_4", "level_5", "level_6")
DAYTIME = "day"
CAR_LICENCE = "B"
# A ROME code begins with its domain: « G16 » is all that is done in a kitchen or a dining room.
# The reference data hold no table of neighbouring occupations.
DOMAIN_LENGTH = 3
LARGEST_ROOMS = 6

Match = Literal["exact", "near", "none", "unknown"]


@dataclass(frozen=True, slots=True)
class Adult:
    """``projects`` are ROME codes, retained or dreamt of."""

    projects: frozenset[str] = frozenset()
    language: str = ""
    qualification: str = ""
    licences: frozenset[str] | None = None
    has_vehicle: bool | None = None

    @property
    def drives(self) -> bool | None:
        """A car, there and now."""
        holds = None if self.licences is None else CAR_LICENCE in self.licences
        if holds is False or self.has_vehicle is False:
            return False
        return True if holds and self.has_vehicle else None

    def match(self, rome: str) -> Match:
        if not self.projects:
            return "unknown"
        if rome in self.projects:
            return "exact"
        return "near" if domain_of(rome) in self.domains else "none"

    @property
    def domains(self) -> frozenset[str]:
        return frozenset(domain_of(rome) for rome in self.projects)


@dataclass(frozen=True, slots=True)
class Case:
    """A household that looks for a place. Territories are known by any hashable key.

    ``wishes`` come in the household's order; ``waiting`` are those where a proposal already waits
    for an answer. A home suits from ``least_rooms`` to ``most_rooms``.
    """

    today: date
    people: int
    adults: tuple[Adult, ...]
    least_rooms: int
    most_rooms: int
    child_ages: tuple[int | None, ...] = ()
    needs_access: bool | None = None
    highest_rent: Decimal | None = None
    wishes: tuple[int, ...] = ()
    refused: frozenset[int] = frozenset()
    waiting: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Offer:
    """What a home and a job have in common. ``alike`` offers say exactly the same.

    ``answers`` says how many times in ten the landlord or the employer answers when asked; None when
    that was not measured.
    """

    key: int
    territory: int
    commune: int
    available_from: date
    is_welcomed: bool = True
    alike: int = 1
    answers: int | None = None


@dataclass(frozen=True, slots=True)
class Services:
    """What there is less than a quarter of an hour from a home, as the territory tells it."""

    childcare: bool | None = None
    nursery_school: bool | None = None
    primary_school: bool | None = None
    middle_school: bool | None = None
    high_school: bool | None = None
    doctor: bool | None = None


UNTOLD = Services()


@dataclass(frozen=True, slots=True)
class Home(Offer):
    rooms: int = 1
    rent: Decimal = Decimal(0)
    charges: Decimal | None = None
    floor: int | None = None
    has_lift: bool | None = None
    is_accessible: bool | None = None
    services: Services = UNTOLD

    @property
    def whole_rent(self) -> Decimal:
        return self.rent + (self.charges or 0)

    @property
    def is_easy(self) -> bool | None:
        """Reached without stairs."""
        if self.is_accessible or self.has_lift or self.floor == 0:
            return True
        return None if self.floor is None or self.has_lift is None else False


@dataclass(frozen=True, slots=True)
class Job(Offer):
    """A job, or the entry into a training. An empty licence is none asked for.

    It ``is_wanted`` when its territory says that it looks for people in that very occupation.
    """

    rome: str = ""
    qualification: str = ""
    language: str = ""
    licence: str = ""
    schedule: str = ""
    pay: Decimal | None = None
    is_training: bool = False
    is_wanted: bool = False

    @property
    def has_odd_hours(self) -> bool:
        """When no bus runs; hours that nobody told are not presumed odd."""
        return self.schedule not in {"", DAYTIME}


@dataclass(frozen=True, slots=True)
class Road:
    """Between two communes, as it is estimated."""

    km: int
    minutes: int


HERE = Road(0, 0)
Roads = Mapping[tuple[int, int], Road]


def road_between(roads: Roads, home: Home, job: Job) -> Road | None:
    """None when they are farther from each other than anything measured."""
    return HERE if home.commune == job.commune else roads.get((home.commune, job.commune))


@dataclass(frozen=True, slots=True)
class Pair:
    """What is judged: a home, a job, or both with the road between them."""

    case: Case
    adult: Adult
    home: Home | None = None
    job: Job | None = None
    road: Road | None = None


def domain_of(rome: str) -> str:
    return rome[:DOMAIN_LENGTH]


def rank(levels: tuple[str, ...], level: str) -> int:
    return levels.index(level)
