"""The trace of who opened which file."""

from datetime import datetime
from uuid import UUID

from candidates.models import Parcours
from emile.core.models import ReadLog
from operators.actors import Actor


def log_reading(*, actor: Actor, public_id: UUID, page: str, now: datetime) -> None:
    household = Parcours.objects.filter(public_id=public_id).values("household_id")
    ReadLog.objects.create(
        user_id=actor.user_id,
        organisation_id=actor.organisation_id,
        # Read by the statement that writes.
        household_id=household,  # type: ignore[misc]
        page=page,
        read_at=now,
    )
