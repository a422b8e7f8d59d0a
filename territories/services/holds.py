"""Keep a place for a household, until a day or for good; wait for one; give it back.

Whoever frees a place tells, in the same transaction, the first of those who wait: a place is never
given without being asked for, and those who wait come before whoever arrives.
"""

import itertools
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import F, Q, QuerySet

from emile.core.context import database_context, system
from emile.core.errors import DomainError
from emile.core.workflow import TransitionRefused
from operators.actors import Actor, Platform
from territories.enums import HoldEnd, HoldStage
from territories.models import Hold, HoldEvent, Offer, Territory, WelcomeSlot
from territories.models.hold import TAKEN, Thing, name_of
from territories.notifications import tell_a_place_is_free, tell_it_is_released
from territories.workflow.holds import HOLD_WORKFLOW, it_has_not_run_out, lock_thing


# Whoever has not asked again for two weeks does not wait any more.
WAIT_DAYS = 14


class AlreadyHeld(DomainError):
    def __init__(self) -> None:
        super().__init__(
            "Cette offre n’a plus de place libre\u00a0: d’autres l’ont retenue, ou l’attendent. Vous "
            "pouvez prendre rang dans la file d’attente.",
            code="already_held",
        )


class NotOffered(DomainError):
    def __init__(self) -> None:
        super().__init__("Cette offre n’est plus proposée.", code="not_offered")


class TooFewPlaces(DomainError):
    def __init__(self, used: int) -> None:
        super().__init__(
            f"Places de cette offre déjà retenues ou attribuées\u00a0: {used}. Libérez-en d’abord.",
            code="too_few_places",
        )


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
    if not _is_offered(thing, on):
        raise NotOffered
    try:
        unit = _place_left(thing, on)
    except AlreadyHeld:
        if not or_wait:
            raise
        turn = _days(on, on + timedelta(days=WAIT_DAYS))
        return _open(actor, thing, holder, HoldStage.WAITING, turn, on, now)
    return _open(actor, thing, holder, HoldStage.HELD, _days(on, until), on, now, unit=unit)


@transaction.atomic
def take_month(
    *, actor: Actor, territory: Territory, month: date, holder: UUID, on: date, now: datetime
) -> Hold:
    """A household is welcomed that month, whatever the capacity said: the month is then over it.

    Its own hold becomes it, if it had one; what it had in another month is given back.
    """
    slot, _ = WelcomeSlot.objects.get_or_create(territory=territory, month=month)
    lock_all_of(holder, slot)
    others = months_of(holder, territory, on).exclude(slot=slot)
    _release_all(actor, others.exclude(stage=HoldStage.OCCUPIED), HoldEnd.STAY_MOVED, on, now)
    mine = Hold.objects.of(slot).of_holder(holder).live_on(on).first()
    if mine and mine.stage == HoldStage.WAITING:
        with HOLD_WORKFLOW.perform("take_turn", mine, actor=actor, on=on, now=now) as act:
            _remember(act.payload, act.subject)
            act.subject.unit = _place_whatever_was_said(slot, on)
        mine = act.subject
    if mine is None:
        unit, for_good = _place_whatever_was_said(slot, on), DateRange(on, None)
        return _open(actor, slot, holder, HoldStage.ATTRIBUTED, for_good, on, now, unit=unit)
    return mine if mine.stage in TAKEN else choose_hold(actor=actor, hold=mine, on=on, now=now)


@transaction.atomic
def give_months_back(
    *, actor: Actor, territory: Territory, holder: UUID, on: date, now: datetime
) -> None:
    """No stay begins in them. A month in which the household did come stays used."""
    lock_all_of(holder)
    mine = months_of(holder, territory, on).exclude(stage=HoldStage.OCCUPIED)
    _release_all(actor, mine, HoldEnd.STAY_MOVED, on, now)


@transaction.atomic
def take_turn(*, actor: Actor, hold: Hold, until: date, on: date, now: datetime) -> Hold:
    """Hold the place that was waited for. Raises NotOffered, AlreadyHeld before this one's turn."""
    with HOLD_WORKFLOW.perform("take_turn", hold, actor=actor, on=on, now=now) as act:
        waited = act.subject
        _refuse_run_out(waited, on)
        if not _is_offered(waited.thing, on):
            raise NotOffered
        unit = _place_left(waited.thing, on, before=waited)
        _remember(act.payload, waited)
        waited.unit, waited.period = unit, _days(on, until)
    return act.subject


