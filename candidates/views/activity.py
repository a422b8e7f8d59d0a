"""« Activité »: how many households are at each stage, and never a name."""

from django.http import HttpResponse
from django.shortcuts import render

from candidates.selectors.activity import activity_of
from emile.core.http import read_only
from operators.enums import OrganisationKind
from operators.http import AppRequest, requires


@requires(OrganisationKind.STATE, OrganisationKind.NATIONAL)
@read_only
def activity(request: AppRequest) -> HttpResponse:
    context = {"page": activity_of(request.actor), "stage_columns": ["Étape", "Ménages"]}
    return render(request, "candidates/activity.html", context)
