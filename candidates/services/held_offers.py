"""The acts by which a team keeps an offer of a territory for a household, follows it, gives it back.

A place is kept from the day when somebody asks for it: the day on which the act is told changes
nothing.
"""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from candidates.enums import AGREED_TO, Certainty, WorkKind
from candidates.models import Parcours, Placement, PlacementHome, PlacementJob
from candidates.selectors import moving_adults
from candidates.services.project import at_least_promised, write_home, write_job
from candidates.workflow import PARCOURS_WORKFLOW, clock
from emile.core.errors import DomainError
from emile.core.templatetags.emile import short_day
from emile.core.workflow import Act, TransitionRefused
from operators.actors import Actor
from territories.enums import HoldEnd, OfferKind
from territories.models import Hold, Offer
from territories.models.hold import TAKEN, Thing
from territories.services import holds


class TooLong(DomainError):
    def __init__(self, last: date) -> None:
        super().__init__(
            f"Choisissez un jour d’ici au {short_day(last)}\u00a0: une place ne se retient pas plus "
            "longtemps.",
            code="too_long",
        )


class NotAccepted(DomainError):
    def __init__(self) -> None:
        super().__init__(
            "Le territoire n’a pas encore accepté ce ménage\u00a0: rien ne peut lui être attribué.",
            code="not_accepted",
        )


@transaction.atomic
def hold_offer(
    *,
    actor: Actor,
    parcours: Parcours,
    placement: Placement,
    thing: Thing,
    until: date,
    on: date,
    now: datetime,
    or_wait: bool = False,
) -> Hold:
    """Keep a place of an offer, or of a month, of the territory of a live placement.

    Raises AlreadyHeld when none is left, unless the household is to wait for one.
    """
    with PARCOURS_WORKFLOW.perform("hold_offer", parcours, actor=actor, on=on, now=now) as act:
        placement = _live(act, placement.territory_id)
        if thing.territory_id != placement.territory_id:
            raise TransitionRefused("Cette offre est d’un autre territoire.", code="elsewhere")
        today = timezone.localdate(now)
        _check_length(today, until, since=today)
        held = holds.hold_place(
            actor=actor,
            thing=thing,
            holder=act.subject.public_id,
            until=until,
            on=today,
            now=now,
            or_wait=or_wait,
        )
        if held.unit:
            _note_in_project(act, placement, thing, Certainty.SPOTTED)
        act.payload |= {"hold": held.pk, "placement": placement.pk}
    return held


@transaction.atomic
def follow_hold(
    *,
    actor: Actor,
    parcours: Parcours,
    hold: Hold,
    step: str,
    on: date,
    now: datetime,
    until: date | None = None,
) -> Hold:
    """Move it on, by a step of ``territories.workflow.holds``.

    What is attributed is in the project, promised at least; the other homes held are given back.
    """
    with PARCOURS_WORKFLOW.perform("follow_hold", parcours, actor=actor, on=on, now=now) as act:
        _refuse_strangers(act, hold)
        placement = _live(act, hold.thing.territory_id)
        today = timezone.localdate(now)
        how: dict[str, Any] = {"actor": actor, "hold": hold, "on": today, "now": now}
        match step:
            case "take_turn":
                _check_length(today, until or today, since=today)
                holds.take_turn(until=until or today, **how)
                _note_in_project(act, placement, hold.thing, Certainty.SPOTTED)
            case "extend":
                _check_length(today, until or today, since=hold.period.lower)
                holds.extend_hold(until=until or today, **how)
            case "attribute":
                if not placement.is_active:
                    raise NotAccepted
                is_alone = _is_home(hold) or len(moving_adults(act.subject, on)) == 1
                holds.choose_hold(alone=is_alone, **how)
                _note_in_project(act, placement, hold.thing, Certainty.PROMISED)
            case _:
                holds.advance_hold(step=step, **how)
        act.payload |= {"hold": hold.pk, "step": step}
    hold.refresh_from_db()
    return hold


