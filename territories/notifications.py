"""What is written to those who have something to offer."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from emile.core.emails import absolute, key_of, render
from emile.core.outbox import send_email
from territories.models import Offer
from territories.selectors.links import token_of
from territories.selectors.offers import title_of


def ask_whether_they_stand(address: str, offers: Sequence[Offer], *, on: date) -> None:
    """One letter a week and address, with a link per offer."""
    lines = [(title_of(offer), offer.commune.name, answer_link(offer)) for offer in offers]
    subject, body = render("territories/offers_to_confirm", {"lines": lines})
    year, week, _ = on.isocalendar()
    send_email(
        recipient=address,
        subject=subject,
        body=body,
        key=key_of("offers_to_confirm", f"{year}-{week}", address),
    )


def answer_link(offer: Offer) -> str:
    return absolute(reverse("territories:offer_answer", args=[token_of(offer)]))
