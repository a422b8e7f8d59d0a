"""The best allocation that can be found, with the proof of how good it is."""

from dataclasses import dataclass, replace

import numpy as np

from matching.engine.columns import generate
from matching.engine.descent import descend
from matching.engine.finish import believe_and_solve, fix_and_solve, prove
from matching.engine.floors import Floors
from matching.engine.greedy import Allocation
from matching.engine.instance import NONE, EngineError, Floats, Instance, Ints
from matching.engine.prices import Dual, evaluate


GAP = 1e-4
# Beyond so many households, finding prices first takes less time than a linear programme without them.
MANY = 3_000
# Asked for no more than that, a large problem is not solved whole.
LOOSE = 5e-3
# Finer than any weight: the prices of floors are added to the weights of households.
FINE = 1_000_000


@dataclass(frozen=True, slots=True)
class Solution:
    """``chosen`` is a bundle of the instance per household or -1, ``second`` a second job or -1.

    ``objective`` and ``bound`` are in the caller's units. ``prices`` and ``raise_by``, the price of each
    floor per member, are in those of gains: ``evaluate_bound`` finds ``certified`` again from them;
    ``bound`` may be tighter, where a mixed-integer programme has proved it.
    """

    chosen: Ints
    second: Ints
    objective: float
    bound: float
    certified: float
    prices: Floats
    raise_by: Ints
    is_proven: bool

    @property
    def gap(self) -> float:
        return (self.bound - self.objective) / self.bound if self.bound else 0.0


def solve(
    instance: Instance,
    *,
    gap: float = GAP,
    locked: Ints | None = None,
    floors: Floats | None = None,
    seed: int = 0,
    proof_seconds: float | None = None,
) -> Solution:
    """``locked`` holds bundles that stay, ``floors`` the mean value owed to each group.

    A gap of 0 asks for the proof. ``proof_seconds`` stops it: the one thing that a clock decides.
    """
    if floors is not None and instance.scale < FINE:
        finer = FINE // instance.scale
        instance = instance.weighted(instance.weight * finer, scale=instance.scale * finer)
    given = instance
    if locked is not None and len(locked):
        instance = lock(instance, locked)
    owed = None if floors is None else Floors.of(instance, floors)
    solution = search(instance, gap=gap, floors=owed, seed=seed, proof_seconds=proof_seconds)
    if locked is None or not len(locked):
        return solution
    return unlocked(given, instance, solution, locked)


def search(
    instance: Instance, *, gap: float, floors: Floors | None, seed: int, proof_seconds: float | None
) -> Solution:
    is_large = instance.households > MANY
    dual = descend(instance) if is_large else evaluate(instance, np.zeros(len(instance.capacity)))
    if is_large and gap >= LOOSE and floors is None:
        held = believe_and_solve(instance, dual, gap=gap / 4, seed=seed, seconds=proof_seconds)
        if is_close(held, dual.bound, gap):
            return described(held, dual, dual.bound, np.zeros(len(instance.groups), dtype=np.int64))
    relaxation = generate(instance, dual, gap=gap / 4, seed=seed, floors=floors)
    bound = relaxation.dual.bound
    found = fix_and_solve(relaxation, gap=gap / 4, seed=seed, seconds=proof_seconds)
    known = found if floors is None or meets(found, floors) else None
    if known is None or not is_close(known, bound, gap):
        proof = prove(relaxation, known, gap=gap, seed=seed, seconds=proof_seconds)
        return described(proof.allocation, relaxation.dual, proof.bound, relaxation.raise_by)
    return described(known, relaxation.dual, bound, relaxation.raise_by)


def is_close(allocation: Allocation, bound: float, gap: float) -> bool:
    return bound - allocation.gain <= gap * abs(bound) + 0.999


def described(held: Allocation, dual: Dual, bound: float, raise_by: Ints) -> Solution:
    scale = held.instance.scale
    return Solution(
        chosen=held.chosen,
        second=held.second,
        objective=held.gain / scale,
        bound=max(np.floor(bound + 1e-6), held.gain) / scale,
        certified=dual.bound / scale,
        prices=dual.prices,
        raise_by=raise_by,
        is_proven=bool(np.floor(bound + 1e-6) <= held.gain),
    )


def meets(allocation: Allocation, floors: Floors) -> bool:
    instance = allocation.instance
    return floors.are_met(instance, instance.value_of(allocation.chosen, allocation.second))


def lock(instance: Instance, locked: Ints) -> Instance:
    """The problem where these bundles are given: what they use is no longer there for others."""
    locked = np.sort(locked)
    owners = instance.owner[locked]
    if len(np.unique(owners)) < len(owners):
        raise EngineError("Un ménage a deux propositions verrouillées.")
    none = np.full(instance.households, NONE, dtype=np.int64)
    capacity = instance.capacity - instance.usage(locked, none)
    if (capacity < 0).any():
        raise EngineError("Les propositions verrouillées dépassent une capacité.")
    is_locked = np.zeros(instance.households, dtype=np.bool_)
    is_locked[owners] = True
    kept = np.union1d(np.flatnonzero(~is_locked[instance.owner]), locked)
    narrowed = instance.keep(kept)
    uses = narrowed.uses.copy()
    uses[:, is_locked[narrowed.owner]] = instance.nothing
    return replace(narrowed, uses=uses, capacity=capacity, row=kept)


def unlocked(given: Instance, inner: Instance, solution: Solution, locked: Ints) -> Solution:
    """The solution in terms of the whole instance, where each locked bundle is taken."""
    chosen = np.where(solution.chosen >= 0, inner.row[solution.chosen], NONE)
    chosen[given.owner[locked]] = locked
    return replace(solution, chosen=chosen)
