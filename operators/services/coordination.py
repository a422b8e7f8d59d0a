"""The first person of an empty server; everybody else is invited from its pages."""

from datetime import datetime

from django.db import transaction
from django.db.models import Value

from emile.core.errors import DomainError
from emile.core.search import Norm
from operators import notifications
from operators.enums import MembershipRole, OrganisationKind
from operators.models import Invitation, Organisation
from operators.services.directory import register_organisation
from operators.services.invitations import create_invitation, renew_invitation


# As the reference data spell it.
COORDINATOR = "GIP Habitat et Interventions Sociales"


@transaction.atomic
def invite_coordinator(
    *, email: str, organisation_name: str = "", renew: bool = False, now: datetime
) -> tuple[Invitation, str]:
    """The invitation of a manager of the coordination, and its link.

    Refused to a member, and to somebody whose invitation waits unless ``renew`` replaces it.
    """
    organisation = _coordinator(organisation_name, now)
    waiting = organisation.invitations.waiting().filter(email=email.strip().lower()).first()
    if waiting and renew:
        invitation, token = renew_invitation(actor=None, invitation=waiting, now=now)
    else:
        invitation, token = create_invitation(
            actor=None,
            organisation=organisation,
            email=email,
            role=MembershipRole.MANAGER,
            now=now,
        )
    notifications.send_invitation(invitation, token=token)
    return invitation, notifications.invitation_link(token)


def _coordinator(name: str, now: datetime) -> Organisation:
    """The only one, or the one so named; a new one when the programme has none."""
    namesakes = Organisation.objects.filter(name_norm=Norm(Value(name or COORDINATOR)))
    coordinators = Organisation.objects.active().of_kind(OrganisationKind.COORDINATOR)
    found = list((coordinators & namesakes if name else coordinators).order_by("pk"))
    if len(found) == 1:
        return found[0]
    if known := ", ".join(coordinators.order_by("name_norm", "pk").values_list("name", flat=True)):
        raise DomainError(
            f"La coordination est déjà tenue par\u00a0: {known}. Donnez un de ces noms.",
            code="coordinator",
        )
    if namesakes.exists():
        raise DomainError(
            f"{name or COORDINATOR} est déjà dans l’annuaire, sans tenir la coordination.",
            code="not_coordinator",
        )
    return register_organisation(
        name=name or COORDINATOR, kinds=[OrganisationKind.COORDINATOR], now=now
    )
