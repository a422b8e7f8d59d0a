"""The list of households: its rows, its board, and what each person has put on their shelf."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, QuerySet
from django.db.models.functions import JSONObject

from candidates.enums import USUAL_COLUMNS, ListColumn, Stage, Standing
from candidates.models import Parcours, SavedView
from candidates.models.life import urgent_q
from candidates.models.parcours import ParcoursQuerySet
from emile.core.templatetags.emile import age, count, short_day
from operators.actors import Actor
from operators.models import User


# In a column of the board; the list shows the others.
SHOWN = 8
# Beyond, they are not counted.
BOUND = 100
# What a column reads beside the file.
READ_BY = {
    ListColumn.OWNER: "owner_organisation",
    ListColumn.TERRITORY: "territory",
    ListColumn.LEAD: "lead_worker",
}


@dataclass(frozen=True, slots=True)
class ListRow:
    """``is_aside``: suspended or out, which the stage does not say."""

    parcours: Parcours
    is_late: bool
    is_aside: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """``age`` is how long it has lasted; ``badge`` what is to be seen of it first; a date is read
    on one line."""

    label: str
    text: str
    age: str = ""
    badge: str = ""
    tone: str = ""
    is_date: bool = False


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """``more`` are the rows that are not shown, up to ``BOUND`` in all."""

    stage: Stage
    rows: list[ListRow]
    more: int
    is_beyond: bool

    @property
    def count(self) -> int:
        return len(self.rows) + self.more


@dataclass(frozen=True, slots=True)
class ShelvedView:
    name: str
    query: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """How one person looks at the list: the views they may use, the columns they have chosen."""

    views: list[ShelvedView]
    columns: list[ListColumn]


def in_table(files: ParcoursQuerySet, columns: Iterable[ListColumn]) -> QuerySet[Any]:
    """With ``is_urgent``: the household has lost its lodging."""
    related = [READ_BY[column] for column in columns if column in READ_BY]
    return files.for_table(*related).annotate(is_urgent=urgent_q())


def rows_of(files: Iterable[Parcours], today: date) -> list[ListRow]:
    """Expects ``in_table()``. No query."""
    return [
        ListRow(
            parcours=parcours,
            is_late=parcours.is_open and parcours.due_on is not None and parcours.due_on < today,
            is_aside=parcours.standing in {Standing.SUSPENDED, Standing.EXITED},
        )
        for parcours in files
    ]


def cells_of(row: ListRow, columns: Iterable[ListColumn], today: date) -> list[Cell]:
    return [_cell(row, column, today) for column in columns]


def _cell(row: ListRow, column: ListColumn, today: date) -> Cell:
    parcours, label = row.parcours, column.label
    match column:
        case ListColumn.COMPOSITION:
            return Cell(label, _composition(parcours, today))
        case ListColumn.STAGE:
            return Cell(
                label,
                Stage(parcours.stage).label,
                age=age(parcours.stage_since, today) if parcours.is_open else "",
                badge=Standing(parcours.standing).label if row.is_aside else "",
            )
        case ListColumn.OWNER:
            return Cell(label, str(parcours.owner_organisation or "Plus personne"))
        case ListColumn.DUE:
            late = {"badge": "En retard", "tone": "error"} if row.is_late else {}
            return Cell(label, short_day(parcours.due_on) or "Sans échéance", is_date=True, **late)
        case ListColumn.TERRITORY:
            return Cell(label, str(parcours.territory or "Pas encore"))
        case ListColumn.LEAD:
            lead = parcours.lead_worker
            return Cell(label, lead.get_full_name() if lead else "Sans référent")
        case ListColumn.STANDING:
            return Cell(label, Standing(parcours.standing).label)
        case ListColumn.OPENED:
            return Cell(label, short_day(parcours.opened_on), is_date=True)


def board(files: ParcoursQuerySet, today: date) -> list[BoardColumn]:
    """One column for each stage where there is a file, the most urgent first. Three queries."""
    by_due_date = F("due_on").asc(nulls_last=True)
    heads = [
        files.filter(stage=stage)
        .order_by(by_due_date, "pk")
        .values_list("stage", "due_on", "pk")[: BOUND + 1]
        for stage in Stage
    ]
    found: dict[str, list[tuple[date, int]]] = {}
    for stage, due_on, pk in heads[0].union(*heads[1:], all=True):
        found.setdefault(stage, []).append((due_on or date.max, pk))
    heads_of = {stage: [pk for _, pk in sorted(rows)] for stage, rows in found.items()}
    shown = [pk for pks in heads_of.values() for pk in pks[:SHOWN]]
    cards = in_table(Parcours.objects.filter(pk__in=shown), [ListColumn.OWNER])
    rows = {row.parcours.pk: row for row in rows_of(cards, today)}
    return [
        BoardColumn(
            stage=stage,
            rows=[rows[pk] for pk in heads_of[stage][:SHOWN]],
            more=max(0, min(len(heads_of[stage]), BOUND) - SHOWN),
            is_beyond=len(heads_of[stage]) > BOUND,
        )
        for stage in Stage
        if stage in heads_of
    ]


def shelf_of(actor: Actor) -> Shelf:
    """One query."""
    views = SavedView.objects.visible_to(actor).order_by("name", "pk")
    told = views.values(told=JSONObject(name="name", query="query"))
    shelved, columns = (
        User.objects.filter(pk=actor.user_id)
        .annotate(views=ArraySubquery(told))
        .values_list("views", "list_layout__columns")
        .get()
    )
    return Shelf(
        views=[ShelvedView(**view) for view in shelved],
        columns=[column for column in ListColumn if column in (columns or USUAL_COLUMNS)],
    )


def unknown_references(actor: Actor, references: Sequence[str]) -> list[str]:
    """Those under which this actor has no file, whether somebody else has one or nobody.

    No query when nothing is asked.
    """
    if not references:
        return []
    mine = Parcours.objects.visible_to(actor).filter(household__reference__in=references)
    known = set(mine.values_list("household__reference", flat=True))
    return [reference for reference in references if reference not in known]


def _composition(parcours: Parcours, today: date) -> str:
    people = len(parcours.household.members_on(today))
    kind = parcours.household.type_on(today).label
    return f"{kind}, {count(people, 'personne')}" if people > 1 else kind
