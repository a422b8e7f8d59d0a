"""The best allocation of a problem, around what people have already decided."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np

from matching.arbitration.arranged import Arranged
from matching.arbitration.problem import Choice, Kind, Problem, Resource
from matching.engine.baselines import first_come
from matching.engine.fairness import LONGEST_WAIT, fairest, floors_at
from matching.engine.instance import EngineError, Floats, Instance
from matching.engine.potentials import discounted
from matching.engine.solve import FINE, Solution, lock, solve, unlocked


# By seeker: which of its choices it gets, or None for none.
Given: TypeAlias = Mapping[int, int | None]
PER_CENT = 100
# Less than a point of some thousands of households.
GAP = 1e-7
# Somebody waits for the page: a proof that takes longer is left there, and the page says how far it is.
PROOF_SECONDS = 10.0
# What is taken off a floor that can't be held, until it can.
STEP = 5


@dataclass(frozen=True, slots=True)
class Fairness:
    """In per cent: how much more who waited a thousand days counts; what share of the fairest
    allocation every household type is owed."""

    seniority: int = 0
    floor: int = 0


NO_FAIRNESS = Fairness()


@dataclass(frozen=True, slots=True)
class Outcome:
    """``value`` and ``bound`` are in points, weighted by seniority, less the potentials of what is
    used; ``prices`` in the same, per unit of what is scarce. ``floor`` is what could be held of the
    one that was asked, in per cent of ``fairest``: the points that every family could have on average
    together."""

    given: Given
    value: float = 0
    bound: float = 0
    floor: int = 0
    fairest: float = 0
    prices: Mapping[Resource, int] = field(default_factory=dict)

    @property
    def gap(self) -> float:
        return (self.bound - self.value) / self.bound if self.bound else 0.0

    @property
    def placed(self) -> int:
        return placed(self.given)

    def plain(self) -> dict[str, Any]:
        """For JSON; ``Outcome.kept`` reads it back."""
        return {
            "given": sorted(self.given.items()),
            "value": self.value,
            "bound": self.bound,
            "floor": self.floor,
            "fairest": self.fairest,
            "prices": [[kind, key, price] for (kind, key), price in sorted(self.prices.items())],
        }

    @classmethod
    def kept(cls, plain: Mapping[str, Any]) -> "Outcome":
        return cls(
            given=dict(plain["given"]),
            value=plain["value"],
            bound=plain["bound"],
            floor=plain["floor"],
            fairest=plain["fairest"],
            prices={(Kind(kind), key): price for kind, key, price in plain["prices"]},
        )


def decide(
    problem: Problem,
    rulings: Given | None = None,
    *,
    fairness: Fairness = NO_FAIRNESS,
    fairest_mean: float = 0,
) -> Outcome:
    """What everybody gets, where ``rulings`` stand. Raises EngineError when they can't all.

    ``fairest_mean`` is the one of an earlier outcome: slow to find, and a decision does not change
    what is owed to each family.
    """
    ruled = rulings or {}
    nothing: dict[int, int | None] = dict.fromkeys((one.key for one in problem.seekers), None)
    asking = [one for one in problem.seekers if one.choices and ruled.get(one.key, 0) is not None]
    if not asking:
        return Outcome(nothing)
    arranged = Arranged.of(problem, asking)
    locked = [
        arranged.bundle(one, choice) for one in asking if (choice := ruled.get(one.key)) is not None
    ]
    instance = _weighted(arranged.instance, fairness.seniority)
    potentials, stays = arranged.amounts(problem.potentials), np.array(locked, dtype=np.int64)
    # What stays uses nothing any more: no potential is taken off what people decided.
    around = discounted(lock(instance, stays), potentials)
    if not around.bundles:
        return Outcome(nothing)
    if fairness.floor and not fairest_mean:
        fairest_mean = _fairest(discounted(instance, potentials))
    found, floor = _solved(around, fairness.floor, fairest_mean)
    solution = unlocked(instance, around, found, stays)
    return Outcome(
        given=nothing | arranged.given(solution.chosen),
        value=solution.objective,
        bound=solution.bound,
        floor=floor,
        fairest=fairest_mean,
        prices=arranged.by_resource(solution.prices / instance.scale),
    )


def _weighted(instance: Instance, seniority: int) -> Instance:
    """Between answers that are worth the same, who has waited longest is served: all the waiting
    together weighs less than a point."""
    waited = np.minimum(instance.waiting, LONGEST_WAIT)
    counted = FINE * seniority * waited // (PER_CENT * LONGEST_WAIT)
    return instance.weighted(FINE + counted + waited // instance.households, scale=FINE)


def _fairest(instance: Instance) -> float:
    return fairest(instance) if instance.bundles else 0.0


def _solved(instance: Instance, floor: int, fairest_mean: float) -> tuple[Solution, int]:
    """With the floor, or as much of it as can be held: a few households can't be shared out."""
    for share in range(floor, 0, -STEP):
        try:
            floors = floors_at(instance, share / PER_CENT, fairest_mean=fairest_mean)
            return _best(instance, floors), share
        except EngineError:
            continue
    return _best(instance, None), 0


def _best(instance: Instance, floors: Floats | None) -> Solution:
    return solve(instance, gap=GAP, floors=floors, proof_seconds=PROOF_SECONDS)


def first_come_first_served(problem: Problem) -> Given:
    """What the order of arrival would give, each taking the best of what is left."""
    nothing: dict[int, int | None] = dict.fromkeys((one.key for one in problem.seekers), None)
    asking = [one for one in problem.seekers if one.choices]
    if not asking:
        return nothing
    arranged = Arranged.of(problem, asking)
    return nothing | arranged.given(first_come(arranged.instance, 0).chosen)


def placed(given: Given) -> int:
    return sum(choice is not None for choice in given.values())


def points_of(problem: Problem, given: Given) -> int:
    return sum(choice.points for choice in taken(problem, given))


def used(problem: Problem, given: Given) -> Counter[Resource]:
    return Counter(resource for one in taken(problem, given) for resource in one.resources)


def taken(problem: Problem, given: Given) -> Iterable[Choice]:
    for seeker in problem.seekers:
        choice = given.get(seeker.key)
        if choice is not None:
            yield seeker.choices[choice]
