"""Keep a place for a household, until a day or for good; wait for one; give it back.

Whoever frees a place tells, in the same transaction, the first of those who wait: a place is never
given without being asked for, and those who wait come before whoever arrives.
"""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import F, Q, QuerySet

from emile.core.workflow import TransitionRefused
from operators.actors import Actor, Platform
from territories.enums import HoldEnd, HoldStage
from territories.models import Hold, Offer, Territory, WelcomeSlot
from territories.models.hold import TAKEN, Thing, name_of
from territories.notifications import tell_it_is_released
from territories.services.holds.places import (
    AlreadyHeld,
    NotOffered,
    is_offered,
    place_left,
    tell_who_waits,
)
from territories.workflow.holds import HOLD_WORKFLOW, it_has_not_run_out, lock_thing


# Whoever has not asked again for two weeks does not wait any more.
WAIT_DAYS = 14


@transaction.atomic
def hold_place(
    *,
    actor: Actor,
    thing: Thing,
    holder: UUID,
    until: date,
    on: date,
    now: datetime,
    or_wait: bool = False,
) -> Hold:
    """Keep a place until that day, included; or, when none is left, take a turn if ``or_wait``.

    How long is for the caller to bound. Raises AlreadyHeld, NotOffered, or ValidationError when this
    holder has one already.
    """
    lock_thing(thing)
    if not is_offered(thing, on):
        raise NotOffered
    try:
        unit = place_left(thing, on)
    except AlreadyHeld:
        if not or_wait:
            raise
        turn = _days(on, on + timedelta(days=WAIT_DAYS))
        return open_hold(actor, thing, holder, HoldStage.WAITING, turn, on, now)
    return open_hold(actor, thing, holder, HoldStage.HELD, _days(on, until), on, now, unit=unit)


@transaction.atomic
def take_turn(*, actor: Actor, hold: Hold, until: date, on: date, now: datetime) -> Hold:
    """Hold the place that was waited for. Raises NotOffered, AlreadyHeld before this one's turn."""
    with HOLD_WORKFLOW.perform("take_turn", hold, actor=actor, on=on, now=now) as act:
        waited = act.subject
        _refuse_run_out(waited, on)
        if not is_offered(waited.thing, on):
            raise NotOffered
        unit = place_left(waited.thing, on, before=waited)
        remember(act.payload, waited)
        waited.unit, waited.period = unit, _days(on, until)
    return act.subject


@transaction.atomic
def extend_hold(*, actor: Actor, hold: Hold, until: date, on: date, now: datetime) -> Hold:
    with HOLD_WORKFLOW.perform("extend", hold, actor=actor, on=on, now=now) as act:
        _refuse_run_out(act.subject, on)
        remember(act.payload, act.subject)
        act.subject.period = _days(act.subject.period.lower, until)
    return act.subject


@transaction.atomic
def advance_hold(*, actor: Actor, hold: Hold, step: str, on: date, now: datetime) -> Hold:
    """Note the visit, the file that was handed in, the entry: see ``territories.workflow.holds``."""
    with HOLD_WORKFLOW.perform(step, hold, actor=actor, on=on, now=now) as act:
        remember(act.payload, act.subject)
    return act.subject


@transaction.atomic
def choose_hold(*, actor: Actor, hold: Hold, on: date, now: datetime, alone: bool = True) -> Hold:
    """The place is this household’s, for good; ``alone``, it gives back the others of that kind.

    One that has run out may still be chosen, if a place is left: else, raises AlreadyHeld, or
    NotOffered.
    """
    lock_all_of(hold.holder)
    with HOLD_WORKFLOW.perform("attribute", hold, actor=actor, on=on, now=now) as act:
        chosen = act.subject
        remember(act.payload, chosen)
        if chosen.is_over(on):
            if not is_offered(chosen.thing, on):
                raise NotOffered
            chosen.unit, chosen.period = place_left(chosen.thing, on), DateRange(on, None)
        else:
            chosen.period = DateRange(chosen.period.lower, None)
    if alone and chosen.offer:
        rivals = Hold.objects.of_holder(chosen.holder).live_on(on).exclude(stage__in=TAKEN)
        release_all(
            actor, rivals.filter(offer__kind=chosen.offer.kind), HoldEnd.OTHER_CHOSEN, on, now
        )
    return chosen


