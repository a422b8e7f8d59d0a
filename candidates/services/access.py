"""Who may open a file: rows written here and read by both locks.

Row-level security shows an actor its own accesses and those it gave, and lets it write none: giving
one and ending it is done as the platform, on behalf of that actor.
"""

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime

from candidates.enums import PlannedOutcome
from candidates.models import CaseAccess, Parcours, PlannedFile, PlannedHandOver
from emile.core.context import current, database_context, system
from operators.actors import Actor
from operators.enums import OrganisationKind


ACCESS = "accès au dossier"


def grant_access(
    *, actor: Actor, parcours: Parcours, organisation_id: int, role: OrganisationKind, now: datetime
) -> None:
    """Give an organisation the file in a role; nothing happens when it has it already."""
    held = CaseAccess.objects.current().filter(
        parcours=parcours, organisation=organisation_id, role=role
    )
    with as_platform(ACCESS):
        if held.exists():
            return
        CaseAccess.objects.create(
            parcours=parcours,
            organisation_id=organisation_id,
            role=role,
            granted_by_id=actor.organisation_id,
            since=now,
        )
        follow_planned(parcours)


def withdraw_access(
    *,
    parcours: Parcours,
    organisation_id: int,
    role: OrganisationKind,
    now: datetime,
    reads_until: datetime | None = None,
) -> None:
    """End an access. An actor that withdraws its own must have nothing left to write.

    ``reads_until`` leaves the file readable for a while.
    """
    held = CaseAccess.objects.current().filter(
        parcours=parcours, organisation=organisation_id, role=role
    )
    with as_platform(ACCESS):
        held.update(until=now, reads_until=reads_until)
        follow_planned(parcours)


def give_accesses_back(*, parcours: Parcours, at: datetime, now: datetime) -> None:
    """End the accesses that began at that instant, open again those that ended at it."""
    accesses = CaseAccess.objects.filter(parcours=parcours)
    with as_platform(ACCESS):
        accesses.current().filter(since=at).update(until=now)
        accesses.filter(until=at).update(until=None, reads_until=None)
        follow_planned(parcours)


def follow_planned(parcours: Parcours) -> None:
    """The passations decided ahead take what comes to their hands before the day, and leave what
    has gone: both are said as soon as it happens."""
    with as_platform(ACCESS):
        taking = list(PlannedHandOver.objects.taking(parcours.pk).values_list("pk", flat=True))
    gone = PlannedFile.objects.filter(
        parcours=parcours, planned__in=PlannedHandOver.objects.waiting()
    )
    gone.exclude(planned__in=taking).update(outcome=PlannedOutcome.ELSEWHERE)
    PlannedFile.objects.bulk_create(
        [PlannedFile(planned_id=planned_id, parcours=parcours) for planned_id in taking],
        update_conflicts=True,
        unique_fields=["planned", "parcours"],
        update_fields=["outcome"],
    )


def as_platform(purpose: str) -> AbstractContextManager[None]:
    """The platform, for what it does on behalf of whoever acts."""
    platform = system(purpose)
    if acting := current():
        platform = replace(platform, user=acting.user, organisation=acting.organisation)
    return database_context(platform)
