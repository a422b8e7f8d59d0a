"""The letter of a mailing: a first name at most, the text, and who writes."""

from candidates.models import Mailing
from emile.core.emails import render


def letter_of(mailing: Mailing, *, first_name: str = "") -> tuple[str, str]:
    """Subject and body."""
    return render("candidates/mailing", {"mailing": mailing, "first_name": first_name})


def key_of_letter(mailing: Mailing, recipient_id: int) -> str:
    """One per mailing and recipient: written again, it is the same letter."""
    return f"mailing:{mailing.public_id}:{recipient_id}"