@transaction.atomic
def release_offer(
    *, actor: Actor, parcours: Parcours, hold: Hold, why: HoldEnd, on: date, now: datetime
) -> Hold:
    """Give the place back. The project keeps what was written of it: who releases rewrites it."""
    with PARCOURS_WORKFLOW.perform("release_offer", parcours, actor=actor, on=on, now=now) as act:
        _refuse_strangers(act, hold)
        if hold.slot and hold.stage in TAKEN:
            raise TransitionRefused(
                "Le séjour utilise cette place\u00a0: reportez-le, ou notez qu’il n’a pas eu lieu.",
                code="used",
            )
        today = timezone.localdate(now)
        released = holds.release_hold(actor=actor, hold=hold, why=why, on=today, now=now)
        act.payload |= {"hold": hold.pk, "why": why.value}
    return released


def _live(act: Act[Parcours], territory_id: int) -> Placement:
    """The placement by which the household may go there. Raises TransitionRefused."""
    placement = act.subject.placements.live().filter(territory=territory_id).first()
    if placement is None:
        raise TransitionRefused("Ce ménage n’est plus proposé dans ce territoire.", code="state")
    return placement


def _refuse_strangers(act: Act[Parcours], hold: Hold) -> None:
    if hold.holder != act.subject.public_id:
        raise TransitionRefused("Cette place est retenue par un autre dossier.", code="state")


def _check_length(today: date, until: date, *, since: date) -> None:
    last = clock.delay_after(clock.LONGEST_HOLD, since)
    if not today <= until <= last:
        raise TooLong(last)


def _is_home(hold: Hold) -> bool:
    return isinstance(hold.thing, Offer) and hold.thing.kind == OfferKind.HOME


def _note_in_project(
    act: Act[Parcours], placement: Placement, thing: Thing, certainty: Certainty
) -> None:
    """Write the offer in the project that was accepted, unless one that is further is there already.

    Of two adults, nobody knows here which one the job is for: it is written on its own page.
    """
    if not isinstance(thing, Offer) or not placement.is_active:
        return
    if thing.kind == OfferKind.HOME:
        home = PlacementHome.objects.filter(placement=placement).first()
        if _gives_way(home, certainty):
            write_home(act, placement, **_home_of(thing), certainty=_reached(home, certainty))
        return
    adults = moving_adults(act.subject, act.occurred_on)
    if len(adults) == 1:
        job = PlacementJob.objects.filter(placement=placement, person=adults[0]).first()
        if _gives_way(job, certainty):
            written = {**_job_of(thing), "certainty": _reached(job, certainty)}
            write_job(act, placement, adults[0], **written)


def _gives_way(row: PlacementHome | PlacementJob | None, certainty: Certainty) -> bool:
    """What was attributed replaces anything; what is only held, nothing that was found."""
    return row is None or certainty != Certainty.SPOTTED or row.certainty == Certainty.SEARCHING


def _reached(row: PlacementHome | PlacementJob | None, certainty: Certainty) -> str:
    return at_least_promised(row.certainty) if row and certainty in AGREED_TO else certainty


def _home_of(offer: Offer) -> dict[str, Any]:
    return {
        "landlord": offer.provider_label,
        "commune": offer.commune,
        "typology": offer.home.typology,
        "surface": offer.home.surface,
        "rent": offer.home.rent,
        "charges": offer.home.charges,
        "available_on": offer.available_from,
    }


def _job_of(offer: Offer) -> dict[str, Any]:
    is_job = offer.kind == OfferKind.JOB
    terms = offer.job if is_job else offer.training
    return {
        "kind": WorkKind.JOB if is_job else WorkKind.TRAINING,
        "occupation": terms.occupation,
        "employer": offer.provider_label,
        "contract": offer.job.contract if is_job else "",
        "weekly_hours": terms.weekly_hours,
        "starts_on": offer.available_from,
    }
