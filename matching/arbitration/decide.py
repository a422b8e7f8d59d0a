"""The best allocation of a problem, around what people have already decided."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np

from matching.arbitration.problem import Choice, Family, Kind, Problem, Resource, Seeker
from matching.engine.baselines import first_come
from matching.engine.fairness import LONGEST_WAIT, fairest, floors_at
from matching.engine.instance import (
    ENDLESS,
    NONE,
    EngineError,
    Floats,
    Households,
    Instance,
    Ints,
    Kind as Supply,
    Rows,
    build,
)
from matching.engine.solve import FINE, Solution, solve


# By seeker: which of its choices it gets, or None for none.
Given: TypeAlias = Mapping[int, int | None]
PER_CENT = 100
# Less than a point of some thousands of households.
GAP = 1e-7
# Somebody waits for the page: a proof that takes longer is left there, and the page says how far it is.
PROOF_SECONDS = 10.0
# What is taken off a floor that can't be held, until it can.
STEP = 5
LINES = (Kind.TERRITORY, Kind.HOME, Kind.JOB, Kind.JOB)
KINDS = (Kind.TERRITORY, Kind.HOME, Kind.JOB)


@dataclass(frozen=True, slots=True)
class Fairness:
    """In per cent: how much more who waited a thousand days counts; what share of the fairest
    allocation every household type is owed."""

    seniority: int = 0
    floor: int = 0


NO_FAIRNESS = Fairness()


@dataclass(frozen=True, slots=True)
class Outcome:
    """``value`` and ``bound`` are in points, weighted by seniority; ``prices`` in the same, per
    unit of what is scarce. ``floor`` is what could be held of the one that was asked, in per cent of
    ``fairest``: the points that every family could have on average together."""

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
    arranged = _Arranged.of(problem, asking)
    locked = [
        arranged.bundle(one, choice) for one in asking if (choice := ruled.get(one.key)) is not None
    ]
    instance = _weighted(arranged.instance, fairness.seniority)
    if fairness.floor and not fairest_mean:
        fairest_mean = fairest(instance)
    solution, floor = _solved(
        instance, np.array(locked, dtype=np.int64), fairness.floor, fairest_mean
    )
    return Outcome(
        given=nothing | arranged.given(solution.chosen),
        value=solution.objective,
        bound=solution.bound,
        floor=floor,
        fairest=fairest_mean,
        prices=arranged.prices(solution, instance.scale),
    )


def _weighted(instance: Instance, seniority: int) -> Instance:
    """Between answers that are worth the same, who has waited longest is served: all the waiting
    together weighs less than a point."""
    waited = np.minimum(instance.waiting, LONGEST_WAIT)
    counted = FINE * seniority * waited // (PER_CENT * LONGEST_WAIT)
    return instance.weighted(FINE + counted + waited // instance.households, scale=FINE)


def _solved(
    instance: Instance, locked: Ints, floor: int, fairest_mean: float
) -> tuple[Solution, int]:
    """With the floor, or as much of it as can be held: a few households can't be shared out."""
    for share in range(floor, 0, -STEP):
        try:
            floors = floors_at(instance, share / PER_CENT, fairest_mean=fairest_mean)
            return _best(instance, locked, floors), share
        except EngineError:
            continue
    return _best(instance, locked, None), 0


def _best(instance: Instance, locked: Ints, floors: Floats | None) -> Solution:
    return solve(instance, gap=GAP, locked=locked, floors=floors, proof_seconds=PROOF_SECONDS)


def first_come_first_served(problem: Problem) -> Given:
    """What the order of arrival would give, each taking the best of what is left."""
    nothing: dict[int, int | None] = dict.fromkeys((one.key for one in problem.seekers), None)
    asking = [one for one in problem.seekers if one.choices]
    if not asking:
        return nothing
    arranged = _Arranged.of(problem, asking)
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


@dataclass(frozen=True)
class _Arranged:
    """The problem as arrays, and the way back."""

    instance: Instance
    seekers: Sequence[Seeker]
    # Of each seeker, where its choices begin among the rows.
    starts: Mapping[int, int]
    resources: Sequence[Resource]

    @classmethod
    def of(cls, problem: Problem, asking: Sequence[Seeker]) -> "_Arranged":
        counts = np.array([len(one.choices) for one in asking])
        choices = [choice for one in asking for choice in one.choices]
        rows = [(one.territory, one.home, one.job, one.second or NONE) for one in choices]
        uses = np.array(rows, dtype=np.int64).T
        keys = {kind: _keys(uses, kind) for kind in KINDS}
        families = np.array([[one.family == family for one in asking] for family in Family])
        instance = build(
            households=Households(
                np.array([one.key for one in asking], dtype=np.int64),
                waiting=np.array([one.waiting_days for one in asking], dtype=np.int64),
                groups=families[families.any(axis=1)],
            ),
            kinds=[
                Supply(
                    keys[kind],
                    np.array(
                        [problem.supply.get((kind, key), ENDLESS) for key in keys[kind].tolist()],
                        dtype=np.int64,
                    ),
                )
                for kind in KINDS
            ],
            rows=Rows(
                household=np.repeat([one.key for one in asking], counts).astype(np.int64),
                uses=uses,
                value=np.array([one.points for one in choices], dtype=np.int64),
                kinds=[KINDS.index(kind) for kind in LINES],
            ),
        )
        starts = dict(zip((one.key for one in asking), np.cumsum(counts) - counts, strict=True))
        resources = [(kind, key) for kind in KINDS for key in keys[kind].tolist()]
        return cls(instance, asking, starts, resources)

    def bundle(self, seeker: Seeker, choice: int) -> int:
        if not 0 <= choice < len(seeker.choices):
            raise EngineError("Ce choix n’existe plus.")
        row = self.starts[seeker.key] + choice
        return int(np.flatnonzero(self.instance.row == row)[0])

    def given(self, chosen: Ints) -> dict[int, int | None]:
        return {
            int(key): int(self.instance.row[bundle]) - int(self.starts[int(key)])
            for key, bundle in zip(self.instance.keys, chosen, strict=True)
            if bundle != NONE
        }

    def prices(self, solution: Solution, scale: int) -> dict[Resource, int]:
        rounded = np.rint(solution.prices / scale).astype(np.int64)
        return {
            resource: int(price)
            for resource, price in zip(self.resources, rounded, strict=False)
            if price > 0
        }


def _keys(uses: Ints, kind: Kind) -> Ints:
    lines = [number for number, one in enumerate(LINES) if one is kind]
    named = uses[lines]
    keys: Ints = np.unique(named[named != NONE])
    return keys
