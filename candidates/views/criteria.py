"""The seven criteria, in the settings."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from candidates.forms.settings import CriteriaForm
from candidates.selectors.rule_sets import criteria_page, decisions_touched, last_rule_set
from candidates.services.criteria import change_criteria
from candidates.services.settings import SettingRefused
from candidates.views.settings import READERS, show_both
from emile.core.errors import StaleVersion
from emile.core.http import read_only, render_form
from emile.core.once import once
from operators.enums import OrganisationKind
from operators.http import AppRequest, requires


@requires(*READERS)
@read_only
def criteria(request: AppRequest) -> HttpResponse:
    context = {
        "page": criteria_page(timezone.localdate()),
        "can_change": request.actor.kind == OrganisationKind.COORDINATOR,
    }
    return render(request, "candidates/settings/criteria.html", context)


@requires(OrganisationKind.COORDINATOR)
@require_http_methods(["GET", "POST"])
@once
def criteria_change(request: AppRequest) -> HttpResponse:
    today = timezone.localdate()
    form = _form(request, today)
    if request.method == "POST" and form.is_valid():
        try:
            change_criteria(
                actor=request.actor,
                version=form.cleaned_data["version"],
                since=form.cleaned_data["starts_on"],
                today=today,
                rules=form.answers,
            )
        except StaleVersion as stale:
            return show_both(request, _form(request, today), stale)
        except SettingRefused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            messages.success(request, "Les critères sont enregistrés.")
            return redirect("candidates:criteria")
    return render_form(
        request, "candidates/settings/criteria_change.html", form=form, touched=decisions_touched()
    )


def _form(request: AppRequest, today: date) -> CriteriaForm:
    rule_set = last_rule_set()
    return CriteriaForm(
        request.POST or None,
        rules=list(rule_set.rules.all()),
        today=today,
        initial={"version": rule_set.version},
    )
