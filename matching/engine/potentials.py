"""What a scarce place will be worth to those who come later, learned from those who came before.

Each week's households are placed at once. Those still to come are taken to be like those of the past, and
to want the same offers. The prices that supply and this demand agree on are what a place keeps for them,
and a household takes it today only if it gains more.
"""

from dataclasses import dataclass, replace

import numpy as np

from matching.engine.baselines import gains
from matching.engine.descent import hesitations, settle
from matching.engine.greedy import Allocation, in_order
from matching.engine.instance import Floats, Instance, Ints
from matching.engine.solve import solve
from matching.engine.synthetic import draw


WEEKS = 104
# Weeks between two readings of the past.
RENEWED = 4
# The first stages of a descent: further ones price the very households of the past, not those to come,
# and ask less. Where nothing is lost by waiting, more is kept so.
STAGES = 2


def potentials(instance: Instance, past: Ints, to_come: int, *, stages: int = STAGES) -> Floats:
    """The price of each resource if so many households come who want what those of the past want."""
    prices = np.zeros(len(instance.capacity))
    if not len(past) or not to_come:
        return prices
    wanted = instance.keep(bundles_for(instance, past))
    supply = instance.capacity.astype(np.float64) * len(past) / to_come
    for hesitation in hesitations(wanted)[:stages]:
        prices = settle(wanted, supply, prices, hesitation)
    return prices


def discounted(instance: Instance, prices: Floats) -> Instance:
    """What bundles are worth once they have paid what their places would be worth later; those that
    are worth nothing any more are left out."""
    paid = np.rint(prices[instance.uses].sum(axis=0)).astype(np.int64)
    left = instance.value - paid
    worth = np.flatnonzero((left > 0) | (paid == 0))
    return replace(instance.keep(worth), value=left[worth])


@dataclass(frozen=True, slots=True)
class Weekly:
    """``share_of_hindsight`` compares with one allocation of everybody, at the end, who knew them all."""

    households: int
    seed: int
    policy: str
    value: float
    placed: int
    share_of_hindsight: float


def study_weeks(households: int, seed: int) -> list[Weekly]:
    """Two years of arrivals on offers that are not renewed; another two years of files are the past."""
    instance = draw(households, seed, arrivals=households)
    arrived = np.arange(households)
    past = np.arange(households, 2 * households)
    everybody = solve(instance.keep(bundles_for(instance, arrived)), gap=1e-3, seed=seed)
    one_by_one = in_order(instance, arrived, *gains(instance))
    myopic = live(instance, arrived, past[:0], seed=seed)
    foreseeing = live(instance, arrived, past, seed=seed)
    hindsight = everybody.objective
    lines = {
        "premier arrivé": one_by_one,
        "optimum sans prévoir": myopic,
        "optimum avec potentiels": foreseeing,
    }
    return [
        Weekly(
            households=households,
            seed=seed,
            policy=policy,
            value=allocation.gain / instance.scale,
            placed=allocation.placed,
            share_of_hindsight=round(allocation.gain / instance.scale / hindsight, 4),
        )
        for policy, allocation in lines.items()
    ]


def bundles_for(instance: Instance, households: Ints) -> Ints:
    wanted = np.zeros(instance.households, dtype=np.bool_)
    wanted[households] = True
    return np.flatnonzero(wanted[instance.owner])


def live(instance: Instance, arrived: Ints, past: Ints, *, seed: int) -> Allocation:
    """Place every week those who are there; who is not placed waits. Without a past, nothing is kept."""
    allocation = Allocation.empty(instance)
    prices = np.zeros(len(instance.capacity))
    for week, newcomers in enumerate(np.array_split(arrived, WEEKS)):
        there = arrived[: newcomers[-1] + 1] if len(newcomers) else arrived[:0]
        waiting = there[allocation.chosen[there] < 0]
        left = replace(instance, capacity=allocation.left.copy(), row=np.arange(instance.bundles))
        if week % RENEWED == 0:
            prices = potentials(left, past, len(arrived) - len(there))
        place(allocation, left, waiting, prices, seed=seed)
    return allocation


def place(
    allocation: Allocation, left: Instance, waiting: Ints, prices: Floats, *, seed: int
) -> None:
    """Solve for those who wait, at these prices, and keep what it gives them."""
    batch = discounted(left.keep(bundles_for(left, waiting)), prices)
    if not batch.bundles:
        return
    solution = solve(batch, seed=seed)
    for household in np.flatnonzero(solution.chosen >= 0).tolist():
        allocation.take(household, int(batch.row[solution.chosen[household]]))
        if solution.second[household] >= 0:
            allocation.take_second(household, int(solution.second[household]))
