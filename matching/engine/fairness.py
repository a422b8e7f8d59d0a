"""What fairness costs: floors for the group that gets least, more weight for those who waited."""

from dataclasses import dataclass

import numpy as np

from matching.engine.columns import Master
from matching.engine.floors import Floors, means_of
from matching.engine.highs import Columns
from matching.engine.instance import Floats, Instance, Ints
from matching.engine.metrics import envy, worst_group
from matching.engine.solve import Solution, solve
from matching.engine.synthetic import draw


LONGEST_WAIT = 1_000
PER_MILLE = 1_000
SHARES = (0.8, 0.9, 0.95)
SENIORITY = 0.5


def seniority_weights(waiting: Ints, strength: float) -> Ints:
    """Per-mille: one, and ``strength`` more for a household that waited a thousand days."""
    waited = np.minimum(waiting, LONGEST_WAIT) / LONGEST_WAIT
    return np.rint(PER_MILLE * (1 + strength * waited)).astype(np.int64)


def with_seniority(instance: Instance, strength: float) -> Instance:
    return instance.weighted(seniority_weights(instance.waiting, strength), scale=PER_MILLE)


def fairest(instance: Instance, *, seed: int = 0) -> float:
    """The largest mean value that every group could receive together, fractions allowed."""
    indifferent = instance.weighted(np.zeros_like(instance.weight), scale=1)
    none = Floors.of(indifferent, np.zeros(len(instance.groups)))
    master = Master(indifferent, seed=seed, floors=none)
    master.add_all()
    rows = master.group_row
    least = Columns(
        gain=np.ones(1),
        start=np.array([0, len(rows)]),
        index=rows.astype(np.int32),
        amount=-np.ones(len(rows)),
        upper=np.inf,
    )
    master.programme.add(least)
    return master.programme.relaxed().objective


def floors_at(instance: Instance, share: float, *, fairest_mean: float) -> Floats:
    """The same floor for every group: that share of what the fairest allocation gives them all."""
    return np.full(len(instance.groups), share * fairest_mean)


@dataclass(frozen=True, slots=True)
class Fairness:
    """Changes are relative to the allocation that knows no fairness; ``cost`` is in its value."""

    households: int
    seed: int
    setting: str
    cost: float
    worst_mean_change: float
    worst_group: float
    envy: float


def study_fairness(households: int, seed: int) -> list[Fairness]:
    instance = draw(households, seed)
    free = solve(instance)
    best = fairest(instance, seed=seed)
    found = [described(instance, free, free, "sans réglage", seed)]
    for share in SHARES:
        held = solve(instance, gap=5e-4, floors=floors_at(instance, share, fairest_mean=best))
        found.append(described(instance, held, free, f"plancher à {share:.0%}", seed))
    senior = solve(with_seniority(instance, SENIORITY))
    found.append(described(instance, senior, free, f"ancienneté {SENIORITY}", seed))
    return found


def described(
    instance: Instance, solution: Solution, free: Solution, setting: str, seed: int
) -> Fairness:
    value = instance.value_of(solution.chosen, solution.second)
    before = instance.value_of(free.chosen, free.second)
    worst = means_of(instance, before).min()
    return Fairness(
        households=instance.households,
        seed=seed,
        setting=setting,
        cost=round(1 - float(value.sum() / before.sum()), 5),
        worst_mean_change=round(float(means_of(instance, value).min() / worst) - 1, 4),
        worst_group=round(worst_group(instance, solution.chosen), 4),
        envy=round(envy(instance, solution.chosen, solution.second), 4),
    )
