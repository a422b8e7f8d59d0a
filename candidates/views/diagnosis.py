"""« Diagnostic et plan d’action »: the section of a file that the upstream operator writes."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from candidates.policies import FILE_KINDS
from candidates.selectors.diagnosis import diagnosis_page
from candidates.views.file import file_context, open_file
from candidates.views.reading import logs_reading
from emile.core.http import read_only
from operators.http import AppRequest, requires


@requires(*FILE_KINDS)
@logs_reading("diagnostic")
@read_only
def file_diagnosis(request: AppRequest, public_id: UUID) -> HttpResponse:
    parcours = open_file(request, public_id)
    page = diagnosis_page(parcours=parcours, today=timezone.localdate())
    context = file_context(request, parcours, "file_diagnosis") | {"page": page}
    return render(request, "candidates/sections/diagnosis.html", context)
