"""Following a household that has settled, until the file is closed."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from candidates.enums import (
    DynamicExit,
    MilestoneKind,
    Outcome,
    SnapshotPoint,
    YesNoUnknown,
)
from candidates.models import (
    AdultOutcome,
    Closure,
    FollowUpExtension,
    MilestoneVisit,
    MissedVisit,
    Parcours,
    Person,
    Reason,
)
from candidates.notifications import moments as letters
from candidates.selectors.follow_up import extended_until, last_installation, longest_until
from candidates.selectors.news import question_of, unanswered
from candidates.services.household import refuse_outsider
from candidates.services.snapshots import fill_in_situations, note_situations
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.errors import DomainError
from emile.core.templatetags.emile import short_day
from emile.core.workflow import Act, TransitionRefused
from operators.actors import Actor


NOBODY: Mapping[Person, Any] = {}


class TooLong(DomainError):
    """A follow-up may be extended, within a year of the installation."""

    def __init__(self, until: date) -> None:
        super().__init__(
            "L’accompagnement dure douze mois au plus après l’installation\u00a0: "
            f"jusqu’au {short_day(until)}.",
            code="too_long",
        )


@transaction.atomic
def log_visit(
    *,
    actor: Actor,
    parcours: Parcours,
    milestone: MilestoneKind,
    answers: Mapping[Person, Mapping[str, YesNoUnknown]],
    on: date,
    now: datetime,
    situations: Mapping[Person, Mapping[str, Any]] = NOBODY,
    reason: str = "",
) -> Parcours:
    """Note what each adult answered; a visit that met nobody is noted too.

    ``answers`` holds, for each adult, ``still_there``, ``works_or_trains``, ``thinks_of_staying``;
    ``situations`` how those live who told it.
    """
    with PARCOURS_WORKFLOW.perform(
        "visit", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        if milestone == MilestoneKind.M12 and extended_until(act.subject) is None:
            raise TransitionRefused("L’accompagnement n’est pas prolongé.", code="milestone")
        for person in answers:
            refuse_outsider(act, person)
        _note_answers(act, milestone, answers)
        note_situations(act, SnapshotPoint(milestone.value), situations)
        act.payload["milestone"] = milestone
    letters.tell_visit(act, milestone)
    return act.subject


@transaction.atomic
def ask_news(
    *,
    actor: Actor,
    parcours: Parcours,
    answers: Mapping[Person, Mapping[str, YesNoUnknown]],
    on: date,
    now: datetime,
) -> Parcours:
    """Once the file is over: note what those who settled answered to the question of that day.

    ``answers`` holds ``still_there`` and ``works_or_trains`` for each of them; a try that reached
    nobody is noted too. Raises TransitionRefused when somebody is not to be asked that day.
    """
    with PARCOURS_WORKFLOW.perform("ask_news", parcours, actor=actor, on=on, now=now) as act:
        installation = last_installation(act.subject)
        milestone = question_of(installation.effective_on, on) if installation else None
        if milestone is None:
            raise TransitionRefused("Aucune question n’était à poser ce jour-là.", code="milestone")
        asked = unanswered(milestone, on).filter(parcours=act.subject)
        if not answers or {person.pk for person in answers}.difference(
            asked.values_list("person_id", flat=True)
        ):
            raise TransitionRefused(
                "Cette personne a déjà répondu, ou n’est pas à interroger.", code="person"
            )
        _note_answers(act, milestone, answers)
        silent = {YesNoUnknown.UNKNOWN}
        act.payload |= {
            "milestone": milestone,
            "was_answered": any(set(said.values()) != silent for said in answers.values()),
        }
    return act.subject


def _note_answers(
    act: Act[Parcours],
    milestone: MilestoneKind,
    answers: Mapping[Person, Mapping[str, YesNoUnknown]],
) -> None:
    for person, said in answers.items():
        visit = MilestoneVisit(
            event_id=act.entry_id, parcours=act.subject, milestone=milestone, person=person, **said
        )
        visit.full_clean(exclude=["event"])
        visit.save()


@transaction.atomic
def miss_visit(
    *,
    actor: Actor,
    parcours: Parcours,
    milestone: MilestoneKind,
    missed_reason: Reason,
    next_on: date,
    on: date,
    now: datetime,
    reason: str = "",
) -> Parcours:
    """A visit did not take place: it counts as an attempt, and the next one has its date."""
    with PARCOURS_WORKFLOW.perform(
        "miss_visit", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        missed = MissedVisit(
            event_id=act.entry_id,
            parcours=act.subject,
            milestone=milestone,
            reason=missed_reason,
            next_on=next_on,
        )
        missed.full_clean(exclude=["event"])
        missed.save()
        act.payload |= {"milestone": milestone, "reason": missed_reason.code}
    letters.tell_visit(act, milestone)
    return act.subject


@transaction.atomic
def extend_follow_up(
    *, actor: Actor, parcours: Parcours, until: date, on: date, now: datetime, reason: str = ""
) -> Parcours:
    """Beyond six months, and twelve at most; the reason is required. Raises TooLong."""
    with PARCOURS_WORKFLOW.perform(
        "extend_follow_up", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        installation = last_installation(act.subject)
        if installation and until > (latest := longest_until(installation)):
            raise TooLong(latest)
        FollowUpExtension.objects.create(event_id=act.entry_id, parcours=act.subject, until=until)
        act.payload["until"] = until.isoformat()
    return act.subject


@transaction.atomic
def close_parcours(
    *,
    actor: Actor,
    parcours: Parcours,
    outcome: Outcome,
    on: date,
    now: datetime,
    reached: Mapping[Person, DynamicExit] = NOBODY,
    reason: str = "",
) -> Parcours:
    """End the follow-up. The teams keep their access: the file stays readable.

    ``reached`` is what each adult has reached; who is not named is not known about.
    """
    with PARCOURS_WORKFLOW.perform(
        "close", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        closure = Closure.objects.create(
            event_id=act.entry_id, parcours=act.subject, outcome=outcome
        )
        for person, how in reached.items():
            refuse_outsider(act, person)
            AdultOutcome.objects.create(
                event_id=act.entry_id, closure=closure, person=person, reached=how
            )
        fill_in_situations(act, SnapshotPoint.EXIT)
        act.payload["outcome"] = outcome
    return act.subject
