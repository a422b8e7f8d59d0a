"""What is to be allocated, as arrays: households, the bundles of each, what every bundle uses.

A bundle uses at most one resource of each kind: a territory, a home, a job for programme data; a
machine for a generalised assignment; as many services as a place offers for refugee placement. A
resource nobody names is the last one, ``nothing``, and is endless.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt


Ints = npt.NDArray[np.int64]
Indices = npt.NDArray[np.int32]
Whole = npt.NDArray[np.integer[Any]]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

NONE = -1
ENDLESS = np.int64(2**62)


class EngineError(Exception):
    """What was asked can't be computed; the message is for people."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Resources of one kind: the key that the caller knows each by, and how many there are of it."""

    keys: Ints
    capacity: Ints


@dataclass(frozen=True, slots=True)
class Households:
    """``weight`` multiplies what a household gains; ``waiting`` is in days, ``groups`` one row each."""

    keys: Ints
    weight: Ints | None = None
    waiting: Ints | None = None
    groups: Bools | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """One line per bundle, in any order; ``uses`` has one line of keys per kind, ``NONE`` for none.

    ``kinds`` says of which kind each line of ``uses`` is, where a kind is used in several ways: no
    bundle names the same resource twice.
    """

    household: Ints
    uses: Ints
    value: Ints
    amounts: Ints | None = None
    kinds: Sequence[int] | None = None


@dataclass(frozen=True, slots=True)
class SecondJobs:
    """What a second adult may take once the household has a bundle in that territory."""

    household: Ints
    territory: Ints
    job: Ints
    value: Ints


@dataclass(frozen=True, eq=False)
class Instance:
    """The same whatever the order of the rows it was built from.

    Bundles are sorted by household: those of ``h`` are ``first[h]`` to ``first[h + 1]``. ``slot`` says
    which second jobs a bundle opens: arcs ``arc_first[s]`` to ``arc_first[s + 1]``. A gain is a value
    times its household's weight; divided by ``scale``, it is in the caller's units.
    """

    keys: Ints
    weight: Ints
    waiting: Ints
    groups: Bools
    capacity: Ints
    first: Ints
    uses: Indices
    value: Ints
    slot: Indices
    arc_first: Ints
    arc_use: Indices
    arc_value: Ints
    row: Ints
    amounts: Ints | None = None
    scale: int = 1

    @property
    def households(self) -> int:
        return len(self.keys)

    @property
    def bundles(self) -> int:
        return len(self.value)

    @property
    def nothing(self) -> int:
        return len(self.capacity) - 1

    @cached_property
    def count(self) -> Ints:
        return np.diff(self.first)

    @cached_property
    def owner(self) -> Indices:
        """The household of each bundle."""
        return np.repeat(np.arange(self.households, dtype=np.int32), self.count)

    @cached_property
    def served(self) -> Ints:
        """The households that have at least one bundle."""
        return np.flatnonzero(self.count)

    @cached_property
    def gain(self) -> Ints:
        return self.value * np.repeat(self.weight, self.count)

    @cached_property
    def arc_owner(self) -> Indices:
        """The household of each arc: that of its slot, whatever bundles are left."""
        owner = np.full(len(self.arc_first), NONE, dtype=np.int32)
        owner[self.slot] = self.owner
        return np.repeat(owner[:-1], np.diff(self.arc_first))

    @cached_property
    def arc_gain(self) -> Ints:
        return self.arc_value * np.where(self.arc_owner < 0, 0, self.weight[self.arc_owner])

    def best(self, amount: npt.NDArray[np.generic], otherwise: float = 0) -> Floats:
        """The largest amount among the bundles of each household."""
        best = np.full(self.households, otherwise, dtype=np.float64)
        if self.bundles:
            best[self.served] = np.maximum.reduceat(amount, self.first[self.served])
        return best

    def keep(self, bundles: Ints) -> "Instance":
        """The same problem with these bundles only, given in increasing order."""
        count = np.bincount(self.owner[bundles], minlength=self.households)
        return replace(
            self,
            first=np.concatenate(([0], np.cumsum(count))),
            uses=self.uses[:, bundles],
            value=self.value[bundles],
            slot=self.slot[bundles],
            row=self.row[bundles],
            amounts=None if self.amounts is None else self.amounts[:, bundles],
        )

    def using(self, uses: Indices) -> "Instance":
        """The same bundles, where they use something else."""
        return replace(self, uses=uses)

    def usage(self, chosen: Ints, second: Ints) -> Ints:
        """How much of each resource an allocation takes."""
        taken = chosen[chosen >= 0]
        total = np.bincount(self.arc_use[second[second >= 0]], minlength=len(self.capacity))
        for kind, uses in enumerate(self.uses):
            amounts = None if self.amounts is None else self.amounts[kind, taken]
            used = np.bincount(uses[taken], weights=amounts, minlength=len(self.capacity))
            total = total + used.astype(np.int64)
        total[self.nothing] = 0
        return total

    def gain_of(self, chosen: Ints, second: Ints) -> int:
        arcs = second[second >= 0]
        return int(self.gain[chosen[chosen >= 0]].sum() + self.arc_gain[arcs].sum())

    def value_of(self, chosen: Ints, second: Ints) -> Ints:
        """What each household gets, before weights."""
        value = np.zeros(self.households, dtype=np.int64)
        placed = chosen >= 0
        value[placed] = self.value[chosen[placed]]
        paired = second >= 0
        value[paired] += self.arc_value[second[paired]]
        return value

    def weighted(self, weight: Ints, *, scale: int) -> "Instance":
        """The same problem, where what each household gains counts differently."""
        return replace(self, weight=weight, scale=scale)


