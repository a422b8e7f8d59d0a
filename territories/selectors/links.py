"""The link by which an employer or a landlord says, without an account, whether an offer stands.

Signed and not kept: it is for one offer as it was then, and for the address that got it. An answer,
a new address or a month end it.
"""

from datetime import timedelta

from django.core import signing

from territories.enums import OfferStatus
from territories.models import Offer


SALT = "territories.offer"
LASTS = timedelta(days=30)


def token_of(offer: Offer) -> str:
    return signing.dumps(_named(offer), salt=SALT)


def offer_of(token: str) -> Offer | None:
    """None when the link is not ours, is too old, or has already served."""
    try:
        named = signing.loads(token, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    offers = Offer.objects.for_list().filter(status=OfferStatus.AVAILABLE)
    offer = offers.filter(public_id=named[0]).first()
    return offer if offer and _named(offer) == named else None


def _named(offer: Offer) -> list[str]:
    return [str(offer.public_id), offer.contact_email, offer.confirmed_on.isoformat()]
