"""The programme's file, read and checked before anything is written."""

import hashlib
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from territories.reference.files import FOLDER


PROGRAMME = FOLDER / "programme.toml"
PLAIN_WORDS = FOLDER / "plain_words.toml"

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Place:
    """A list of communes, written as whole départements, whole intercommunalités or one by one."""

    departements: Sequence[str] = ()
    epci: Sequence[str] = ()
    communes: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodEntry:
    slug: str
    label: str
    since: date
    until: date | None = None
    target_persons: int | None = None
    target_territories: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipationEntry:
    since: date
    until: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryEntry:
    slug: str
    name: str
    place: Place
    description: str = ""
    participations: Sequence[ParticipationEntry] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartureAreaEntry:
    slug: str
    name: str
    place: Place
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateEntry:
    kind: str
    since: date
    until: date | None = None
    territory: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationEntry:
    name: str
    kinds: Sequence[str]
    departement: str = ""
    mandates: Sequence[MandateEntry] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    vintage: str
    periods: Sequence[PeriodEntry] = field(default_factory=list)
    territories: Sequence[TerritoryEntry] = field(default_factory=list)
    departure_areas: Sequence[DepartureAreaEntry] = field(default_factory=list)
    organisations: Sequence[OrganisationEntry] = field(default_factory=list)


def read_programme(path: Path = PROGRAMME) -> Programme:
    """Raises TypeError on a key that means nothing, or on one that is missing."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    return Programme(
        vintage=content["vintage"],
        periods=_entries(PeriodEntry, content["period"]),
        territories=_entries(
            TerritoryEntry,
            (
                {
                    **_with_place(territory),
                    "participations": _entries(ParticipationEntry, territory["participations"]),
                }
                for territory in content["territory"]
            ),
        ),
        departure_areas=_entries(
            DepartureAreaEntry, (_with_place(area) for area in content["departure_area"])
        ),
        organisations=_entries(
            OrganisationEntry,
            (
                {**body, "mandates": _entries(MandateEntry, body.get("mandates", []))}
                for body in content["organisation"]
            ),
        ),
    )


def read_plain_words(path: Path = PLAIN_WORDS) -> tuple[str, dict[str, str]]:
    """The vintage, and the words by ROME code."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    return content["vintage"], content["words"]


def sha256_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _entries(kind: type[Entry], rows: Iterable[dict[str, Any]]) -> list[Entry]:
    return [kind(**row) for row in rows]


def _with_place(row: dict[str, Any]) -> dict[str, Any]:
    """Gather the keys that say where."""
    keys = Place.__dataclass_fields__.keys()
    place = Place(**{key: row[key] for key in keys & row.keys()})
    return {key: value for key, value in row.items() if key not in keys} | {"place": place}
