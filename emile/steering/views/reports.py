"""« Rapports »: figures on paper, asked for, waited for, downloaded; each one an archive."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from emile.core.http import download, read_only
from emile.core.odt import KIND
from emile.core.once import once
from emile.core.pagination import keyset_page
from emile.steering.forms import ReportPeriodForm
from emile.steering.models import Report
from emile.steering.selectors.lens import READERS, lens_of
from emile.steering.selectors.reports import file_name, reports_for
from emile.steering.services.reports import ask_report
from operators.http import AppRequest, requires


PAGE_SIZE = 30
ASKED = "Le rapport se prépare\u00a0: il sera dans la liste dans quelques secondes."


@requires(*READERS)
@require_http_methods(["GET", "POST"])
@once
def reports(request: AppRequest) -> HttpResponse:
    lens, now = lens_of(request.actor), timezone.now()
    data = request.POST if request.method == "POST" else {}
    form = ReportPeriodForm(data, today=timezone.localdate(now), lens=lens)
    if request.method == "POST" and form.is_valid():
        ask_report(actor=request.actor, frame=form.frame, now=now)
        messages.success(request, ASKED)
        return redirect("steering:reports")
    mine = reports_for(request.actor).for_list()
    page = keyset_page(mine, request, field="asked_at", size=PAGE_SIZE)
    is_working = any(one.is_pending for one in page.rows)
    context = {"page": page, "is_working": is_working, "is_masked": lens.is_masked}
    # A service without territory is told so before it asks for anything.
    status = 422 if request.method == "POST" else 200
    return render(request, "steering/reports.html", {"form": form, **context}, status=status)


@requires(*READERS)
@read_only
def report(request: AppRequest, public_id: UUID) -> HttpResponse:
    found = _ready(request, public_id)
    return download(bytes(found.content), name=f"{file_name(found)}.pdf", kind="application/pdf")


@requires(*READERS)
@read_only
def report_note(request: AppRequest, public_id: UUID) -> HttpResponse:
    found = _ready(request, public_id)
    return download(bytes(found.note), name=f"note-{file_name(found)}.odt", kind=KIND)


def _ready(request: AppRequest, public_id: UUID) -> Report:
    ready = reports_for(request.actor).ready().select_related("territory", "organisation")
    return get_object_or_404(ready, public_id=public_id)
