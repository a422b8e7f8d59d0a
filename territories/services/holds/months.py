"""The months in which a household is welcomed."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import QuerySet

from operators.actors import Actor
from territories.enums import HoldEnd, HoldStage
from territories.models import Hold, Territory
from territories.models.hold import TAKEN
from territories.services.holds.acts import (
    choose_hold,
    lock_all_of,
    open_hold,
    release_all,
    remember,
)
from territories.services.holds.places import place_whatever_was_said
from territories.services.welcome import slot_of
from territories.workflow.holds import HOLD_WORKFLOW


@transaction.atomic
def take_month(
    *, actor: Actor, territory: Territory, month: date, holder: UUID, on: date, now: datetime
) -> Hold:
    """A household is welcomed that month, whatever the capacity said: the month is then over it.

    Its own hold becomes it, if it had one; what it had in another month is given back.
    """
    slot = slot_of(territory, month)
    lock_all_of(holder, slot)
    others = months_of(holder, territory, on).exclude(slot=slot)
    release_all(actor, others.exclude(stage=HoldStage.OCCUPIED), HoldEnd.STAY_MOVED, on, now)
    mine = Hold.objects.of(slot).of_holder(holder).live_on(on).first()
    if mine and mine.stage == HoldStage.WAITING:
        with HOLD_WORKFLOW.perform("take_turn", mine, actor=actor, on=on, now=now) as act:
            remember(act.payload, act.subject)
            act.subject.unit = place_whatever_was_said(slot, on)
        mine = act.subject
    if mine is None:
        unit, for_good = place_whatever_was_said(slot, on), DateRange(on, None)
        return open_hold(actor, slot, holder, HoldStage.ATTRIBUTED, for_good, on, now, unit=unit)
    return mine if mine.stage in TAKEN else choose_hold(actor=actor, hold=mine, on=on, now=now)


@transaction.atomic
def give_months_back(
    *, actor: Actor, territory: Territory, holder: UUID, on: date, now: datetime
) -> None:
    """No stay begins in them. A month in which the household did come stays used."""
    lock_all_of(holder)
    mine = months_of(holder, territory, on).exclude(stage=HoldStage.OCCUPIED)
    release_all(actor, mine, HoldEnd.STAY_MOVED, on, now)


def months_of(holder: UUID, territory: Territory, on: date) -> QuerySet[Hold]:
    return Hold.objects.of_holder(holder).live_on(on).filter(slot__territory=territory)
