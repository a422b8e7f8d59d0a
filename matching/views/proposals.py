"""Propose a household where a home and a job wait for it."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from candidates.models import Parcours
from candidates.selectors.placement import mandates_to_propose
from candidates.views.reading import logs_reading
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.errors import DomainError
from emile.core.http import render_form
from emile.core.once import once
from emile.core.workflow import TransitionRefused
from matching.forms.position import ProposeForm
from matching.models import PublishedWeights
from matching.policies import SEEKERS
from matching.selectors.cases import leaving_adults
from matching.selectors.offers import SKILLED
from matching.selectors.position import Card, cards_of
from matching.selectors.proposal import bundle_of
from matching.services.proposals import NoLongerSuits, propose_bundle
from matching.views.position import open_case
from operators.http import AppRequest, requires
from territories.enums import OfferKind
from territories.models import Offer


@requires(*SEEKERS)
@require_http_methods(["GET", "POST"])
@once
@logs_reading("proposer un projet")
def propose(request: AppRequest, public_id: UUID, home_id: UUID, job_id: UUID) -> HttpResponse:
    parcours = open_case(request, public_id)
    home = _offer(request, home_id, OfferKind.HOME)
    job = _offer(request, job_id, *SKILLED)
    try:
        PARCOURS_WORKFLOW.check("propose_placement", parcours, request.actor)
        card = _card(parcours, home, job)
    except DomainError as refusal:
        return _back(request, parcours, refusal)
    mandates = mandates_to_propose(parcours, timezone.localdate())
    form = ProposeForm(request.POST or None, mandates=mandates.filter(territory=home.territory_id))
    if request.method == "POST" and form.is_valid():
        return _propose(request, form, parcours, card)
    return _show(request, form, parcours, card)


def _propose(
    request: AppRequest, form: ProposeForm, parcours: Parcours, card: Card
) -> HttpResponse:
    now = timezone.now()
    try:
        propose_bundle(
            actor=request.actor,
            parcours=parcours,
            home=card.home,
            job=card.job,
            on=timezone.localdate(now),
            now=now,
            **form.cleaned_data,
        )
    except (TransitionRefused, NoLongerSuits) as refusal:
        return _back(request, parcours, refusal)
    except (DomainError, ValidationError) as refusal:
        said = refusal.messages if isinstance(refusal, ValidationError) else str(refusal)
        form.add_error(None, said)
        return _show(request, form, parcours, card)
    messages.success(request, "C’est noté\u00a0: le ménage est proposé à l’opérateur d’accueil.")
    return redirect("candidates:file_project", parcours.public_id)


def _show(request: AppRequest, form: ProposeForm, parcours: Parcours, card: Card) -> HttpResponse:
    return render_form(request, "matching/propose.html", form=form, parcours=parcours, card=card)


def _back(request: AppRequest, parcours: Parcours, refusal: DomainError) -> HttpResponse:
    messages.error(request, str(refusal))
    return redirect("matching:position", parcours.public_id)


def _offer(request: AppRequest, public_id: UUID, *kinds: OfferKind) -> Offer:
    offers = Offer.objects.visible_to(request.actor, timezone.localdate()).for_detail()
    return get_object_or_404(offers, public_id=public_id, kind__in=kinds)


def _card(parcours: Parcours, home: Offer, job: Offer) -> Card:
    """Raises NoLongerSuits."""
    today, (_, weights) = timezone.localdate(), PublishedWeights.objects.in_force()
    bundle = bundle_of(parcours, home, job, weights=weights, today=today)
    if bundle is None:
        raise NoLongerSuits
    names = {home.territory_id: home.territory.name}
    return cards_of([bundle], leaving_adults(parcours, today), names)[0]
