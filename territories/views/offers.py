"""What territories offer: the board, an offer, and what is done to it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from emile.core.http import read_only, render_form
from emile.core.once import once
from emile.core.pagination import keyset_page
from emile.core.registry import doors, offer_doors
from emile.core.templatetags.emile import count
from operators.http import AppRequest, requires
from territories import policies
from territories.enums import OfferKind
from territories.filters import FILTERS
from territories.forms.offers import FORMS, OfferForm, WithdrawForm
from territories.models import FreshnessRule, Offer, Territory
from territories.models.offer import KEEPERS, READERS
from territories.selectors.boards import Where, board_page, where_of
from territories.selectors.expected import expected_url, instead_of_offers
from territories.selectors.maps import map_of
from territories.selectors.offers import (
    ADD_LABELS,
    board_url,
    offer_page,
    origin_of,
    rows_of,
)
from territories.services.offers import add_offer, edit_offer, move_offer
from territories.views.kept import attempt, attempt_edition, check_keeps, too_late
from territories.workflow import AT_ONCE, OFFER_TOLD, OFFER_WORKFLOW


PAGE_SIZE = 25
# What one most likely came for.
FIRST = ("publish", "confirm", "resume", "reopen")
BEYOND = "plus de 1\u202f000 offres"


@requires(*READERS)
@read_only
def offer_board(request: AppRequest) -> HttpResponse:
    """Opens on homes, and on the territory of whoever is in charge of only one."""
    kept = Territory.objects.in_charge_of(request.actor, timezone.localdate())[:2]
    return redirect(board_url(OfferKind.HOME, kept[0] if len(kept) == 1 else None))


@requires(*READERS)
@read_only
def offer_list(request: AppRequest, kind: OfferKind) -> HttpResponse:
    today = timezone.localdate()
    rule = FreshnessRule.in_force(today)
    offers = Offer.objects.visible_to(request.actor, today).of_kind(kind)
    where = where_of(request.GET.get("territory", ""), request.actor, offers, today, rule)
    filters = FILTERS[kind](request.GET, offers, today=today, rule=rule, where=where)
    found = filters.qs.marked_for(request.actor, today).with_free_units(today).for_list(kind)
    page = keyset_page(found, request, field="confirmed_on", size=PAGE_SIZE)
    context = {
        "board": board_page(kind, where),
        "filters": filters,
        "page": page,
        "rows": rows_of(page.rows, today, rule),
        "count_label": BEYOND if page.is_beyond else count(page.count, "offre"),
        **_beside(request, kind, where, today, rule),
    }
    return render(request, "territories/offers/list.html", context)


def _beside(
    request: AppRequest, kind: OfferKind, where: Where, today: date, rule: FreshnessRule
) -> dict[str, Any]:
    """What else is known of a territory whose board is shown."""
    here = where.territory
    if here is None:
        return {}
    drawn = map_of(here, where.communes, where.tallies, [kind], rule)
    instead = None if drawn.places else instead_of_offers(kind, here, request.actor, today, rule)
    return {"map": drawn, "expected": instead, "expected_url": expected_url(here)}


@requires(*READERS)
@read_only
def offer_detail(request: AppRequest, public_id: UUID) -> HttpResponse:
    today = timezone.localdate()
    offer = _offer(request, public_id)
    keeps = policies.keeps_board_of(request.actor, offer.territory, today)
    may_call = policies.may_call(request.actor)
    context = {
        "offer": offer,
        "page": offer_page(
            offer=offer,
            day=today,
            rule=FreshnessRule.in_force(today),
            may_call=may_call,
            acts=OFFER_TOLD,
        ),
        "doors": doors(offer_doors, request.actor, offer),
        "steps": [
            (step, step.name in FIRST)
            for step in (OFFER_WORKFLOW.offered(offer, request.actor) if keeps else [])
            if not step.objections(offer, today)
        ],
    }
    return render(request, "territories/offers/detail.html", context)


@requires(*KEEPERS)
@require_http_methods(["GET", "POST"])
@once
def offer_add(request: AppRequest, kind: OfferKind, slug: str) -> HttpResponse:
    today = timezone.localdate()
    territory = get_object_or_404(Territory.objects.visible_to(request.actor), slug=slug)
    check_keeps(request, territory)
    form = FORMS[kind](request.POST or None, territory=territory, today=today)
    if request.method == "POST" and form.is_valid():
        offer_values, terms = form.answers
        offer = add_offer(
            actor=request.actor,
            territory=territory,
            kind=kind,
            offer=offer_values,
            terms=terms,
            is_draft="draft" in request.POST,
            on=today,
            now=timezone.now(),
        )
        said = "est gardée en brouillon" if "draft" in request.POST else "est publiée"
        messages.success(request, f"L’offre {said}.")
        return redirect(offer)
    return _show_form(request, form, kind, territory)


@requires(*KEEPERS)
@require_http_methods(["GET", "POST"])
@once
def offer_edit(request: AppRequest, public_id: UUID) -> HttpResponse:
    today = timezone.localdate()
    offer = _kept_offer(request, public_id)
    if refusal := too_late(request, offer, "edit", back=offer):
        return refusal
    kind, territory = OfferKind(offer.kind), offer.territory
    form = FORMS[kind](request.POST or None, territory=territory, today=today, offer=offer)
    if request.method == "POST" and form.is_valid():
        changes, terms = form.answers
        how = {"offer": offer, "changes": changes, "terms": terms}
        said = "L’offre est à jour."
        return attempt_edition(request, edit_offer, form, said=said, back=offer, **how)
    return _show_form(request, form, kind, territory, offer=offer)


@requires(*KEEPERS)
@require_http_methods(["GET", "POST"])
@once
def offer_withdraw(request: AppRequest, public_id: UUID) -> HttpResponse:
    offer = _kept_offer(request, public_id)
    if refusal := too_late(request, offer, "withdraw", back=offer):
        return refusal
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _move(request, offer, "withdraw", why=form.cleaned_data["why"])
    return render_form(request, "territories/offers/withdraw.html", form=form, offer=offer)


@requires(*KEEPERS)
@require_POST
@once
def offer_move(request: AppRequest, public_id: UUID, step: str) -> HttpResponse:
    if step not in AT_ONCE:
        raise Http404
    return _move(request, _kept_offer(request, public_id), step)


def _move(request: AppRequest, offer: Offer, step: str, **how: Any) -> HttpResponse:
    """Back to the offer, or to the board it was done from."""
    back = _back(offer, request.POST.get("board"))
    said = AT_ONCE.get(step, "L’offre est retirée.")
    return attempt(request, move_offer, said=said, back=back, offer=offer, step=step, **how)


def _back(offer: Offer, filters: str | None) -> str:
    """The board as it was filtered when the act was done from there; else the offer."""
    if filters is None:
        return offer.get_absolute_url()
    board = reverse("territories:offer_list", args=[offer.kind])
    return f"{board}?{QueryDict(filters).urlencode()}"


def _offer(request: AppRequest, public_id: UUID) -> Offer:
    today = timezone.localdate()
    offers = Offer.objects.visible_to(request.actor, today).with_free_units(today).for_detail()
    return get_object_or_404(offers, public_id=public_id)


def _kept_offer(request: AppRequest, public_id: UUID) -> Offer:
    """One that the actor may change; of another's board, it can be read and no more."""
    offer = _offer(request, public_id)
    check_keeps(request, offer.territory)
    return offer


def _show_form(
    request: AppRequest,
    form: OfferForm,
    kind: OfferKind,
    territory: Territory,
    offer: Offer | None = None,
) -> HttpResponse:
    return render_form(
        request,
        "territories/offers/form.html",
        form=form,
        heading="Modifier l’offre" if offer else ADD_LABELS[kind],
        territory=territory,
        offer=offer,
        origin=origin_of(offer) if offer else None,
        board_url=board_url(kind, territory),
    )
