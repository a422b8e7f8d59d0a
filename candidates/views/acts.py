"""One page per step of the workflow: show its form, perform it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from candidates.forms.act import ActForm
from candidates.models import Parcours
from candidates.services.reading import log_reading
from candidates.views import act_drafts
from candidates.views.act_pages import ACT_PAGES, ActPage
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.errors import DomainError, StaleVersion
from emile.core.http import render_form
from emile.core.once import once
from emile.core.views import conflict
from emile.core.workflow import ReasonNeeded, TransitionRefused
from operators.http import AppRequest


@require_http_methods(["GET", "POST"])
@once
def act(
    request: AppRequest, public_id: UUID, step: str, about_id: UUID | None = None
) -> HttpResponse:
    parcours = get_object_or_404(
        Parcours.objects.visible_to(request.actor).for_detail(), public_id=public_id
    )
    page = _page_of(step, about_id)
    return play(request, parcours, step, page, page.find(request.actor, parcours, about_id))


def play(
    request: AppRequest, parcours: Parcours, step: str, page: ActPage, about: Any
) -> HttpResponse:
    """The form of a step, or what comes of it."""
    try:
        checked = PARCOURS_WORKFLOW.check(step, parcours, request.actor)
    except TransitionRefused as refusal:
        return _refuse(request, parcours, refusal)
    today = timezone.localdate()
    form = page.form(
        request.POST or None,
        request.FILES or None,
        actor=request.actor,
        parcours=parcours,
        about=about,
        today=today,
        warnings=checked.reservations(parcours, today),
        may_ask_why=bool(checked.warnings),
        asked=request.GET,
    )
    if request.method == "POST" and page.keeps_draft:
        answer = act_drafts.answer_to_draft(request, parcours, form)
        if answer is not None:
            return answer
    if request.method == "POST" and form.is_valid():
        return _perform(request, step, page, form)
    return _show(request, step, page, form)


def _page_of(step: str, about_id: UUID | None) -> ActPage:
    page = ACT_PAGES.get(step)
    if page is None or (page.about is None) != (about_id is None):
        raise Http404
    return page


def _perform(request: AppRequest, step: str, page: ActPage, form: ActForm) -> HttpResponse:
    about = {page.about: form.about} if page.about else {}
    try:
        page.service(
            actor=request.actor,
            parcours=form.parcours,
            now=timezone.now(),
            **about,
            **form.cleaned_data,
        )
    except TransitionRefused as refusal:
        if refusal.code in {"state", "permission"}:
            return _refuse(request, form.parcours, refusal)
        return _show_again(request, step, page, form, refusal)
    except StaleVersion as refusal:
        _log(request, form)
        return conflict(
            request,
            resume_url=request.path,
            conflicts=form.differences(),
            kept=form.sent_again(refusal.current),
        )
    except (DomainError, ValidationError) as refusal:
        return _show_again(request, step, page, form, refusal)
    if page.keeps_draft:
        act_drafts.forget(request)
    messages.success(request, f"C’est noté\u00a0: {_told(step)}.")
    return redirect(form.next_url() or where_next(request, form.parcours))


def where_next(request: AppRequest, parcours: Parcours) -> str:
    """The file, unless the act has taken it away from this organisation."""
    is_still_ours = Parcours.objects.visible_to(request.actor).filter(pk=parcours.pk).exists()
    return parcours.get_absolute_url() if is_still_ours else reverse("candidates:to_do")


def _told(step: str) -> str:
    done = PARCOURS_WORKFLOW[step].done
    return done[0].lower() + done[1:]


def _show_again(
    request: AppRequest,
    step: str,
    page: ActPage,
    form: ActForm,
    refusal: DomainError | ValidationError,
) -> HttpResponse:
    """Nothing typed is lost; a reason that turns out to be needed gets its field."""
    if isinstance(refusal, ReasonNeeded):
        form.ask_reason(refusal.warnings)
        form.add_error("reason", "Dites pourquoi en quelques mots.")
    elif isinstance(refusal, ValidationError):
        form.add_error(None, refusal.messages)
    else:
        form.add_error(None, str(refusal))
    return _show(request, step, page, form)


def _show(request: AppRequest, step: str, page: ActPage, form: ActForm) -> HttpResponse:
    _log(request, form)
    context: dict[str, Any] = {"step": PARCOURS_WORKFLOW[step], "parcours": form.parcours}
    if page.keeps_draft:
        drafts = act_drafts.drafts_of(request)
        context["drafts"] = drafts
        if not form.is_bound:
            act_drafts.fill_in(form, drafts)
    return render_form(request, page.template, form=form, **context)


def _log(request: AppRequest, form: ActForm) -> None:
    """A form is a reading too: it shows what the file says, refused or stale as well as new."""
    log_reading(
        actor=request.actor, public_id=form.parcours.public_id, page="acte", now=timezone.now()
    )


def _refuse(request: AppRequest, parcours: Parcours, refusal: TransitionRefused) -> HttpResponse:
    """The file has moved: a page that says so. Not this organisation's turn: a message."""
    if refusal.code == "state" and request.method == "POST":
        return conflict(request, resume_url=where_next(request, parcours), reason=str(refusal))
    messages.error(request, str(refusal))
    return redirect(where_next(request, parcours))
