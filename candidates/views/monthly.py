"""« Points du mois »: the archive of each territory, for those who read its figures."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from candidates.selectors.monthly import summaries_for
from candidates.views.printing import as_attachment
from emile.core.http import read_only
from emile.core.pagination import keyset_page
from operators.enums import OrganisationKind
from operators.http import AppRequest, requires


FIGURES = (OrganisationKind.STATE, OrganisationKind.NATIONAL, OrganisationKind.COORDINATOR)
PAGE_SIZE = 30


@requires(*FIGURES)
@read_only
def monthly_summaries(request: AppRequest) -> HttpResponse:
    mine = summaries_for(request.actor).defer("content").select_related("territory")
    page = keyset_page(mine, request, field="month", size=PAGE_SIZE)
    return render(request, "candidates/printing/monthly.html", {"page": page})


@requires(*FIGURES)
@read_only
def monthly_summary(request: AppRequest, public_id: UUID) -> HttpResponse:
    ready = summaries_for(request.actor).ready().select_related("territory")
    document = get_object_or_404(ready, public_id=public_id)
    slug = document.territory.slug if document.territory else ""
    return as_attachment(document, name=f"point-du-mois-{slug}-{document.month:%Y-%m}")
