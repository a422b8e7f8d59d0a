"""« Remontées de terrain »: told from any page, counted by theme, answered by the coordinator."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from emile.core.errors import StaleVersion
from emile.core.http import read_only, render_form
from emile.core.once import once
from emile.core.pagination import keyset_page
from emile.steering.forms import AnswerForm, FieldReportFilter, FieldReportForm
from emile.steering.models import FieldReport
from emile.steering.models.field_reports import FieldReportQuerySet
from emile.steering.selectors.field_reports import counted_by_theme
from emile.steering.selectors.lens import EVERYTHING
from emile.steering.services.field_reports import answer_report, report_difficulty
from operators.enums import OrganisationKind
from operators.http import AppRequest, requires


PAGE_SIZE = 30
TOLD = "C’est transmis à la coordination\u00a0: vous recevrez un courriel quand elle aura répondu."


@requires(*OrganisationKind)
@require_http_methods(["GET", "POST"])
@once
def field_report_tell(request: AppRequest) -> HttpResponse:
    form = FieldReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        report_difficulty(actor=request.actor, now=timezone.now(), **form.cleaned_data)
        messages.success(request, TOLD)
        return redirect("steering:field_reports")
    return render_form(request, "steering/field_report_tell.html", form=form)


@requires(*OrganisationKind)
@read_only
def field_reports(request: AppRequest) -> HttpResponse:
    mine = FieldReport.objects.visible_to(request.actor)
    # Only the fields of the form are errors of the form.
    form = FieldReportFilter(request.GET or None)
    page = keyset_page(
        _narrowed(mine, form).for_list(), request, field="reported_at", size=PAGE_SIZE
    )
    context = {
        "form": form,
        "page": page,
        "themes": counted_by_theme(mine),
        "reads_all": request.actor.kind in EVERYTHING,
        "answers": request.actor.kind == OrganisationKind.COORDINATOR,
    }
    return render(request, "steering/field_reports.html", context)


def _narrowed(reports: FieldReportQuerySet, form: FieldReportFilter) -> FieldReportQuerySet:
    asked = form.cleaned_data if form.is_valid() else {}
    if theme := asked.get("theme"):
        reports = reports.filter(theme=theme)
    if territory := asked.get("territory"):
        reports = reports.filter(territory=territory)
    match asked.get("state"):
        case form.UNANSWERED:
            return reports.unanswered()
        case form.ANSWERED:
            return reports.answered()
        case form.AGENDA:
            return reports.for_committee()
    return reports


@requires(OrganisationKind.COORDINATOR)
@require_http_methods(["GET", "POST"])
@once
def field_report(request: AppRequest, public_id: UUID) -> HttpResponse:
    known = FieldReport.objects.visible_to(request.actor).for_list()
    report = get_object_or_404(known, public_id=public_id)
    initial = {name: getattr(report, name) for name in AnswerForm.base_fields}
    form = AnswerForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            answer_report(
                actor=request.actor, report=report, now=timezone.now(), **form.cleaned_data
            )
        except StaleVersion as stale:
            # What the other person wrote is on the page; what was typed stays in the form.
            messages.error(request, str(stale))
            form = AnswerForm(initial=form.cleaned_data | {"version": stale.current})
        else:
            messages.success(request, "C’est noté.")
            return redirect("steering:field_reports")
    return render_form(request, "steering/field_report.html", form=form, report=report)
