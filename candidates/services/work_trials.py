"""A PMSMP: agreed upon, then told."""

from datetime import date, datetime

from django.db import transaction

from candidates.enums import TrialOutcome, TrialPurpose
from candidates.models import Parcours, Person, WorkTrial, WorkTrialReport, counts_q
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.workflow import TransitionRefused
from operators.actors import Actor
from territories.models import Occupation


@transaction.atomic
def plan_trial(
    *,
    actor: Actor,
    parcours: Parcours,
    person: Person,
    purpose: TrialPurpose,
    occupation: Occupation,
    business: str,
    starts_on: date,
    ends_on: date,
    on: date,
    now: datetime,
    agreement_number: str = "",
) -> WorkTrial:
    """Raises ValidationError: a month at most."""
    with PARCOURS_WORKFLOW.perform("plan_trial", parcours, actor=actor, on=on, now=now) as act:
        trial = WorkTrial(
            event_id=act.entry_id,
            parcours=act.subject,
            person=person,
            purpose=purpose,
            occupation=occupation,
            business=business,
            agreement_number=agreement_number,
            starts_on=starts_on,
            ends_on=ends_on,
        )
        # The journal row comes last: its key can't be looked for yet.
        trial.full_clean(exclude=["event"])
        trial.save()
        act.payload |= {"purpose": purpose, "occupation": occupation.code}
    return trial


@transaction.atomic
def report_trial(
    *,
    actor: Actor,
    parcours: Parcours,
    trial: WorkTrial,
    outcome: TrialOutcome,
    on: date,
    now: datetime,
    text: str = "",
) -> Parcours:
    """Raises TransitionRefused when it was told already."""
    with PARCOURS_WORKFLOW.perform("report_trial", parcours, actor=actor, on=on, now=now) as act:
        if WorkTrialReport.objects.filter(counts_q(), trial=trial).exists():
            raise TransitionRefused("Le bilan de cette PMSMP est déjà noté.", code="state")
        WorkTrialReport.objects.create(
            event_id=act.entry_id, trial=trial, outcome=outcome, text=text
        )
        act.payload["outcome"] = outcome
    return act.subject
