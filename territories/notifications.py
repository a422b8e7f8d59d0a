"""What is written to those who have something to offer."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from emile.core.emails import absolute, key_of, render
from emile.core.models import OutboxMessage
from emile.core.outbox import send_email
from territories.models import FreshnessRule, Offer
from territories.selectors.links import LASTS, token_of
from territories.selectors.offers import title_of


def ask_whether_they_stand(
    address: str, offers: Sequence[Offer], *, on: date, rule: FreshnessRule
) -> bool:
    """One letter a week and address, with a link per offer; False when it has had this week's."""
    year, week, _ = on.isocalendar()
    key = key_of("offers_to_confirm", f"{year}-{week}", address)
    if OutboxMessage.objects.filter(key=key).exists():
        return False
    lines = [(title_of(offer), offer.commune.name, answer_link(offer)) for offer in offers]
    context = {"lines": lines, "fresh_days": rule.fresh_days, "link_days": LASTS.days}
    subject, body = render("territories/offers_to_confirm", context)
    send_email(recipient=address, subject=subject, body=body, key=key)
    return True


def answer_link(offer: Offer) -> str:
    return absolute(reverse("territories:offer_answer", args=[token_of(offer)]))
