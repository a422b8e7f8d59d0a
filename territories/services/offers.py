"""Write an offer, put it right, move it: each leaves one row in its journal."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from operators.actors import Actor
from territories.enums import OfferKind, Withdrawal
from territories.models import (
    HousingOffer,
    JobOffer,
    Offer,
    OfferOrigin,
    Territory,
    TrainingOffer,
)
from territories.services.holds import refuse_fewer_places, release_holds_on
from territories.services.kept import check_right, editing, performing, rewrite
from territories.workflow import OFFER_WORKFLOW


TERMS: Mapping[str, type[HousingOffer | JobOffer | TrainingOffer]] = {
    OfferKind.HOME: HousingOffer,
    OfferKind.JOB: JobOffer,
    OfferKind.TRAINING: TrainingOffer,
}
# Nobody keeps a place of it any more.
CLOSING = ("fill", "withdraw")


@transaction.atomic
def add_offer(
    *,
    actor: Actor,
    territory: Territory,
    kind: OfferKind,
    offer: Mapping[str, Any],
    terms: Mapping[str, Any],
    is_draft: bool = False,
    on: date,
    now: datetime,
) -> Offer:
    """Write an offer and, unless it is a draft, publish it.

    ``offer`` has what every offer has, ``terms`` what is proper to its kind. Raises
    ValidationError when they contradict each other, DomainError when the actor does not keep this
    territory's board.
    """
    check_right(actor, territory, on)
    added = Offer(kind=kind, territory=territory, confirmed_on=on, **offer)
    added.full_clean()
    added.save()
    what = TERMS[kind](offer=added, **terms)
    what.full_clean(exclude=["offer"])
    what.save(force_insert=True)
    OFFER_WORKFLOW.open_journal(added, actor=actor, on=on, now=now)
    if not is_draft:
        return move_offer(actor=actor, offer=added, step="publish", on=on, now=now)
    return added


@transaction.atomic
def edit_offer(
    *,
    actor: Actor,
    offer: Offer,
    version: int,
    changes: Mapping[str, Any],
    terms: Mapping[str, Any],
    on: date,
    now: datetime,
) -> Offer:
    """Rewrite it. Raises StaleVersion when somebody else did since ``version``."""
    with editing(offer, version=version, actor=actor, on=on, now=now) as act:
        # The workflow saves the offer itself, once.
        if changes.get("places", act.subject.places) < act.subject.places:
            refuse_fewer_places(changes["places"], act.subject, on)
        common, proper = rewrite(act.subject, changes), rewrite(act.subject.terms, terms)
        if proper:
            act.subject.terms.save(update_fields=proper)
        act.payload["fields"] = sorted([*common, *proper])
    return act.subject


@transaction.atomic
def move_offer(
    *,
    actor: Actor,
    offer: Offer,
    step: str,
    on: date,
    now: datetime,
    why: Withdrawal | None = None,
) -> Offer:
    """Publish it, confirm it, pause it, withdraw it (``why``)…: see ``territories.workflow``."""
    with performing(step, offer, actor=actor, on=on, now=now) as act:
        if why:
            act.payload["why"] = why.value
    if step == "reopen":
        # From then on it stands by somebody's word, whatever its source had lost.
        OfferOrigin.objects.filter(offer=act.subject).update(gone_on=None)
    if step in CLOSING:
        release_holds_on(actor=actor, offer=act.subject, on=on, now=now)
    return act.subject
