"""Files put aside for a while: the list, the form, and back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from candidates.forms.snooze import SnoozeForm
from candidates.models import Parcours
from candidates.policies import FILE_KINDS, can_set_aside
from candidates.selectors.snoozed import set_aside_rows, snooze_of
from candidates.services.snooze import SnoozeRefused, set_aside, take_back
from candidates.views.reading import logs_reading
from emile.core.http import read_only, render_form
from emile.core.once import once
from emile.core.templatetags.emile import day
from operators.http import AppRequest, requires


@requires(*FILE_KINDS)
@read_only
def snoozed(request: AppRequest) -> HttpResponse:
    today = timezone.localdate()
    context = {"rows": set_aside_rows(request.actor, today), "today": today}
    return render(request, "candidates/snoozed.html", context)


@requires(*FILE_KINDS)
@logs_reading("mis-de-cote")
@require_http_methods(["GET", "POST"])
@once
def snooze(request: AppRequest, public_id: UUID) -> HttpResponse:
    parcours, today = _open(request, public_id), timezone.localdate()
    if not can_set_aside(request.actor, parcours):
        messages.error(request, "Ce dossier n’est pas à faire par votre organisation.")
        return redirect(parcours)
    form = SnoozeForm(request.POST or None, parcours=parcours, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            set_aside(actor=request.actor, parcours=parcours, today=today, **form.cleaned_data)
        except SnoozeRefused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            until = day(form.cleaned_data["until"])
            messages.success(request, f"Le dossier est mis de côté jusqu’au {until}.")
            return redirect("candidates:to_do")
    running = snooze_of(request.actor, parcours, today)
    context = {"parcours": parcours, "running": running, "cancel_url": reverse("candidates:to_do")}
    return render_form(request, "candidates/snooze.html", form=form, **context)


@requires(*FILE_KINDS)
@require_POST
@once
def unsnooze(request: AppRequest, public_id: UUID) -> HttpResponse:
    parcours = _open(request, public_id)
    try:
        take_back(actor=request.actor, parcours=parcours)
    except SnoozeRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Le dossier est de nouveau à faire.")
    return redirect("candidates:to_do")


def _open(request: AppRequest, public_id: UUID) -> Parcours:
    files = Parcours.objects.visible_to(request.actor).for_list()
    return get_object_or_404(files, public_id=public_id)
