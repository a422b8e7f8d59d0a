"""The help sheets: read by everyone, written by the coordinator."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from candidates.forms.settings import HelpSheetForm
from candidates.models import HelpSheet
from candidates.selectors.help import published_sheets, sheets_with_authors
from candidates.services.help import add_help_sheet, change_help_sheet
from candidates.services.settings import SettingRefused
from candidates.views.settings import READERS, show_both
from emile.core import questions
from emile.core.errors import StaleVersion
from emile.core.http import read_only, render_form
from emile.core.once import once
from operators.enums import OrganisationKind
from operators.http import AppRequest, requires


@login_not_required
@read_only
def help_search(request: HttpRequest) -> HttpResponse:
    """The sheets, and the questions of the help page when something is looked for."""
    query = request.GET.get("q", "").replace("\x00", "")[:100].strip()
    context = {
        "query": query,
        "sheets": published_sheets(query),
        "questions": questions.search(query) if query else [],
    }
    return render(request, "candidates/help/search.html", context)


@login_not_required
@read_only
def help_sheet(request: HttpRequest, slug: str) -> HttpResponse:
    sheet = get_object_or_404(HelpSheet.objects.published(), slug=slug)
    return render(request, "candidates/help/sheet.html", {"sheet": sheet})


@requires(*READERS)
@read_only
def help_sheet_list(request: AppRequest) -> HttpResponse:
    context = {
        "sheets": sheets_with_authors(),
        "today": timezone.localdate(),
        "can_change": request.actor.kind == OrganisationKind.COORDINATOR,
    }
    return render(request, "candidates/settings/help_sheets.html", context)


@requires(OrganisationKind.COORDINATOR)
@require_http_methods(["GET", "POST"])
@once
def help_sheet_add(request: AppRequest) -> HttpResponse:
    others = _others()
    form = HelpSheetForm(
        request.POST or None, others=others, before=others[-1][0] if others else ""
    )
    if request.method == "POST" and form.is_valid():
        try:
            add_help_sheet(actor=request.actor, **form.values)
        except SettingRefused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            return _done(request, "La fiche est enregistrée.")
    return render_form(request, "candidates/settings/help_sheet_form.html", form=form)


@requires(OrganisationKind.COORDINATOR)
@require_http_methods(["GET", "POST"])
@once
def help_sheet_change(request: AppRequest, slug: str) -> HttpResponse:
    sheet = get_object_or_404(HelpSheet, slug=slug)
    form = _form(request, sheet)
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            change_help_sheet(actor=request.actor, sheet=sheet, version=version, **form.values)
        except StaleVersion as stale:
            return show_both(request, _form(request, HelpSheet.objects.get(pk=sheet.pk)), stale)
        else:
            return _done(request, "La fiche est à jour.")
    return render_form(request, "candidates/settings/help_sheet_form.html", form=form, sheet=sheet)


def _others(sheet: HelpSheet | None = None) -> list[tuple[str, str]]:
    return [(one.slug, one.title) for one in HelpSheet.objects.in_order() if one != sheet]


def _form(request: AppRequest, sheet: HelpSheet) -> HelpSheetForm:
    slugs = ["", *HelpSheet.objects.in_order().values_list("slug", flat=True)]
    arguments: dict[str, Any] = {
        "instance": sheet,
        "others": _others(sheet),
        "before": slugs[slugs.index(sheet.slug) - 1],
    }
    return HelpSheetForm(request.POST or None, **arguments)


def _done(request: AppRequest, told: str) -> HttpResponse:
    messages.success(request, told)
    return redirect("candidates:help_sheet_list")
