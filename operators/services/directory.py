from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from stdnum.fr import siret as siret_number

from emile.core.errors import DomainError, StaleVersion
from operators import policies
from operators.actors import Actor
from operators.enums import DirectoryEventKind, OrganisationKind
from operators.models import Organisation
from operators.services.journal import record


@transaction.atomic
def register_organisation(
    *,
    actor: Actor | None = None,
    name: str,
    kinds: Collection[str],
    now: datetime,
    siret: str | None = "",
    departement: str = "",
    email: str = "",
    phone: str = "",
) -> Organisation:
    """Add a body to the directory; without actor, it comes from the programme's own data.

    Raises ValidationError when another one has the same SIRET.
    """
    if actor:
        _check_right(actor)
    organisation = Organisation(
        name=name,
        kinds=list(kinds),
        siret=siret_number.compact(siret or "") or None,
        departement=departement,
        email=email,
        phone=phone,
    )
    organisation.full_clean()
    organisation.save()
    record(
        DirectoryEventKind.ORGANISATION_REGISTERED,
        by=actor,
        organisation=organisation,
        subject=organisation.public_id,
        now=now,
    )
    return organisation


@transaction.atomic
def edit_organisation(
    *,
    actor: Actor,
    organisation: Organisation,
    version: int,
    name: str,
    kinds: Collection[str],
    siret: str | None,
    departement: str,
    email: str,
    phone: str,
    is_active: bool,
    now: datetime,
) -> Organisation:
    """Rewrite the card. Raises StaleVersion when somebody else did since ``version``."""
    _check_right(actor)
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    if organisation.version != version:
        raise StaleVersion(current=organisation.version)
    if organisation.pk == actor.organisation_id and not (
        is_active and OrganisationKind.COORDINATOR in kinds
    ):
        raise DomainError(
            "Votre organisation reste coordinatrice\u00a0: sans elle, plus personne ne tiendrait "
            "cet annuaire.",
            code="own_organisation",
        )
    organisation.name = name
    organisation.kinds = list(kinds)
    organisation.siret = siret or None
    organisation.departement = departement
    organisation.email = email
    organisation.phone = phone
    organisation.is_active = is_active
    organisation.version += 1
    organisation.full_clean()
    organisation.save()
    record(
        DirectoryEventKind.ORGANISATION_EDITED,
        by=actor,
        organisation=organisation,
        subject=organisation.public_id,
        now=now,
        kinds=",".join(organisation.kinds),
        is_active=str(is_active).lower(),
    )
    return organisation


def _check_right(actor: Actor) -> None:
    if not policies.can_keep_directory(actor):
        raise DomainError("Seule la coordination tient l’annuaire.", code="permission")
