"""The list of households, as its address says: filters, shape, page."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from candidates.enums import ListShape
from candidates.filters import SHAPE, ParcoursFilter
from candidates.models import Parcours
from candidates.policies import FILE_KINDS
from candidates.selectors.lists import (
    ShelvedView,
    board,
    cells_of,
    in_table,
    rows_of,
    shelf_of,
    unknown_references,
)
from emile.core.http import read_only
from emile.core.pagination import keyset_neighbours, keyset_page
from emile.core.templatetags.emile import count
from operators.http import AppRequest, requires
from operators.policies import can_export


PAGE_SIZE = 25
ORDER = "opened_on"
# In the address of a file: the filters of the list where it was chosen.
PLACE = "liste"
BEYOND = "plus de 1\u202f000 ménages"
# What everyone needs, before they save anything.
READY_VIEWS = (
    ShelvedView("Sans référent", "lead=none"),
    ShelvedView("Papiers qui expirent avant l’installation prévue", "papers=before_move"),
    ShelvedView("En retard", "ageing=late"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file is in the list that ``query`` shows; an address is empty at the end of it."""

    query: str
    previous_url: str
    next_url: str

    @property
    def list_url(self) -> str:
        return list_url(self.query)

    def keep(self, url: str) -> str:
        """The address of another page of the file, in the same place."""
        return f"{url}?{urlencode({PLACE: self.query})}"


@requires(*FILE_KINDS)
@read_only
def parcours_list(request: AppRequest) -> HttpResponse:
    filters = filters_of(request)
    shelf = shelf_of(request.actor)
    context = {
        "filters": filters,
        "unknown": unknown_references(request.actor, filters.references),
        "views": [*READY_VIEWS, *shelf.views],
        "shapes": [(shape, filters.query(**{SHAPE: shape})) for shape in ListShape],
        "today": filters.today,
        "may_export": can_export(request.actor),
    }
    if filters.shape == ListShape.BOARD:
        return render(request, "candidates/lists/board.html", context | _in_columns(filters))
    files = in_table(filters.qs, shelf.columns)
    page = keyset_page(files, request, field=ORDER, size=PAGE_SIZE)
    query = filters.query()
    context |= {
        "page": page,
        "rows": [
            (row, file_url(row.parcours, query), cells_of(row, shelf.columns, filters.today))
            for row in rows_of(page.rows, filters.today)
        ],
        "columns": shelf.columns,
        "count_label": BEYOND if page.is_beyond else count(page.count, "ménage"),
    }
    return render(request, "candidates/lists/table.html", context)


def _in_columns(filters: ParcoursFilter) -> dict[str, Any]:
    """Each column with the address of all its rows."""
    columns = board(filters.qs, filters.today)
    total = sum(column.count for column in columns)
    is_beyond = any(column.is_beyond for column in columns)
    return {
        "columns": [
            (column, list_url(filters.query(stage=column.stage, **{SHAPE: ""})))
            for column in columns
        ],
        "count_label": f"plus de {count(total, 'ménage')}" if is_beyond else count(total, "ménage"),
    }


def place_in_list(request: AppRequest, parcours: Parcours) -> Place | None:
    """None when one does not come from the list."""
    if PLACE not in request.GET:
        return None
    filters = filters_of(request, QueryDict(request.GET[PLACE]))
    query = filters.query()
    before, after = keyset_neighbours(filters.qs, parcours, field=ORDER)
    return Place(
        query=query,
        previous_url=file_url(before, query) if before else "",
        next_url=file_url(after, query) if after else "",
    )


def filters_of(request: AppRequest, query: QueryDict | None = None) -> ParcoursFilter:
    """Those of the page's own address, or of the list's when one is elsewhere."""
    return ParcoursFilter(
        request.GET if query is None else query,
        queryset=Parcours.objects.visible_to(request.actor),
        actor=request.actor,
        today=timezone.localdate(),
    )


def list_url(query: str) -> str:
    return f"{reverse('candidates:parcours_list')}{'?' if query else ''}{query}"


def file_url(parcours: Parcours, query: str) -> str:
    """Of a file of the list that these filters show."""
    return f"{parcours.get_absolute_url()}?{urlencode({PLACE: query})}"
