"""« Orienter un ménage »: four pages, a draft behind them, and one confirmation."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from candidates.eligibility import Judgement, judge
from candidates.enums import Stage
from candidates.forms.draft import DraftForms
from candidates.forms.orientation import STEP_FORMS
from candidates.forms.step import StepForm
from candidates.models import Draft, JoinRequest, OrientationStep, Parcours
from candidates.selectors.criteria import rules_on
from candidates.selectors.duplicates import find_likenesses
from candidates.services.drafts import (
    DraftGone,
    delete_draft,
    save_step,
    start_draft,
    submit_draft,
)
from candidates.services.orientation import NewPerson
from candidates.workflow import clock
from emile.core.errors import DomainError
from emile.core.http import read_only
from emile.core.once import IGNORED, once
from operators.enums import OrganisationKind
from operators.http import AppRequest, requires
from operators.models import Organisation


# The button that was pressed is not an answer.
NOT_ANSWERS = {*IGNORED, "action"}
STEPS = list(OrientationStep)


@requires(OrganisationKind.PRESCRIBER)
@require_http_methods(["GET", "POST"])
@once
def orientation_start(request: AppRequest) -> HttpResponse:
    if request.method == "POST":
        draft = start_draft(actor=request.actor, now=timezone.now())
        return redirect(draft)
    drafts = Draft.objects.visible_to(request.actor).for_list()
    return render(request, "candidates/orientation/start.html", {"drafts": drafts})


@requires(OrganisationKind.PRESCRIBER)
@require_http_methods(["GET", "POST"])
def orientation_step(request: AppRequest, public_id: UUID, step: str) -> HttpResponse:
    """Not ``@once``: the same page sent twice is the same draft, and going back to it is allowed."""
    if step not in STEP_FORMS:
        raise Http404
    draft = _draft(request, public_id)
    if request.method == "POST":
        return _save(request, draft, OrientationStep(step))
    if request.method == "GET" and request.POST:
        # Typed before the session ended: shown, and kept when a button is pressed.
        draft.data[step] = _typed(request.POST)
    is_judged = "verifier" in request.GET
    return _show_step(request, draft, OrientationStep(step), is_judged=is_judged)


def _save(request: AppRequest, draft: Draft, step: OrientationStep) -> HttpResponse:
    """Whatever the button, what was typed is kept first."""
    try:
        draft = save_step(
            actor=request.actor,
            draft=draft,
            step=step,
            typed=_typed(request.POST),
            now=timezone.now(),
        )
    except DraftGone as refusal:
        messages.error(request, str(refusal))
        return redirect("candidates:orientation_start")
    match request.POST.get("action"):
        case "continue":
            return _continue(request, draft, step)
        case "back":
            return redirect(draft.url_of(STEPS[max(STEPS.index(step) - 1, 0)]))
        case "leave":
            messages.success(request, "Le brouillon est enregistré.")
            return redirect("candidates:orientation_start")
        case "autosave":
            context = {"judgements": _judgements(_pages(request, draft))}
            return render(request, "candidates/orientation/_criteria.html", context)
        case _:
            return redirect(draft.url_of(step))


def _continue(request: AppRequest, draft: Draft, step: OrientationStep) -> HttpResponse:
    form = _form(request, draft, step, is_judged=True)
    if form.is_valid():
        return redirect(draft)
    return _show_step(request, draft, step, is_judged=True, status=422)


def _show_step(
    request: AppRequest,
    draft: Draft,
    step: OrientationStep,
    *,
    is_judged: bool,
    status: int = 200,
) -> HttpResponse:
    form = _form(request, draft, step, is_judged=is_judged)
    rank = STEPS.index(step)
    context = {
        "draft": draft,
        "form": form,
        "step": step,
        "rank": rank + 1,
        "total": len(STEPS),
        "next_step": STEPS[rank + 1],
        "judgements": _judgements(_pages(request, draft)),
    }
    return render(request, form.template, context, status=status)


@requires(OrganisationKind.PRESCRIBER)
@require_http_methods(["GET", "POST"])
@once
def orientation_confirm(request: AppRequest, public_id: UUID) -> HttpResponse:
    draft = _draft(request, public_id)
    pages = _pages(request, draft)
    if request.method == "GET" or pages.unfinished:
        context = _confirmation(request, draft, pages)
        return render(request, "candidates/orientation/confirm.html", context)
    try:
        parcours = submit_draft(
            actor=request.actor,
            draft=draft,
            people=[NewPerson(**person) for person in pages.described_people],
            on=pages.today,
            now=timezone.now(),
            **pages.opening,
        )
    except (DomainError, ValidationError) as refusal:
        messages.error(request, _said(refusal))
        return redirect("candidates:orientation_start")
    return redirect("candidates:orientation_done", parcours.public_id)


def _confirmation(request: AppRequest, draft: Draft, pages: DraftForms) -> dict[str, Any]:
    coordinators = Organisation.objects.active().of_kind(OrganisationKind.COORDINATOR)
    return {
        "draft": draft,
        "rank": len(STEPS),
        "total": len(STEPS),
        "step": OrientationStep.CONFIRMATION,
        "unfinished": [(step, draft.url_of(step)) for step in pages.unfinished],
        "summary": [
            (step, [_row(label, value, draft.url_of(step)) for label, value in rows])
            for step, rows in pages.summary.items()
        ],
        "judgements": _judgements(pages),
        "likenesses": find_likenesses(
            actor=request.actor, identities=pages.identities, on=pages.today
        ),
        "asked": JoinRequest.objects.visible_to(request.actor).pending().filter(draft=draft),
        "is_committed": pages.facts.is_committed,
        "coordinator": coordinators.first(),
        "answer_by": clock.delay_after(Stage.ELIGIBILITY, pages.today),
    }


@requires(OrganisationKind.PRESCRIBER)
@read_only
def orientation_done(request: AppRequest, public_id: UUID) -> HttpResponse:
    files = Parcours.objects.visible_to(request.actor).select_related(
        "household", "owner_organisation"
    )
    parcours = get_object_or_404(files, public_id=public_id)
    return render(request, "candidates/orientation/done.html", {"parcours": parcours})


@requires(OrganisationKind.PRESCRIBER)
@require_http_methods(["GET", "POST"])
@once
def orientation_delete_draft(request: AppRequest, public_id: UUID) -> HttpResponse:
    draft = _draft(request, public_id)
    if request.method == "POST":
        delete_draft(draft=draft)
        messages.success(request, "Le brouillon est supprimé.")
        return redirect("candidates:orientation_start")
    who = f" pour {draft.typed_name}" if draft.typed_name else ""
    context = {
        "form": Form(),
        "title": "Supprimer ce brouillon\u00a0?",
        "text": f"Ce qui a été saisi{who} sera effacé pour toute votre structure. "
        "Aucun dossier n’a été ouvert.",
        "cancel_url": reverse("candidates:orientation_start"),
    }
    return render(request, "candidates/orientation/delete.html", context)


def _draft(request: AppRequest, public_id: UUID) -> Draft:
    return get_object_or_404(Draft.objects.visible_to(request.actor), public_id=public_id)


def _form(request: AppRequest, draft: Draft, step: OrientationStep, *, is_judged: bool) -> StepForm:
    return STEP_FORMS[step].of_draft(
        draft, step, actor=request.actor, today=timezone.localdate(), is_judged=is_judged
    )


def _pages(request: AppRequest, draft: Draft) -> DraftForms:
    return DraftForms(draft, actor=request.actor, today=timezone.localdate())


def _judgements(pages: DraftForms) -> list[Judgement]:
    return judge(rules_on(pages.today).rules.all(), pages.facts)


def _typed(post: QueryDict) -> dict[str, list[str]]:
    """The answers of a page; PostgreSQL keeps no null character."""
    return {
        name.replace("\0", ""): [value.replace("\0", "") for value in values]
        for name, values in post.lists()
        if name not in NOT_ANSWERS
    }


def _row(label: str, value: str, url: str) -> dict[str, str]:
    return {"label": label, "value": value, "change_url": url}


def _said(refusal: DomainError | ValidationError) -> str:
    return str(refusal) if isinstance(refusal, DomainError) else " ".join(refusal.messages)
