"""What is written to those who have something to offer, and to those who asked for it."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from emile.core.emails import absolute, key_of, render
from emile.core.models import OutboxMessage
from emile.core.outbox import send_email
from operators.selectors import addresses
from territories.models import FreshnessRule, Hold, Offer
from territories.models.hold import Thing
from territories.selectors.holds import named
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


def tell_a_place_is_free(hold: Hold, thing: Thing, *, on: date) -> None:
    """Once per day and turn: the same place may be freed, taken and freed again."""
    _tell(hold, thing, "place_free", f"{hold.pk}-{on}")


def tell_it_is_released(hold: Hold, *, on: date) -> None:
    """To the organisation that had asked for it, when another one lets it go."""
    _tell(hold, hold.thing, "hold_released", f"{hold.pk}-{on}")


def _tell(hold: Hold, thing: Thing, letter: str, cause: str) -> None:
    """For which household is not said: the organisation finds it on its file."""
    context = {"title": named(thing), "hold": hold, "url": absolute(thing.get_absolute_url())}
    subject, body = render(f"territories/{letter}", context)
    for address in addresses(hold.organisation):
        send_email(
            recipient=address,
            subject=subject,
            body=body,
            key=key_of(letter, cause, address),
            organisation_id=hold.organisation_id,
        )
