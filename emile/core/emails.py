"""What messages are made of: a subject and a body, links that lead back, a key that is theirs."""

from hashlib import sha256
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string


def render(name: str, context: dict[str, Any]) -> tuple[str, str]:
    """Subject (on one line) and body of ``templates/emails/<name>_{subject,body}.txt``."""
    subject, body = (
        render_to_string(f"emails/{name}_{part}.txt", context, using="text").strip()
        for part in ("subject", "body")
    )
    # Line breaks only: the non-breaking spaces of French stay.
    return " ".join(line.strip() for line in subject.splitlines()), f"{body}\n"


def absolute(path: str) -> str:
    """The address of a page of this site, as a letter must give it."""
    return f"{settings.SITE_URL}{path}"


def key_of(letter: str, cause: Any, address: str) -> str:
    """One letter per cause and address. An address may be longer than a key, its digest never is."""
    return f"{letter}:{cause}:{sha256(address.encode()).hexdigest()[:32]}"
