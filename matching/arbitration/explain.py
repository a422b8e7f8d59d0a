"""What people are told of an outcome: who loses what and why, what a change costs, who is served."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from matching.arbitration.decide import (
    Fairness,
    Given,
    Outcome,
    decide,
    points_of,
    used,
)
from matching.arbitration.problem import Family, Problem, Resource, Seeker


# What fairness would cost, one setting at a time.
# The first one is none.
STUDIED = (Fairness(), Fairness(seniority=50), Fairness(floor=80), Fairness(floor=95))


@dataclass(frozen=True, slots=True)
class Scarcity:
    """Something that more households want first than there is of it."""

    resource: Resource
    supply: int
    wanted: int

    @property
    def unserved(self) -> int:
        return self.wanted - self.supply


@dataclass(frozen=True, slots=True)
class Line:
    """What a household gets, against what it would have alone.

    ``causes`` are those of its own best choice that others have all of; ``spared`` those that are
    free, and worth more to those who come later.
    """

    seeker: Seeker
    choice: int | None
    causes: tuple[Resource, ...] = ()
    spared: tuple[Resource, ...] = ()

    @property
    def points(self) -> int:
        return 0 if self.choice is None else self.seeker.choices[self.choice].points

    @property
    def loss(self) -> int:
        return self.seeker.best_points - self.points


@dataclass(frozen=True, slots=True)
class Effect:
    """Of one decision, on the others as well: ``cost`` in points, less than zero when it gains;
    ``spent`` are places that were kept for those who come later."""

    cost: int
    lost: int
    gained: int
    moved: int
    spent: int = 0


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """``share`` is what its households get, in per cent of what each would have alone; None when
    nothing suits any of them."""

    family: Family
    households: int
    placed: int
    share: int | None


@dataclass(frozen=True, slots=True)
class FairnessPrice:
    """``cost`` is in per cent of the points; ``worst`` is the least served family's share.

    One is of another setting: places kept for those who come later.
    """

    fairness: Fairness
    cost: float
    placed: int
    worst: int
    keeps_places: bool = False

    def plain(self) -> dict[str, Any]:
        return asdict(self)


def scarcities(problem: Problem) -> list[Scarcity]:
    """What would be wanted twice if each were served alone; the most wanted first."""
    wanted = Counter(
        resource
        for one in problem.seekers
        for choice in one.choices[:1]
        for resource in choice.resources
    )
    found = [
        Scarcity(resource, problem.supply[resource], count)
        for resource, count in wanted.items()
        if resource in problem.supply and count > problem.supply[resource]
    ]
    return sorted(found, key=lambda one: (-one.unserved, one.resource))


def lines_of(problem: Problem, given: Given) -> list[Line]:
    """In the order of the problem."""
    usage = used(problem, given)
    return [_line(problem, usage, one, given.get(one.key)) for one in problem.seekers]


def _line(problem: Problem, usage: Counter[Resource], seeker: Seeker, choice: int | None) -> Line:
    if not seeker.choices or choice == 0:
        return Line(seeker, choice)
    mine = set() if choice is None else set(seeker.choices[choice].resources)
    counted = [
        resource
        for resource in seeker.choices[0].resources
        if resource not in mine and resource in problem.supply
    ]
    causes = tuple(one for one in counted if usage[one] >= problem.supply[one])
    spared = tuple(one for one in counted if one not in causes and one in problem.potentials)
    return Line(seeker, choice, causes, spared)


def effect_of(
    problem: Problem, before: Given, after: Given, *, besides: int | None = None
) -> Effect:
    """Of going from one to the other; ``besides`` is whom the decision was about."""
    others = [one.key for one in problem.seekers if one.key != besides]
    changed = [key for key in others if before.get(key) != after.get(key)]
    lost = sum(after.get(key) is None for key in changed)
    gained = sum(before.get(key) is None for key in changed)
    more = used(problem, after) - used(problem, before)
    return Effect(
        cost=points_of(problem, before) - points_of(problem, after),
        lost=lost,
        gained=gained,
        moved=len(changed) - lost - gained,
        spent=sum(more[resource] for resource in problem.potentials),
    )


def families(problem: Problem, given: Given) -> list[FamilyRow]:
    """Those that are there; a household that nothing suits counts, and gets nothing."""
    lines = lines_of(problem, given)
    rows = []
    for family in Family:
        mine = [line for line in lines if line.seeker.family is family]
        if mine:
            alone = sum(line.seeker.best_points for line in mine)
            got = sum(line.points for line in mine)
            placed = sum(line.choice is not None for line in mine)
            rows.append(
                FamilyRow(family, len(mine), placed, round(100 * got / alone) if alone else None)
            )
    return rows


def fairness_prices(problem: Problem) -> list[FairnessPrice]:
    """What each setting alone would cost on this very problem, before any decision."""
    today, prices, free, fairest_mean = problem.for_today, [], 0, 0.0
    for fairness in STUDIED:
        outcome = decide(today, fairness=fairness, fairest_mean=fairest_mean)
        free, fairest_mean = free or points_of(problem, outcome.given), outcome.fairest
        prices.append(_price(problem, free, outcome, fairness))
    if problem.potentials:
        price = _price(problem, free, decide(problem), Fairness())
        prices.append(replace(price, keeps_places=True))
    return prices


def _price(problem: Problem, free: int, outcome: Outcome, fairness: Fairness) -> FairnessPrice:
    lost = free - points_of(problem, outcome.given)
    served = [row.share for row in families(problem, outcome.given) if row.share is not None]
    return FairnessPrice(
        fairness,
        round(100 * lost / free, 1) if free else 0.0,
        outcome.placed,
        min(served, default=0),
    )


def options_for(seeker: Seeker, given: int | None, *, how_many: int) -> Sequence[int]:
    """Its best choices, no home with the same job twice, and the one that it is given."""
    seen: set[tuple[int, int]] = set()
    found: list[int] = []
    for index, choice in enumerate(seeker.choices):
        if (choice.home, choice.job) not in seen and len(found) < how_many:
            seen.add((choice.home, choice.job))
            found.append(index)
    if given is not None and given not in found:
        found.append(given)
    return found
