"""Publishing the split figures of a year to those who read masked ones."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from candidates.models import Reason
from emile.core.context import database_context, system
from emile.core.locks import lock_name
from emile.steering.figures.breakdowns import BREAKDOWNS, Breakdown
from emile.steering.figures.masking import Sum, masked
from emile.steering.models import Publication, PublishedCell, Scope
from emile.steering.selectors.breakdowns import counts_of
from emile.steering.selectors.figures import BEGINNING, Frame
from territories.models import Territory


PURPOSE = "publication des chiffres"
# Acts of December are noted in January.
FIRST_DAY = (1, 15)
# What belongs to no territory of the programme: it ties the others to the national count.
ELSEWHERE = "elsewhere"


class Cell(NamedTuple):
    """``row`` is "" for the total; ``until`` is True for all years until that one."""

    scope: str
    scope_id: str
    row: str
    year: int
    until: bool


def publish_due(*, now: datetime) -> int:
    """Publish the years that are over and not published yet, in their order; how many."""
    today = timezone.localdate(now)
    last = today.year - 1 if (today.month, today.day) >= FIRST_DAY else today.year - 2
    published = 0
    with database_context(system(PURPOSE)):
        for year in range(BEGINNING.year, last + 1):
            published += _publish(year, today, now)
    return published


@transaction.atomic
def _publish(year: int, today: date, now: datetime) -> bool:
    lock_name(PURPOSE)
    if Publication.objects.filter(year=year).exists():
        return False
    counts = {place: counts_of(_frame(year, today, *place)) for place in _places()}
    publication = Publication.objects.create(year=year, as_of=today, published_at=now)
    for breakdown in BREAKDOWNS:
        of_table = {place: tables[breakdown.code] for place, tables in counts.items()}
        cells = _cells(breakdown, of_table, year)
        PublishedCell.objects.bulk_create(
            PublishedCell(
                publication=publication,
                scope=cell.scope,
                scope_id=cell.scope_id,
                table=breakdown.code,
                row=cell.row,
                is_since_beginning=cell.until,
                number=number,
                is_masked=is_masked,
            )
            for cell, number, is_masked in cells
        )
    return True


def _places() -> list[tuple[str, str]]:
    territories = Territory.objects.order_by("pk").values_list("pk", flat=True)
    return [(Scope.NATIONAL, ""), *((Scope.TERRITORY, str(pk)) for pk in territories)]


def _frame(year: int, today: date, scope: str, scope_id: str) -> Frame:
    return Frame(
        date(year, 1, 1), date(year, 12, 1), scope=Scope(scope), scope_id=scope_id, as_of=today
    )


def _cells(
    breakdown: Breakdown, counts: Mapping[tuple[str, str], Mapping[str, int]], year: int
) -> Iterator[tuple[Cell, int, bool]]:
    """Those of that year, with what is masked so that no year of the table gives another away."""
    rows = _rows(breakdown)
    before = {_cell_of(one): one for one in _published(breakdown.code)}
    values = {cell: one.number for cell, one in before.items()}
    hidden = {cell for cell, one in before.items() if one.is_masked}
    shown = set(before) - hidden
    new = dict(_new(counts, rows, values, year))
    values |= new
    if breakdown.is_activity:
        shown |= {cell for cell in new if not cell.row}
    sums = list(_sums(values))
    elsewhere = {cell for cell in values if cell.scope_id == ELSEWHERE}
    hidden = masked(values, sums, shown=shown, already=hidden | elsewhere)
    for cell, number in new.items():
        yield cell, number, cell in hidden


def _rows(breakdown: Breakdown) -> Sequence[str]:
    """Every reason that the list has ever had, so that what nobody gave is a zero."""
    if breakdown.reasons is None:
        return list(breakdown.labels)
    reasons = Reason.objects.filter(use=breakdown.reasons).order_by("code")
    return list(reasons.values_list("code", flat=True).distinct())


def _published(table: str) -> Iterator[PublishedCell]:
    return PublishedCell.objects.filter(table=table).select_related("publication").iterator()


def _cell_of(one: PublishedCell) -> Cell:
    return Cell(one.scope, one.scope_id, one.row, one.publication.year, one.is_since_beginning)


def _new(
    counts: Mapping[tuple[str, str], Mapping[str, int]],
    rows: Sequence[str],
    before: Mapping[Cell, int],
    year: int,
) -> Iterator[tuple[Cell, int]]:
    """The year's own cells, and those since the beginning: what was published, and this year. Those
    of a place begin with the first year that counts anything."""
    of_year: dict[tuple[str, str], dict[str, int]] = {
        place: {row: counted.get(row, 0) for row in rows} for place, counted in counts.items()
    }
    national = of_year[Scope.NATIONAL, ""]
    inside = [counted for (scope, _), counted in of_year.items() if scope == Scope.TERRITORY]
    of_year[Scope.TERRITORY, ELSEWHERE] = {
        row: number - sum(counted[row] for counted in inside) for row, number in national.items()
    }
    for (scope, scope_id), counted in of_year.items():
        has_begun = Cell(scope, scope_id, "", year - 1, True) in before
        if not (has_begun or any(counted.values())):
            # Nothing yet: everyone may know it.
            continue
        for row, number in {**counted, "": sum(counted.values())}.items():
            yield Cell(scope, scope_id, row, year, False), number
            earlier = before.get(Cell(scope, scope_id, row, year - 1, True), 0)
            yield Cell(scope, scope_id, row, year, True), earlier + number


def _sums(values: Mapping[Cell, int]) -> Iterator[Sum]:
    """What everyone knows to add up: rows in their total, years since the beginning, territories."""
    rows: dict[Cell, list[Cell]] = defaultdict(list)
    places: dict[Cell, list[Cell]] = defaultdict(list)
    for cell in values:
        if cell.row:
            rows[cell._replace(row="")].append(cell)
        if cell.scope == Scope.TERRITORY:
            places[cell._replace(scope=Scope.NATIONAL, scope_id="")].append(cell)
        if cell.until:
            years = (cell._replace(until=False), cell._replace(year=cell.year - 1))
            yield Sum(cell, [year for year in years if year in values])
    for parts in (rows, places):
        yield from (Sum(total, cells) for total, cells in parts.items())
