"""« Services par commune »: schools, childcare and doctors near where homes are."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from emile.core.http import read_only, render_form
from emile.core.once import once
from operators.http import AppRequest, requires
from territories.filters import CommuneFilter
from territories.forms.nearby import NearbyForm
from territories.models import Territory
from territories.models.offer import KEEPERS, READERS
from territories.selectors.nearby import (
    NEARBY_TOLD,
    communes_to_tell,
    nearby_url,
    rows_of,
    told_of,
)
from territories.selectors.offers import journal_of
from territories.services.nearby import tell_services
from territories.views.kept import attempt_edition, check_keeps


PAGE_SIZE = 25


@requires(*READERS)
@read_only
def nearby_list(request: AppRequest, public_id: UUID) -> HttpResponse:
    today = timezone.localdate()
    territories = Territory.objects.visible_to(request.actor).marked_for(request.actor, today)
    territory = get_object_or_404(territories, public_id=public_id)
    communes = communes_to_tell(territory, request.actor, today)
    filters = CommuneFilter(request.GET, communes)
    page = Paginator(filters.qs, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "territory": territory,
        "filters": filters,
        "page": page,
        "rows": rows_of(page.object_list),
        "keeps": territory.is_kept,  # type: ignore[attr-defined]
    }
    return render(request, "territories/nearby/list.html", context)


@requires(*KEEPERS)
@require_http_methods(["GET", "POST"])
@once
def nearby_edit(request: AppRequest, public_id: UUID, code: str) -> HttpResponse:
    territory = get_object_or_404(Territory.objects.visible_to(request.actor), public_id=public_id)
    check_keeps(request, territory)
    commune = get_object_or_404(territory.communes.select_related("services"), code=code)
    told, list_url = told_of(commune), nearby_url(territory)
    form = NearbyForm(request.POST or None, told=told, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        said = f"C’est noté pour {commune.name}."
        how = {"territory": territory, "commune": commune, **form.values}
        return attempt_edition(request, tell_services, form, said=said, back=list_url, **how)
    return render_form(
        request,
        "territories/nearby/form.html",
        form=form,
        territory=territory,
        commune=commune,
        list_url=list_url,
        journal=journal_of(told, NEARBY_TOLD) if told else [],
    )
