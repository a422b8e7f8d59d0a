"""The messages of the directory. Each is written in the transaction of its cause."""

from datetime import datetime
from hashlib import sha256

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from emile.core.emails import absolute, render
from emile.core.outbox import send_email
from operators.models import Invitation, RegistrationRequest, User


def send_invitation(invitation: Invitation, *, token: str) -> None:
    _send_link(invitation, token=token, template="operators/invitation")


def send_registration_accepted(invitation: Invitation, *, token: str) -> None:
    """Good news and first link in one message: the contact has no account yet."""
    _send_link(invitation, token=token, template="operators/registration_accepted")


def _send_link(invitation: Invitation, *, token: str, template: str) -> None:
    link = invitation_link(token)
    subject, body = render(template, {"invitation": invitation, "link": link})
    send_email(
        recipient=invitation.email,
        subject=subject,
        body=body,
        key=f"invitation:{invitation.public_id}:{invitation.token_hash[:16]}",
        organisation_id=invitation.organisation_id,
    )


def invitation_link(token: str) -> str:
    return absolute(reverse("operators:invitation_accept", args=[token]))


def send_registration_received(demand: RegistrationRequest) -> None:
    subject, body = render("operators/registration_received", {"demand": demand})
    # Once a day at most to one address, whoever types it.
    key = f"registration-received:{_digest(demand.contact_email)}:{demand.submitted_at:%Y%m%d}"
    send_email(recipient=demand.contact_email, subject=subject, body=body, key=key)


def send_registration_refused(demand: RegistrationRequest) -> None:
    subject, body = render("operators/registration_refused", {"demand": demand})
    key = f"registration-refused:{demand.public_id}"
    send_email(recipient=demand.contact_email, subject=subject, body=body, key=key)


def send_password_reset(user: User, *, now: datetime) -> None:
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    token = default_token_generator.make_token(user)
    link = absolute(reverse("operators:password_reset_confirm", args=[uid, token]))
    hours = settings.PASSWORD_RESET_TIMEOUT // 3600
    subject, body = render("operators/password_reset", {"link": link, "hours": hours})
    key = _reset_key(user.email, now)
    send_email(recipient=user.email, subject=subject, body=body, key=key)


def send_password_reset_without_account(email: str, *, now: datetime) -> None:
    """The page says the same to everyone; the person who owns the address reads the truth."""
    subject, body = render("operators/password_reset_without_account", {})
    send_email(recipient=email, subject=subject, body=body, key=_reset_key(email, now))


def _reset_key(email: str, now: datetime) -> str:
    """One message per address every ten minutes: nobody's letter box can be flooded."""
    return f"password-reset:{_digest(email)}:{int(now.timestamp()) // 600}"


def _digest(email: str) -> str:
    return sha256(email.encode()).hexdigest()[:32]
