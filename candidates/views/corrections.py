"""« Corriger cet acte »: from the timeline, with its reason."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from candidates import services
from candidates.forms.act import ActForm
from candidates.forms.beside import CorrectForm
from candidates.forms.writing import CorrectExchangeForm
from candidates.models import Note, Parcours, ParcoursEvent
from candidates.policies import FILE_KINDS
from candidates.views.acts import where_next
from candidates.views.file import open_file
from candidates.views.reading import logs_reading
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.http import render_form
from emile.core.once import once
from emile.core.views import conflict
from emile.core.workflow import TransitionRefused
from operators.http import AppRequest, requires


@requires(*FILE_KINDS)
@require_http_methods(["GET", "POST"])
@once
@logs_reading("correction")
def correct(request: AppRequest, public_id: UUID, sequence: int) -> HttpResponse:
    parcours = open_file(request, public_id)
    event = get_object_or_404(parcours.events.correctable_by(request.actor), sequence=sequence)
    form = _form(request, event, parcours)
    if request.method == "POST" and form.is_valid():
        return _perform(request, event, form.cleaned_data)
    return render_form(
        request,
        "candidates/correct.html",
        form=form,
        parcours=parcours,
        event=event,
        told=PARCOURS_WORKFLOW[event.kind].done,
    )


def _form(request: AppRequest, event: ParcoursEvent, parcours: Parcours) -> ActForm:
    """The author of an exchange may write it again; any other act is taken back."""
    is_own_exchange = event.kind == "note" and event.actor_user_id == request.actor.user_id
    notes = Note.objects.select_related("event", "answers_to")
    about = notes.get(event=event) if is_own_exchange else None
    return (CorrectExchangeForm if about else CorrectForm)(
        request.POST or None,
        actor=request.actor,
        parcours=parcours,
        today=timezone.localdate(),
        about=about,
    )


def _perform(request: AppRequest, event: ParcoursEvent, answers: dict[str, Any]) -> HttpResponse:
    correct = _rewrite if answers.pop("fate", "") == CorrectExchangeForm.REWRITE else _take_back
    try:
        correct(request, event, answers)
    except TransitionRefused as refusal:
        return conflict(
            request, resume_url=where_next(request, event.parcours), reason=str(refusal)
        )
    return redirect(where_next(request, event.parcours))


def _rewrite(request: AppRequest, event: ParcoursEvent, answers: dict[str, Any]) -> None:
    services.rewrite_exchange(actor=request.actor, event=event, now=timezone.now(), **answers)
    messages.success(request, "L’échange est corrigé\u00a0: l’ancien texte reste lisible.")


def _take_back(request: AppRequest, event: ParcoursEvent, answers: dict[str, Any]) -> None:
    told = services.correct_act(
        actor=request.actor, event=event, now=timezone.now(), reason=answers["reason"]
    )
    messages.success(request, "L’acte est corrigé\u00a0: le dossier est revenu où il en était.")
    if told:
        messages.warning(request, f"Un message était déjà parti à\u00a0: {', '.join(told)}.")
