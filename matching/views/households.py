from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from candidates.models import Parcours
from emile.core.http import read_only
from matching.policies import SEEKERS
from matching.selectors.households import households_for
from operators.http import AppRequest, requires
from territories.models import Offer


@requires(*SEEKERS)
@read_only
def offer_households(request: AppRequest, public_id: UUID) -> HttpResponse:
    today = timezone.localdate()
    offers = Offer.objects.visible_to(request.actor, today).for_detail()
    offer = get_object_or_404(offers, public_id=public_id)
    files = Parcours.objects.visible_to(request.actor)
    context = {"offer": offer, "page": households_for(files, offer, today)}
    return render(request, "matching/offer_households.html", context)
