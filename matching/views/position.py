"""*Positionner*: what suits a household, and why not the rest."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from candidates.models import Parcours
from candidates.views.reading import logs_reading
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.http import read_only
from matching.forms.position import MOST_SHOWN, SHOWN, AskForm
from matching.policies import SEEKERS
from matching.selectors.cases import with_case
from matching.selectors.position import position_page, why_not_offer
from operators.http import AppRequest, requires
from territories.models import Offer, Territory


@requires(*SEEKERS)
@logs_reading("positionner")
@read_only
def position(request: AppRequest, public_id: UUID) -> HttpResponse:
    today, parcours = timezone.localdate(), open_case(request, public_id)
    territories = Territory.objects.visible_to(request.actor).taking_part_on(today)
    form = AskForm(request.GET or None, territories=territories)
    context = {
        "parcours": parcours,
        "form": form,
        "page": position_page(parcours, today, how_many=form.how_many, asked=form.asked),
        "next_shown": min(form.how_many + SHOWN, MOST_SHOWN),
        "may_propose": may_propose(request, parcours),
    }
    return render(request, "matching/position.html", context)


@requires(*SEEKERS)
@logs_reading("pourquoi pas cette offre")
@read_only
def why_not(request: AppRequest, public_id: UUID, offer_id: UUID) -> HttpResponse:
    today, parcours = timezone.localdate(), open_case(request, public_id)
    offers = Offer.objects.visible_to(request.actor, today).for_detail()
    offer = get_object_or_404(offers, public_id=offer_id)
    context = {"parcours": parcours, "page": why_not_offer(parcours, offer, today)}
    return render(request, "matching/why_not.html", context)


def open_case(request: AppRequest, public_id: UUID) -> Parcours:
    """The file in the actor's scope, with what the rules read of it. Raises Http404 for strangers."""
    mine = Parcours.objects.visible_to(request.actor).open()
    return get_object_or_404(with_case(mine, timezone.localdate()), public_id=public_id)


def may_propose(request: AppRequest, parcours: Parcours) -> bool:
    step = PARCOURS_WORKFLOW["propose_placement"]
    return PARCOURS_WORKFLOW.offers(step, parcours, request.actor)
