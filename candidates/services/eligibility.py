"""Judging the seven criteria, calling the household, deciding."""

from datetime import date, datetime

from django.db import transaction

from candidates.eligibility import is_eligible, judge
from candidates.enums import CallOutcome, SnapshotPoint
from candidates.models import (
    CallAttempt,
    ContactPoint,
    EligibilityDecision,
    EligibilityEvaluation,
    Parcours,
    ParcoursEvent,
)
from candidates.notifications import decisions as letters
from candidates.selectors.criteria import facts_of, rules_on
from candidates.services.access import grant_access
from candidates.services.snapshots import fill_in_situations
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.errors import DomainError
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Organisation


class NotAnUpstreamOperator(DomainError):
    def __init__(self) -> None:
        super().__init__("Choisissez un opérateur amont en activité.", code="not_upstream")


@transaction.atomic
def evaluate(*, parcours: Parcours, on: date, now: datetime) -> EligibilityEvaluation:
    """Judge the household as it is known, under the rules in force; keep what was looked at."""
    rule_set = rules_on(on)
    judgements = judge(rule_set.rules.all(), facts_of(parcours, on))
    return EligibilityEvaluation.objects.create(
        parcours=parcours,
        rule_set=rule_set,
        evaluated_at=now,
        inputs={one.criterion.value: one.value for one in judgements},
        results={one.criterion.value: one.verdict.value for one in judgements},
    )


@transaction.atomic
def confirm_orientation(*, actor: Actor, parcours: Parcours, on: date, now: datetime) -> Parcours:
    """The orienting body commits itself to accompany the household, and hands the file over."""
    with PARCOURS_WORKFLOW.perform("orient", parcours, actor=actor, on=on, now=now) as act:
        act.subject.prescriber_is_committed = True
        act.subject.save(update_fields=["prescriber_is_committed"])
        evaluate(parcours=act.subject, on=on, now=now)
        fill_in_situations(act, SnapshotPoint.ENTRY)
    return act.subject


def forget_commitment(event: ParcoursEvent) -> None:
    """Whether the orienting body commits itself is then unknown again, and not a no."""
    Parcours.objects.filter(pk=event.parcours_id).update(prescriber_is_committed=None)


@transaction.atomic
def log_call(
    *,
    actor: Actor,
    parcours: Parcours,
    outcome: CallOutcome,
    on: date,
    now: datetime,
    contact: ContactPoint | None = None,
    next_call_on: date | None = None,
) -> Parcours:
    with PARCOURS_WORKFLOW.perform("log_call", parcours, actor=actor, on=on, now=now) as act:
        CallAttempt.objects.create(
            event_id=act.entry_id,
            parcours=act.subject,
            contact=contact,
            outcome=outcome,
            next_call_on=next_call_on,
        )
        act.payload["outcome"] = outcome
    return act.subject


@transaction.atomic
def declare_eligible(
    *,
    actor: Actor,
    parcours: Parcours,
    upstream: Organisation,
    on: date,
    now: datetime,
    override_reason: str = "",
    message: str = "",
    reason: str = "",
) -> Parcours:
    """Judge again, decide, and give the file to an upstream operator.

    An override counts only where a criterion is not met. Raises TransitionRefused when the seven
    criteria are not met and nothing overrides them, ReasonNeeded when nobody called.
    """
    if not (upstream.is_active and OrganisationKind.UPSTREAM in upstream.kinds):
        raise NotAnUpstreamOperator
    with PARCOURS_WORKFLOW.perform(
        "declare_eligible", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        evaluation = evaluate(parcours=act.subject, on=on, now=now)
        if is_eligible(evaluation.results.values()):
            override_reason = ""
        EligibilityDecision.objects.create(
            event_id=act.entry_id,
            parcours=act.subject,
            evaluation=evaluation,
            override_reason=override_reason,
            message=message,
        )
        grant_access(
            actor=actor,
            parcours=act.subject,
            organisation_id=upstream.pk,
            role=OrganisationKind.UPSTREAM,
            now=now,
        )
        act.payload |= {
            "upstream": upstream.pk,
            "overridden": bool(override_reason),
            # The coordinator has called: what was told of the household at first may have been put right.
            "profile": act.subject.household.profile_on(on),
        }
    letters.tell_eligible(act, upstream=upstream)
    return act.subject


@transaction.atomic
def ask_prescriber(
    *, actor: Actor, parcours: Parcours, on: date, now: datetime, reason: str = ""
) -> Parcours:
    """Send the file back to the orienting body for what is missing."""
    with PARCOURS_WORKFLOW.perform(
        "ask_prescriber", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        pass
    letters.tell_complement_asked(act)
    return act.subject
