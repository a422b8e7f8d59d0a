"""Who looks for a place, what each may have, and how much there is of it: all that a run is made of."""

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeAlias


class Kind(StrEnum):
    TERRITORY = "territory"
    HOME = "home"
    JOB = "job"


class Family(StrEnum):
    """Household types: the one thing that fairness is counted by."""

    ALONE = "alone"
    ALONE_WITH_CHILDREN = "alone_with_children"
    COUPLE = "couple"
    COUPLE_WITH_CHILDREN = "couple_with_children"


# A kind, and the key that its owner knows it by.
Resource: TypeAlias = tuple[Kind, int]
# No work for another adult.
NOBODY = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """What a household may have; ``second`` is the job of another adult, or ``NOBODY``."""

    territory: int
    home: int
    job: int
    second: int
    points: int

    @property
    def resources(self) -> list[Resource]:
        jobs = {self.job, self.second} - {NOBODY}
        return [
            (Kind.TERRITORY, self.territory),
            (Kind.HOME, self.home),
            *((Kind.JOB, job) for job in sorted(jobs)),
        ]


@dataclass(frozen=True, slots=True)
class Seeker:
    """A household, by the key of its file; ``choices`` come in its own order, the best first."""

    key: int
    waiting_days: int
    family: Family
    choices: tuple[Choice, ...]

    @property
    def best_points(self) -> int:
        return self.choices[0].points if self.choices else 0


@dataclass(frozen=True)
class Problem:
    """``supply`` says how much there is of what is counted; what it does not name is endless.

    ``alike`` has the keys of all that say the same as a resource, where there are several;
    ``potentials`` how many points a place of it will be worth to those who come later.
    """

    seekers: tuple[Seeker, ...]
    supply: Mapping[Resource, int] = field(default_factory=dict)
    alike: Mapping[Resource, tuple[int, ...]] = field(default_factory=dict)
    potentials: Mapping[Resource, int] = field(default_factory=dict)

    @cached_property
    def by_key(self) -> dict[int, Seeker]:
        return {seeker.key: seeker for seeker in self.seekers}

    def with_more(
        self, choices: Mapping[int, Iterable[Choice]], supply: Mapping[Resource, int]
    ) -> "Problem":
        """The same, had there been more: new choices by seeker, and how much more of what."""
        seekers = tuple(
            replace(one, choices=best_first((*one.choices, *choices.get(one.key, ()))))
            for one in self.seekers
        )
        more = dict(self.supply)
        for resource, count in supply.items():
            if resource in more or resource[0] is not Kind.TERRITORY:
                more[resource] = more.get(resource, 0) + count
        return replace(self, seekers=seekers, supply=more)

    def same(self, given: Mapping[int, int | None], other: "Problem") -> dict[int, int | None]:
        """What ``given`` says in this problem, in the places that choices have in the other one."""
        return {
            key: None
            if place is None
            else other.by_key[key].choices.index(self.by_key[key].choices[place])
            for key, place in given.items()
        }

    @property
    def for_today(self) -> "Problem":
        """The same, where nothing is kept for anybody."""
        return replace(self, potentials={})

    # Kept

    def packed(self) -> bytes:
        return zlib.compress(self._text.encode())

    @classmethod
    def unpacked(cls, packed: bytes) -> "Problem":
        kept = json.loads(zlib.decompress(packed))
        seekers = (_seeker(one) for one in kept["seekers"])
        supply = {(Kind(kind), key): count for kind, key, count in kept["supply"]}
        alike = {(Kind(kind), key): tuple(keys) for kind, key, keys in kept["alike"]}
        potentials = {(Kind(kind), key): points for kind, key, points in kept.get("potentials", ())}
        return cls(tuple(seekers), supply, alike, potentials)

    @property
    def fingerprint(self) -> str:
        """The same for the same data, whatever the order that they were read in."""
        return hashlib.sha256(self._text.encode()).hexdigest()

    @property
    def _text(self) -> str:
        seekers = sorted(self.seekers, key=lambda one: one.key)
        supply = sorted((kind, key, count) for (kind, key), count in self.supply.items())
        alike = sorted((kind, key, keys) for (kind, key), keys in self.alike.items())
        kept = {"seekers": [_plain(one) for one in seekers], "supply": supply, "alike": alike}
        if self.potentials:
            kept["potentials"] = sorted((*one, points) for one, points in self.potentials.items())
        return json.dumps(kept, sort_keys=True, separators=(",", ":"))


def best_first(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Those that are worth as much stay in the order that they come in."""
    return tuple(sorted(choices, key=lambda one: -one.points))


def _plain(seeker: Seeker) -> dict[str, Any]:
    return {
        "key": seeker.key,
        "waiting_days": seeker.waiting_days,
        "family": seeker.family,
        "choices": [astuple(one) for one in seeker.choices],
    }


def _seeker(kept: Mapping[str, Any]) -> Seeker:
    choices = tuple(Choice(*one) for one in kept["choices"])
    return Seeker(kept["key"], kept["waiting_days"], Family(kept["family"]), choices)
