"""A new file: its accesses, its row, and whose move it is first."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import connection

from candidates.enums import Stage, Standing
from candidates.models import Household, Parcours
from candidates.reference import new_reference
from candidates.services.access import grant_access
from candidates.workflow import clock
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import User


RESERVE_IDS = """
    SELECT nextval(pg_get_serial_sequence('candidates_parcours', 'id')),
           nextval(pg_get_serial_sequence('candidates_household', 'id'))
"""


def open_parcours(
    *,
    actor: Actor,
    teams: Iterable[tuple[int, OrganisationKind]],
    is_committed: bool | None,
    on: date,
    now: datetime,
    stage: Stage = Stage.ORIENTATION,
    standing: Standing = Standing.IN_PROGRESS,
    household_id: int | None = None,
    previous: Parcours | None = None,
    lead_worker: User | None = None,
) -> Parcours:
    """Without household, the id of the one to come is reserved, and checked at the commit.

    The accesses come first: without them row-level security refuses the rows that follow.
    """
    with connection.cursor() as cursor:
        cursor.execute(RESERVE_IDS)
        parcours_id, new_household_id = cursor.fetchone()
    parcours = Parcours(
        pk=parcours_id,
        household_id=household_id or new_household_id,
        opened_on=on,
        stage=stage,
        standing=standing,
        stage_since=on,
        prescriber_is_committed=is_committed,
        previous=previous,
        lead_worker=lead_worker,
    )
    for organisation_id, role in teams:
        grant_access(
            actor=actor, parcours=parcours, organisation_id=organisation_id, role=role, now=now
        )
    turn = clock.turn(parcours, stage, since=on, on=on)
    parcours.owner_organisation_id, parcours.due_on = turn.owner_id, turn.due_on
    parcours.save(force_insert=True)
    return parcours


def free_reference(on: date) -> str:
    """One that is not taken, as far as this actor may see; the unique index has the last word."""
    reference = new_reference(on)
    while Household.objects.filter(reference=reference).exists():
        reference = new_reference(on)
    return reference
