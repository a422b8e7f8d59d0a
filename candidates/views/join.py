"""Asking to join a file that exists already, and the coordinator's answer."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from candidates.models import Draft, JoinRequest
from candidates.selectors import joins
from candidates.services.duplicates import (
    accept_join,
    decline_join,
    request_to_join,
    undo_join,
)
from candidates.services.reading import log_reading
from emile.core.errors import DomainError
from emile.core.http import read_only
from emile.core.once import once
from emile.core.views import conflict
from operators.enums import OrganisationKind
from operators.http import AppRequest, requires


@requires(OrganisationKind.PRESCRIBER)
@require_POST
@once
def join_request(request: AppRequest, public_id: UUID) -> HttpResponse:
    draft = get_object_or_404(Draft.objects.visible_to(request.actor), public_id=public_id)
    token = request.POST.get("token", "")
    try:
        request_to_join(actor=request.actor, draft=draft, token=token, now=timezone.now())
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "La demande est envoyée à la coordination, qui vous répondra.")
    return redirect("candidates:orientation_confirm", draft.public_id)


@requires(OrganisationKind.COORDINATOR)
@read_only
def join_list(request: AppRequest) -> HttpResponse:
    context = {"page": joins.join_list(request.actor)}
    return render(request, "candidates/orientation/join_list.html", context)


@requires(OrganisationKind.COORDINATOR)
@require_safe
def join_detail(request: AppRequest, public_id: UUID) -> HttpResponse:
    """Shows who the file is about, so it counts as reading the file."""
    join = _join(request, public_id)
    page = joins.join_page(join)
    log_reading(
        actor=request.actor,
        public_id=join.parcours.public_id,
        page="rapprochement",
        now=timezone.now(),
    )
    context = {"page": page, "columns": ["Renseignement", "Orientation", "Dossier"]}
    return render(request, "candidates/orientation/join_detail.html", context)


@requires(OrganisationKind.COORDINATOR)
@require_POST
@once
def join_accept(request: AppRequest, public_id: UUID) -> HttpResponse:
    def accept(join: JoinRequest) -> JoinRequest:
        now = timezone.now()
        return accept_join(actor=request.actor, join=join, on=timezone.localdate(now), now=now)

    return _answer(request, public_id, accept, "La structure peut maintenant ouvrir le dossier.")


@requires(OrganisationKind.COORDINATOR)
@require_POST
@once
def join_decline(request: AppRequest, public_id: UUID) -> HttpResponse:
    def decline(join: JoinRequest) -> JoinRequest:
        return decline_join(actor=request.actor, join=join, now=timezone.now())

    return _answer(request, public_id, decline, "La structure est prévenue\u00a0: deux personnes.")


@requires(OrganisationKind.COORDINATOR)
@require_POST
@once
def join_undo(request: AppRequest, public_id: UUID) -> HttpResponse:
    def undo(join: JoinRequest) -> JoinRequest:
        now = timezone.now()
        return undo_join(actor=request.actor, join=join, on=timezone.localdate(now), now=now)

    return _answer(request, public_id, undo, "L’accès est retiré. Voici ce qui a été lu.")


def _answer(
    request: AppRequest, public_id: UUID, answer: Callable[[JoinRequest], JoinRequest], done: str
) -> HttpResponse:
    address = reverse("candidates:join_detail", args=[public_id])
    try:
        answer(_join(request, public_id))
    except DomainError as refusal:
        if refusal.code == "state":
            return conflict(request, resume_url=address, reason=str(refusal))
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect(address)


def _join(request: AppRequest, public_id: UUID) -> JoinRequest:
    joins_to_answer = JoinRequest.objects.visible_to(request.actor).for_detail()
    return get_object_or_404(joins_to_answer, public_id=public_id)
