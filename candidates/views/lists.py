"""The list of households, as its address says: filters, shape, page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from candidates.filters import ParcoursFilter
from candidates.models import Parcours
from candidates.policies import FILE_KINDS
from candidates.selectors.lists import in_table, unknown_references
from emile.core.http import read_only
from emile.core.pagination import keyset_page
from emile.core.templatetags.emile import count
from operators.http import AppRequest, requires


PAGE_SIZE = 25


@requires(*FILE_KINDS)
@read_only
def parcours_list(request: AppRequest) -> HttpResponse:
    filters = filters_of(request)
    page = keyset_page(in_table(filters.qs), request, field="opened_on", size=PAGE_SIZE)
    context = {
        "filters": filters,
        "unknown": unknown_references(request.actor, filters.references),
        "page": page,
        "count_label": "plus de 1\u202f000 ménages"
        if page.is_beyond
        else count(page.count, "ménage"),
        "today": filters.today,
    }
    return render(request, "candidates/parcours_list.html", context)


def filters_of(request: AppRequest) -> ParcoursFilter:
    return ParcoursFilter(
        request.GET,
        queryset=Parcours.objects.visible_to(request.actor),
        actor=request.actor,
        today=timezone.localdate(),
    )
