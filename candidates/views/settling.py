"""« Installation et suivi »: the section of a file that goes from the validation to the end."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from candidates.enums import Stage
from candidates.models import Parcours
from candidates.policies import FILE_KINDS
from candidates.selectors.settling import settling_page
from candidates.views.file import file_context, open_file
from candidates.views.reading import logs_reading
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.http import read_only
from operators.http import AppRequest, requires


@requires(*FILE_KINDS)
@logs_reading("installation")
@read_only
def file_installation(request: AppRequest, public_id: UUID) -> HttpResponse:
    parcours = open_file(request, public_id)
    page = settling_page(parcours, timezone.localdate())
    context = file_context(request, parcours, "file_installation") | {
        "page": page,
        "held_back_by": _held_back_by(parcours),
    }
    return render(request, "candidates/sections/installation.html", context)


def _held_back_by(parcours: Parcours) -> list[str]:
    """What an installation today would be refused for."""
    if parcours.stage != Stage.INSTALLATION:
        return []
    return PARCOURS_WORKFLOW["settle"].objections(parcours, timezone.localdate())
