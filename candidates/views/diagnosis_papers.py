"""The diagnosis on paper, and its versions."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from candidates.enums import NEEDS, Need
from candidates.forms.versions import CompareForm
from candidates.policies import FILE_KINDS
from candidates.selectors.diagnosis import diagnosis_of, diagnosis_page
from candidates.selectors.known import known_facts
from candidates.selectors.versions import changes_between, versions_of
from candidates.views.file import open_file
from candidates.views.reading import logs_reading
from emile.core.http import read_only
from operators.http import AppRequest, requires


@requires(*FILE_KINDS)
@logs_reading("grille")
@read_only
def diagnosis_grid(request: AppRequest, public_id: UUID) -> HttpResponse:
    """What is still unknown, with lines to write on."""
    parcours = open_file(request, public_id)
    today = timezone.localdate()
    page = diagnosis_page(parcours=parcours, today=today, known=known_facts(parcours, today))
    unknown = [
        (block, [Need(need).label for need in NEEDS[block.theme]])
        for block in page.themes
        if block.is_unknown
    ]
    context = {"parcours": parcours, "page": page, "unknown": unknown}
    return render(request, "candidates/diagnosis/grid.html", context)


@requires(*FILE_KINDS)
@logs_reading("restitution")
@read_only
def diagnosis_summary(request: AppRequest, public_id: UUID) -> HttpResponse:
    """What was said, in plain words, to read back and to hand over."""
    parcours = open_file(request, public_id)
    today = timezone.localdate()
    page = diagnosis_page(parcours=parcours, today=today)
    context = {"parcours": parcours, "page": page, "today": today}
    return render(request, "candidates/diagnosis/summary.html", context)


@requires(*FILE_KINDS)
@logs_reading("versions")
@read_only
def diagnosis_versions(request: AppRequest, public_id: UUID) -> HttpResponse:
    parcours = open_file(request, public_id)
    versions = versions_of(parcours)
    form = CompareForm(request.GET or None, versions=versions)
    older, newer = form.chosen()
    diagnosis = diagnosis_of(parcours)
    context = {
        "parcours": parcours,
        "versions": versions,
        "form": form,
        "older": older,
        "newer": newer,
        "changes": changes_between(diagnosis, older, newer) if diagnosis else [],
    }
    return render(request, "candidates/diagnosis/versions.html", context)
