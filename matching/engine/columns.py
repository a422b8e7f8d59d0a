"""The restricted master: a linear programme over the bundles that matter, and how to find them."""

from dataclasses import dataclass, replace

import numpy as np

from matching.engine.floors import Floors, owed, raised
from matching.engine.highs import Columns, Outcome, Programme
from matching.engine.instance import Bools, EngineError, Floats, Instance, Ints, Whole
from matching.engine.prices import Dual, evaluate, rounded, top_bundles


POOL = 2
ADDED = 4
ROUNDS = 40


def can_bind(instance: Instance) -> Bools:
    """The resources that households could ask for more often than there are."""
    arcs = instance.arc_use[opened_arcs(instance)]
    demand = np.bincount(arcs, minlength=len(instance.capacity)).astype(np.float64)
    for kind, uses in enumerate(instance.uses):
        if instance.amounts is not None:
            demand += np.bincount(
                uses, weights=instance.amounts[kind], minlength=len(instance.capacity)
            )
            continue
        pairs = np.unique(uses.astype(np.int64) * instance.households + instance.owner)
        demand += np.bincount(pairs // instance.households, minlength=len(instance.capacity))
    return demand > instance.capacity


class Master:
    """The programme of one instance; bundles and second jobs come in as they prove useful."""

    def __init__(
        self,
        instance: Instance,
        *,
        seed: int,
        floors: Floors | None = None,
        must_place: Bools | None = None,
    ) -> None:
        self.instance = instance
        self.floors = floors
        self.bundles = np.empty(0, dtype=np.int64)
        self.arcs = np.empty(0, dtype=np.int64)
        self.is_bundle = np.empty(0, dtype=np.bool_)
        binding = np.flatnonzero(can_bind(instance))
        slots = np.unique(instance.slot)
        slots = slots[slots < len(instance.arc_first) - 1]
        self.household_row = numbered(instance.served, instance.households, 0)
        used = len(instance.served)
        self.resource_row = numbered(binding, len(instance.capacity), used)
        used += len(binding)
        self.slot_row = numbered(slots, len(instance.arc_first), used)
        used += len(slots)
        groups = 0 if floors is None else len(floors.least)
        self.group_row = used + np.arange(groups)
        self.binding = binding
        placed = np.zeros(len(instance.served))
        if must_place is not None:
            placed[must_place[instance.served]] = 1
        least = np.empty(0) if floors is None else floors.least
        self.programme = Programme(
            lower=np.concatenate((placed, np.full(len(binding) + len(slots), -np.inf), least)),
            upper=np.concatenate(
                (
                    np.ones(len(instance.served)),
                    instance.capacity[binding].astype(np.float64),
                    np.zeros(len(slots)),
                    np.full(groups, np.inf),
                )
            ),
            seed=seed,
        )

    def add(self, bundles: Ints) -> None:
        instance = self.instance
        column = np.arange(len(bundles))
        owner, slot = instance.owner[bundles], instance.slot[bundles]
        parts = [(column, self.household_row[owner], np.ones(len(bundles)))]
        for kind, uses in enumerate(instance.uses):
            amount = (
                np.ones(len(bundles))
                if instance.amounts is None
                else instance.amounts[kind, bundles].astype(np.float64)
            )
            parts.append((column, self.resource_row[uses[bundles]], amount))
        parts.append((column, self.slot_row[slot], -np.ones(len(bundles))))
        parts += self._groups(column, owner, instance.value[bundles])
        self._add(instance.gain[bundles], parts)
        self.bundles = np.concatenate((self.bundles, bundles))
        self.is_bundle = np.concatenate((self.is_bundle, np.ones(len(bundles), dtype=np.bool_)))

    def add_arcs(self, arcs: Ints) -> None:
        instance = self.instance
        column = np.arange(len(arcs))
        slot = np.searchsorted(instance.arc_first, arcs, side="right") - 1
        ones = np.ones(len(arcs))
        parts = [
            (column, self.resource_row[instance.arc_use[arcs]], ones),
            (column, self.slot_row[slot], ones),
            *self._groups(column, instance.arc_owner[arcs], instance.arc_value[arcs]),
        ]
        self._add(instance.arc_gain[arcs], parts)
        self.arcs = np.concatenate((self.arcs, arcs))
        self.is_bundle = np.concatenate((self.is_bundle, np.zeros(len(arcs), dtype=np.bool_)))

    def add_all(self) -> None:
        """Every bundle of the instance, and every second job that one of them opens."""
        self.add(np.arange(self.instance.bundles))
        self.add_arcs(opened_arcs(self.instance))

    def allocation(self, outcome: Outcome, at_least: float = 0.5) -> tuple[Ints, Ints]:
        """The bundles and second jobs whose column is that large."""
        taken = outcome.values[: len(self.is_bundle)] > at_least
        return self.bundles[taken[self.is_bundle]], self.arcs[taken[~self.is_bundle]]

    def start(self, chosen: Ints, second: Ints) -> Floats:
        """An allocation as values of the columns."""
        values = np.zeros(len(self.is_bundle))
        values[self.is_bundle] = np.isin(self.bundles, chosen)
        values[~self.is_bundle] = np.isin(self.arcs, second)
        return values

    def prices(self, outcome: Outcome) -> Floats:
        prices = np.zeros(len(self.instance.capacity))
        duals = outcome.duals[self.resource_row[self.binding]]
        prices[self.binding] = duals * self.instance.scale
        return rounded(prices)

    def _groups(self, column: Ints, owner: Whole, value: Ints) -> list[tuple[Ints, Ints, Floats]]:
        if self.floors is None:
            return []
        return [
            (column[inside], np.full(int(inside.sum()), row), value[inside] / size)
            for row, size, members in zip(
                self.group_row, self.floors.sizes, self.instance.groups, strict=True
            )
            if (inside := members[owner]).any()
        ]

    def _add(self, gain: Ints, parts: list[tuple[Ints, Ints, Floats]]) -> None:
        column, row, amount = (np.concatenate(part) for part in zip(*parts, strict=True))
        known = row >= 0
        column, row, amount = column[known], row[known], amount[known]
        order = np.lexsort((row, column))
        self.programme.add(
            Columns(
                gain=gain / self.instance.scale,
                start=np.concatenate(([0], np.cumsum(np.bincount(column, minlength=len(gain))))),
                index=row[order].astype(np.int32),
                amount=amount[order],
            )
        )


def numbered(members: Whole, size: int, start: int) -> Ints:
    """Rows from ``start`` for these members, -1 for the others."""
    rows = np.full(size, -1, dtype=np.int64)
    rows[members] = start + np.arange(len(members))
    return rows


def opened_arcs(instance: Instance) -> Ints:
    slots = np.unique(instance.slot)
    is_open = np.zeros(len(instance.arc_first), dtype=np.bool_)
    is_open[slots] = True
    return np.flatnonzero(np.repeat(is_open[:-1], np.diff(instance.arc_first)))


@dataclass(frozen=True, slots=True)
class Relaxation:
    """The linear programme solved. ``priced`` is the instance with the prices of floors in its weights,
    and ``dual`` its last dual, whose bound holds for every bundle."""

    master: Master
    outcome: Outcome
    dual: Dual
    priced: Instance
    raise_by: Ints


def generate(
    instance: Instance, dual: Dual, *, gap: float, seed: int, floors: Floors | None = None
) -> Relaxation:
    """Start from the bundles best at these prices; add what would enter, until the bound is met.

    Raises ``EngineError`` when no allocation, even of fractions, meets the floors.
    """
    master = Master(instance, seed=seed, floors=floors)
    inside = np.zeros(instance.bundles, dtype=np.bool_)
    entering = top_bundles(instance, dual.left, POOL)
    master.add_arcs(opened_arcs(instance))
    best: Relaxation | None = None
    for _ in range(ROUNDS):
        master.add(entering)
        inside[entering] = True
        outcome = master.programme.relaxed()
        if not outcome.is_feasible:
            entering = np.flatnonzero(~inside)
            if not len(entering):
                raise EngineError("Ces planchers ne peuvent pas être tenus avec ces offres.")
            continue
        found = priced_out(master, outcome)
        best = found if best is None or found.dual.bound < best.dual.bound else best
        best = replace(best, outcome=outcome)
        objective = outcome.objective * instance.scale
        if best.dual.bound <= objective + max(gap * abs(objective), 0.5):
            break
        kept = found.priced.best(np.where(inside, found.dual.left, -np.inf))
        enters = (found.dual.left > np.maximum(kept, 0)[instance.owner] + 1e-6) & ~inside
        if not enters.any():
            break
        entering = top_bundles(instance, np.where(enters, found.dual.left, -np.inf), ADDED)
        entering = entering[enters[entering]]
    if best is None:
        raise EngineError("Ces planchers ne peuvent pas être tenus avec ces offres.")
    return best


def priced_out(master: Master, outcome: Outcome) -> Relaxation:
    """Every bundle at the prices of the programme: the bound they give."""
    instance, floors = master.instance, master.floors
    prices = master.prices(outcome)
    raise_by = np.zeros(len(instance.groups), dtype=np.int64)
    if floors is None:
        return Relaxation(master, outcome, evaluate(instance, prices), instance, raise_by)
    duals = np.maximum(-outcome.duals[master.group_row], 0) * instance.scale
    raise_by = np.rint(duals / floors.sizes).astype(np.int64)
    priced = raised(instance, raise_by)
    dual = evaluate(priced, prices)
    dual = replace(dual, bound=dual.bound - owed(floors, raise_by))
    return Relaxation(master, outcome, dual, priced, raise_by)
