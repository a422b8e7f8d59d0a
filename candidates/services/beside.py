"""What may happen to a file at any stage: it sleeps, wakes up, or leaves the programme."""

import logging
from datetime import date, datetime

from django.db import transaction

from candidates.enums import DecidedBy, PlacementStatus, SnapshotPoint, Standing
from candidates.models import Exit, Parcours, Reason, Suspension
from candidates.notifications import decisions as letters
from candidates.notifications.texts import forget_recalled
from candidates.services.placement import change_status, release_hosts
from candidates.services.snapshots import fill_in_situations
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.context import database_context
from emile.core.errors import DomainError
from emile.core.workflow import TransitionRefused
from operators.actors import Actor, Platform


log = logging.getLogger(__name__)


class ReviewInThePast(DomainError):
    def __init__(self) -> None:
        super().__init__("La date à laquelle revoir le dossier doit être à venir.", code="review")


@transaction.atomic
def suspend_parcours(
    *,
    actor: Actor,
    parcours: Parcours,
    suspension_reason: Reason,
    review_on: date,
    on: date,
    now: datetime,
    reason: str = "",
) -> Parcours:
    """Let the file sleep until ``review_on``. ``reason`` adds words to the coordinator's list."""
    if review_on <= on:
        raise ReviewInThePast
    with PARCOURS_WORKFLOW.perform(
        "suspend", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        Suspension.objects.create(
            event_id=act.entry_id,
            parcours=act.subject,
            reason=suspension_reason,
            review_on=review_on,
        )
        act.payload |= {"reason": suspension_reason.code, "review_on": review_on.isoformat()}
    forget_recalled(act.subject, now)
    return act.subject


@transaction.atomic
def resume_parcours(*, actor: Actor, parcours: Parcours, on: date, now: datetime) -> Parcours:
    """Go on where the file was; the time it slept does not count in the delay."""
    with PARCOURS_WORKFLOW.perform("resume", parcours, actor=actor, on=on, now=now) as act:
        pass
    return act.subject


@transaction.atomic
def exit_parcours(
    *,
    actor: Actor,
    parcours: Parcours,
    exit_reason: Reason,
    decided_by: DecidedBy,
    on: date,
    now: datetime,
    reason: str = "",
) -> Parcours:
    """Leave the programme: the stage is kept, proposals are withdrawn, teams may still read."""
    with PARCOURS_WORKFLOW.perform(
        "exit", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        Exit.objects.create(
            event_id=act.entry_id,
            parcours=act.subject,
            reason=exit_reason,
            decided_by=decided_by,
        )
        for placement in act.subject.placements.proposed().order_by("pk"):
            change_status(act, placement, PlacementStatus.WITHDRAWN)
        fill_in_situations(act, SnapshotPoint.EXIT)
        act.payload |= {"reason": exit_reason.code, "decided_by": decided_by}
    release_hosts(act.subject, now=now)
    letters.tell_exited(act)
    return act.subject


def wake_suspended(*, on: date, now: datetime) -> int:
    """Wake the files whose review date has come, each in its own transaction; how many woke.

    Safe to run twice, and beside people: a file that somebody resumed meanwhile is left alone.
    Those that can't be woken keep none of the others asleep: they are raised together, at the end.
    """
    platform = Platform("réveil des suspensions")
    woken, errors = 0, []
    with database_context(platform.database_context):
        for parcours in _to_wake(on):
            try:
                woken += wake_if_due(platform, parcours, on=on, now=now)
            except Exception as error:
                log.exception("Le dossier %s n’a pas pu être réveillé.", parcours.public_id)
                errors.append(error)
    if errors:
        raise ExceptionGroup("Des dossiers n’ont pas pu être réveillés.", errors)
    return woken


def wake_if_due(platform: Platform, parcours: Parcours, *, on: date, now: datetime) -> bool:
    """False when somebody resumed the file meanwhile, or suspended it anew."""
    try:
        with (
            transaction.atomic(),
            PARCOURS_WORKFLOW.perform("wake", parcours, actor=platform, on=on, now=now) as act,
        ):
            if act.subject.is_asleep_on(on):
                raise TransitionRefused("Ce dossier dort encore.", code="state")
    except TransitionRefused as refusal:
        if refusal.code != "state":
            raise
        return False
    return True


@transaction.atomic
def _to_wake(on: date) -> list[Parcours]:
    """In a transaction: without one, row-level security shows nothing."""
    asleep = Parcours.objects.filter(standing=Standing.SUSPENDED, due_on__lte=on)
    return list(asleep.order_by("pk"))
