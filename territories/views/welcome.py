"""How many households a territory can welcome: its months, on one page."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from emile.core.errors import StaleVersion
from emile.core.http import render_form
from emile.core.once import once
from emile.core.views import conflict
from operators.http import AppRequest, requires
from territories import policies
from territories.forms.welcome import CapacityForm
from territories.models import Territory
from territories.models.offer import KEEPERS
from territories.selectors.welcome import capacity_of, version_of
from territories.services.welcome import set_capacity


@requires(*KEEPERS)
@require_http_methods(["GET", "POST"])
@once
def capacity_edit(request: AppRequest, public_id: UUID) -> HttpResponse:
    today = timezone.localdate()
    territory = get_object_or_404(Territory.objects.visible_to(request.actor), public_id=public_id)
    if not policies.keeps_board_of(request.actor, territory, today):
        raise PermissionDenied(policies.WHO_KEEPS)
    rows, version = capacity_of(territory, today), version_of(territory)
    form = CapacityForm(request.POST or None, rows=rows, version=version)
    if request.method == "POST" and form.is_valid():
        return _write(request, form, territory)
    return render_form(request, "territories/capacity_edit.html", form=form, territory=territory)


def _write(request: AppRequest, form: CapacityForm, territory: Territory) -> HttpResponse:
    now = timezone.now()
    try:
        set_capacity(
            actor=request.actor,
            territory=territory,
            version=form.cleaned_data["version"],
            months=form.months,
            on=timezone.localdate(now),
            now=now,
        )
    except StaleVersion as stale:
        return conflict(
            request,
            resume_url=request.path,
            conflicts=form.differences(),
            kept=form.sent_again(stale.current),
        )
    messages.success(request, "La capacité d’accueil est à jour.")
    return redirect(territory)
