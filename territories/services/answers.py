"""Those who offer are asked whether it stands, and answer without an account."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby

from django.db import transaction

from emile.core.context import database_context
from emile.core.errors import DomainError
from emile.core.workflow import Act
from operators.actors import Platform
from territories.enums import Withdrawal
from territories.models import FreshnessRule, Offer
from territories.models.offer import ASK
from territories.notifications import ask_whether_they_stand
from territories.selectors.links import offer_of, still_serves
from territories.services.holds import release_holds_on
from territories.workflow import OFFER_WORKFLOW


BY_LINK = Platform("lien de confirmation")
BY_CLOCK = Platform("offres à confirmer")
CLOSED = "Ce lien a déjà servi, ou il est trop ancien. Un autre vous sera envoyé s’il le faut."


def ask_for_confirmations(*, on: date, now: datetime) -> int:
    """Write to those whose offers are about to go stale; how many letters are written.

    Safe to run twice, or late: an address gets one letter a week, and each offer says in its
    journal that it was asked about.
    """
    letters = 0
    with database_context(BY_CLOCK.database_context), transaction.atomic():
        rule = FreshnessRule.in_force(on)
        waiting = Offer.objects.for_detail().to_ask_on(on, rule).order_by("contact_email", "pk")
        # Held: a second run waits for the letters of the first, and nobody answers in between.
        held = waiting.select_for_update(of=("self",))
        for address, offers in groupby(held, key=lambda offer: offer.contact_email):
            asked = list(offers)
            if ask_whether_they_stand(address, asked, on=on, rule=rule):
                letters += 1
                _journal_asking(asked, on, now)
    return letters


def _journal_asking(offers: Iterable[Offer], on: date, now: datetime) -> None:
    for offer in offers:
        with OFFER_WORKFLOW.perform(ASK, offer, actor=BY_CLOCK, on=on, now=now):
            pass


def answer_by_link(*, token: str, stands: bool, on: date, now: datetime) -> Offer:
    """Confirm or withdraw the offer of a link. Raises DomainError when the link is closed."""
    with database_context(BY_LINK.database_context), transaction.atomic():
        offer = offer_of(token, on)
        if offer is None:
            raise DomainError(CLOSED, code="closed")
        step = "confirm_by_link" if stands else "withdraw_by_link"
        act: Act[Offer]
        with OFFER_WORKFLOW.perform(step, offer, actor=BY_LINK, on=on, now=now) as act:
            if not still_serves(token, act.subject):
                raise DomainError(CLOSED, code="closed")
            if not stands:
                act.payload["why"] = Withdrawal.PROVIDER.value
        if not stands:
            release_holds_on(actor=BY_LINK, offer=act.subject, on=on, now=now)
        return act.subject