@transaction.atomic
def release_hold(
    *, actor: Actor | Platform, hold: Hold, why: HoldEnd, on: date, now: datetime
) -> Hold:
    """Free the place, or leave the queue; the first who waits is told, and who had kept it when
    somebody else lets it go."""
    with HOLD_WORKFLOW.perform("release", hold, actor=actor, on=on, now=now) as act:
        released = act.subject
        remember(act.payload, released)
        act.payload["why"] = why.value
        was_over = released.is_over(on)
        released.ended_for, released.period = why, _cut(released.period, on)
    if not was_over and released.organisation_id != actor.organisation_id:
        tell_it_is_released(released, on=on)
    tell_who_waits(released.thing, on=on)
    return released


@transaction.atomic
def release_holds_of(
    *,
    actor: Actor,
    holder: UUID,
    territory: Territory,
    on: date,
    now: datetime,
    why: HoldEnd = HoldEnd.PLACEMENT_ENDED,
) -> None:
    """All that a household has in a territory where it does not go; where it lives stays its own."""
    lock_all_of(holder)
    there = Q(offer__territory=territory) | Q(slot__territory=territory)
    mine = Hold.objects.of_holder(holder).live_on(on).exclude(stage=HoldStage.OCCUPIED)
    release_all(actor, mine.filter(there), why, on, now)


@transaction.atomic
def release_attributed_of(
    *, actor: Actor, holder: UUID, territory: Territory, on: date, now: datetime
) -> None:
    """What was given for good in a territory that has not said yes any more."""
    lock_all_of(holder)
    given = Hold.objects.of_holder(holder).live_on(on).filter(stage=HoldStage.ATTRIBUTED)
    there = given.filter(Q(offer__territory=territory) | Q(slot__territory=territory))
    release_all(actor, there, HoldEnd.CORRECTED, on, now)


@transaction.atomic
def release_holds_on(*, actor: Actor | Platform, offer: Offer, on: date, now: datetime) -> None:
    """Nobody keeps a place of what is not offered any more; what was attributed stays."""
    undecided = Hold.objects.of(offer).live_on(on).exclude(stage__in=TAKEN)
    release_all(actor, undecided, HoldEnd.OFFER_CLOSED, on, now)


def lock_all_of(holder: UUID, slot: WelcomeSlot | None = None) -> None:
    """What a household ever asked for, and what it asks for now, before several are written.

    All in one order, or two households that give back what the other takes would wait for each
    other.
    """
    asked = Hold.objects.of_holder(holder)
    offers = Offer.objects.filter(pk__in=asked.values("offer")).order_by("pk")
    months = Q(pk__in=asked.values("slot"))
    if slot:
        months |= Q(pk=slot.pk)
    slots = WelcomeSlot.objects.filter(months).order_by("pk")
    for things in (offers, slots):
        list(things.select_for_update(of=("self",), no_key=True).values_list("pk"))


def open_hold(
    actor: Actor,
    thing: Thing,
    holder: UUID,
    stage: HoldStage,
    period: DateRange,
    on: date,
    now: datetime,
    *,
    unit: int | None = None,
) -> Hold:
    hold = Hold(
        **{name_of(thing): thing},
        holder=holder,
        organisation_id=actor.organisation_id,
        unit=unit,
        stage=stage,
        period=period,
    )
    hold.full_clean()
    hold.save()
    HOLD_WORKFLOW.open_journal(hold, actor=actor, on=on, now=now)
    return hold


def release_all(
    actor: Actor | Platform, holds: QuerySet[Hold], why: HoldEnd, on: date, now: datetime
) -> None:
    """Those who wait first: nobody is told of a place that is being taken away."""
    in_order = holds.select_related("offer", "slot").order_by(F("unit").asc(nulls_first=True), "pk")
    for hold in in_order:
        release_hold(actor=actor, hold=hold, why=why, on=on, now=now)


def _refuse_run_out(hold: Hold, on: date) -> None:
    """Before its period is written again; a guard would look after. Raises TransitionRefused."""
    if refusal := it_has_not_run_out(hold, on):
        raise TransitionRefused(refusal, code=it_has_not_run_out.__name__)


def _days(since: date, until: date) -> DateRange:
    return DateRange(since, until + timedelta(days=1))


def _cut(period: DateRange, on: date) -> DateRange:
    """Over from that day on; nothing is left of what began that day."""
    return DateRange(period.lower, min(on, period.upper) if period.upper else on)


def remember(payload: dict[str, Any], hold: Hold) -> None:
    period = hold.period
    payload["before"] = {
        "stage": hold.stage,
        "unit": hold.unit,
        "since": period.lower and period.lower.isoformat(),
        "until": period.upper and period.upper.isoformat(),
    }
