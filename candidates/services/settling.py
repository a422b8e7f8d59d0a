"""From everyone's yes to the end of the follow-up: two tracks, a day, visits, an outcome."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from candidates.enums import (
    Certainty,
    HousingSolution,
    JobSolution,
    MilestoneKind,
    Outcome,
    Track,
    YesNoUnknown,
)
from candidates.models import (
    Closure,
    HousingCommitment,
    Installation,
    JobCommitment,
    MilestoneVisit,
    Parcours,
    ParcoursEvent,
    Person,
    Placement,
    TrackDerogation,
)
from candidates.notifications import decisions as letters
from candidates.selectors import agreements, moving_adults
from candidates.services.household import refuse_outsider
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.workflow import Act, TransitionRefused
from operators.actors import Actor
from territories.models import Commune, Occupation


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
) -> Parcours:
    """Complete the job track. A job that was still to be found makes the parties answer again."""
    with PARCOURS_WORKFLOW.perform("commit_job", parcours, actor=actor, on=on, now=now) as act:
        if person not in moving_adults(act.subject, on):
            raise TransitionRefused("Cette personne ne part pas avec le foyer.", code="person")
        placement = act.subject.placements.active().get()
        commitment = JobCommitment(
            event_id=act.entry_id,
            placement=placement,
            person=person,
            kind=kind,
            occupation=occupation,
            with_whom=with_whom,
            starts_on=starts_on,
        )
        commitment.full_clean(exclude=["event"])
        commitment.save()
        _amend_project(act, placement, job_certainty=_at_least_promised(placement.job_certainty))
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
    reason: str = "",
) -> Parcours:
    """Complete the housing track. A home that was not agreed to makes the parties answer again."""
    with PARCOURS_WORKFLOW.perform(
        "commit_home", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        placement = act.subject.placements.active().get()
        commitment = HousingCommitment(
            event_id=act.entry_id,
            placement=placement,
            kind=kind,
            commune=commune,
            landlord=landlord,
            available_on=available_on,
        )
        commitment.full_clean(exclude=["event"])
        commitment.save()
        _amend_project(
            act,
            placement,
            home_certainty=_at_least_promised(placement.home_certainty),
            home_commune_id=commune.pk,
        )
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
def settle(*, actor: Actor, parcours: Parcours, on: date, now: datetime) -> Parcours:
    """The household moved in on that day; the follow-up counts from it."""
    with PARCOURS_WORKFLOW.perform("settle", parcours, actor=actor, on=on, now=now) as act:
        Installation.objects.create(event_id=act.entry_id, parcours=act.subject, effective_on=on)
    letters.tell_settled(act)
    return act.subject


@transaction.atomic
def log_visit(
    *,
    actor: Actor,
    parcours: Parcours,
    milestone: MilestoneKind,
    answers: Mapping[Person, Mapping[str, YesNoUnknown]],
    on: date,
    now: datetime,
    reason: str = "",
) -> Parcours:
    """Note what each adult answered; a visit that met nobody is noted too.

    ``answers`` holds, for each adult, ``still_there``, ``works_or_trains``, ``thinks_of_staying``.
    """
    with PARCOURS_WORKFLOW.perform(
        "visit", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        for person, said in answers.items():
            refuse_outsider(act, person)
            visit = MilestoneVisit(
                event_id=act.entry_id,
                parcours=act.subject,
                milestone=milestone,
                person=person,
                **said,
            )
            visit.full_clean(exclude=["event"])
            visit.save()
        act.payload["milestone"] = milestone
    return act.subject


@transaction.atomic
def close_parcours(
    *,
    actor: Actor,
    parcours: Parcours,
    outcome: Outcome,
    on: date,
    now: datetime,
    reason: str = "",
) -> Parcours:
    """End the follow-up. The teams keep their access: the file stays readable."""
    with PARCOURS_WORKFLOW.perform(
        "close", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        Closure.objects.create(event_id=act.entry_id, parcours=act.subject, outcome=outcome)
        act.payload["outcome"] = outcome
    return act.subject


def restore_project(event: ParcoursEvent) -> None:
    """Undo what a commitment changed in the project that the parties had agreed to."""
    placement = Placement.objects.get(pk=event.payload["placement"])
    _change(placement, event.payload["before"])


def _at_least_promised(certainty: str) -> str:
    return certainty if certainty in agreements.AGREED_TO else Certainty.PROMISED


def _amend_project(act: Act[Parcours], placement: Placement, **fields: Any) -> None:
    act.payload |= {
        "placement": placement.pk,
        "before": {name: getattr(placement, name) for name in fields},
    }
    _change(placement, fields)


def _change(placement: Placement, fields: Mapping[str, Any]) -> None:
    for name, value in fields.items():
        setattr(placement, name, value)
    placement.version += 1
    placement.save(update_fields=[*fields, "version"])
