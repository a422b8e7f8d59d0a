"""Following a household that has settled, until the file is closed."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from candidates.enums import (
    MilestoneKind,
    Outcome,
    YesNoUnknown,
)
from candidates.models import (
    Closure,
    MilestoneVisit,
    Parcours,
    Person,
)
from candidates.services.household import refuse_outsider
from candidates.workflow import PARCOURS_WORKFLOW
from operators.actors import Actor


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