@transaction.atomic
def extend_hold(*, actor: Actor, hold: Hold, until: date, on: date, now: datetime) -> Hold:
    with HOLD_WORKFLOW.perform("extend", hold, actor=actor, on=on, now=now) as act:
        _refuse_run_out(act.subject, on)
        _remember(act.payload, act.subject)
        act.subject.period = _days(act.subject.period.lower, until)
    return act.subject


@transaction.atomic
def advance_hold(*, actor: Actor, hold: Hold, step: str, on: date, now: datetime) -> Hold:
    """Note the visit, the file that was handed in, the entry: see ``territories.workflow.holds``."""
    with HOLD_WORKFLOW.perform(step, hold, actor=actor, on=on, now=now) as act:
        _remember(act.payload, act.subject)
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
        _remember(act.payload, chosen)
        if chosen.is_over(on):
            if not _is_offered(chosen.thing, on):
                raise NotOffered
            chosen.unit, chosen.period = _place_left(chosen.thing, on), DateRange(on, None)
        else:
            chosen.period = DateRange(chosen.period.lower, None)
    if alone and chosen.offer:
        rivals = Hold.objects.of_holder(chosen.holder).live_on(on).exclude(stage__in=TAKEN)
        _release_all(
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
        _remember(act.payload, released)
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
    _release_all(actor, mine.filter(there), why, on, now)


@transaction.atomic
def release_attributed_of(
    *, actor: Actor, holder: UUID, territory: Territory, on: date, now: datetime
) -> None:
    """What was given for good in a territory that has not said yes any more."""
    lock_all_of(holder)
    given = Hold.objects.of_holder(holder).live_on(on).filter(stage=HoldStage.ATTRIBUTED)
    there = given.filter(Q(offer__territory=territory) | Q(slot__territory=territory))
    _release_all(actor, there, HoldEnd.CORRECTED, on, now)


@transaction.atomic
def release_holds_on(*, actor: Actor | Platform, offer: Offer, on: date, now: datetime) -> None:
    """Nobody keeps a place of what is not offered any more; what was attributed stays."""
    undecided = Hold.objects.of(offer).live_on(on).exclude(stage__in=TAKEN)
    _release_all(actor, undecided, HoldEnd.OFFER_CLOSED, on, now)


@transaction.atomic
def put_holds_back(*, actor: Actor, holder: UUID, at: datetime, on: date, now: datetime) -> None:
    """Take back what an act of that instant did to the holds of a household.

    A place that another household was given meanwhile stays that one’s.
    """
    lock_all_of(holder)
    done = list(
        HoldEvent.objects.filter(hold__holder=holder, recorded_at=at)
        .select_related("hold")
        .order_by("-pk")
    )
    # Looked at before anything is written: what is taken back here follows too.
    followed = {
        event.hold_id
        for event in done
        if event.hold.events.filter(recorded_at__gt=at, sequence__gt=event.sequence).exists()
    }
    for event in done:
        if event.hold_id in followed:
            continue
        if "before" in event.payload:
            _put_back(actor, event, on, now)
        else:
            why = HoldEnd.CORRECTED
            release_hold(actor=actor, hold=event.hold, why=why, on=on, now=now)


def tell_who_waits(thing: Thing, *, on: date) -> None:
    """Those whose turn has come: as many as there are free places."""
    free = len(free_units_of(thing, on)) if _is_offered(thing, on) else 0
    waiting = Hold.objects.of(thing).live_on(on).waiting().select_related("organisation")
    for hold in waiting.order_by("pk")[:free]:
        tell_a_place_is_free(hold, thing, on=on)


def tell_all_who_wait(*, on: date) -> int:
    """Of places that holds have left by running out; how many things. Safe to run twice."""
    with database_context(system("places qui se libèrent")), transaction.atomic():
        waited = Hold.objects.live_on(on).waiting()
        offers = Offer.objects.open_on(on).for_detail().filter(pk__in=waited.values("offer"))
        slots = WelcomeSlot.objects.filter(pk__in=waited.values("slot"))
        things: list[Thing] = [
            *offers.order_by("pk"),
            *slots.select_related("territory").order_by("pk"),
        ]
        for thing in things:
            tell_who_waits(thing, on=on)
    return len(things)


def free_units_of(thing: Thing, on: date) -> list[int]:
    """A number for each place that is left, of a thing that is locked.

    Numbers that were given stay, when an offer has fewer places than before: they are counted.
    """
    used = set(Hold.objects.of(thing).live_on(on).using_a_place().values_list("unit", flat=True))
    unused = (number for number in itertools.count(1) if number not in used)
    return list(itertools.islice(unused, max(0, thing.places - len(used))))


def refuse_fewer_places(places: int, offer: Offer, on: date) -> None:
    """Than are used of an offer that is locked. Raises TooFewPlaces."""
    used = Hold.objects.of(offer).live_on(on).using_a_place().count()
    if used > places:
        raise TooFewPlaces(used)


def months_of(holder: UUID, territory: Territory, on: date) -> QuerySet[Hold]:
    return Hold.objects.of_holder(holder).live_on(on).filter(slot__territory=territory)


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


def _open(
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


def _release_all(
    actor: Actor | Platform, holds: QuerySet[Hold], why: HoldEnd, on: date, now: datetime
) -> None:
    """Those who wait first: nobody is told of a place that is being taken away."""
    in_order = holds.select_related("offer", "slot").order_by(F("unit").asc(nulls_first=True), "pk")
    for hold in in_order:
        release_hold(actor=actor, hold=hold, why=why, on=on, now=now)


def _put_back(actor: Actor, event: HoldEvent, on: date, now: datetime) -> None:
    """As it was, from today on; at any place that is left, when it had lost its own."""
    before = event.payload["before"]
    until = date.fromisoformat(before["until"]) if before["until"] else None
    has_run_out = until is not None and until <= on
    if before["stage"] == HoldStage.ENDED or (has_run_out and event.hold.is_over(on)):
        return
    if has_run_out:
        release_hold(actor=actor, hold=event.hold, why=HoldEnd.CORRECTED, on=on, now=now)
        return
    thing = event.hold.thing
    again = Hold.objects.of(thing).of_holder(event.hold.holder).live_on(on)
    is_closed = before["stage"] not in TAKEN and not _is_offered(thing, on)
    if is_closed or again.exclude(pk=event.hold_id).exists():
        return
    with (
        suppress(AlreadyHeld),
        transaction.atomic(),
        HOLD_WORKFLOW.perform("put_back", event.hold, actor=actor, on=on, now=now) as act,
    ):
        hold, lower = act.subject, act.subject.period.lower
        if hold.is_over(on):
            lower = on
            hold.unit = _place_again(hold, before, on) if before["unit"] else None
        hold.stage, hold.ended_for = HoldStage(before["stage"]), ""
        hold.period = DateRange(lower, until)


def _place_again(hold: Hold, before: dict[str, Any], on: date) -> int:
    is_welcomed = hold.slot is not None and before["stage"] in TAKEN
    return (_place_whatever_was_said if is_welcomed else _place_left)(hold.thing, on)


def _is_offered(thing: Thing, on: date) -> bool:
    """Read again: what the caller has may be older than the lock."""
    return isinstance(thing, WelcomeSlot) or (
        Offer.objects.open_on(on).filter(pk=thing.pk).exists()
    )


def _place_left(thing: Thing, on: date, *, before: Hold | None = None) -> int:
    """A place that is free for whoever arrives, or for one who waits. Raises AlreadyHeld."""
    free = free_units_of(thing, on)
    ahead = Hold.objects.of(thing).live_on(on).waiting()
    if before:
        ahead = ahead.filter(pk__lt=before.pk)
    if len(free) <= ahead.count():
        raise AlreadyHeld
    return free[0]


def _refuse_run_out(hold: Hold, on: date) -> None:
    """Before its period is written again; a guard would look after. Raises TransitionRefused."""
    if refusal := it_has_not_run_out(hold, on):
        raise TransitionRefused(refusal, code=it_has_not_run_out.__name__)


def _place_whatever_was_said(thing: Thing, on: date) -> int:
    """The first number that nobody uses, beyond the capacity when it is reached."""
    used = set(Hold.objects.of(thing).live_on(on).values_list("unit", flat=True))
    return next(number for number in itertools.count(1) if number not in used)


def _days(since: date, until: date) -> DateRange:
    return DateRange(since, until + timedelta(days=1))


def _cut(period: DateRange, on: date) -> DateRange:
    """Over from that day on; nothing is left of what began that day."""
    return DateRange(period.lower, min(on, period.upper) if period.upper else on)


def _remember(payload: dict[str, Any], hold: Hold) -> None:
    period = hold.period
    payload["before"] = {
        "stage": hold.stage,
        "unit": hold.unit,
        "since": period.lower and period.lower.isoformat(),
        "until": period.upper and period.upper.isoformat(),
    }
