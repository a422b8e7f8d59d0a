from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from emile.core.http import read_only
from operators.http import AppRequest
from territories import policies, selectors
from territories.enums import OfferKind
from territories.models import FreshnessRule, Offer, Territory
from territories.selectors.boards import links_to_boards
from territories.selectors.expected import expected_url
from territories.selectors.maps import map_of
from territories.selectors.tallies import tallies_of
from territories.selectors.welcome import capacity_of


@read_only
def territory_list(request: AppRequest) -> HttpResponse:
    territories = Territory.objects.visible_to(request.actor).for_list(timezone.localdate())
    return render(request, "territories/territory_list.html", {"territories": territories})


@read_only
def territory_detail(request: AppRequest, public_id: UUID) -> HttpResponse:
    today = timezone.localdate()
    mine = Territory.objects.visible_to(request.actor).marked_for(request.actor, today)
    territories = mine.for_detail(today)
    territory = get_object_or_404(territories, public_id=public_id)
    figures = selectors.figures_of(territory)
    reads = policies.reads_boards(request.actor)
    mandates = territory.mandates.all()
    context = {
        "territory": territory,
        "figures": figures,
        "mandates": [one for one in mandates if one.is_on(today)],
        "former_mandates": [one for one in mandates if not one.is_on(today)],
        **(_offered(request, territory, figures, today) if reads else {}),
    }
    return render(request, "territories/territory_detail.html", context)


def _offered(
    request: AppRequest, territory: Territory, figures: selectors.TerritoryFigures, today: date
) -> dict[str, Any]:
    """For those who read the boards."""
    rule = FreshnessRule.in_force(today)
    offers = Offer.objects.visible_to(request.actor, today)
    tallies = tallies_of(territory, offers, today, rule)
    return {
        "offers": links_to_boards(territory, tallies),
        "capacity": capacity_of(territory, today),
        "expected_url": expected_url(territory),
        "map": map_of(territory, figures.communes, tallies, list(OfferKind), rule),
    }
