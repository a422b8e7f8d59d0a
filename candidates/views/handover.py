"""Passing the files of an organisation, or of one of its people, after a look at what will change."""

import hashlib
from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from candidates import services
from candidates.forms.handover import HandOverForm
from candidates.models import Parcours
from candidates.policies import FILE_KINDS
from candidates.selectors.handover import HANDED_OVER, all_hands, planned_hand_overs
from candidates.services.handover_preview import files_in_hands, preview
from emile.core.errors import DomainError
from emile.core.http import read_only, render_form
from emile.core.once import once
from emile.core.templatetags.emile import count, day
from operators.enums import OrganisationKind
from operators.http import AppRequest, requires
from operators.models import Organisation


@requires(*FILE_KINDS)
@read_only
def hand_over_list(request: AppRequest) -> HttpResponse:
    """The coordinator chooses whose files; a manager has their own organisation's."""
    actor = request.actor
    if actor.kind == OrganisationKind.COORDINATOR:
        context = {
            "hands": all_hands(),
            "planned": planned_hand_overs(actor, now=timezone.now()),
        }
        return render(request, "candidates/handover/list.html", context)
    _refuse_non_managers(request)
    mine = Organisation.objects.get(pk=actor.organisation_id)
    return redirect("candidates:hand_over", mine.public_id, actor.kind.value)


@requires(*FILE_KINDS)
@require_http_methods(["GET", "POST"])
@once
def hand_over(request: AppRequest, public_id: UUID, role: str) -> HttpResponse:
    """GET shows what would change, POST does it, provided that the files are still those shown."""
    _refuse_non_managers(request)
    giver, role = _giver(request, public_id, role)
    data = request.POST or (request.GET if "to" in request.GET else None)
    form = HandOverForm(
        data, actor=request.actor, giver=giver, role=role, today=timezone.localdate()
    )
    files: list[Parcours] = []
    if data and form.is_valid():
        worker = form.cleaned_data["mine"]
        files = files_in_hands(request.actor, role=role, giver=giver, worker=worker)
        if request.method == "POST":
            done = _perform(request, form, files, role)
            if done:
                return done
    return _show(request, form, files, role)


def _show(
    request: AppRequest, form: HandOverForm, files: Sequence[Parcours], role: OrganisationKind
) -> HttpResponse:
    is_told = form.is_bound and form.is_valid()
    return render_form(
        request,
        "candidates/handover/form.html",
        form=form,
        giver=form.giver,
        role=role,
        lines=preview(files, role=role, on=form.cleaned_data["on"]) if is_told else [],
        is_told=is_told,
        seen=seal(files),
        planned=planned_hand_overs(request.actor, now=timezone.now()),
    )


def _perform(
    request: AppRequest, form: HandOverForm, files: Sequence[Parcours], role: OrganisationKind
) -> HttpResponse | None:
    """None when nothing was done: the page is shown again."""
    shown = request.POST.get("seen")
    if shown != seal(files):
        messages.warning(request, "La liste des dossiers a changé\u00a0: relisez-la.")
        return None
    try:
        return (_plan if form.is_ahead else _pass_now)(request, form, files, role)
    except DomainError as refusal:
        form.add_error(None, f"Rien n’a été passé. {refusal}")
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
    return None


def _pass_now(
    request: AppRequest, form: HandOverForm, files: Sequence[Parcours], role: OrganisationKind
) -> HttpResponse:
    answers = form.cleaned_data
    passed = services.hand_over_all(
        actor=request.actor,
        files=files,
        role=role,
        giver=form.giver,
        receiver=answers["receiver"],
        worker=answers["worker"],
        reason=answers["reason"],
        on=answers["on"],
        now=timezone.now(),
    )
    to = answers["worker"].get_full_name() if answers["worker"] else answers["receiver"].name
    messages.success(request, f"C’est fait\u00a0: {count(passed, 'dossier')} pour {to}.")
    return redirect("candidates:parcours_list")


def _plan(
    request: AppRequest, form: HandOverForm, files: Sequence[Parcours], role: OrganisationKind
) -> HttpResponse:
    answers = form.cleaned_data
    planned = services.plan_hand_over(
        actor=request.actor,
        files=files,
        role=role,
        giver=form.giver,
        receiver=answers["receiver"],
        whose=answers["mine"],
        worker=answers["worker"],
        reason=answers["reason"],
        planned_on=answers["on"],
        now=timezone.now(),
    )
    messages.success(
        request, f"C’est prévu\u00a0: rien ne bouge avant le {day(planned.planned_on)}."
    )
    return redirect(planned)


def seal(files: Sequence[Parcours]) -> str:
    """Which files, and as which version: what was shown is what is passed."""
    told = ",".join(f"{one.pk}.{one.version}" for one in sorted(files, key=lambda one: one.pk))
    return hashlib.sha256(told.encode()).hexdigest()


def _giver(
    request: AppRequest, public_id: UUID, role: str
) -> tuple[Organisation, OrganisationKind]:
    giver = get_object_or_404(Organisation.objects.visible_to(request.actor), public_id=public_id)
    is_coordinator = request.actor.kind == OrganisationKind.COORDINATOR
    if role not in HANDED_OVER or not (is_coordinator or role == request.actor.kind):
        raise Http404
    return giver, OrganisationKind(role)


def _refuse_non_managers(request: AppRequest) -> None:
    if request.actor.kind != OrganisationKind.COORDINATOR and not request.actor.is_manager:
        raise PermissionDenied("Seules les personnes responsables passent les dossiers.")
