"""Whether households of every composition go forward alike: pure, in memory.

A passage is an alert under four fifths of that of all the others, the threshold of the « four-fifths
rule » (US EEOC, Uniform Guidelines on Employee Selection Procedures, 1978, 29 CFR 1607.4 D): a reason to
look, not a proof. Below ten households on either side, nothing is said.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db import models

from candidates.enums import HouseholdType
from emile.steering.figures.measures import Milestone


FEWEST = 10
STEPS = (
    Milestone.ORIENTED,
    Milestone.ELIGIBLE,
    Milestone.ACCEPTED,
    Milestone.STAYED,
    Milestone.SETTLED,
)
# How many households of each composition reached each milestone.
Reached = Mapping[tuple[str, str], int]


class Verdict(models.TextChoices):
    ALERT = "alert", "Alerte\u00a0: sous quatre cinquièmes"
    ALIKE = "alike", "Pas d’alerte"
    TOO_FEW = "too_few", "Trop peu de ménages pour le dire"


@dataclass(frozen=True, slots=True)
class Passed:
    """``part`` of the ``whole`` that stood at the step before."""

    part: int
    whole: int

    @property
    def percent(self) -> int | None:
        """Half up; None when nobody stood there."""
        return (200 * self.part + self.whole) // (2 * self.whole) if self.whole else None


@dataclass(frozen=True, slots=True)
class Gap:
    """One composition beside all the others, from one step to another."""

    start: Milestone
    end: Milestone
    household_type: HouseholdType
    own: Passed
    others: Passed

    @property
    def ratio(self) -> int | None:
        """Its rate for a hundred of that of the others, half up; None when that is zero."""
        if not (self.own.whole and self.others.part):
            return None
        ours, theirs = self._crossed
        return (200 * ours + theirs) // (2 * theirs)

    @property
    def verdict(self) -> Verdict:
        if min(self.own.whole, self.others.whole) < FEWEST:
            return Verdict.TOO_FEW
        ours, theirs = self._crossed
        return Verdict.ALERT if 5 * ours < 4 * theirs else Verdict.ALIKE

    @property
    def _crossed(self) -> tuple[int, int]:
        """Both rates over the same denominator: whole numbers compare without rounding."""
        return self.own.part * self.others.whole, self.others.part * self.own.whole


def gaps(reached: Reached, start: Milestone, end: Milestone) -> Iterator[Gap]:
    """Of each composition; households whose composition nobody said are among the others."""
    everyone = _passed(reached, start, end, {one for one, _ in reached})
    for household_type in HouseholdType:
        own = _passed(reached, start, end, {household_type})
        others = Passed(everyone.part - own.part, everyone.whole - own.whole)
        yield Gap(start, end, household_type, own, others)


def _passed(reached: Reached, start: str, end: str, of: set[str]) -> Passed:
    """Who came to the end without the start, by the fast track, stood at the start as well."""
    pairs = [(reached.get((one, end), 0), reached.get((one, start), 0)) for one in of]
    return Passed(sum(part for part, _ in pairs), sum(max(part, whole) for part, whole in pairs))
