"""The link by which an employer or a landlord says, without an account, whether an offer stands.

Signed and not kept: it is for one offer as it was then, and for the address that got it. An answer,
a new address or a month end it.
"""

from datetime import date, timedelta
from hashlib import sha256

from django.core import signing

from territories.models import Offer


SALT = "territories.offer"
LASTS = timedelta(days=30)


def token_of(offer: Offer) -> str:
    return signing.dumps([str(offer.public_id), _state_of(offer)], salt=SALT)


def offer_of(token: str, day: date) -> Offer | None:
    """None when the link is not ours, is too old, or has already served."""
    try:
        public_id, state = signing.loads(token, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    offer = Offer.objects.for_detail().open_on(day).filter(public_id=public_id).first()
    return offer if offer and _state_of(offer) == state else None


def still_serves(token: str, offer: Offer) -> bool:
    """Of an offer that is held: another answer may have come first."""
    return bool(signing.loads(token, salt=SALT)[1] == _state_of(offer))


def _state_of(offer: Offer) -> str:
    """A digest: an address is nobody's to read in a link."""
    state = f"{offer.contact_email} {offer.confirmed_on.isoformat()}"
    return sha256(state.encode()).hexdigest()[:16]
