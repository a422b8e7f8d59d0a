from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

from emile.core.errors import DomainError
from operators import notifications, policies
from operators.actors import Actor
from operators.enums import (
    DirectoryEventKind,
    MembershipRole,
    OrganisationKind,
    RegistrationState,
)
from operators.models import Organisation, RegistrationRequest
from operators.models.registration import hash_sender
from operators.services.directory import register_organisation
from operators.services.invitations import create_invitation
from operators.services.journal import record


WINDOW = timedelta(hours=1)


class TooManyRegistrations(DomainError):
    """One network address has asked for as many bodies as it may within the hour."""

    def __init__(self) -> None:
        super().__init__("Trop de demandes viennent de la même adresse.", code="too_many")


@transaction.atomic
def apply_for_registration(
    *,
    name: str,
    departement: str,
    contact_first_name: str,
    contact_last_name: str,
    contact_email: str,
    sender: str | None,
    now: datetime,
    siret: str = "",
    contact_phone: str = "",
) -> None:
    """Keep the request for the coordinator, and acknowledge it.

    Nothing is returned nor refused according to what the directory holds: a stranger learns
    nothing from the answer. The same request sent again while it waits is kept once.

    ``sender`` is a network address. Raises TooManyRegistrations.
    """
    _count_sender(sender, now)
    demand = RegistrationRequest(
        name=name,
        siret=siret,
        departement=departement,
        contact_first_name=contact_first_name,
        contact_last_name=contact_last_name,
        contact_email=contact_email.strip().lower(),
        contact_phone=contact_phone,
        submitted_at=now,
        sender_hash=hash_sender(sender),
    )
    demand.full_clean()
    if not RegistrationRequest.objects.pending().same_as(demand).exists():
        demand.save()
    notifications.send_registration_received(demand)


@transaction.atomic
def accept_registration(
    *, actor: Actor, demand: RegistrationRequest, now: datetime
) -> Organisation:
    """Make it an organisation that orients, and invite its contact as first manager."""
    demand = _lock(actor, demand)
    try:
        organisation = register_organisation(
            actor=actor,
            name=demand.name,
            kinds=[OrganisationKind.PRESCRIBER],
            siret=demand.siret,
            departement=demand.departement,
            email=demand.contact_email,
            phone=demand.contact_phone,
            now=now,
        )
    except ValidationError as error:
        raise DomainError(" ".join(error.messages), code="invalid") from error
    demand.organisation = organisation
    _decide(demand, RegistrationState.ACCEPTED, actor, now)
    record(
        DirectoryEventKind.REGISTRATION_ACCEPTED,
        by=actor,
        organisation=organisation,
        subject=demand.public_id,
        now=now,
    )
    invitation, token = create_invitation(
        actor=actor,
        organisation=organisation,
        email=demand.contact_email,
        role=MembershipRole.MANAGER,
        now=now,
    )
    notifications.send_registration_accepted(invitation, token=token)
    return organisation


@transaction.atomic
def refuse_registration(
    *, actor: Actor, demand: RegistrationRequest, reason: str, now: datetime
) -> RegistrationRequest:
    """Say no, and why: the contact receives the reason word for word."""
    demand = _lock(actor, demand)
    demand.refusal_reason = reason
    _decide(demand, RegistrationState.REFUSED, actor, now)
    notifications.send_registration_refused(demand)
    return demand


def _count_sender(sender: str | None, now: datetime) -> None:
    demands = RegistrationRequest.objects.all()
    demands.filter(submitted_at__lte=now - WINDOW).exclude(sender_hash="").update(sender_hash="")
    if demands.sent_from(sender, since=now - WINDOW).count() >= settings.REGISTRATIONS_PER_HOUR:
        raise TooManyRegistrations


def _lock(actor: Actor, demand: RegistrationRequest) -> RegistrationRequest:
    if not policies.can_keep_directory(actor):
        raise DomainError("Seule la coordination examine les demandes.", code="permission")
    demand = RegistrationRequest.objects.select_for_update().get(pk=demand.pk)
    if not demand.is_pending:
        raise DomainError("Cette demande a déjà reçu une réponse.", code="state")
    return demand


def _decide(
    demand: RegistrationRequest, state: RegistrationState, actor: Actor, now: datetime
) -> None:
    demand.state = state
    demand.decided_at = now
    demand.decided_by_id = actor.user_id
    demand.full_clean()
    demand.save()
