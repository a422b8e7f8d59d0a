"""What stands in a household's way, noted then lifted."""

from datetime import date, datetime

from django.db import transaction

from candidates.enums import BrakeKind, Hindered, Theme
from candidates.models import Brake, Parcours, ParcoursEvent, Person
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.errors import DomainError
from operators.actors import Actor


class AlreadyLifted(DomainError):
    def __init__(self) -> None:
        super().__init__("Ce frein est déjà levé.", code="already_lifted")


@transaction.atomic
def add_brake(
    *,
    actor: Actor,
    parcours: Parcours,
    theme: Theme,
    kind: BrakeKind,
    hinders: Hindered,
    since: date,
    person: Person | None = None,
    details: str = "",
    on: date,
    now: datetime,
) -> Brake:
    """``person`` is None when it is everybody's."""
    with PARCOURS_WORKFLOW.perform("add_brake", parcours, actor=actor, on=on, now=now) as act:
        brake = Brake(
            parcours=act.subject,
            theme=theme,
            kind=kind,
            hinders=hinders,
            since=since,
            person=person,
            details=details,
        )
        brake.full_clean(exclude=["public_id", "parcours"])
        brake.save()
        act.payload |= {"brake": brake.pk, "kind": kind}
    return brake


@transaction.atomic
def resolve_brake(
    *,
    actor: Actor,
    parcours: Parcours,
    brake: Brake,
    resolution: str = "",
    on: date,
    now: datetime,
) -> Brake:
    with PARCOURS_WORKFLOW.perform("resolve_brake", parcours, actor=actor, on=on, now=now) as act:
        brake = act.subject.brakes.get(pk=brake.pk)
        if brake.resolved_on is not None:
            raise AlreadyLifted
        brake.resolved_on, brake.resolution = on, resolution
        brake.full_clean()
        brake.save(update_fields=["resolved_on", "resolution"])
        act.payload |= {"brake": brake.pk, "kind": brake.kind}
    return brake


def forget_brake(event: ParcoursEvent) -> None:
    event.parcours.brakes.filter(pk=event.payload["brake"]).delete()


def reopen_brake(event: ParcoursEvent) -> None:
    event.parcours.brakes.filter(pk=event.payload["brake"]).update(resolved_on=None, resolution="")
