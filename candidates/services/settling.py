"""From everyone's yes to the end of the follow-up: two tracks, a day, visits, an outcome."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from candidates.enums import (
    Certainty,
    HousingSolution,
    JobSolution,
    PlacementStatus,
    SnapshotPoint,
    Stage,
    Track,
    WorkKind,
)
from candidates.models import (
    DateSlip,
    HousingCommitment,
    Installation,
    JobCommitment,
    Parcours,
    Person,
    Placement,
    PlacementHome,
    PlacementJob,
    Reason,
    TrackDerogation,
    TrackLoss,
)
from candidates.notifications import decisions as letters
from candidates.selectors import moving_adults, tracks
from candidates.selectors.snapshots import situations_at_installation
from candidates.services.holds import settle_in
from candidates.services.placement import change_status
from candidates.services.project import at_least_promised, write_dates, write_home, write_job
from candidates.services.snapshots import note_situations
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.workflow import Act, TransitionRefused
from operators.actors import Actor
from territories.models import Commune, Occupation


WORK_OF = {
    JobSolution.HIRING: WorkKind.JOB,
    JobSolution.INTERIM: WorkKind.JOB,
    JobSolution.TRAINING: WorkKind.TRAINING,
    JobSolution.SELF_EMPLOYED: WorkKind.SELF_EMPLOYED,
}


@transaction.atomic
def commit_job(
    *,
    actor: Actor,
    parcours: Parcours,
    person: Person,
    kind: JobSolution,
    occupation: Occupation,
    with_whom: str,
    starts_on: date,
    on: date,
    now: datetime,
    contract: str = "",
    weekly_hours: Decimal | None = None,
    is_qualifying: bool | None = None,
    ends_on: date | None = None,
    first_pay_on: date | None = None,
) -> Parcours:
    """Complete the job track. A job that was still to be found makes the parties answer again."""
    with PARCOURS_WORKFLOW.perform("commit_job", parcours, actor=actor, on=on, now=now) as act:
        placement = act.subject.placements.active().get()
        note_job(
            act,
            placement,
            person=person,
            kind=kind,
            occupation=occupation,
            with_whom=with_whom,
            contract=contract,
            weekly_hours=weekly_hours,
            is_qualifying=is_qualifying,
            starts_on=starts_on,
            ends_on=ends_on,
            first_pay_on=first_pay_on,
        )
        _promise_job(act, placement, person, kind, occupation)
    return act.subject


@transaction.atomic
def commit_home(
    *,
    actor: Actor,
    parcours: Parcours,
    kind: HousingSolution,
    commune: Commune,
    landlord: str,
    available_on: date,
    on: date,
    now: datetime,
    attributed_on: date | None = None,
    reference: str = "",
    ends_on: date | None = None,
    reason: str = "",
) -> Parcours:
    """Complete the housing track. A home that was not agreed to makes the parties answer again."""
    with PARCOURS_WORKFLOW.perform(
        "commit_home", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        placement = act.subject.placements.active().get()
        note_home(
            act,
            placement,
            kind=kind,
            commune=commune,
            landlord=landlord,
            attributed_on=attributed_on,
            reference=reference,
            available_on=available_on,
            ends_on=ends_on,
        )
        home = PlacementHome.objects.filter(placement=placement).first()
        certainty = at_least_promised(home.certainty if home else Certainty.SEARCHING)
        write_home(act, placement, certainty=certainty, commune=commune)
    return act.subject


@transaction.atomic
def lose_track(
    *,
    actor: Actor,
    parcours: Parcours,
    lost: JobCommitment | HousingCommitment,
    loss_reason: Reason,
    on: date,
    now: datetime,
    reason: str = "",
) -> Parcours:
    """A job or a home fell through: its track is to be completed again, the other one stands.

    After the installation it is an alert: the project that was agreed to is not touched any more.
    """
    with PARCOURS_WORKFLOW.perform(
        "lose_track", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        track = Track.JOB if isinstance(lost, JobCommitment) else Track.HOME
        still_found = tracks.found_jobs if track == Track.JOB else tracks.found_homes
        if not still_found(act.subject).filter(pk=lost.pk).exists():
            raise TransitionRefused("Cette perte est déjà notée.", code="lost")
        loss = TrackLoss(event_id=act.entry_id, reason=loss_reason, **{track.value: lost})
        loss.full_clean(exclude=["event"])
        loss.save()
        act.payload |= {"track": track, "reason": loss_reason.code}
        if act.from_stage == Stage.INSTALLATION:
            placement = act.subject.placements.active().get()
            if isinstance(lost, HousingCommitment):
                if not tracks.found_homes(act.subject).exists():
                    write_home(act, placement, certainty=Certainty.SEARCHING)
            elif not tracks.found_jobs(act.subject).filter(person=lost.person).exists():
                write_job(act, placement, lost.person, certainty=Certainty.SEARCHING)
    return act.subject


@transaction.atomic
def move_date(
    *,
    actor: Actor,
    parcours: Parcours,
    planned_move_on: date,
    slip_reason: Reason,
    on: date,
    now: datetime,
    reason: str = "",
) -> Parcours:
    """Plan the installation for another day. Whom the dates concern answers again."""
    with PARCOURS_WORKFLOW.perform(
        "move_date", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        placement = act.subject.placements.active().get()
        slip = DateSlip(
            event_id=act.entry_id,
            placement=placement,
            planned_before=placement.planned_move_on,
            planned_after=planned_move_on,
            reason=slip_reason,
        )
        slip.full_clean(exclude=["event"])
        slip.save()
        act.payload["reason"] = slip_reason.code
        write_dates(act, placement, planned_move_on)
    return act.subject


@transaction.atomic
def grant_derogation(
    *, actor: Actor, parcours: Parcours, track: Track, on: date, now: datetime, reason: str = ""
) -> Parcours:
    """Let the household settle with that track incomplete. The reason is required."""
    with PARCOURS_WORKFLOW.perform(
        "grant_derogation", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        placement = act.subject.placements.active().get()
        TrackDerogation.objects.create(event_id=act.entry_id, placement=placement, track=track)
        act.payload["track"] = track
    return act.subject


@transaction.atomic
def settle(
    *, actor: Actor, parcours: Parcours, on: date, now: datetime, reason: str = ""
) -> Parcours:
    """The household moved in on that day; the follow-up counts from it."""
    with PARCOURS_WORKFLOW.perform(
        "settle", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        Installation.objects.create(event_id=act.entry_id, parcours=act.subject, effective_on=on)
        placement = act.subject.placements.active().get()
        # Everyone's last yes may have come after the fast track had opened the stage.
        if placement.status == PlacementStatus.ACCEPTED:
            change_status(act, placement, PlacementStatus.VALIDATED)
        settle_in(act, placement.territory)
        act.payload["profile"] = act.subject.household.profile_on(on)
        situations = situations_at_installation(act.subject, on)
        note_situations(act, SnapshotPoint.INSTALLATION, situations)
    letters.tell_settled(act)
    return act.subject


def note_job(act: Act[Parcours], placement: Placement, *, person: Person, **fields: Any) -> None:
    if person not in moving_adults(act.subject, act.occurred_on):
        raise TransitionRefused("Cette personne ne part pas avec le foyer.", code="person")
    job = JobCommitment(event_id=act.entry_id, placement=placement, person=person, **fields)
    job.full_clean(exclude=["event"])
    job.save()


def note_home(act: Act[Parcours], placement: Placement, **fields: Any) -> None:
    home = HousingCommitment(event_id=act.entry_id, placement=placement, **fields)
    home.full_clean(exclude=["event"])
    home.save()


def _promise_job(
    act: Act[Parcours],
    placement: Placement,
    person: Person,
    kind: JobSolution,
    occupation: Occupation,
) -> None:
    """What is found for an adult is, in the project, promised at least."""
    job = PlacementJob.objects.filter(placement=placement, person=person).first()
    write_job(
        act,
        placement,
        person,
        kind=WORK_OF[kind],
        certainty=at_least_promised(job.certainty if job else Certainty.SEARCHING),
        occupation=occupation,
    )
