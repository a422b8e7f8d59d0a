"""What a household has to do before it moves in, told from who its people are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from candidates.enums import ChecklistCondition, CheckState, Moves, Stage
from candidates.models import ChecklistItem, ChecklistMark, Parcours, Person, counts_q
from candidates.selectors.household import current_members, with_permits


SCHOOL_AGES = range(3, 18)


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """One thing to do; ``person`` is for whom, when the list asks it of each."""

    item: ChecklistItem
    person: Person | None
    mark: ChecklistMark | None

    @property
    def key(self) -> str:
        whom = f"-{self.person.public_id}" if self.person else ""
        return f"{self.item.code}{whom}"

    @property
    def label(self) -> str:
        return (
            f"{self.item.label}\u00a0: {self.person.full_name}" if self.person else self.item.label
        )

    @property
    def state(self) -> CheckState:
        return CheckState(self.mark.state) if self.mark else CheckState.TO_DO

    @property
    def is_done(self) -> bool:
        return self.state != CheckState.TO_DO


@dataclass(frozen=True, slots=True)
class Checklist:
    """``version`` is the last act that ticked something, 0 before."""

    lines: tuple[ChecklistLine, ...]
    version: int

    @property
    def done_count(self) -> int:
        return sum(line.is_done for line in self.lines)

    @property
    def left(self) -> list[ChecklistLine]:
        return [line for line in self.lines if not line.is_done]


def checklist(parcours: Parcours, on: date) -> Checklist:
    """The list in force when the file entered its installation, for the people of that day."""
    entered_on = installation_began_on(parcours) or on
    items = ChecklistItem.objects.on(entered_on).order_by("rank", "pk")
    marks = ChecklistMark.objects.filter(counts_q(), parcours=parcours)
    told = list(marks.order_by("event_id", "pk"))
    last = {(mark.item_id, mark.person_id): mark for mark in told}
    whom = _concerned(parcours, on)
    return Checklist(
        lines=tuple(
            ChecklistLine(item, person, last.get((item.pk, person.pk if person else None)))
            for item in items
            for person in whom.get(item.applies_to, ())
        ),
        version=told[-1].event_id if told else 0,
    )


def installation_began_on(parcours: Parcours) -> date | None:
    if parcours.stage == Stage.INSTALLATION:
        return parcours.stage_since
    entered = parcours.events.standing().filter(to_stage=Stage.INSTALLATION)
    event = entered.exclude(from_stage=Stage.INSTALLATION).order_by("sequence").last()
    return event.occurred_on if event else None


def _concerned(parcours: Parcours, on: date) -> dict[str, tuple[Person | None, ...]]:
    """Who each condition is about; None stands for the household as a whole."""
    household = parcours.household
    leaving = [one for one in current_members(parcours, on) if one.moves == Moves.YES]
    children = [one.person for one in leaving if one.is_child_on(on)]
    at_school = (child for child in children if _is_of_school_age(child, on))
    adults = [one.person for one in leaving if not one.is_child_on(on)]
    strangers = (adult for adult in with_permits(adults) if adult.permits.all())
    has_applied = household.housing_applications.exists()
    return {
        ChecklistCondition.EVERYONE: (None,),
        ChecklistCondition.CHILDREN: (None,) if children else (),
        ChecklistCondition.SCHOOL_AGE: tuple(at_school),
        ChecklistCondition.PERMIT: tuple(strangers),
        ChecklistCondition.PETS: (None,) if household.has_pets else (),
        ChecklistCondition.SOCIAL_HOUSING: (None,) if has_applied else (),
    }


def _is_of_school_age(child: Person, on: date) -> bool:
    """A child whose age nobody knows is asked about too."""
    age = child.age_on(on)
    return age is None or age in SCHOOL_AGES


def undone(parcours: Parcours, on: date) -> Iterator[str]:
    return (line.label for line in checklist(parcours, on).left)
