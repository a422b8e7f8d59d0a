"""Who holds a file, beyond what row-level security shows to whoever asks."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from candidates.enums import Stage
from candidates.models import Note, Parcours
from operators.actors import Actor
from operators.enums import OrganisationKind


HOLDERS = "SELECT organisation_id, role FROM candidates_holders(%s)"
READERS = """
    SELECT body.id, body.name, access.role, access.reads_until
    FROM candidates_readers(%s) WITH ORDINALITY
        AS access (organisation_id, role, reads_until, rank)
    JOIN operators_organisation body ON body.id = access.organisation_id
    ORDER BY access.rank
"""


@dataclass(frozen=True, slots=True)
class Reader:
    """An organisation that opens a file. ``until`` is set once it only reads it."""

    organisation_id: int
    name: str
    role: OrganisationKind
    until: datetime | None


def holders_of(parcours_id: int, roles: Collection[OrganisationKind]) -> list[int]:
    """The organisations that hold it in one of these roles, the first to get it first.

    Asked as the platform, by the function of that name in the database: for messages and for the
    clock, not to be shown.
    """
    with connection.cursor() as cursor:
        cursor.execute(HOLDERS, [parcours_id])
        return [organisation_id for organisation_id, role in cursor.fetchall() if role in roles]


def readers_of(*, actor: Actor, parcours: Parcours, answered: Note | None = None) -> list[Reader]:
    """Those that act on the file first, then those that only read it any more. One query.

    A file is shared work: its teams know each other. Host operators that were asked together do not,
    nor do they read what is answered to one of them.
    """
    with connection.cursor() as cursor:
        cursor.execute(READERS, [parcours.pk])
        rows = cursor.fetchall()
    readers = [
        Reader(body, name, OrganisationKind(role), until) for body, name, role, until in rows
    ]
    only = _only_host(actor, parcours, answered)
    return [
        one
        for one in readers
        if only is None or one.role != OrganisationKind.HOST or one.organisation_id == only
    ]


def _only_host(actor: Actor, parcours: Parcours, answered: Note | None) -> int | None:
    """The host operator that reads when the others do not; None when all of them do."""
    if actor.kind == OrganisationKind.HOST and parcours.stage == Stage.POSITIONING:
        return actor.organisation_id
    if answered is None:
        return None
    said = answered.event
    is_aside = said.actor_kind == OrganisationKind.HOST and said.to_stage == Stage.POSITIONING
    return answered.organisation_id if is_aside else None
