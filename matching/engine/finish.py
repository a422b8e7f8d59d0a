"""From fractions to whole bundles, and the proof that none is better."""

from dataclasses import dataclass, replace

import numpy as np

from matching.engine.columns import Master, Relaxation, generate, opened_arcs
from matching.engine.descent import hesitations
from matching.engine.floors import Floors
from matching.engine.greedy import Allocation, by_prices, surest
from matching.engine.instance import NONE, Bools, EngineError, Floats, Instance, Ints
from matching.engine.prices import Dual, evaluate, second_left


# In the caller's units, how far below its household's best a bundle may be and still be tried.
WINDOW = 8
# The same in hesitations, for prices that are only near; and by how much they must prefer a bundle to be
# believed.
WIDE_WINDOW, SURE = 10, 1
WHOLE = 1 - 1e-6


@dataclass(frozen=True, slots=True)
class Subproblem:
    """Some bundles of an instance, and what is left of each resource for them.

    Of the second jobs that they open, only ``arcs``, where given.
    """

    instance: Instance
    bundles: Ints
    capacity: Ints
    floors: Floors | None = None
    must_place: Bools | None = None
    arcs: Ints | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """``bound`` holds for these bundles only."""

    chosen: Ints
    second: Ints
    bound: float


def solve_whole(
    part: Subproblem,
    *,
    gap: float,
    seed: int,
    seconds: float | None = None,
    start: Allocation | None = None,
) -> Answer | None:
    """The best whole allocation of a part; ``None`` when there is none."""
    instance = part.instance
    inner = replace(instance.keep(part.bundles), capacity=part.capacity)
    master = Master(inner, seed=seed, floors=part.floors, must_place=part.must_place)
    master.add(np.arange(inner.bundles))
    opened = opened_arcs(inner)
    master.add_arcs(opened if part.arcs is None else np.intersect1d(opened, part.arcs))
    known: Floats | None = None
    if start is not None:
        place = np.searchsorted(part.bundles, start.chosen[start.chosen >= 0])
        known = master.start(place, start.second[start.second >= 0])
    outcome = master.programme.integer(
        gap=gap,
        seconds=seconds,
        start=known,
        is_nearly_whole=known is not None and instance.amounts is None,
    )
    if not outcome.is_feasible:
        return None
    taken, arcs = master.allocation(outcome)
    chosen = np.full(instance.households, NONE, dtype=np.int64)
    second = chosen.copy()
    chosen[inner.owner[taken]] = part.bundles[taken]
    second[inner.arc_owner[arcs]] = arcs
    return Answer(chosen, second, outcome.bound * instance.scale)


def fix_and_solve(
    relaxation: Relaxation, *, gap: float, seed: int, seconds: float | None = None
) -> Allocation:
    """Keep what the linear programme takes whole; decide the rest among nearly-best bundles."""
    master, dual = relaxation.master, relaxation.dual
    instance, floors = master.instance, master.floors
    fixed = Allocation.empty(instance)
    taken, arcs = master.allocation(relaxation.outcome, WHOLE)
    fixed.chosen[instance.owner[taken]] = taken
    arcs = arcs[fixed.chosen[instance.arc_owner[arcs]] >= 0]
    fixed.second[instance.arc_owner[arcs]] = arcs
    fixed = Allocation.of(instance, fixed.chosen, fixed.second)
    behind = dual.best[instance.owner] - dual.left
    near = behind <= WINDOW * instance.scale
    near[
        master.bundles[relaxation.outcome.values[: len(master.is_bundle)][master.is_bundle] > 0]
    ] = True
    near &= fixed.chosen[instance.owner] < 0
    bundles = np.flatnonzero(near)
    if len(bundles):
        if floors is not None:
            floors = floors.without(instance, instance.value_of(fixed.chosen, fixed.second))
        part = Subproblem(instance, bundles, fixed.left, floors)
        answer = solve_whole(part, gap=gap, seed=seed, seconds=seconds)
        if answer is None:
            guided = by_prices(relaxation.priced, dual)
            return Allocation.of(instance, guided.chosen, guided.second)
        free = fixed.chosen < 0
        fixed = Allocation.of(
            instance,
            np.where(free, answer.chosen, fixed.chosen),
            np.where(free, answer.second, fixed.second),
        )
    fixed.complete()
    return fixed


def believe_and_solve(
    instance: Instance, dual: Dual, *, gap: float, seed: int, seconds: float | None = None
) -> Allocation:
    """Give what prices leave in no doubt; decide the rest among nearly-best bundles."""
    hesitation = hesitations(instance)[-1]
    sure = surest(instance, dual, SURE * hesitation)
    near = dual.best[instance.owner] - dual.left <= WIDE_WINDOW * hesitation
    rows = np.flatnonzero(near & (sure.chosen < 0)[instance.owner])
    if len(rows):
        rest = replace(instance.keep(rows), capacity=sure.left)
        relaxation = generate(rest, evaluate(rest, dual.prices), gap=gap, seed=seed)
        found = fix_and_solve(relaxation, gap=gap, seed=seed, seconds=seconds)
        placed = found.chosen >= 0
        sure.chosen[placed] = rows[found.chosen[placed]]
        sure.second[placed] = found.second[placed]
        sure = Allocation.of(instance, sure.chosen, sure.second)
    sure.complete()
    return sure


def behind_its_slot(instance: Instance, prices: Floats) -> Floats:
    """How much each second job gains less than the best that its slot opens, or than none."""
    slot = np.repeat(np.arange(len(instance.arc_first) - 1), np.diff(instance.arc_first))
    left = instance.arc_gain - prices[instance.arc_use]
    return second_left(instance, prices)[slot] - left


@dataclass(frozen=True, slots=True)
class Proof:
    allocation: Allocation
    bound: float


def prove(
    relaxation: Relaxation,
    allocation: Allocation | None,
    *,
    gap: float,
    seed: int,
    seconds: float | None = None,
) -> Proof:
    """Decide among the only bundles that a better allocation could hold.

    A bundle whose household could do better at these prices by more than what separates the bound from
    the allocation is in no better one; a household whose best is worth more than that is in all of them.
    """
    master, dual = relaxation.master, relaxation.dual
    instance = master.instance
    slack = np.inf if allocation is None else np.floor(dual.bound + 1e-6) - allocation.gain
    bundles = np.flatnonzero(dual.best[instance.owner] - dual.left <= slack + 1e-6)
    if allocation is not None:
        held = allocation.chosen[allocation.chosen >= 0]
        bundles = np.union1d(bundles, held)
    must_place = arcs = None
    if allocation is not None:
        must_place = (dual.best > slack + 1e-6) & (allocation.chosen >= 0)
        near = np.flatnonzero(behind_its_slot(relaxation.priced, dual.prices) <= slack + 1e-6)
        arcs = np.union1d(near, allocation.second[allocation.second >= 0])
    part = Subproblem(instance, bundles, instance.capacity, master.floors, must_place, arcs)
    answer = solve_whole(part, gap=gap, seed=seed, seconds=seconds, start=allocation)
    if answer is None:
        if allocation is None:
            raise EngineError("Ces planchers ne peuvent pas être tenus avec ces offres.")
        return Proof(allocation, dual.bound)
    found = Allocation.of(instance, answer.chosen, answer.second)
    if allocation is not None and found.gain < allocation.gain:
        found = allocation
    bound = min(dual.bound, max(answer.bound, float(found.gain)))
    return Proof(found, bound)
