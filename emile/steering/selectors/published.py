"""What was published of a year, for those who read masked figures and for everyone."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from emile.core.templatetags.emile import number
from emile.steering.figures.breakdowns import BREAKDOWNS, Breakdown
from emile.steering.figures.masking import MINIMUM
from emile.steering.models import Publication, PublishedCell, Scope
from emile.steering.selectors.breakdowns import reason_labels


MASKED = "masqué"
TOTAL = "Total"
# What everyone may read.
OPEN_TABLES = (
    "oriented_by_type",
    "settled_by_type",
    "employment_entry",
    "employment_installation",
    "lodging_entry",
    "lodging_installation",
    "there_m6",
    "working_m6",
    "reached",
)


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """``rows`` are a label, the count of the year and the count since the beginning, in words."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class PublishedYear:
    publication: Publication
    tables: Sequence[PublishedTable]

    @property
    def has_masked(self) -> bool:
        return any(MASKED in row for table in self.tables for row in table.rows)


def published(scope: Scope, scope_id: str) -> PublishedYear | None:
    """The last year that was published, for a State service of that territory."""
    return _published(scope, scope_id, [one.code for one in BREAKDOWNS], is_open=False)


def published_for_all() -> PublishedYear | None:
    """For everyone: a total of one to four is masked too."""
    return _published(Scope.NATIONAL, "", OPEN_TABLES, is_open=True)


def _published(
    scope: Scope, scope_id: str, codes: Collection[str], *, is_open: bool
) -> PublishedYear | None:
    publication = Publication.objects.order_by("year").last()
    if publication is None:
        return None
    cells = PublishedCell.objects.of(scope, scope_id).filter(
        publication=publication, table__in=codes
    )
    counts: dict[str, dict[str, dict[bool, int | None]]] = {}
    for cell in cells:
        shown = cell.shown
        if is_open and shown is not None and 0 < shown < MINIMUM:
            shown = None
        rows = counts.setdefault(cell.table, {}).setdefault(cell.row, {})
        rows[cell.is_since_beginning] = shown
    labels = reason_labels()
    columns = (f"En {publication.year}", "Depuis le début")
    tables = [
        PublishedTable(
            one.title, (one.noun.capitalize(), *columns), list(_rows(one, counts[one.code], labels))
        )
        for one in BREAKDOWNS
        if one.code in counts
    ]
    return PublishedYear(publication, tables)


def _rows(
    breakdown: Breakdown,
    counts: Mapping[str, Mapping[bool, int | None]],
    labels: Mapping[tuple[str, str], str],
) -> Iterator[Sequence[str]]:
    """Reasons that nobody ever gave are left out: the list is long, and not closed."""
    names = breakdown.labels or {
        row: labels.get((str(breakdown.reasons), row), row)
        for row in sorted(counts)
        if row and counts[row] != {True: 0, False: 0}
    }
    for row, label in {**names, "": TOTAL}.items():
        if row in counts:
            yield (label, _told(counts[row][False]), _told(counts[row][True]))


def _told(count: int | None) -> str:
    return MASKED if count is None else number(count)
