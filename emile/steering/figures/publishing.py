"""Which cells of a table are published for a year, and which of them masked: pure, in memory.

One table at a time: nothing adds up from one table to another. Years follow each other, and what was
said of one can't be unsaid in the next.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from emile.steering.figures.masking import Sum, masked


class Cell(NamedTuple):
    """``place`` is a territory, "" for the whole programme; ``row`` is "" for the total; ``until`` is
    True for all years until that one."""

    place: str
    row: str
    year: int
    until: bool


# What belongs to no territory of the programme: it ties the others to the whole, and is never said.
ELSEWHERE = "elsewhere"
# A count, and whether it is masked.
Published = Mapping[Cell, tuple[int, bool]]


def cells_of_year(
    counts: Mapping[str, Mapping[str, int]],
    rows: Sequence[str],
    year: int,
    before: Published,
    *,
    is_activity: bool,
) -> dict[Cell, tuple[int, bool]]:
    """Those of that year, given the counts of each place and all that was published before.

    Totals of activity are always said.
    """
    values = {cell: number for cell, (number, _) in before.items()}
    hidden = {cell for cell, (_, is_masked) in before.items() if is_masked}
    shown = set(before) - hidden
    new = dict(_new(counts, rows, values, year))
    values |= new
    if is_activity:
        shown |= {cell for cell in values if not cell.row}
    elsewhere = {cell for cell in values if cell.place == ELSEWHERE}
    hidden = masked(
        values,
        list(known_sums(values)),
        shown=shown,
        already=hidden - elsewhere,
        unsaid=elsewhere,
    )
    return {cell: (number, cell in hidden) for cell, number in new.items()}


def _new(
    counts: Mapping[str, Mapping[str, int]],
    rows: Sequence[str],
    before: Mapping[Cell, int],
    year: int,
) -> Iterator[tuple[Cell, int]]:
    """The year's own cells, and those since the beginning: what was published, and this year. Those
    of a place begin with the first year that counts anything."""
    of_year = {
        place: {row: counted.get(row, 0) for row in rows} for place, counted in counts.items()
    }
    inside = [counted for place, counted in of_year.items() if place]
    of_year[ELSEWHERE] = {
        row: number - sum(counted[row] for counted in inside) for row, number in of_year[""].items()
    }
    for place, counted in of_year.items():
        has_begun = Cell(place, "", year - 1, True) in before
        if not (has_begun or any(counted.values())):
            # Nothing yet: everyone may know it.
            continue
        for row, number in {**counted, "": sum(counted.values())}.items():
            yield Cell(place, row, year, False), number
            earlier = before.get(Cell(place, row, year - 1, True), 0)
            yield Cell(place, row, year, True), earlier + number


def known_sums(values: Mapping[Cell, int]) -> Iterator[Sum]:
    """What everyone knows to add up: rows in their total, years since the beginning, territories."""
    rows: dict[Cell, list[Cell]] = defaultdict(list)
    places: dict[Cell, list[Cell]] = defaultdict(list)
    for cell in values:
        if cell.row:
            rows[cell._replace(row="")].append(cell)
        if cell.place:
            places[cell._replace(place="")].append(cell)
        if cell.until:
            years = (cell._replace(until=False), cell._replace(year=cell.year - 1))
            yield Sum(cell, [year for year in years if year in values])
    for parts in (rows, places):
        yield from (Sum(total, cells) for total, cells in parts.items())
