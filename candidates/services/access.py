"""Who may open a file: rows written here and read by both locks.

Row-level security shows an actor its own accesses and those it gave, and lets it write none: giving
one and ending it is done as the platform, on behalf of that actor.
"""

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime

from candidates.models import CaseAccess, Parcours
from emile.core.context import current, database_context, system
from operators.actors import Actor
from operators.enums import OrganisationKind


def grant_access(
    *, actor: Actor, parcours: Parcours, organisation_id: int, role: OrganisationKind, now: datetime
) -> None:
    """Give an organisation the file in a role; nothing happens when it has it already."""
    held = CaseAccess.objects.current().filter(
        parcours=parcours, organisation=organisation_id, role=role
    )
    with _as_platform():
        if held.exists():
            return
        CaseAccess.objects.create(
            parcours=parcours,
            organisation_id=organisation_id,
            role=role,
            granted_by_id=actor.organisation_id,
            since=now,
        )


def withdraw_access(
    *, parcours: Parcours, organisation_id: int, role: OrganisationKind, now: datetime
) -> None:
    """End an access. An actor that withdraws its own must have nothing left to write."""
    held = CaseAccess.objects.current().filter(
        parcours=parcours, organisation=organisation_id, role=role
    )
    with _as_platform():
        held.update(until=now)


def give_accesses_back(*, parcours: Parcours, at: datetime, now: datetime) -> None:
    """End the accesses that began at that instant, open again those that ended at it."""
    accesses = CaseAccess.objects.filter(parcours=parcours)
    with _as_platform():
        accesses.current().filter(since=at).update(until=now)
        accesses.filter(until=at).update(until=None)


def _as_platform() -> AbstractContextManager[None]:
    platform = system("accès au dossier")
    if acting := current():
        platform = replace(platform, user=acting.user, organisation=acting.organisation)
    return database_context(platform)
