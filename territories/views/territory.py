from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from emile.core.http import read_only
from operators.http import AppRequest
from territories import policies, selectors
from territories.models import Territory
from territories.selectors.offers import links_to_boards
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
    context = {
        "territory": territory,
        "figures": selectors.figures_of(territory),
        "offers": links_to_boards(territory, today) if policies.reads_boards(request.actor) else [],
        "capacity": capacity_of(territory, today) if policies.reads_boards(request.actor) else [],
    }
    return render(request, "territories/territory_detail.html", context)
