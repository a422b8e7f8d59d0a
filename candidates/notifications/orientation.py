"""What an orienting body and the coordinator are told. A reference at most, never a name."""

from django.conf import settings
from django.urls import reverse

from candidates.models import JoinRequest, Parcours
from emile.core.emails import render
from emile.core.outbox import send_email
from operators.models import Membership, Organisation, User


def acknowledge(parcours: Parcours, *, to: User) -> None:
    subject, body = render(
        "candidates/acknowledgement",
        {"parcours": parcours, "link": _absolute(parcours.get_absolute_url())},
    )
    send_email(
        recipient=to.email,
        subject=subject,
        body=body,
        key=f"acknowledgement:{parcours.public_id}",
        parcours_id=parcours.pk,
        organisation_id=parcours.owner_organisation_id,
    )


def ask_coordinator(join: JoinRequest, *, coordinator: Organisation) -> None:
    """To the address of the organisation, or to each of its managers when it has none."""
    path = reverse("candidates:join_detail", args=[join.public_id])
    subject, body = render("candidates/join_requested", {"join": join, "link": _absolute(path)})
    for address in _addresses(coordinator):
        send_email(
            recipient=address,
            subject=subject,
            body=body,
            key=f"join-requested:{join.public_id}:{address}",
            organisation_id=coordinator.pk,
        )


def tell_joined(join: JoinRequest) -> None:
    _tell_requester(join, "join_accepted", link=_absolute(join.parcours.get_absolute_url()))


def tell_declined(join: JoinRequest) -> None:
    """Names no file: the one that was compared is somebody else's."""
    _tell_requester(join, "join_declined", link=_absolute(reverse("candidates:orientation_start")))


def tell_undone(join: JoinRequest) -> None:
    _tell_requester(join, "join_undone", link=_absolute(reverse("candidates:orientation_start")))


def _tell_requester(join: JoinRequest, template: str, *, link: str) -> None:
    subject, body = render(f"candidates/{template}", {"join": join, "link": link})
    send_email(
        recipient=join.requested_by.email,
        subject=subject,
        body=body,
        key=f"{template}:{join.public_id}",
        organisation_id=join.organisation_id,
    )


def _addresses(organisation: Organisation) -> list[str]:
    if organisation.email:
        return [organisation.email]
    managers = Membership.objects.active().managers().filter(organisation=organisation)
    return list(managers.order_by("user__email").values_list("user__email", flat=True))


def _absolute(path: str) -> str:
    return f"{settings.SITE_URL}{path}"
