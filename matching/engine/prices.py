"""The price of what is scarce: a Lagrangian dual, whose every value is an upper bound.

Capacities are relaxed at prices; each household then takes what is best for it alone, after paying.
"""

from dataclasses import dataclass

import numpy as np

from matching.engine.instance import Floats, Instance, Ints


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


def after_paying(instance: Instance, prices: Floats) -> Floats:
    """What each bundle gains, less what it uses at these prices."""
    left = instance.gain.astype(np.float64)
    for kind, uses in enumerate(instance.uses):
        paid = prices[uses]
        left -= paid if instance.amounts is None else paid * instance.amounts[kind]
    return left


def net_gain(instance: Instance, prices: Floats) -> Floats:
    """What each bundle gains once it has paid, with its best second job."""
    left = after_paying(instance, prices)
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


def top_bundles(instance: Instance, left: Floats, per_household: int) -> Ints:
    """The most promising bundles of each household, in the instance's order."""
    if instance.bundles and int(instance.count.max()) <= per_household:
        return np.arange(instance.bundles)
    order = np.lexsort((-left, instance.owner))
    rank = np.arange(instance.bundles) - instance.first[instance.owner]
    return np.sort(order[rank < per_household])