def build(
    *,
    households: Households,
    kinds: Sequence[Kind],
    rows: Rows,
    seconds: SecondJobs | None = None,
    scale: int = 1,
) -> Instance:
    """Put rows in their canonical order; raises ``EngineError`` on what means nothing.

    The first kind is that of territories, the third that of jobs, where there are second jobs.
    """
    check(households, kinds, rows)
    order = np.argsort(households.keys, kind="stable")
    keys = households.keys[order]
    size = len(keys)
    starts = np.cumsum([0, *(len(kind.keys) for kind in kinds)])
    capacity = np.concatenate([np.empty(0, np.int64), *(sorted_by_key(kind) for kind in kinds)])
    capacity = np.append(capacity, ENDLESS)
    nothing = len(capacity) - 1

    owner = found(rows.household, keys, "ménage")
    uses = np.full(rows.uses.shape, nothing, dtype=np.int32)
    for line, number in enumerate(rows.kinds or range(len(kinds))):
        named = rows.uses[line] != NONE
        place = found(rows.uses[line, named], np.sort(kinds[number].keys), "ressource")
        uses[line, named] = place + starts[number]

    sorting = canonical_order(owner, uses, rows.value)
    uses, owner, value = uses[:, sorting], owner[sorting], rows.value[sorting]
    slot, arc_first, arc_use, arc_value = second_jobs(
        seconds, keys, kinds, starts, owner, uses, nothing
    )
    weight = households.weight
    waiting = households.waiting
    groups = households.groups
    return Instance(
        keys=keys,
        weight=np.ones(size, dtype=np.int64) if weight is None else weight[order],
        waiting=np.zeros(size, dtype=np.int64) if waiting is None else waiting[order],
        groups=np.ones((1, size), dtype=np.bool_) if groups is None else groups[:, order],
        capacity=capacity,
        first=np.concatenate(([0], np.cumsum(np.bincount(owner, minlength=size)))),
        uses=uses,
        value=value,
        slot=slot,
        arc_first=arc_first,
        arc_use=arc_use,
        arc_value=arc_value,
        row=sorting,
        amounts=None if rows.amounts is None else rows.amounts[:, sorting],
        scale=scale,
    )


def save(instance: Instance, file: Path) -> None:
    arrays = {field.name: getattr(instance, field.name) for field in fields(instance)}
    np.savez(file, **{name: array for name, array in arrays.items() if array is not None})


def load(file: Path) -> Instance:
    with np.load(file) as arrays:
        found = dict(arrays.items())
    return Instance(**{**found, "scale": int(found["scale"])})


def check(households: Households, kinds: Sequence[Kind], rows: Rows) -> None:
    if not len(households.keys):
        raise EngineError("Il n’y a aucun ménage à placer.")
    if not len(rows.value):
        raise EngineError("Aucune offre ne convient à aucun ménage.")
    for keys in (households.keys, *(kind.keys for kind in kinds)):
        if len(np.unique(keys)) < len(keys):
            raise EngineError("Deux lignes portent le même identifiant.")
    if any((kind.capacity < 0).any() for kind in kinds):
        raise EngineError("Une capacité est négative.")
    if (rows.value < 0).any():
        raise EngineError("Une valeur est négative.")
    if households.weight is not None and not (households.weight > 0).all():
        raise EngineError("Chaque ménage doit compter\u00a0: un poids est nul ou négatif.")
    if not rows.value.any():
        raise EngineError(
            "Tous les poids sont nuls\u00a0: aucune proposition ne vaut plus qu’une autre."
        )


def sorted_by_key(kind: Kind) -> Ints:
    return kind.capacity[np.argsort(kind.keys, kind="stable")]


def found(wanted: Ints, keys: Ints, what: str) -> Ints:
    """Where each wanted key stands among sorted keys."""
    place = np.searchsorted(keys, wanted)
    if (place == len(keys)).any() or (keys[place] != wanted).any():
        raise EngineError(f"Une ligne nomme un identifiant inconnu ({what}).")
    return place


def canonical_order(owner: Ints, uses: Indices, value: Ints) -> Ints:
    """By household, then by what is used, then by value: nothing of the order they came in."""
    columns = (-value, *reversed(uses), owner)
    return np.lexsort(columns)


def second_jobs(
    seconds: SecondJobs | None,
    keys: Ints,
    kinds: Sequence[Kind],
    starts: Ints,
    owner: Ints,
    uses: Indices,
    nothing: int,
) -> tuple[Indices, Ints, Indices, Ints]:
    """The slot of each bundle, and the arcs of each slot; the last slot has none."""
    if seconds is None or not len(seconds.value):
        none = np.zeros(0, dtype=np.int64)
        return (
            np.zeros(len(owner), dtype=np.int32),
            np.zeros(1, dtype=np.int64),
            none.astype(np.int32),
            none,
        )
    width = len(kinds[0].keys) + 1
    territory = found(seconds.territory, np.sort(kinds[0].keys), "territoire")
    job = found(seconds.job, np.sort(kinds[2].keys), "emploi") + starts[2]
    cell = found(seconds.household, keys, "ménage") * width + territory
    order = np.lexsort((job, cell))
    slots, first = np.unique(cell[order], return_index=True)
    wanted = owner.astype(np.int64) * width + np.where(uses[0] == nothing, width - 1, uses[0])
    place = np.minimum(np.searchsorted(slots, wanted), len(slots) - 1)
    slot = np.where(slots[place] == wanted, place, len(slots)).astype(np.int32)
    arc_first = np.append(first, len(order)).astype(np.int64)
    return slot, arc_first, job[order].astype(np.int32), seconds.value[order]
