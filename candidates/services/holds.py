"""What becomes of the places that a file keeps, as the file moves.

The territories know a household by the public id of its file, and nothing else.
"""

from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from candidates.models import Parcours, ParcoursEvent
from emile.core.workflow import Act
from operators.actors import Actor
from territories.enums import HoldEnd, HoldStage
from territories.models import Hold, Territory
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
    holds.lock_all_of(act.subject.public_id, territory)
    if not _kept_in(act, territory).filter(slot__isnull=False).exists():
        use_month(act, territory, act.occurred_on)
    _occupy(act, _kept_in(act, territory))


def note_that_it_came(act: Act[Parcours], territory: Territory) -> None:
    """The month of a stay that took place stays used, whatever follows."""
    holds.lock_all_of(act.subject.public_id, territory)
    _occupy(act, _kept_in(act, territory).filter(slot__isnull=False))


def use_month(act: Act[Parcours], territory: Territory, day: date) -> None:
    """The household is welcomed in that month; what it had kept in another is given back."""
    month = month_of(day)
    give_months_back(act, territory, but=month)
    holds.take_month(
        actor=act.actor,
        territory=territory,
        month=month,
        holder=act.subject.public_id,
        on=timezone.localdate(act.now),
        now=act.now,
    )


def give_months_back(act: Act[Parcours], territory: Territory, *, but: date | None = None) -> None:
    """No stay begins in them. A month in which the household did come stays used."""
    holds.lock_all_of(act.subject.public_id, territory)
    months = _kept_in(act, territory).filter(slot__isnull=False).exclude(stage=HoldStage.OCCUPIED)
    for hold in months.exclude(slot__month=but) if but else months:
        holds.release_hold(
            actor=act.actor,
            hold=hold,
            why=HoldEnd.STAY_MOVED,
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


def _kept_in(act: Act[Parcours], territory: Territory) -> QuerySet[Hold]:
    return (
        Hold.objects.of_holder(act.subject.public_id)
        .live_on(timezone.localdate(act.now))
        .filter(Q(offer__territory=territory) | Q(slot__territory=territory))
        .select_related("offer", "slot")
        .order_by("offer", "slot", "pk")
    )


def _occupy(act: Act[Parcours], kept: QuerySet[Hold]) -> None:
    today = timezone.localdate(act.now)
    for hold in kept.filter(stage=HoldStage.ATTRIBUTED):
        holds.advance_hold(actor=act.actor, hold=hold, step="occupy", on=today, now=act.now)
