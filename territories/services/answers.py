"""Those who offer are asked whether it stands, and answer without an account."""

from datetime import date, datetime
from itertools import groupby

from django.db import transaction

from emile.core.context import database_context, system
from emile.core.errors import DomainError
from emile.core.workflow import Act
from operators.actors import Platform
from territories.enums import Withdrawal
from territories.models import Offer
from territories.notifications import ask_whether_they_stand
from territories.selectors.links import offer_of, still_serves
from territories.services.holds import release_holds_on
from territories.workflow import OFFER_WORKFLOW


BY_LINK = Platform("lien de confirmation")
CLOSED = "Ce lien a déjà servi, ou il est trop ancien. Un autre vous sera envoyé s’il le faut."


def ask_for_confirmations(*, on: date) -> int:
    """Write to those whose offers are about to go stale; how many addresses are concerned.

    Safe to run twice, or late: an address gets one letter a week.
    """
    with database_context(system("offres à confirmer")), transaction.atomic():
        waiting = Offer.objects.for_detail().to_ask_on(on).order_by("contact_email", "pk")
        by_address = groupby(waiting, key=lambda offer: offer.contact_email)
        letters = [(address, list(offers)) for address, offers in by_address]
        for address, offers in letters:
            ask_whether_they_stand(address, offers, on=on)
    return len(letters)


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
