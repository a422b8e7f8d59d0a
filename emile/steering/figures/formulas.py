"""How each indicator is computed from what is counted: the closed half of its definition.

The words, which the coordinator may change, are rows of ``Indicator`` with the same code.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from candidates.enums import (
    EXIT_OF,
    WORKS_OR_TRAINS,
    ChildrenAtSchool,
    Company,
    DynamicExit,
    GettingAround,
    HealthAccess,
    ResidentialKind,
    YesNoUnknown,
)
from emile.steering.figures.measures import FIRST_JOB, SPANS, Measure, Milestone


class Window(StrEnum):
    """Which facts are added: those of the months looked at; all until the end of these months; those
    of the households oriented in these months, whenever they happened."""

    PERIOD = "period"
    UNTIL = "until"
    COHORT = "cohort"


# Within one window: how many of each (measure, detail, value).
Sums = Mapping[tuple[str, str, int], int]


@dataclass(frozen=True, slots=True)
class Pick:
    """Some of what is counted: one measure, all its details or those named."""

    measure: Measure
    details: frozenset[str] | None = None

    def holds(self, measure: str, detail: str) -> bool:
        return measure == self.measure and (self.details is None or detail in self.details)

    def number_in(self, sums: Sums) -> int:
        return sum(
            number for (measure, detail, _), number in sums.items() if self.holds(measure, detail)
        )

    def values_in(self, sums: Sums) -> Counter[int]:
        values: Counter[int] = Counter()
        for (measure, detail, value), number in sums.items():
            if self.holds(measure, detail):
                values[value] += number
        return values


@dataclass(frozen=True, slots=True)
class Result:
    """``part`` of ``whole`` where there is one; ``value`` is None when there is nothing to divide."""

    value: float | int | None
    part: int
    whole: int | None = None


@dataclass(frozen=True, slots=True)
class Count:
    pick: Pick
    window: Window = Window.PERIOD
    unit = "number"

    def result(self, sums: Sums) -> Result:
        number = self.pick.number_in(sums)
        return Result(number, number)


@dataclass(frozen=True, slots=True)
class Share:
    """A whole percentage, half up."""

    pick: Pick
    whole: Pick
    window: Window = Window.PERIOD
    unit = "percent"

    def result(self, sums: Sums) -> Result:
        part, whole = self.pick.number_in(sums), self.whole.number_in(sums)
        return Result((200 * part + whole) // (2 * whole) if whole else None, part, whole)


@dataclass(frozen=True, slots=True)
class Within:
    """The fewest days within which that many tenths of the files had passed."""

    pick: Pick
    tenths: int
    window: Window = Window.PERIOD
    unit = "days"

    def result(self, sums: Sums) -> Result:
        days = self.pick.values_in(sums)
        files = days.total()
        return Result(quantile(days, self.tenths) if files else None, files)


@dataclass(frozen=True, slots=True)
class Mean:
    """To one decimal, half up."""

    pick: Pick
    window: Window = Window.PERIOD
    unit = "mark"

    def result(self, sums: Sums) -> Result:
        marks = self.pick.values_in(sums)
        total, people = sum(mark * number for mark, number in marks.items()), marks.total()
        return Result((20 * total + people) // (2 * people) / 10 if people else None, people)


Formula = Count | Share | Within | Mean


def quantile(values: Mapping[int, int], tenths: int) -> int:
    """The smallest value that at least that many tenths do not exceed. ``values`` are counted."""
    wanted = -(-sum(values.values()) * tenths // 10)
    seen = 0
    for value in sorted(values):
        seen += values[value]
        if seen >= wanted:
            return value
    raise ValueError("Nothing was counted.")


def _milestone(which: Milestone) -> Pick:
    return Pick(Measure.MILESTONE, frozenset({which}))


def _reached(which: Milestone, among: Milestone = Milestone.ORIENTED) -> Share:
    return Share(_milestone(which), _milestone(among), Window.COHORT)


def _at(measure: Measure, point: str, details: Collection[str]) -> Pick:
    return Pick(measure, frozenset(f"{point}/{detail}" for detail in details))


def _said(point: str, question: str, answers: Collection[str], among: Collection[str]) -> Share:
    return Share(
        _at(Measure.LIVING, point, [f"{question}/{answer}" for answer in answers]),
        _at(Measure.LIVING, point, [f"{question}/{answer}" for answer in among]),
    )


def _works_at(point: str) -> Share:
    return Share(
        _at(Measure.EMPLOYMENT, point, WORKS_OR_TRAINS), _at(Measure.EMPLOYMENT, point, EXIT_OF)
    )


# A home of one's own, as those that the programme leads to; all others are waiting places.
OWN_HOMES = (
    ResidentialKind.SOCIAL_TENANT,
    ResidentialKind.PRIVATE_TENANT,
    ResidentialKind.INTERMEDIATE,
)
ROOFLESS_OR_SHELTERED = (
    ResidentialKind.STREET,
    ResidentialKind.EMERGENCY,
    ResidentialKind.SHELTER,
)


def _housed_at(point: str, kinds: Collection[str] = OWN_HOMES) -> Share:
    return Share(
        _at(Measure.LODGING, point, kinds), _at(Measure.LODGING, point, ResidentialKind.values)
    )


def _answered(milestone: str, question: str, among: Collection[str] = YesNoUnknown.values) -> Share:
    return Share(
        _at(Measure.ANSWER, milestone, [f"{question}/{YesNoUnknown.YES}"]),
        _at(Measure.ANSWER, milestone, [f"{question}/{answer}" for answer in among]),
    )


def _response(milestone: str) -> Share:
    known = (YesNoUnknown.YES, YesNoUnknown.NO)
    return Share(
        _at(Measure.ANSWER, milestone, [f"there/{answer}" for answer in known]),
        _at(Measure.ANSWER, milestone, [f"there/{answer}" for answer in YesNoUnknown.values]),
    )


DYNAMIC = (DynamicExit.LASTING, DynamicExit.TRANSITION, DynamicExit.POSITIVE)
ALL_REACHED = Pick(Measure.REACHED)
TOLD = (YesNoUnknown.YES, YesNoUnknown.NO)


def _ended(*how: DynamicExit) -> Share:
    return Share(Pick(Measure.REACHED, frozenset(how)), ALL_REACHED)


FORMULAS: dict[str, Formula] = {
    # A · Activity
    "oriented": Count(_milestone(Milestone.ORIENTED)),
    "eligible": Count(_milestone(Milestone.ELIGIBLE)),
    "informed": Count(_milestone(Milestone.INFORMED)),
    "diagnosed": Count(_milestone(Milestone.DIAGNOSED)),
    "proposed": Count(_milestone(Milestone.PROPOSED)),
    "accepted": Count(_milestone(Milestone.ACCEPTED)),
    "stayed": Count(_milestone(Milestone.STAYED)),
    "validated": Count(_milestone(Milestone.VALIDATED)),
    "settled": Count(_milestone(Milestone.SETTLED)),
    "caseload": Count(Pick(Measure.PRESENT), Window.UNTIL),
    "asleep": Count(Pick(Measure.ASLEEP), Window.UNTIL),
    "closed": Count(_milestone(Milestone.CLOSED)),
    # B · Delays
    **{
        f"{span}_{name}": Within(Pick(Measure.DELAY, frozenset({span})), tenths)
        for span in (*SPANS, FIRST_JOB)
        for name, tenths in (("half", 5), ("most", 8))
    },
    # C · Cohorts
    "eligible_rate": _reached(Milestone.ELIGIBLE),
    "informed_rate": _reached(Milestone.INFORMED),
    "diagnosed_rate": _reached(Milestone.DIAGNOSED),
    "accepted_rate": _reached(Milestone.ACCEPTED),
    "stayed_rate": _reached(Milestone.STAYED),
    "validated_rate": _reached(Milestone.VALIDATED),
    "settled_rate": _reached(Milestone.SETTLED),
    "there_at_m6_rate": _reached(Milestone.THERE_AT_M6),
    # D · Those who leave, and what is refused
    "exits": Count(Pick(Measure.EXIT)),
    "suspensions": Count(Pick(Measure.SUSPENSION)),
    "refusals": Count(Pick(Measure.REFUSAL)),
    "stays_missed": Count(Pick(Measure.STAY_MISSED)),
    "losses": Count(Pick(Measure.LOSS)),
    "departures": Count(Pick(Measure.DEPARTURE)),
    # E · Work
    "works_at_entry": _works_at("entry"),
    "works_at_installation": _works_at("installation"),
    "works_at_m6": _answered("m6", "working", TOLD),
    "works_at_m12": _answered("m12", "working", TOLD),
    "dynamic_exits": _ended(*DYNAMIC),
    "lasting_exits": _ended(DynamicExit.LASTING),
    "transition_exits": _ended(DynamicExit.TRANSITION),
    "positive_exits": _ended(DynamicExit.POSITIVE),
    # F · Housing
    "sheltered_at_entry": _housed_at("entry", ROOFLESS_OR_SHELTERED),
    "housed_at_installation": _housed_at("installation"),
    "housed_at_m6": _housed_at("m6"),
    "there_at_m6": _answered("m6", "there", TOLD),
    "there_at_m12": _answered("m12", "there", TOLD),
    # G · Living conditions
    "care_at_m6": _said("m6", "health_access", [HealthAccess.COMPLETE], HealthAccess.values),
    "stuck_at_m6": _said("m6", "getting_around", [GettingAround.STUCK], GettingAround.values),
    "alone_at_m6": _said("m6", "company", [Company.ALONE], Company.values),
    "schooled_at_m6": _said(
        "m6",
        "schooling",
        [ChildrenAtSchool.ALL],
        [ChildrenAtSchool.ALL, ChildrenAtSchool.SOME, ChildrenAtSchool.NONE],
    ),
    "content_at_m6": Mean(Pick(Measure.CONTENT, frozenset({"m6"}))),
    # H · Territories
    "inhabitants": Count(Pick(Measure.PEOPLE)),
    "adults": Count(Pick(Measure.PEOPLE, frozenset({"adults"}))),
    "children": Count(Pick(Measure.PEOPLE, frozenset({"children"}))),
    "jobs_taken": Count(_at(Measure.EMPLOYMENT, "installation", WORKS_OR_TRAINS)),
    # J · Quality of the data
    "answers_at_m6": _response("m6"),
    "answers_at_m12": _response("m12"),
    "entry_known": Share(
        _at(Measure.EMPLOYMENT, "entry", EXIT_OF), Pick(Measure.LIVING, frozenset({"entry/asked"}))
    ),
}
