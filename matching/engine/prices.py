"""The price of what is scarce: a Lagrangian dual, whose every value is an upper bound.

Capacities are relaxed at prices; each household then takes what is best for it alone. Prices move
along the subgradient, demand minus supply, with Polyak's step towards the best allocation known.
"""

from dataclasses import dataclass

import numpy as np

from matching.engine.instance import Floats, Instance, Ints, Whole


GRAIN = 2.0**-12


@dataclass(frozen=True, slots=True)
class Dual:
    """``bound`` is valid; ``left`` is what each bundle gains once it has paid for what it uses."""

    prices: Floats
    bound: float
    left: Floats
    best: Floats


def rounded(prices: Floats) -> Floats:
    """Prices that sums of doubles add exactly, in any order: the bound is the same for whoever checks."""
    return np.maximum(np.rint(prices / GRAIN), 0) * GRAIN


def second_left(instance: Instance, prices: Floats) -> Floats:
    """What the best second job of each slot is worth once paid; 0 when none is worth its price."""
    slots = len(instance.arc_first) - 1
    best = np.zeros(slots + 1)
    if slots:
        left = instance.arc_gain - prices[instance.arc_use]
        best[:-1] = np.maximum(np.maximum.reduceat(left, instance.arc_first[:-1]), 0)
    return best


def net_gain(instance: Instance, prices: Floats) -> Floats:
    """What each bundle gains, less what it uses at these prices, with its best second job."""
    left = instance.gain.astype(np.float64)
    for kind, uses in enumerate(instance.uses):
        paid = prices[uses]
        left -= paid if instance.amounts is None else paid * instance.amounts[kind]
    if len(instance.arc_use):
        left += second_left(instance, prices)[instance.slot]
    return left


def supply_value(instance: Instance, prices: Floats) -> float:
    scarce = np.flatnonzero(prices[:-1])
    return float((instance.capacity[scarce] * prices[scarce]).sum())


def evaluate(instance: Instance, prices: Floats) -> Dual:
    left = net_gain(instance, prices)
    best = np.maximum(instance.best(left), 0)
    return Dual(prices, supply_value(instance, prices) + float(best.sum()), left, best)


def favourites(instance: Instance, dual: Dual) -> tuple[Ints, Ints]:
    """The best bundle of each household that has one worth its price, and the second job with it."""
    worth = instance.owner[hits := np.flatnonzero(dual.left >= dual.best[instance.owner])]
    lead = np.ones(len(hits), dtype=np.bool_)
    lead[1:] = worth[1:] != worth[:-1]
    bundles = hits[lead]
    bundles = bundles[dual.left[bundles] > 0]
    slots = np.unique(instance.slot[bundles])
    slots = slots[slots < len(instance.arc_first) - 1]
    return bundles, best_arcs(instance, dual.prices, slots)


def best_arcs(instance: Instance, prices: Floats, slots: Whole) -> Ints:
    """The best second job of each of these slots, where one is worth its price."""
    if not len(slots):
        return np.empty(0, dtype=np.int64)
    left = instance.arc_gain - prices[instance.arc_use]
    best = np.maximum.reduceat(left, instance.arc_first[:-1])
    slot = np.repeat(np.arange(len(best)), np.diff(instance.arc_first))
    hits = np.flatnonzero((left >= best[slot]) & (left > 0) & np.isin(slot, slots))
    lead = np.ones(len(hits), dtype=np.bool_)
    lead[1:] = slot[hits][1:] != slot[hits][:-1]
    return hits[lead]


def excess(instance: Instance, dual: Dual) -> Floats:
    """Supply minus demand: a subgradient."""
    bundles, arcs = favourites(instance, dual)
    return (instance.capacity - instance.usage(bundles, arcs)).astype(np.float64)


@dataclass(slots=True)
class Descent:
    """Polyak's steps; ``pace`` is halved whenever the bound stops falling."""

    prices: Floats
    pace: float = 1.0
    patience: int = 8

    def run(self, instance: Instance, *, target: float, steps: int) -> Dual:
        best = evaluate(instance, self.prices)
        dual, stuck = best, 0
        for _ in range(steps):
            slope = excess(instance, dual)
            slope[(dual.prices <= 0) & (slope > 0)] = 0
            slope[-1] = 0
            length = float((slope * slope).sum())
            if not length or dual.bound - target <= 1e-9 * abs(target):
                break
            step = self.pace * (dual.bound - target) / length
            dual = evaluate(instance, np.maximum(dual.prices - step * slope, 0))
            stuck += 1
            if dual.bound < best.bound:
                stuck = 0 if best.bound - dual.bound > 1e-5 * (best.bound - target) else stuck
                best = dual
            if stuck >= self.patience:
                self.pace, dual, stuck = self.pace / 2, best, 0
                if self.pace < 1e-3:
                    break
        self.prices = best.prices
        return best


def top_bundles(instance: Instance, left: Floats, per_household: int) -> Ints:
    """The most promising bundles of each household, in the instance's order."""
    if instance.bundles and int(instance.count.max()) <= per_household:
        return np.arange(instance.bundles)
    order = np.lexsort((-left, instance.owner))
    rank = np.arange(instance.bundles) - instance.first[instance.owner]
    return np.sort(order[rank < per_household])
