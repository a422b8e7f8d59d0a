"""« Barème du classement »: what it is, what another one would change, publishing it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from candidates.models import Parcours
from emile.core.errors import DomainError
from emile.core.http import read_only, render_form
from emile.core.once import once
from matching.forms.weights import PointsForm, PublishForm
from matching.models import PublishedWeights
from matching.selectors.weights import impact_of
from matching.services.weights import publish_weights
from operators.enums import OrganisationKind
from operators.http import AppRequest, requires


READERS = (OrganisationKind.COORDINATOR, OrganisationKind.NATIONAL)


@requires(*READERS)
@read_only
def weights(request: AppRequest) -> HttpResponse:
    version, current = PublishedWeights.objects.in_force()
    context = {
        "version": version,
        "form": PointsForm(weights=current),
        "published": PublishedWeights.objects.newest_first()[:20],
        "may_change": request.actor.kind == OrganisationKind.COORDINATOR,
    }
    return render(request, "matching/weights.html", context)


@requires(OrganisationKind.COORDINATOR)
@require_http_methods(["GET", "POST"])
@once
def weights_change(request: AppRequest) -> HttpResponse:
    version, current = PublishedWeights.objects.in_force()
    if request.method == "POST":
        return _publish(request, PublishForm(request.POST, weights=current))
    if not request.GET:
        return redirect("matching:weights")
    asked = PointsForm(request.GET, weights=current)
    if not asked.is_valid():
        context = {"form": asked, "version": version, "may_change": True, "published": []}
        return render(request, "matching/weights.html", context, status=422)
    files, today = Parcours.objects.visible_to(request.actor), timezone.localdate()
    impact = impact_of(files, current, asked.points, today)
    initial = {**asked.points, "version": version}
    return _show(request, PublishForm(weights=current, initial=initial), impact=impact)


def _publish(request: AppRequest, form: PublishForm) -> HttpResponse:
    if form.is_valid():
        try:
            published = publish_weights(
                actor=request.actor,
                version=form.cleaned_data["version"],
                points=form.points,
                reason=form.cleaned_data["reason"],
                now=timezone.now(),
            )
        except (DomainError, ValidationError) as refusal:
            said = refusal.messages if isinstance(refusal, ValidationError) else str(refusal)
            form.add_error(None, said)
        else:
            messages.success(request, f"Le barème de version {published.version} est en vigueur.")
            return redirect("matching:weights")
    return _show(request, form)


def _show(request: AppRequest, form: PublishForm, **context: object) -> HttpResponse:
    return render_form(request, "matching/weights_change.html", form=form, **context)
