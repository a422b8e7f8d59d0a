"""Places kept for households that the territories know by a number alone."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from emile.core.context import database_context
from operators.actors import Actor
from territories.models import Hold
from territories.models.hold import Thing
from territories.services import holds


def morning_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9)))


def hold(
    actor: Actor,
    thing: Thing,
    *,
    holder: UUID | None = None,
    days: int = 7,
    on: date | None = None,
    **how: Any,
) -> Hold:
    """Kept until that many days from now, for a household of its own unless ``holder`` says whose."""
    day = on or timezone.localdate()
    with database_context(actor.database_context):
        return holds.hold_place(
            actor=actor,
            thing=thing,
            holder=holder or uuid4(),
            until=day + timedelta(days=days),
            on=day,
            now=morning_of(day),
            **how,
        )


def on_hold(service: Any, actor: Actor, *, on: date | None = None, **how: Any) -> Any:
    """Any of the services of holds, that day."""
    day = on or timezone.localdate()
    with database_context(actor.database_context):
        return service(actor=actor, on=day, now=morning_of(day), **how)
