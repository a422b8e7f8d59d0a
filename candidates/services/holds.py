"""What becomes of the places that a file keeps, as the file moves.

The territories know a household by the public id of its file, and nothing else.
"""

from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from candidates.enums import ACTIVE_PLACEMENTS
from candidates.models import Parcours, ParcoursEvent, Placement
from candidates.models.placement import LIVE_PLACEMENTS
from emile.core.workflow import Act
from operators.actors import Actor
from territories.enums import HoldEnd, HoldStage
from territories.models import Hold, Territory
from territories.models.hold import TAKEN
from territories.models.welcome import month_of
from territories.services import holds


def release_holds_in(act: Act[Parcours], territory: Territory) -> None:
    """The household does not go there, or not any more."""
    holds.release_holds_of(
        actor=act.actor,
        holder=act.subject.public_id,
        territory=territory,
        on=timezone.localdate(act.now),
        now=act.now,
    )


def settle_in(act: Act[Parcours], territory: Territory) -> None:
    """What was attributed to the household is now its home and its work; without a stay, the month
    when it moves in is the one that welcomes it."""
    holder, today = act.subject.public_id, timezone.localdate(act.now)
    if not holds.months_of(holder, territory, today).filter(stage__in=TAKEN).exists():
        use_month(act, territory, act.occurred_on)
    holds.lock_all_of(holder)
    mine = Hold.objects.of_holder(holder).live_on(today)
    _occupy(act, mine.filter(Q(offer__territory=territory) | Q(slot__territory=territory)))


def note_that_it_came(act: Act[Parcours], territory: Territory) -> None:
    """The month of a stay that took place stays used, whatever follows."""
    today = timezone.localdate(act.now)
    _occupy(act, holds.months_of(act.subject.public_id, territory, today))


def use_month(act: Act[Parcours], territory: Territory, day: date) -> None:
    """The household is welcomed in that month."""
    holds.take_month(
        actor=act.actor,
        territory=territory,
        month=month_of(day),
        holder=act.subject.public_id,
        on=timezone.localdate(act.now),
        now=act.now,
    )


def give_months_back(act: Act[Parcours], territory: Territory) -> None:
    holds.give_months_back(
        actor=act.actor,
        territory=territory,
        holder=act.subject.public_id,
        on=timezone.localdate(act.now),
        now=act.now,
    )


def put_holds_back(event: ParcoursEvent, *, actor: Actor, now: datetime) -> None:
    """Take back what an act that is corrected did to what its file keeps."""
    holds.put_holds_back(
        actor=actor,
        holder=event.parcours.public_id,
        at=event.recorded_at,
        on=timezone.localdate(now),
        now=now,
    )


def release_what_was_undone(event: ParcoursEvent, *, actor: Actor, now: datetime) -> None:
    """What was kept since, where a placement is put back: nothing if it is no longer proposed,
    nothing for good if it is no longer accepted."""
    changed = Placement.objects.filter(changes__event=event).distinct()
    where: dict[str, Any] = {
        "actor": actor,
        "holder": event.parcours.public_id,
        "on": timezone.localdate(now),
        "now": now,
    }
    for placement in changed.select_related("territory").order_by("pk"):
        if placement.status not in LIVE_PLACEMENTS:
            holds.release_holds_of(territory=placement.territory, why=HoldEnd.CORRECTED, **where)
        elif placement.status not in ACTIVE_PLACEMENTS:
            holds.release_attributed_of(territory=placement.territory, **where)


def _occupy(act: Act[Parcours], kept: QuerySet[Hold]) -> None:
    today = timezone.localdate(act.now)
    attributed = kept.filter(stage=HoldStage.ATTRIBUTED).select_related("offer", "slot")
    for hold in attributed.order_by("offer", "slot", "pk"):
        holds.advance_hold(actor=act.actor, hold=hold, step="occupy", on=today, now=act.now)
