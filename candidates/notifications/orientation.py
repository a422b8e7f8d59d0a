"""What an orienting body and the coordinator are told. A reference at most, never a name."""

from django.urls import reverse

from candidates.models import JoinRequest, Parcours
from emile.core.emails import absolute, key_of, render
from emile.core.outbox import send_email
from operators.models import Organisation, User
from operators.selectors import addresses


def acknowledge(parcours: Parcours, *, to: User, organisation_id: int) -> None:
    subject, body = render(
        "candidates/acknowledgement",
        {"parcours": parcours, "link": absolute(parcours.get_absolute_url())},
    )
    send_email(
        recipient=to.email,
        subject=subject,
        body=body,
        key=f"acknowledgement:{parcours.public_id}",
        parcours_id=parcours.pk,
        organisation_id=organisation_id,
    )


def ask_coordinator(join: JoinRequest, *, coordinator: Organisation) -> None:
    path = reverse("candidates:join_detail", args=[join.public_id])
    subject, body = render("candidates/join_requested", {"join": join, "link": absolute(path)})
    for address in addresses(coordinator):
        send_email(
            recipient=address,
            subject=subject,
            body=body,
            key=key_of("join-requested", join.public_id, address),
            organisation_id=coordinator.pk,
        )


def tell_joined(join: JoinRequest) -> None:
    _tell_requester(join, "join_accepted", link=absolute(join.parcours.get_absolute_url()))


def tell_declined(join: JoinRequest) -> None:
    """Names no file: the one that was compared is somebody else's."""
    _tell_requester(join, "join_declined", link=absolute(reverse("candidates:orientation_start")))


def tell_undone(join: JoinRequest) -> None:
    _tell_requester(join, "join_undone", link=absolute(reverse("candidates:orientation_start")))


def _tell_requester(join: JoinRequest, template: str, *, link: str) -> None:
    subject, body = render(f"candidates/{template}", {"join": join, "link": link})
    send_email(
        recipient=join.requested_by.email,
        subject=subject,
        body=body,
        key=f"{template}:{join.public_id}",
        organisation_id=join.organisation_id,
    )
