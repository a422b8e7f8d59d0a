"""« Modèles de messages »: what the platform writes, as people receive it."""

from django.http import HttpResponse
from django.shortcuts import render

from emile.core.http import read_only
from emile.steering.message_templates import previews
from operators.enums import OrganisationKind
from operators.http import AppRequest, open_to_superusers, requires


@open_to_superusers
@requires(OrganisationKind.COORDINATOR)
@read_only
def message_templates(request: AppRequest) -> HttpResponse:
    return render(request, "steering/message_templates.html", {"groups": previews()})
