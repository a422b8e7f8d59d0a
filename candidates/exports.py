"""The list of households as a table to keep: its rows, its order, the columns of the screen."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from candidates.enums import ListColumn
from candidates.models import HouseholdMember, Parcours
from candidates.models.parcours import ParcoursQuerySet
from candidates.selectors.lists import ListRow, cells_of, in_table, rows_of
from emile.core.exports import Column, Kind, Table, Value
from operators.actors import Actor


CHUNK = 500
KINDS = {ListColumn.DUE: Kind.DATE, ListColumn.OPENED: Kind.DATE}
# They say where a household is, or where it goes: who follows a file works there.
WHERE = frozenset({ListColumn.TERRITORY, ListColumn.OWNER, ListColumn.LEAD})
NOT_TOLD = "Non communiqué"
# Beyond, whoever takes their names away says why.
PERSONS_WITHOUT_REASON = 50


def households_table(
    files: ParcoursQuerySet,
    *,
    actor: Actor,
    columns: Sequence[ListColumn],
    filters: Sequence[tuple[str, str]],
    now: datetime,
) -> Table:
    """``files`` are those of the list, as ``actor`` filters it."""
    return Table(
        title="Ménages",
        columns=[
            Column("Ménage", width=18),
            Column("Personnes", width=40),
            *(Column(column.label, KINDS.get(column, Kind.TEXT), 24) for column in columns),
        ],
        rows=_rows(files, actor, columns, timezone.localdate(now)),
        made_at=now,
        filters=filters,
    )


def people_in(files: ParcoursQuerySet, today: date, *, most: int) -> int:
    """How many persons the rows name, counted up to ``most``."""
    members = HouseholdMember.objects.on(today).filter(
        household__in=files.order_by().values("household")
    )
    return len(members.values_list("pk", flat=True)[:most])


def _rows(
    files: ParcoursQuerySet, actor: Actor, columns: Sequence[ListColumn], today: date
) -> Iterator[Sequence[Value]]:
    """Which rows, and their order, are settled first; each is read while it is still open to
    ``actor``, whatever happens meanwhile."""
    with transaction.atomic():
        found = list(files.order_by("-opened_on", "-pk").values_list("pk", flat=True))
    for keys in _chunks(found):
        with transaction.atomic():
            mine = Parcours.objects.visible_to(actor).filter(pk__in=keys)
            rows = {row.parcours.pk: row for row in rows_of(in_table(mine, columns), today)}
        yield from (_row(rows[key], columns, today) for key in keys if key in rows)


def _row(row: ListRow, columns: Sequence[ListColumn], today: date) -> list[Value]:
    parcours = row.parcours
    hides = parcours.household.hides_whereabouts
    told: Iterable[tuple[ListColumn, str]] = (
        (column, cell.text)
        for column, cell in zip(columns, cells_of(row, columns, today), strict=True)
    )
    return [
        parcours.household.reference,
        parcours.people,
        *(
            NOT_TOLD if hides and column in WHERE else _value(row, column, text)
            for column, text in told
        ),
    ]


def _value(row: ListRow, column: ListColumn, text: str) -> Value:
    """A date as a date, for it to be sorted."""
    match column:
        case ListColumn.DUE:
            return row.parcours.due_on
        case ListColumn.OPENED:
            return row.parcours.opened_on
        case _:
            return text


def _chunks(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(keys), CHUNK):
        yield keys[start : start + CHUNK]
