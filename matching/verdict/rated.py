"""What the ranking sorts: offers with what they earn by themselves, and what they may lead to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from typing import Any

from matching.verdict.facts import Road
from matching.verdict.score import Term


Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rated:
    """An offer, what it earns by itself, and how much of it is to check."""

    offer: Any
    terms: tuple[Term, ...]
    points: int
    unknowns: int


@dataclass(frozen=True, slots=True)
class Start:
    """The homes of a commune and one adult; ``order`` is that of the best bundle they may make."""

    spot: Spot
    adult: int
    order: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A home and the jobs of a commune that earn the same, the one that pays the most first."""

    home: Rated
    jobs: tuple[Rated, ...]
    adult: int
    road: Road
    order: tuple[int, int, int]


def by_spot(rated: Iterable[Rated]) -> dict[Spot, list[Rated]]:
    """What earns the most first; then what pays the most, which makes a rent the lightest."""
    spots: dict[Spot, list[Rated]] = defaultdict(list)
    for one in rated:
        spots[one.offer.territory, one.offer.commune].append(one)
    for there in spots.values():
        there.sort(key=lambda one: (-one.points, -(getattr(one.offer, "pay", 0) or 0)))
    return dict(spots)


def by_territory(
    spots: Mapping[Spot, list[Rated]], how_many: int, turn: int
) -> dict[int, list[Rated]]:
    """The best of each; ``turn`` chooses among those that are worth the same."""
    there: dict[int, list[Rated]] = defaultdict(list)
    for (territory, _), rated in spots.items():
        there[territory] += rated
    return {
        territory: nsmallest(how_many, rated, key=lambda one: (-one.points, mixed(one, turn)))
        for territory, rated in there.items()
    }


def mixed(one: Rated, turn: int) -> int:
    """A number that puts the same offers in another order at each turn (multiplicative hashing)."""
    key: int = one.offer.key
    return (key + turn * 7_919) * 2_654_435_761 % 2**32
