"""A passation decided on Friday for Monday: it waits, can be cancelled, and is done on its day."""

import logging
from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from candidates.enums import PlannedOutcome
from candidates.models import Parcours, PlannedFile, PlannedHandOver
from candidates.notifications import planned as letters
from candidates.policies import can_cancel_hand_over
from candidates.services.handover import hand_over, refuse_wrong_hands
from candidates.services.handover_preview import files_in_hands
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.context import database_context, system
from emile.core.errors import DomainError
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Organisation, User


log = logging.getLogger(__name__)


class NotAhead(DomainError):
    """A passation of today is done at once."""

    def __init__(self) -> None:
        super().__init__("Une passation se prévoit pour un jour à venir.", code="not_ahead")


class NotWaiting(DomainError):
    def __init__(self) -> None:
        super().__init__("Cette passation est déjà faite, ou annulée.", code="not_waiting")


@transaction.atomic
def plan_hand_over(
    *,
    actor: Actor,
    files: Sequence[Parcours],
    role: OrganisationKind,
    giver: Organisation,
    receiver: Organisation,
    whose: User | None,
    worker: User | None,
    reason: str,
    planned_on: date,
    now: datetime,
) -> PlannedHandOver:
    """Decide a passation; ``files`` are those that it would concern today. Nothing moves.

    Raises ValidationError when one of the same files waits already.
    """
    if planned_on <= timezone.localdate(now):
        raise NotAhead
    refuse_wrong_hands(actor, role, giver, receiver, worker)
    for parcours in files:
        PARCOURS_WORKFLOW.check("hand_over", parcours, actor)
    planned = PlannedHandOver(
        role=role,
        giver=giver,
        receiver=receiver,
        whose=whose,
        worker=worker,
        reason=reason,
        planned_on=planned_on,
        planned_by_id=actor.user_id,
        planned_for_id=actor.organisation_id,
        planned_as=actor.kind,
        planned_at=now,
    )
    planned.full_clean()
    planned.save()
    PlannedFile.objects.bulk_create(PlannedFile(planned=planned, parcours=one) for one in files)
    letters.tell_planned(planned, count=len(files))
    return planned


@transaction.atomic
def cancel_hand_over(*, actor: Actor, planned: PlannedHandOver, now: datetime) -> None:
    """Raises NotWaiting when it was carried out, or cancelled, meanwhile."""
    waiting = PlannedHandOver.objects.waiting().select_for_update().filter(pk=planned.pk).first()
    if waiting is None or not can_cancel_hand_over(actor, waiting):
        raise NotWaiting
    waiting.cancelled_by_id, waiting.cancelled_at = actor.user_id, now
    waiting.save(update_fields=["cancelled_by", "cancelled_at"])
    letters.tell_cancelled(waiting, by=actor)


def carry_out_hand_overs(*, on: date, now: datetime) -> int:
    """Do the passations whose day has come, each in its own transaction; how many files passed.

    Safe to run twice, beside people, and days late: the delays of the files then start on the day
    on which the others could begin. One that fails does not hold back the next.
    """
    passed, errors = 0, []
    with database_context(system("passations prévues")):
        for planned_id in _due(on):
            try:
                passed += _carry_out(planned_id, on=on, now=now)
            except Exception as error:
                log.exception("La passation prévue %s n’a pas pu être faite.", planned_id)
                errors.append(error)
    if errors:
        raise ExceptionGroup("Des passations n’ont pas pu être faites.", errors)
    return passed


def _due(on: date) -> list[int]:
    due = PlannedHandOver.objects.due(on).order_by("planned_on", "pk")
    return list(due.values_list("pk", flat=True))


@transaction.atomic
def _carry_out(planned_id: int, *, on: date, now: datetime) -> int:
    """The row is held until the end: a second run waits, then finds it done."""
    rows = PlannedHandOver.objects.due(on).select_for_update()
    if (planned := rows.filter(pk=planned_id).first()) is None:
        return 0
    with database_context(planned.actor.database_context):
        outcomes = {
            parcours.pk: _pass_on(planned, parcours, on=on, now=now)
            for parcours in files_in_hands(
                planned.actor,
                role=OrganisationKind(planned.role),
                giver=planned.giver,
                worker=planned.whose,
            )
        }
    _write_outcomes(planned, outcomes)
    planned.carried_out_at = now
    planned.save(update_fields=["carried_out_at"])
    passed = planned.files.filter(outcome=PlannedOutcome.PASSED).count()
    letters.tell_carried_out(planned, passed=passed)
    return passed


def _pass_on(
    planned: PlannedHandOver, parcours: Parcours, *, on: date, now: datetime
) -> PlannedOutcome:
    """One refusal leaves the other files alone."""
    try:
        hand_over(
            actor=planned.actor,
            parcours=parcours,
            role=OrganisationKind(planned.role),
            giver=planned.giver,
            receiver=planned.receiver,
            worker=planned.worker,
            reason=planned.reason,
            on=on,
            now=now,
            decided_on=timezone.localdate(planned.planned_at),
        )
    except DomainError as refusal:
        log.warning("Dossier %s non passé : %s", parcours.public_id, refusal.code)
        return PlannedOutcome.REFUSED
    return PlannedOutcome.PASSED


def _write_outcomes(planned: PlannedHandOver, outcomes: dict[int, PlannedOutcome]) -> None:
    """Files that came to the giver meanwhile are added; those that have left say why."""
    expected = {row.parcours_id: row for row in planned.files.select_related("parcours")}
    for row in expected.values():
        gone = PlannedOutcome.ELSEWHERE if row.parcours.is_open else PlannedOutcome.OVER
        row.outcome = outcomes.get(row.parcours_id, gone)
        row.save(update_fields=["outcome"])
    PlannedFile.objects.bulk_create(
        PlannedFile(planned=planned, parcours_id=parcours_id, outcome=outcome)
        for parcours_id, outcome in outcomes.items()
        if parcours_id not in expected
    )
