"""The action plan line by line, the time that preparing may take, and what it leads to."""

from datetime import date, datetime

from django.db import transaction

from candidates.enums import ActionOwner, ActionState, PlanAxis
from candidates.models import Brake, Parcours, PlanAction, UpstreamExtension
from candidates.workflow import PARCOURS_WORKFLOW
from candidates.workflow.clock import preparation_limit
from emile.core.errors import DomainError, StaleVersion
from emile.core.templatetags.emile import short_day
from operators.actors import Actor


class NotLater(DomainError):
    def __init__(self, limit: date) -> None:
        super().__init__(
            f"La préparation court déjà jusqu’au {short_day(limit)}\u00a0: "
            "choisissez un jour qui suit.",
            code="not_later",
        )


@transaction.atomic
def add_action(
    *,
    actor: Actor,
    parcours: Parcours,
    axis: PlanAxis,
    label: str,
    on: date,
    now: datetime,
    owner: ActionOwner = ActionOwner.HOUSEHOLD,
    owner_name: str = "",
    due_on: date | None = None,
    brake: Brake | None = None,
) -> PlanAction:
    """Raises ValidationError."""
    with PARCOURS_WORKFLOW.perform("add_action", parcours, actor=actor, on=on, now=now) as act:
        action = PlanAction(
            parcours=act.subject,
            axis=axis,
            label=label,
            owner=owner,
            owner_name=owner_name,
            due_on=due_on,
            brake=brake,
        )
        action.full_clean(exclude=["public_id", "parcours"])
        action.save()
        act.payload |= {"action": action.pk, "axis": axis}
    return action


@transaction.atomic
def edit_action(
    *,
    actor: Actor,
    parcours: Parcours,
    action: PlanAction,
    version: int,
    axis: PlanAxis,
    label: str,
    owner: ActionOwner,
    owner_name: str,
    due_on: date | None,
    state: ActionState,
    on: date,
    now: datetime,
    brake: Brake | None = None,
) -> PlanAction:
    """Write the line again; finishing it dates it, opening it again forgets that day.

    Raises StaleVersion, ValidationError.
    """
    with PARCOURS_WORKFLOW.perform("edit_action", parcours, actor=actor, on=on, now=now) as act:
        current = PlanAction.objects.get(pk=action.pk, parcours=act.subject)
        if current.version != version:
            raise StaleVersion(current=current.version)
        current.axis, current.label, current.due_on = axis, label, due_on
        current.owner, current.owner_name, current.brake = owner, owner_name, brake
        if state != ActionState.DONE:
            current.done_on = None
        elif current.state != ActionState.DONE:
            current.done_on = on
        current.state = state
        current.version += 1
        current.full_clean()
        current.save()
        act.payload |= {"action": current.pk, "state": state}
    return current


@transaction.atomic
def extend_preparation(
    *, actor: Actor, parcours: Parcours, until: date, on: date, now: datetime, reason: str = ""
) -> Parcours:
    """A later limit than the one that runs. Raises ReasonNeeded: it is never silent."""
    with PARCOURS_WORKFLOW.perform(
        "extend_preparation", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        limit = preparation_limit(act.subject, on)
        if until <= limit:
            raise NotLater(limit)
        extension = UpstreamExtension(
            event_id=act.entry_id, parcours=act.subject, given_on=on, until=until
        )
        extension.clean_fields(exclude=["event"])
        extension.validate_constraints(exclude=["event"])
        extension.save()
        act.payload["until"] = until.isoformat()
    return act.subject


@transaction.atomic
def open_positioning(
    *, actor: Actor, parcours: Parcours, on: date, now: datetime, reason: str = ""
) -> Parcours:
    """The household is ready to be proposed to a territory. Raises ReasonNeeded."""
    with PARCOURS_WORKFLOW.perform(
        "open_positioning", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        pass
    return act.subject
