"""What everything that a board holds has in common: it is kept by some, confirmed, journalled."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from emile.core.workflow import Act, Guard, Step, SubjectT, Target, Workflow
from operators.actors import Actor, Platform
from territories.models.kept import Kept
from territories.models.offer import KEEPERS


NO_STANDING = ("",)
# Whoever does one of these has just looked at it: it stands.
CONFIRMING = frozenset(
    {"publish", "confirm", "confirm_by_link", "edit", "resume", "reopen", "restore"}
    | {"bring", "update", "find", "find_again"}
)
REWRITING = frozenset({"edit", "update"})


def keeps_boards(actor: Actor | Platform, kept: Kept) -> bool:
    """Of which territories is another matter: ``territories.policies.keeps_board_of``."""
    return actor.kind in KEEPERS


def is_the_platform(actor: Actor | Platform, kept: Kept) -> bool:
    """The clock, or whoever holds its letter, who speaks for the employer or the landlord."""
    return isinstance(actor, Platform)


def it_is_not_past(kept: Kept, on: date) -> str | None:
    if kept.is_past(on):
        return "Sa date limite est passée\u00a0: modifiez-la d’abord."
    return None


def step(
    name: str,
    label: str,
    done: str,
    sources: tuple[str, ...],
    target: Target,
    *guards: Guard,
    allowed: Callable[[Any, Any], bool] = keeps_boards,
) -> Step:
    return Step(
        name, label, done, sources, target, allowed=allowed, guards=guards, standings=NO_STANDING
    )


class KeptWorkflow(Workflow[SubjectT]):
    """The engine of whatever is kept on a board: ``add`` is the first row of its journals."""

    working_standings = NO_STANDING
    moved_meanwhile = "quelqu’un l’a changé. Rouvrez la page pour voir où cela en est."

    def __init__(self, model: type[Kept], *, add: Step, steps: Sequence[Step]) -> None:
        super().__init__(steps)
        self.rows: Any = model._default_manager
        # Its journal, and the column that says whose row it is.
        kept: Any = model
        self.entries: Any = kept.events.rel.related_model
        self.subject_column: str = kept.events.field.attname
        self.add = add
        # How the journal tells each.
        self.told = {one.name: one.done for one in (add, *steps)}

    def lock(self, subject: SubjectT) -> SubjectT:
        held = self.rows.select_for_update(of=("self",)).get(pk=subject.pk)
        locked: SubjectT = self.rows.with_next_entry().for_detail().get(pk=held.pk)
        return locked

    def reserve_entry(self, locked: Any) -> int:
        entry_id: int = locked.next_entry_id
        return entry_id

    def move(self, act: Act[Any]) -> None:
        self.advance(act)
        act.subject.save()

    def advance(self, act: Act[Any]) -> None:
        """What the step makes of it, not written yet."""
        kept = act.subject
        kept.status = act.step.destination(kept, act.occurred_on)
        if act.step.name in CONFIRMING:
            kept.confirmed_on = max(kept.confirmed_on, act.occurred_on)
        if act.step.name in REWRITING:
            # What somebody is writing elsewhere is not overtaken by a click on a button.
            kept.version += 1

    def open_journal(self, kept: SubjectT, *, actor: Actor, on: date, now: datetime) -> None:
        """The first row of what has just been written."""
        added = self.rows.with_next_entry().get(pk=kept.pk)
        self.journal(Act(self.add, added, actor, on, now, self.reserve_entry(added), "", ""))

    def journal(self, act: Act[Any]) -> None:
        entry = self.entries(**self.values_of(act, act.subject.next_sequence))
        entry.pk = act.entry_id
        entry.save(force_insert=True)

    def values_of(self, act: Act[Any], sequence: int) -> dict[str, Any]:
        """The row of an act, its ``sequence``-th, by column."""
        return {
            self.subject_column: act.subject.pk,
            "sequence": sequence,
            "kind": act.step.name,
            "occurred_on": act.occurred_on,
            "recorded_at": act.now,
            "actor_user_id": act.actor.user_id,
            "actor_organisation_id": act.actor.organisation_id,
            "actor_kind": act.actor.kind,
            "payload": act.payload,
            "from_status": act.from_stage,
            "to_status": act.subject.status,
        }
