"""The list of households, as its address says: filters, shape, page."""

from typing import Any

from django.http import HttpResponse
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
    in_table,
    rows_of,
    shelf_of,
    unknown_references,
)
from emile.core.http import read_only
from emile.core.pagination import keyset_page
from emile.core.templatetags.emile import count
from operators.http import AppRequest, requires


PAGE_SIZE = 25
BEYOND = "plus de 1\u202f000 ménages"
# What everyone needs, before they save anything.
READY_VIEWS = (
    ShelvedView("Sans référent", "lead=none"),
    ShelvedView("Papiers qui expirent avant l’installation prévue", "papers=before_move"),
    ShelvedView("En retard", "ageing=late"),
)


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
    }
    if filters.shape == ListShape.BOARD:
        return render(request, "candidates/lists/board.html", context | _in_columns(filters))
    page = keyset_page(in_table(filters.qs), request, field="opened_on", size=PAGE_SIZE)
    context |= {
        "page": page,
        "rows": rows_of(page.rows, filters.today),
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


def filters_of(request: AppRequest) -> ParcoursFilter:
    return ParcoursFilter(
        request.GET,
        queryset=Parcours.objects.visible_to(request.actor),
        actor=request.actor,
        today=timezone.localdate(),
    )


def list_url(query: str) -> str:
    return f"{reverse('candidates:parcours_list')}{'?' if query else ''}{query}"
