"""The engine that moves a subject along its stages, and the only writer of its stage.

A workflow is a table of steps. Performing one locks the row, checks again what the page had checked,
lets the caller write the fact that the step is about, moves the subject and leaves one row in its
journal, all in one transaction:

    with PARCOURS_WORKFLOW.perform("log_call", parcours, actor=actor, on=day, now=now) as act:
        CallAttempt.objects.create(event_id=act.entry_id, …)

The guards are asked after the fact is written and before anything moves: a refusal undoes both.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from django.db import transaction
from django.utils import timezone

from emile.core.errors import DomainError
from emile.core.models import Checked


class Staged(Checked):
    """What the engine moves. ``standing`` tells how far the row is in its stage."""

    stage: Any
    standing: Any

    class Meta:
        abstract = True


SubjectT = TypeVar("SubjectT", bound=Staged)


class TransitionRefused(DomainError):
    """The step is not possible: ``code`` is ``state``, ``permission``, ``date`` or a guard's name."""


class ReasonNeeded(TransitionRefused):
    """Nothing forbids the step, but it is unusual: ``warnings`` are the sentences to answer."""

    def __init__(self, warnings: Sequence[str]) -> None:
        super().__init__(" ".join(warnings), code="reason")
        self.warnings = tuple(warnings)


# A guard looks at a subject as it stands on a day and answers with the French reason to refuse, or
# None. Its function name is the error code.
Guard = Callable[[Any, date], str | None]
# Where a step leads: a stage, None to stay, or a question asked once the fact is written.
Target = str | None | Callable[[Any, date], str | None]


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the workflow table: when, by whom, provided that, and where it leads.

    ``label`` is the button; ``done`` is how the timeline tells it afterwards. A guard refuses; a
    warning asks for a reason. ``standings`` are those from which the step is possible; ``arrives``
    is the standing it leaves, None to let the workflow compute it.
    """

    name: str
    label: str
    done: str
    sources: Collection[str]
    target: Target
    allowed: Callable[[Any, Any], bool]
    guards: Sequence[Guard] = ()
    warnings: Sequence[Guard] = ()
    standings: Collection[str] | None = None
    arrives: str | None = None

    def is_open(self, subject: Any, working_standings: Collection[str]) -> bool:
        standings = self.standings if self.standings is not None else working_standings
        return subject.stage in self.sources and subject.standing in standings

    def destination(self, subject: Any, on: date) -> str:
        """The stage after the step; asked once its fact is written."""
        target = self.target(subject, on) if callable(self.target) else self.target
        return target or subject.stage

    def objections(self, subject: Any, on: date) -> list[str]:
        """What its guards hold against the step that day, in French; empty when the way is free."""
        return [reason for guard in self.guards if (reason := guard(subject, on))]

    def reservations(self, subject: Any, on: date) -> list[str]:
        """What is unusual about doing the step that day, in French."""
        return [reason for warning in self.warnings if (reason := warning(subject, on))]

    def is_held_back(self, subject: Any, on: date) -> bool:
        """Whether anything is said against it that day: the first one ends the search."""
        return any(check(subject, on) for check in (*self.guards, *self.warnings))


@dataclass(slots=True)
class Act(Generic[SubjectT]):
    """A step being performed. ``entry_id`` is the journal row to come, for facts to point at."""

    step: Step
    subject: SubjectT
    actor: Any
    occurred_on: date
    now: datetime
    entry_id: int
    from_stage: str
    from_standing: str
    reason: str = ""
    payload: dict[str, Any] = field(default_factory=dict)


class Workflow(Generic[SubjectT]):
    """The table and its engine. A subclass says how its subject is journalled and owned."""

    working_standings: Collection[str]
    # Said to whoever comes too late: the subject has moved since the page was shown.
    moved_meanwhile: str

    def __init__(self, steps: Sequence[Step]) -> None:
        self.steps = tuple(steps)
        self._by_name = {step.name: step for step in steps}
        if len(self._by_name) != len(steps):
            raise ValueError("Two steps of the workflow share a name.")

    def __getitem__(self, name: str) -> Step:
        return self._by_name[name]

    def offered(self, subject: SubjectT, actor: Any) -> list[Step]:
        """The steps whose state and right are met, in the order of the table."""
        return [step for step in self.steps if self.offers(step, subject, actor)]

    def offers(self, step: Step, subject: SubjectT, actor: Any) -> bool:
        return step.is_open(subject, self.working_standings) and step.allowed(actor, subject)

    def check(self, name: str, subject: SubjectT, actor: Any) -> Step:
        """The step, or TransitionRefused when it is not possible now or not by this actor."""
        step = self[name]
        if not step.is_open(subject, self.working_standings):
            raise TransitionRefused(
                f"Cette action n’est plus possible\u00a0: {self.moved_meanwhile}", code="state"
            )
        if not step.allowed(actor, subject):
            raise TransitionRefused(
                "Votre organisation n’a pas la main pour cette action.", code="permission"
            )
        return step

    @contextmanager
    def perform(
        self,
        name: str,
        subject: SubjectT,
        *,
        actor: Any,
        on: date,
        now: datetime,
        reason: str = "",
    ) -> Iterator[Act[SubjectT]]:
        """Lock, check, let the caller write its fact, check the guards, move, journal.

        Raises TransitionRefused, or ReasonNeeded when a warning was left without reason; the
        caller's fact is then undone with the rest. A service opens the transaction that undoes it:
        no savepoint of its own.
        """
        with transaction.atomic(savepoint=False):
            locked = self.lock(subject)
            step = self.check(name, locked, actor)
            act = Act(
                step=step,
                subject=locked,
                actor=actor,
                occurred_on=on,
                now=now,
                entry_id=self.reserve_entry(locked),
                from_stage=locked.stage,
                from_standing=locked.standing,
                reason=reason.strip(),
            )
            self.check_date(act)
            yield act
            self._check_guards(act)
            self.move(act)
            self.journal(act)

    def _check_guards(self, act: Act[SubjectT]) -> None:
        for guard in act.step.guards:
            if refusal := guard(act.subject, act.occurred_on):
                raise TransitionRefused(refusal, code=guard.__name__)
        if not act.reason and (warnings := act.step.reservations(act.subject, act.occurred_on)):
            raise ReasonNeeded(warnings)

    def lock(self, subject: SubjectT) -> SubjectT:
        """The row, read again and held until the end of the transaction."""
        raise NotImplementedError

    def check_date(self, act: Act[SubjectT]) -> None:
        """An act is told on the day it happened or later, never before."""
        if act.occurred_on > timezone.localdate(act.now):
            raise TransitionRefused(
                "Cette date est dans le futur : indiquez le jour où cela s’est passé.", code="date"
            )

    def reserve_entry(self, locked: SubjectT) -> int:
        """The id of the journal row to come, of a subject that is held."""
        raise NotImplementedError

    def move(self, act: Act[SubjectT]) -> None:
        """Write stage, standing and whatever follows from them."""
        raise NotImplementedError

    def journal(self, act: Act[SubjectT]) -> None:
        """Write the act's one row."""
        raise NotImplementedError
