"""The programme of a stay and its costs, one line at a time: added, changed, dropped.

A line is put right by writing it again, so none of these acts is corrected.
"""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from candidates.models import EmployerReport, ImmersionStay, Parcours, StayCost, StayVisit, counts_q
from candidates.notifications import moments as letters
from candidates.services.stay import planned, refuse_visits_outside
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.errors import StaleVersion
from emile.core.workflow import Act, TransitionRefused
from operators.actors import Actor


@transaction.atomic
def add_visit(
    *,
    actor: Actor,
    parcours: Parcours,
    stay: ImmersionStay,
    on: date,
    now: datetime,
    **fields: Any,
) -> StayVisit:
    """Raises ValidationError when another visit takes that moment, VisitsOutside."""
    with PARCOURS_WORKFLOW.perform("add_visit", parcours, actor=actor, on=on, now=now) as act:
        visit = StayVisit(stay=planned(act, stay), **fields)
        _save_visit(visit)
        act.payload |= {"stay": visit.stay_id, "visit": visit.pk, "kind": visit.kind}
    letters.tell_stay(act, visit.stay, line_by_line=True)
    return visit


@transaction.atomic
def edit_visit(
    *,
    actor: Actor,
    parcours: Parcours,
    visit: StayVisit,
    version: int,
    on: date,
    now: datetime,
    **fields: Any,
) -> StayVisit:
    """Raises StaleVersion, and what ``add_visit`` raises."""
    with PARCOURS_WORKFLOW.perform("edit_visit", parcours, actor=actor, on=on, now=now) as act:
        visit = _line(act, visit)
        _write_over(visit, version, fields)
        _save_visit(visit)
        act.payload |= {"stay": visit.stay_id, "visit": visit.pk, "kind": visit.kind}
    letters.tell_stay(act, visit.stay, line_by_line=True)
    return visit


@transaction.atomic
def remove_visit(
    *, actor: Actor, parcours: Parcours, visit: StayVisit, on: date, now: datetime
) -> StayVisit:
    """Raises TransitionRefused once an employer has said what it thought of it."""
    with PARCOURS_WORKFLOW.perform("remove_visit", parcours, actor=actor, on=on, now=now) as act:
        visit = _line(act, visit)
        if EmployerReport.objects.filter(counts_q(), visit=visit).exists():
            raise TransitionRefused(
                "L’employeur a donné son avis après cette visite\u00a0: elle a eu lieu.",
                code="told",
            )
        _drop(visit)
        act.payload |= {"stay": visit.stay_id, "visit": visit.pk, "kind": visit.kind}
    letters.tell_stay(act, visit.stay, line_by_line=True)
    return visit


@transaction.atomic
def add_cost(
    *,
    actor: Actor,
    parcours: Parcours,
    stay: ImmersionStay,
    on: date,
    now: datetime,
    **fields: Any,
) -> StayCost:
    with PARCOURS_WORKFLOW.perform("add_cost", parcours, actor=actor, on=on, now=now) as act:
        cost = StayCost(stay=planned(act, stay), **fields)
        cost.full_clean(exclude=["public_id", "stay"])
        cost.save()
        act.payload |= _told_of(cost)
    return cost


@transaction.atomic
def edit_cost(
    *,
    actor: Actor,
    parcours: Parcours,
    cost: StayCost,
    version: int,
    on: date,
    now: datetime,
    **fields: Any,
) -> StayCost:
    """Raises StaleVersion when somebody else was faster."""
    with PARCOURS_WORKFLOW.perform("edit_cost", parcours, actor=actor, on=on, now=now) as act:
        cost = _line(act, cost)
        _write_over(cost, version, fields)
        cost.full_clean()
        cost.save()
        act.payload |= _told_of(cost)
    return cost


@transaction.atomic
def remove_cost(
    *, actor: Actor, parcours: Parcours, cost: StayCost, on: date, now: datetime
) -> StayCost:
    with PARCOURS_WORKFLOW.perform("remove_cost", parcours, actor=actor, on=on, now=now) as act:
        cost = _line(act, cost)
        _drop(cost)
        act.payload |= {"stay": cost.stay_id, "cost": cost.pk, "kind": cost.kind}
    return cost


def _told_of(cost: StayCost) -> dict[str, Any]:
    return {
        "stay": cost.stay_id,
        "cost": cost.pk,
        "kind": cost.kind,
        "cents": cost.programme_cents,
    }


def _line(act: Act[Parcours], line: Any) -> Any:
    """The line as it stands under the lock of its file. Raises TransitionRefused."""
    current = type(line).objects.select_related("stay").get(pk=line.pk, stay__parcours=act.subject)
    planned(act, current.stay)
    if current.is_dropped:
        raise TransitionRefused("Cette ligne a été retirée entre-temps.", code="state")
    return current


def _write_over(line: Any, version: int, fields: dict[str, Any]) -> None:
    if line.version != version:
        raise StaleVersion(current=line.version)
    line.version += 1
    for name, value in fields.items():
        setattr(line, name, value)


def _save_visit(visit: StayVisit) -> None:
    visit.full_clean()
    visit.save()
    refuse_visits_outside(visit.stay)


def _drop(line: Any) -> None:
    line.is_dropped = True
    line.save(update_fields=["is_dropped"])
