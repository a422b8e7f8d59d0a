"""The stay that lets a household see for itself: planned, held and told, or neither."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from candidates.enums import StayOutcome
from candidates.models import (
    ImmersionReport,
    ImmersionStay,
    Parcours,
    ParcoursEvent,
    Reason,
    StayCancellation,
    StayWaiver,
)
from candidates.notifications import decisions as letters
from candidates.services.placement import put_version_back
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.errors import DomainError, StaleVersion
from emile.core.workflow import Act, TransitionRefused
from operators.actors import Actor


STAY_FIELDS = ("days", "lodging", "travel", "programme")


class StayNotBegun(DomainError):
    def __init__(self, stay: ImmersionStay) -> None:
        super().__init__(
            f"Ce séjour commence le {stay.first_day:%d/%m/%Y}\u00a0: son bilan se partage à partir "
            "de ce jour-là.",
            code="not_begun",
        )


@transaction.atomic
def plan_stay(
    *,
    actor: Actor,
    parcours: Parcours,
    days: DateRange,
    lodging: str,
    travel: str,
    programme: str,
    on: date,
    now: datetime,
) -> ImmersionStay:
    """``days`` are stored with their end excluded. Raises ValidationError when they overlap."""
    with PARCOURS_WORKFLOW.perform("plan_stay", parcours, actor=actor, on=on, now=now) as act:
        stay = ImmersionStay(
            parcours=act.subject,
            placement=act.subject.placements.active().get(),
            days=days,
            lodging=lodging,
            travel=travel,
            programme=programme,
        )
        stay.full_clean()
        stay.save()
        act.payload["stay"] = stay.pk
    return stay


@transaction.atomic
def edit_stay(
    *,
    actor: Actor,
    parcours: Parcours,
    stay: ImmersionStay,
    version: int,
    on: date,
    now: datetime,
    **fields: Any,
) -> ImmersionStay:
    """``fields`` are those of ``plan_stay``. Raises StaleVersion when somebody else was faster."""
    with PARCOURS_WORKFLOW.perform("edit_stay", parcours, actor=actor, on=on, now=now) as act:
        stay = _planned(act, stay)
        if stay.version != version:
            raise StaleVersion(current=stay.version)
        stay.version += 1
        for name, value in fields.items():
            setattr(stay, name, value)
        stay.full_clean()
        stay.save()
        act.payload |= {"stay": stay.pk, "version": stay.version}
    return stay


@transaction.atomic
def cancel_stay(
    *,
    actor: Actor,
    parcours: Parcours,
    stay: ImmersionStay,
    stay_reason: Reason,
    on: date,
    now: datetime,
    reason: str = "",
) -> Parcours:
    """It did not take place: why, from the list, and in the operator's own words if need be."""
    with PARCOURS_WORKFLOW.perform(
        "cancel_stay", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        stay = _planned(act, stay)
        StayCancellation.objects.create(event_id=act.entry_id, stay=stay, reason=stay_reason)
        stay.is_cancelled = True
        stay.save(update_fields=["is_cancelled"])
        act.payload |= {"stay": stay.pk, "reason": stay_reason.code}
    return act.subject


@transaction.atomic
def report_stay(
    *,
    actor: Actor,
    parcours: Parcours,
    stay: ImmersionStay,
    outcome: StayOutcome,
    work: str,
    home: str,
    household_view: str,
    on: date,
    now: datetime,
) -> Parcours:
    """Share what was seen; the household then thinks it over. Raises StayNotBegun."""
    with PARCOURS_WORKFLOW.perform("report_stay", parcours, actor=actor, on=on, now=now) as act:
        stay = _planned(act, stay)
        if stay.first_day > on:
            raise StayNotBegun(stay)
        ImmersionReport.objects.create(
            event_id=act.entry_id,
            stay=stay,
            outcome=outcome,
            work=work,
            home=home,
            household_view=household_view,
        )
        act.payload |= {"stay": stay.pk, "outcome": outcome}
    letters.tell_stay_reported(act)
    return act.subject


@transaction.atomic
def waive_stay(
    *, actor: Actor, parcours: Parcours, on: date, now: datetime, reason: str = ""
) -> Parcours:
    """Go on to the household's answer without a stay. Raises ReasonNeeded."""
    with PARCOURS_WORKFLOW.perform(
        "waive_stay", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        StayWaiver.objects.create(
            event_id=act.entry_id, placement=act.subject.placements.active().get()
        )
    return act.subject


def unplan_stay(event: ParcoursEvent) -> None:
    ImmersionStay.objects.filter(pk=event.payload["stay"]).update(is_cancelled=True)


def plan_stay_again(event: ParcoursEvent) -> None:
    ImmersionStay.objects.filter(pk=event.payload["stay"]).update(is_cancelled=False)


def put_stay_back(event: ParcoursEvent) -> None:
    stay = ImmersionStay.objects.get(pk=event.payload["stay"])
    put_version_back(stay, event.payload["version"] - 1, STAY_FIELDS)


def _planned(act: Act[Parcours], stay: ImmersionStay) -> ImmersionStay:
    """The stay as it stands under the lock of its file. Raises TransitionRefused."""
    current: ImmersionStay = act.subject.stays.get(pk=stay.pk)
    if current.is_cancelled:
        raise TransitionRefused("Ce séjour a été noté comme non tenu.", code="state")
    return current
