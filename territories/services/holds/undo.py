"""Take back what an act did to the holds of a household."""

from contextlib import suppress
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from operators.actors import Actor
from territories.enums import HoldEnd, HoldStage
from territories.models import Hold, HoldEvent
from territories.models.hold import TAKEN
from territories.services.holds.acts import lock_all_of, release_hold
from territories.services.holds.places import (
    AlreadyHeld,
    is_offered,
    place_left,
    place_whatever_was_said,
)
from territories.workflow.holds import HOLD_WORKFLOW


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
    is_closed = before["stage"] not in TAKEN and not is_offered(thing, on)
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
    return (place_whatever_was_said if is_welcomed else place_left)(hold.thing, on)
