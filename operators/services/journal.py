"""The directory remembers: one line per change, written with it."""

from datetime import datetime
from uuid import UUID

from operators.actors import Actor
from operators.enums import DirectoryEventKind
from operators.models import DirectoryEvent, Organisation, User


def record(
    kind: DirectoryEventKind,
    *,
    by: Actor | User | None,
    organisation: Organisation,
    subject: UUID,
    now: datetime,
    **payload: str,
) -> None:
    """``by`` is a user when the person is not yet an actor, nobody when the platform acts."""
    user_id: int | None = None
    on_behalf_of_id: int | None = None
    match by:
        case Actor():
            user_id, on_behalf_of_id = by.user_id, by.organisation_id
        case User():
            user_id = by.pk
    DirectoryEvent.objects.create(
        kind=kind,
        organisation=organisation,
        user_id=user_id,
        on_behalf_of_id=on_behalf_of_id,
        subject=subject,
        occurred_at=now,
        payload=payload,
    )
