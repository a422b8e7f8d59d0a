"""The stay that lets a household see for itself: planned, changed, put off, cancelled, done without."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import F

from candidates.enums import StaySide
from candidates.models import (
    ImmersionStay,
    Parcours,
    ParcoursEvent,
    Reason,
    StayCancellation,
    StayPostponement,
    StayVisit,
    StayWaiver,
)
from candidates.models.stay import STAY_FIELDS
from candidates.notifications import moments as letters
from candidates.services.holds import give_months_back, use_month
from candidates.services.placement import put_version_back
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.errors import DomainError, StaleVersion
from emile.core.templatetags.emile import count
from emile.core.workflow import Act, TransitionRefused
from operators.actors import Actor


class VisitsOutside(DomainError):
    def __init__(self, total: int) -> None:
        super().__init__(
            f"Le programme compte {count(total, 'visite')} hors de ces dates\u00a0: changez d’abord "
            "le programme, ou reportez le séjour avec lui.",
            code="visits_outside",
        )


@transaction.atomic
def plan_stay(
    *,
    actor: Actor,
    parcours: Parcours,
    days: DateRange,
    on: date,
    now: datetime,
    **fields: Any,
) -> ImmersionStay:
    """``days`` are stored with their end excluded; ``fields`` are among STAY_FIELDS.

    Raises ValidationError when the days overlap another stay.
    """
    with PARCOURS_WORKFLOW.perform("plan_stay", parcours, actor=actor, on=on, now=now) as act:
        stay = ImmersionStay(
            parcours=act.subject,
            placement=act.subject.placements.active().get(),
            days=days,
            **fields,
        )
        stay.full_clean()
        stay.save()
        use_month(act, stay.placement.territory, stay.first_day)
        act.payload["stay"] = stay.pk
    letters.tell_stay(act, stay)
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
    """``fields`` are those of ``plan_stay``. Raises VisitsOutside, StaleVersion when somebody else
    was faster."""
    with PARCOURS_WORKFLOW.perform("edit_stay", parcours, actor=actor, on=on, now=now) as act:
        stay = planned(act, stay)
        if stay.version != version:
            raise StaleVersion(current=stay.version)
        stay.version += 1
        for name, value in fields.items():
            setattr(stay, name, value)
        stay.full_clean()
        stay.save()
        refuse_visits_outside(stay)
        use_month(act, stay.placement.territory, stay.first_day)
        act.payload |= {"stay": stay.pk, "version": stay.version}
    letters.tell_stay(act, stay)
    return stay


@transaction.atomic
def reschedule_stay(
    *,
    actor: Actor,
    parcours: Parcours,
    stay: ImmersionStay,
    days: DateRange,
    stay_reason: Reason,
    keeps_programme: bool,
    on: date,
    now: datetime,
    reason: str = "",
) -> ImmersionStay:
    """Other days, and the programme as many days later (or sooner); or an empty programme.

    Raises VisitsOutside when the stay becomes too short for its programme.
    """
    with PARCOURS_WORKFLOW.perform(
        "reschedule_stay", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        stay = planned(act, stay)
        StayPostponement.objects.create(
            event_id=act.entry_id, stay=stay, reason=stay_reason, days_before=stay.days
        )
        shift = days.lower - stay.first_day
        visits = stay.visits.kept()
        moved = list(visits.values_list("pk", flat=True))
        stay.days = days
        stay.version += 1
        stay.full_clean()
        stay.save(update_fields=["days", "version"])
        use_month(act, stay.placement.territory, stay.first_day)
        if keeps_programme:
            _shift(moved, shift)
            refuse_visits_outside(stay)
        else:
            visits.update(is_dropped=True)
        act.payload |= {
            "stay": stay.pk,
            "version": stay.version,
            "reason": stay_reason.code,
            "days": shift.days,
            "visits_moved" if keeps_programme else "visits_dropped": moved,
        }
    letters.tell_stay(act, stay)
    return stay


@transaction.atomic
def cancel_stay(
    *,
    actor: Actor,
    parcours: Parcours,
    stay: ImmersionStay,
    stay_reason: Reason,
    side: StaySide | str = "",
    is_rebookable: bool | None = None,
    on: date,
    now: datetime,
    reason: str = "",
) -> Parcours:
    """It did not take place: why, from the list, and in the operator's own words if need be.

    ``side`` says where the obstacle came from, nothing as long as nobody knows.
    """
    with PARCOURS_WORKFLOW.perform(
        "cancel_stay", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        stay = planned(act, stay)
        StayCancellation.objects.create(
            event_id=act.entry_id,
            stay=stay,
            reason=stay_reason,
            side=side,
            is_rebookable=is_rebookable,
        )
        stay.is_cancelled = True
        stay.save(update_fields=["is_cancelled"])
        give_months_back(act, stay.placement.territory)
        act.payload |= {"stay": stay.pk, "reason": stay_reason.code}
    letters.tell_stay(act, stay)
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
    """Raises VisitsOutside when the programme has been written on the later days since."""
    stay = ImmersionStay.objects.get(pk=event.payload["stay"])
    put_version_back(stay, event.payload["version"] - 1, STAY_FIELDS)
    refuse_visits_outside(stay)


def put_programme_back(event: ParcoursEvent) -> None:
    """The days as before, and the programme with them. Raises VisitsOutside."""
    StayVisit.objects.filter(pk__in=event.payload.get("visits_dropped", ())).update(
        is_dropped=False
    )
    _shift(event.payload.get("visits_moved", ()), timedelta(days=-event.payload["days"]))
    put_stay_back(event)


def _shift(visits: Collection[int], shift: timedelta) -> None:
    StayVisit.objects.filter(pk__in=visits).update(day=F("day") + shift, version=F("version") + 1)


def planned(act: Act[Parcours], stay: ImmersionStay) -> ImmersionStay:
    """The stay as it stands under the lock of its file. Raises TransitionRefused."""
    current: ImmersionStay = act.subject.stays.select_related("placement").get(pk=stay.pk)
    if current.is_cancelled:
        raise TransitionRefused("Ce séjour a été noté comme non tenu.", code="state")
    if not current.placement.is_active:
        raise TransitionRefused("Le projet de ce séjour n’a plus cours.", code="state")
    return current


def refuse_visits_outside(stay: ImmersionStay) -> None:
    visits = stay.visits.kept()
    if total := visits.exclude(day__range=(stay.first_day, stay.last_day)).count():
        raise VisitsOutside(total)
