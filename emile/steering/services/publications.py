"""Publishing the split figures of a year to those who read masked ones."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from candidates.models import Reason
from emile.core.context import database_context, system
from emile.core.locks import lock_name
from emile.steering.figures.breakdowns import BREAKDOWNS, Breakdown
from emile.steering.figures.publishing import Cell, cells_of_year
from emile.steering.models import Publication, PublishedCell, Scope
from emile.steering.selectors.breakdowns import counts_of
from emile.steering.selectors.figures import BEGINNING, Frame
from territories.models import Territory


PURPOSE = "publication des chiffres"
# Acts of December are noted in January.
FIRST_DAY = (1, 15)


def publish_due(*, now: datetime) -> int:
    """Publish the years that are over and not published yet, in their order; how many."""
    today = timezone.localdate(now)
    last = today.year - 1 if (today.month, today.day) >= FIRST_DAY else today.year - 2
    with database_context(system(PURPOSE)):
        return sum(_publish(year, today, now) for year in range(BEGINNING.year, last + 1))


@transaction.atomic
def _publish(year: int, today: date, now: datetime) -> bool:
    lock_name(PURPOSE)
    if Publication.objects.filter(year=year).exists():
        return False
    months = Frame(date(year, 1, 1), date(year, 12, 1), as_of=today)
    counts = {"": counts_of(months)}
    for territory_id in Territory.objects.order_by("pk").values_list("pk", flat=True):
        own = replace(months, scope=Scope.TERRITORY, scope_id=str(territory_id))
        counts[str(territory_id)] = counts_of(own)
    publication = Publication.objects.create(year=year, as_of=today, published_at=now)
    for breakdown in BREAKDOWNS:
        cells = cells_of_year(
            {place: tables[breakdown.code] for place, tables in counts.items()},
            _rows(breakdown),
            year,
            _published(breakdown.code),
            is_activity=breakdown.is_activity,
        )
        PublishedCell.objects.bulk_create(
            PublishedCell(
                publication=publication,
                scope=Scope.TERRITORY if cell.place else Scope.NATIONAL,
                scope_id=cell.place,
                table=breakdown.code,
                row=cell.row,
                is_since_beginning=cell.until,
                number=number,
                is_masked=is_masked,
            )
            for cell, (number, is_masked) in cells.items()
        )
    return True


def _rows(breakdown: Breakdown) -> Sequence[str]:
    """Every reason that the list has ever had, so that what nobody gave is a zero."""
    if breakdown.reasons is None:
        return list(breakdown.labels)
    reasons = Reason.objects.filter(use=breakdown.reasons).order_by("code")
    return list(reasons.values_list("code", flat=True).distinct())


def _published(table: str) -> dict[Cell, tuple[int, bool]]:
    rows = PublishedCell.objects.filter(table=table).values_list(
        "scope_id", "row", "publication__year", "is_since_beginning", "number", "is_masked"
    )
    return {
        Cell(place, row, year, until): (number, is_masked)
        for place, row, year, until, number, is_masked in rows
    }
