"""What people or simpler programmes would do with the same offers."""

import heapq
from collections.abc import Callable

import numpy as np

from matching.engine.columns import Master, opened_arcs
from matching.engine.greedy import Allocation, in_order
from matching.engine.instance import NONE, EngineError, Floats, Instance, Ints
from matching.engine.metrics import JOB, UNIT


def by_chance(instance: Instance, seed: int) -> Allocation:
    """Households in any order, each takes anything that is free."""
    random = np.random.default_rng(seed)
    order = random.permutation(instance.households)
    return in_order(
        instance, order, random.random(instance.bundles), random.random(len(instance.arc_use))
    )


def first_come(instance: Instance, seed: int) -> Allocation:
    """Who has waited longest takes the best of what is free."""
    return in_order(instance, seniority(instance), *gains(instance))


def rule_list(instance: Instance, seed: int) -> Allocation:
    """Who has waited longest takes the first offer of the lists that suits."""
    listed = -np.arange(instance.bundles, dtype=np.float64)
    return in_order(instance, seniority(instance), listed, gains(instance)[1])


def deferred_acceptance(instance: Instance, seed: int) -> Allocation:
    """Each household proposes down its list; what is scarce keeps those that have waited longest."""
    gain, arc_gain = gains(instance)
    order = np.lexsort((-gain, instance.owner))
    rank = np.empty(instance.households, dtype=np.int64)
    rank[seniority(instance)] = np.arange(instance.households)
    allocation = Allocation.empty(instance)
    holders: dict[int, list[tuple[int, int]]] = {}
    following = instance.first[:-1].copy()
    waiting = list(range(instance.households))
    while waiting:
        household = waiting.pop()
        if following[household] == instance.first[household + 1]:
            continue
        bundle = int(order[following[household]])
        following[household] += 1
        evicted = evictions(allocation, holders, bundle, int(rank[household]))
        if evicted is None:
            waiting.append(household)
            continue
        for loser in evicted:
            allocation.release(loser)
            waiting.append(loser)
        allocation.take(household, bundle)
        for used in instance.uses[:, bundle].tolist():
            heapq.heappush(holders.setdefault(used, []), (-int(rank[household]), bundle))
    for household in np.flatnonzero(allocation.chosen >= 0).tolist():
        allocation.offer_second(household, arc_gain)
    return allocation


def evictions(
    allocation: Allocation, holders: dict[int, list[tuple[int, int]]], bundle: int, rank: int
) -> set[int] | None:
    """Whom this bundle would replace: junior to its household; ``None`` when somebody is senior."""
    instance = allocation.instance
    losers: set[int] = set()
    for used in instance.uses[:, bundle].tolist():
        if allocation.left[used] > 0:
            continue
        queue = holders.get(used, [])
        while queue and allocation.chosen[instance.owner[queue[0][1]]] != queue[0][1]:
            heapq.heappop(queue)
        if not queue or -queue[0][0] < rank:
            return None
        losers.add(int(instance.owner[queue[0][1]]))
    return losers


def flow_then_repair(instance: Instance, seed: int) -> Allocation:
    """Homes by a minimum-cost flow, as if jobs were endless; then jobs, given the homes."""
    cell = instance.uses[UNIT].astype(np.int64) * instance.households + instance.owner
    order = np.lexsort((-instance.gain, cell))
    lead = np.ones(len(order), dtype=np.bool_)
    lead[1:] = cell[order][1:] != cell[order][:-1]
    housing = without_jobs(instance.keep(np.sort(order[lead])))
    homes = integral(housing, seed)
    taken = np.isin(cell, cell[np.sort(order[lead])[homes]])
    jobs = instance.keep(np.flatnonzero(taken))
    chosen = np.full(instance.households, NONE, dtype=np.int64)
    given = np.flatnonzero(taken)[integral(jobs, seed)]
    chosen[instance.owner[given]] = given
    allocation = Allocation.of(instance, chosen, np.full_like(chosen, NONE))
    allocation.complete()
    return allocation


def without_jobs(instance: Instance) -> Instance:
    uses = instance.uses.copy()
    uses[JOB] = instance.nothing
    return instance.using(uses)


def integral(instance: Instance, seed: int) -> Ints:
    """The bundles of a programme whose vertices are whole: a flow."""
    master = Master(instance, seed=seed)
    master.add(np.arange(instance.bundles))
    return master.allocation(master.programme.relaxed())[0]


def naive_milp(instance: Instance, seconds: float | None = None) -> tuple[Allocation, float]:
    """Every bundle and every row handed to a general solver."""
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csc_matrix

    size, arcs = instance.bundles, opened_arcs(instance)
    slots = len(instance.arc_first)
    households, resources = instance.households, len(instance.capacity)
    slot_of = np.repeat(np.arange(slots - 1), np.diff(instance.arc_first))[arcs]
    columns = np.arange(size)
    row = [instance.owner, *(households + uses for uses in instance.uses)]
    row.append(households + resources + instance.slot)
    column = [columns] * len(row)
    amount = [np.ones(size)] * (len(row) - 1) + [-np.ones(size)]
    row += [households + instance.arc_use[arcs], households + resources + slot_of]
    column += [size + np.arange(len(arcs))] * 2
    amount += [np.ones(len(arcs))] * 2
    matrix = csc_matrix(
        (np.concatenate(amount), (np.concatenate(row), np.concatenate(column))),
        shape=(households + resources + slots, size + len(arcs)),
    )
    upper = np.concatenate((np.ones(households), instance.capacity[:-1], [np.inf], np.zeros(slots)))
    gain = np.concatenate((instance.gain, instance.arc_gain[arcs])) / instance.scale
    found = milp(
        -gain,
        integrality=np.ones(len(gain)),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(matrix, ub=upper),
        options={} if seconds is None else {"time_limit": seconds},
    )
    if found.x is None:
        raise EngineError("Le solveur général n’a rien trouvé.")
    taken = found.x > 0.5
    chosen = np.full(households, NONE, dtype=np.int64)
    second = chosen.copy()
    chosen[instance.owner[taken[:size]]] = np.flatnonzero(taken[:size])
    second[instance.arc_owner[arcs[taken[size:]]]] = arcs[taken[size:]]
    return Allocation.of(instance, chosen, second), -float(found.mip_dual_bound) * instance.scale


def seniority(instance: Instance) -> Ints:
    return np.argsort(-instance.waiting, kind="stable")


def gains(instance: Instance) -> tuple[Floats, Floats]:
    return instance.gain.astype(np.float64), instance.arc_gain.astype(np.float64)


BASELINES: dict[str, Callable[[Instance, int], Allocation]] = {
    "random": by_chance,
    "fcfs": first_come,
    "rules": rule_list,
    "deferred_acceptance": deferred_acceptance,
    "flow": flow_then_repair,
}
