"""A passation of a day to come: what it will do, or did; and how to cancel it."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from candidates import services
from candidates.models import PlannedHandOver
from candidates.policies import FILE_KINDS, can_cancel_hand_over
from candidates.selectors.handover import files_of, hands_of
from emile.core.errors import DomainError
from emile.core.http import read_only
from emile.core.once import once
from operators.http import AppRequest, requires


@requires(*FILE_KINDS)
@read_only
def planned_hand_over(request: AppRequest, public_id: UUID) -> HttpResponse:
    planned = _planned(request, public_id)
    context = {
        "planned": planned,
        "hands": hands_of(planned),
        "files": files_of(request.actor, planned),
        "count": planned.files.count(),
        "can_cancel": planned.is_waiting and can_cancel_hand_over(request.actor, planned),
    }
    return render(request, "candidates/handover/planned.html", context)


@requires(*FILE_KINDS)
@require_POST
@once
def cancel_hand_over(request: AppRequest, public_id: UUID) -> HttpResponse:
    planned = _planned(request, public_id)
    if not can_cancel_hand_over(request.actor, planned):
        raise PermissionDenied("L’équipe qui a prévu cette passation peut l’annuler.")
    try:
        services.cancel_hand_over(actor=request.actor, planned=planned, now=timezone.now())
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "C’est annulé\u00a0: les dossiers restent où ils sont.")
    return redirect(planned)


def _planned(request: AppRequest, public_id: UUID) -> PlannedHandOver:
    mine = PlannedHandOver.objects.visible_to(request.actor).for_list()
    return get_object_or_404(mine, public_id=public_id)
