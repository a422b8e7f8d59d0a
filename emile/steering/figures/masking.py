"""Small cells: which figures stay unsaid, so that none of them can be worked out from the others.

Cells are counts of households or people, tied by sums that everyone knows. A count of one to four
says something of somebody: it is masked, and so are as many others as it takes for what is shown to
leave every masked cell at least two possible values. Whoever reads knows the sums, that counts are
never negative, and nothing else.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import numpy as np

from matching.engine.highs import Columns, Programme
from matching.engine.instance import Floats


Cell = TypeVar("Cell", bound=Hashable)
MINIMUM = 5
# No count of the programme comes near it: solvers want an end to everything.
LARGEST = 1e7
# Solutions are whole numbers, but for rounding.
HALF = 0.5


class Sum(NamedTuple):
    """A cell that everyone knows to be the sum of others."""

    total: Hashable
    parts: Sequence[Hashable]

    @property
    def terms(self) -> Iterator[tuple[Hashable, int]]:
        yield self.total, 1
        for part in self.parts:
            yield part, -1


class NothingToMask(ValueError):
    """Cells that must be shown give a small one away, whatever else is masked."""


def masked(
    values: Mapping[Cell, int],
    sums: Collection[Sum],
    *,
    shown: Collection[Cell] = (),
    already: Collection[Cell] = (),
    unsaid: Collection[Cell] = (),
    minimum: int = MINIMUM,
) -> set[Cell]:
    """The cells to mask, those ``already`` masked included. Those in ``shown`` never are; raises
    NothingToMask when they say too much.

    Cells ``unsaid`` are never published: it does not matter that one can be worked out, unless it is
    small and not among those that may be shown.
    """
    small = {cell for cell, value in values.items() if 0 < value < minimum and cell not in shown}
    kept = small.union(already)
    hidden = kept.union(unsaid)
    harmless = set(unsaid) - kept
    while found := given_away(values, sums, hidden, hidden - harmless):
        before = len(hidden)
        for cell in sorted(found, key=str):
            hidden.update(_companion(cell, values, sums, hidden, shown))
        if len(hidden) == before:
            break
    if found & kept:
        raise NothingToMask(found & kept)
    # One that came along and can be worked out all the same is as well said.
    return hidden - found


def _companion(
    cell: Cell,
    values: Mapping[Cell, int],
    sums: Collection[Sum],
    hidden: Collection[Cell],
    shown: Collection[Cell],
) -> list[Cell]:
    """The smallest cell that shares a sum with this one and may be masked, if any is left; a zero comes
    last, since it says that nobody is concerned."""
    near: set[Any] = set()
    for one in sums:
        cells = (one.total, *one.parts)
        if cell in cells:
            near.update(cells)
    near.difference_update(hidden, shown)
    return sorted(near, key=lambda other: (not values[other], values[other], str(other)))[:1]


def given_away(
    values: Mapping[Cell, int],
    sums: Collection[Sum],
    hidden: Collection[Cell],
    among: Collection[Cell],
) -> set[Cell]:
    """Which masked cells ``among`` these can have one value only, given all that is shown."""
    found: set[Cell] = set()
    for cells, tied in _groups(sums, hidden):
        if not set(cells).intersection(among):
            continue
        true = np.array([values[cell] for cell in cells], dtype=float)
        puzzle = _Puzzle(cells, tied, values)
        # Another solution than the true one clears every cell in which it differs.
        cleared = np.zeros(len(cells), dtype=bool)
        for rank, cell in enumerate(cells):
            if cell not in among:
                continue
            for sign in (1, -1):
                if not cleared[rank]:
                    cleared |= np.abs(puzzle.furthest(rank, sign) - true) > HALF
            if not cleared[rank]:
                found.add(cell)
    return found


def _groups(
    sums: Collection[Sum], hidden: Collection[Cell]
) -> Iterator[tuple[list[Cell], list[Sum]]]:
    """Masked cells tied to each other through sums, and these sums. One that no sum knows is safe."""
    of_cell: dict[Any, list[Sum]] = defaultdict(list)
    for one in sums:
        for cell, _ in one.terms:
            if cell in hidden:
                of_cell[cell].append(one)
    seen: set[Any] = set()
    for start in sorted(of_cell, key=str):
        if start in seen:
            continue
        seen.add(start)
        cells, tied = [start], {}
        for cell in cells:
            for one in of_cell[cell]:
                if id(one) not in tied:
                    tied[id(one)] = one
                    near = {other for other, _ in one.terms if other in of_cell} - seen
                    seen |= near
                    cells += sorted(near, key=str)
        yield cells, list(tied.values())


class _Puzzle:
    """What is known of masked cells: their sums, and that they are whole and never negative."""

    def __init__(
        self, cells: Sequence[Hashable], sums: Sequence[Sum], values: Mapping[Any, int]
    ) -> None:
        rank = {cell: position for position, cell in enumerate(cells)}
        entries: list[list[tuple[int, int]]] = [[] for _ in cells]
        self.known = np.zeros(len(sums))
        for row, one in enumerate(sums):
            for cell, factor in one.terms:
                if cell in rank:
                    entries[rank[cell]].append((row, factor))
                else:
                    self.known[row] -= factor * values[cell]
        flat = [entry for column in entries for entry in column]
        self.start = np.cumsum([0, *(len(column) for column in entries)])
        self.index = np.array([row for row, _ in flat], dtype=np.int32)
        self.amount = np.array([factor for _, factor in flat], dtype=float)

    def furthest(self, rank: int, sign: int) -> Floats:
        """A solution where ``sign`` times that cell is as large as it can be."""
        gain = np.zeros(len(self.start) - 1)
        gain[rank] = sign
        programme = Programme(lower=self.known, upper=self.known, seed=0)
        programme.add(Columns(gain, self.start, self.index, self.amount, upper=LARGEST))
        return programme.integer(gap=0.0).values
