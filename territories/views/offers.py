"""What territories offer: the board, an offer, and what is done to it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from emile.core.errors import DomainError, StaleVersion
from emile.core.http import read_only, render_form
from emile.core.once import once
from emile.core.pagination import keyset_page
from emile.core.registry import doors, offer_doors
from emile.core.templatetags.emile import count
from emile.core.views import conflict
from operators.http import AppRequest, requires
from territories import policies
from territories.enums import OfferKind
from territories.filters import FILTERS
from territories.forms.offers import FORMS, OfferForm, WithdrawForm
from territories.models import Offer, Territory
from territories.models.offer import KEEPERS, READERS
from territories.selectors.offers import ADD_LABELS, board_page, board_url, offer_page, rows_of
from territories.services.offers import add_offer, edit_offer, move_offer
from territories.workflow import AT_ONCE, OFFER_WORKFLOW, TOLD


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
    offers = Offer.objects.visible_to(request.actor, today).of_kind(kind)
    filters = FILTERS[kind](request.GET, offers, today=today)
    found = filters.qs.marked_for(request.actor, today).for_list(kind)
    page = keyset_page(found, request, field="confirmed_on", size=PAGE_SIZE)
    territory = filters.form.cleaned_data.get("territory")
    kept = Territory.objects.kept_by(request.actor, today).taking_part_on(today)
    may_add = bool(territory) and policies.keeps_board_of(request.actor, territory, today)
    context = {
        "board": board_page(
            kind=kind, territory=territory, kept=kept.order_by("name", "pk"), may_add=may_add
        ),
        "filters": filters,
        "page": page,
        "rows": rows_of(page.rows, today),
        "count_label": BEYOND if page.is_beyond else count(page.count, "offre"),
    }
    return render(request, "territories/offers/list.html", context)


@requires(*READERS)
@read_only
def offer_detail(request: AppRequest, public_id: UUID) -> HttpResponse:
    today = timezone.localdate()
    offer = _offer(request, public_id)
    keeps = policies.keeps_board_of(request.actor, offer.territory, today)
    may_call = policies.may_call(request.actor)
    context = {
        "offer": offer,
        "page": offer_page(offer=offer, day=today, may_call=may_call, acts=TOLD),
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
    _check_keeps(request, territory)
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
    if refusal := _too_late(request, offer, "edit"):
        return refusal
    kind, territory = OfferKind(offer.kind), offer.territory
    form = FORMS[kind](request.POST or None, territory=territory, today=today, offer=offer)
    if request.method == "POST" and form.is_valid():
        return _edit(request, form, offer)
    return _show_form(request, form, kind, territory, offer=offer)


def _edit(request: AppRequest, form: OfferForm, offer: Offer) -> HttpResponse:
    changes, terms = form.answers
    now = timezone.now()
    try:
        edit_offer(
            actor=request.actor,
            offer=offer,
            version=form.cleaned_data["version"] or 0,
            changes=changes,
            terms=terms,
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
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "L’offre est à jour.")
    return redirect(offer)


@requires(*KEEPERS)
@require_http_methods(["GET", "POST"])
@once
def offer_withdraw(request: AppRequest, public_id: UUID) -> HttpResponse:
    offer = _kept_offer(request, public_id)
    if refusal := _too_late(request, offer, "withdraw"):
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


def _too_late(request: AppRequest, offer: Offer, step: str) -> HttpResponse | None:
    """Back to the offer when the step is not possible any more: nobody fills a form for nothing."""
    try:
        OFFER_WORKFLOW.check(step, offer, request.actor)
    except DomainError as refusal:
        messages.error(request, str(refusal))
        return redirect(offer)
    return None


def _move(request: AppRequest, offer: Offer, step: str, **how: Any) -> HttpResponse:
    """Do it, or say why not; either way, back to the offer, or to the board it was done from."""
    try:
        move_offer(
            actor=request.actor,
            offer=offer,
            step=step,
            on=timezone.localdate(),
            now=timezone.now(),
            **how,
        )
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, AT_ONCE.get(step, "L’offre est retirée."))
    return redirect(_back(offer, request.POST.get("board")))


def _back(offer: Offer, filters: str | None) -> str:
    """The board as it was filtered when the act was done from there; else the offer."""
    if filters is None:
        return offer.get_absolute_url()
    board = reverse("territories:offer_list", args=[offer.kind])
    return f"{board}?{QueryDict(filters).urlencode()}"


def _offer(request: AppRequest, public_id: UUID) -> Offer:
    offers = Offer.objects.visible_to(request.actor, timezone.localdate()).for_detail()
    return get_object_or_404(offers, public_id=public_id)


def _kept_offer(request: AppRequest, public_id: UUID) -> Offer:
    """One that the actor may change; of another's board, it can be read and no more."""
    offer = _offer(request, public_id)
    _check_keeps(request, offer.territory)
    return offer


def _check_keeps(request: AppRequest, territory: Territory) -> None:
    if not policies.keeps_board_of(request.actor, territory, timezone.localdate()):
        raise PermissionDenied(policies.WHO_KEEPS)


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
        board_url=board_url(kind, territory),
    )
