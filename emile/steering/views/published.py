"""What is published once a year: to State services for their territory, to everyone for the whole."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from emile.core.http import read_only
from emile.steering.selectors.lens import lens_of
from emile.steering.selectors.published import published, published_for_all
from operators.enums import OrganisationKind
from operators.http import AppRequest, requires


@requires(OrganisationKind.STATE)
@read_only
def published_figures(request: AppRequest) -> HttpResponse:
    lens = lens_of(request.actor)
    territories = [
        (territory, published(lens.scope, str(territory.pk))) for territory in lens.territories
    ]
    return render(request, "steering/published.html", {"territories": territories})


@login_not_required
@read_only
def public_figures(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/stats.html", {"page": published_for_all()})
