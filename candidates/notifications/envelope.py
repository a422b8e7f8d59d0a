"""To which addresses, and with which link, a letter leaves."""

from hashlib import sha256
from typing import Any

from django.conf import settings

from operators.models import Membership, Organisation


def addresses(organisation: Organisation) -> list[str]:
    """That of the organisation, or of each of its managers when it has none."""
    if organisation.email:
        return [organisation.email]
    managers = Membership.objects.active().managers().filter(organisation=organisation)
    return list(managers.order_by("user__email").values_list("user__email", flat=True))


def key_of(letter: str, cause: Any, address: str) -> str:
    """One letter per cause and address. An address may be longer than a key, its digest never is."""
    return f"{letter}:{cause}:{sha256(address.encode()).hexdigest()[:32]}"


def absolute(path: str) -> str:
    return f"{settings.SITE_URL}{path}"
