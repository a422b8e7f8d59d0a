"""One household after another, each takes the best of what is left."""

from dataclasses import dataclass

import numpy as np

from matching.engine.instance import NONE, Floats, Instance, Ints
from matching.engine.prices import Dual


@dataclass(slots=True)
class Allocation:
    """What each household takes, and what is left for the others."""

    instance: Instance
    chosen: Ints
    second: Ints
    left: Ints

    @classmethod
    def empty(cls, instance: Instance) -> "Allocation":
        none = np.full(instance.households, NONE, dtype=np.int64)
        return cls(instance, none, none.copy(), instance.capacity.copy())

    @classmethod
    def of(cls, instance: Instance, chosen: Ints, second: Ints) -> "Allocation":
        left = instance.capacity - instance.usage(chosen, second)
        return cls(instance, chosen.copy(), second.copy(), left)

    @property
    def gain(self) -> int:
        return self.instance.gain_of(self.chosen, self.second)

    @property
    def placed(self) -> int:
        return int((self.chosen >= 0).sum())

    def offer(self, household: int, score: Floats, arc_score: Floats) -> None:
        """Give this household its best bundle among those that are free, if one has a score."""
        instance = self.instance
        start, end = instance.first[household], instance.first[household + 1]
        uses = instance.uses[:, start:end]
        need = 1 if instance.amounts is None else instance.amounts[:, start:end]
        free = (self.left[uses] >= need).all(axis=0)
        scores = np.where(free, score[start:end], -np.inf)
        if not len(scores) or scores[best := int(scores.argmax())] == -np.inf:
            return
        self.take(household, int(start) + best)
        self.offer_second(household, arc_score)

    def take(self, household: int, bundle: int) -> None:
        self.chosen[household] = bundle
        self._move(bundle, -1)

    def offer_second(self, household: int, arc_score: Floats) -> None:
        slot = self.instance.slot[self.chosen[household]]
        if slot == len(self.instance.arc_first) - 1:
            return
        start, end = self.instance.arc_first[slot], self.instance.arc_first[slot + 1]
        free = self.left[self.instance.arc_use[start:end]] > 0
        scores = np.where(free, arc_score[start:end], 0)
        if len(scores) and scores[best := int(scores.argmax())] > 0:
            self.take_second(household, int(start) + best)

    def take_second(self, household: int, arc: int) -> None:
        self.second[household] = arc
        self.left[self.instance.arc_use[arc]] -= 1

    def release(self, household: int) -> None:
        if self.chosen[household] >= 0:
            self._move(int(self.chosen[household]), 1)
            self.chosen[household] = NONE
        if self.second[household] >= 0:
            self.left[self.instance.arc_use[self.second[household]]] += 1
            self.second[household] = NONE

    def _move(self, bundle: int, sign: int) -> None:
        instance = self.instance
        for kind, used in enumerate(instance.uses[:, bundle]):
            if used != instance.nothing:
                amount = 1 if instance.amounts is None else instance.amounts[kind, bundle]
                self.left[used] += sign * amount

    def complete(self) -> None:
        """Serve whoever has nothing, and second adults, from what is left: the largest gains first."""
        instance = self.instance
        waiting = np.flatnonzero(self.chosen < 0)
        best = instance.best(instance.gain)
        score, arc_score = instance.gain.astype(np.float64), instance.arc_gain.astype(np.float64)
        score[instance.gain <= 0] = -np.inf
        for household in waiting[np.argsort(-best[waiting], kind="stable")].tolist():
            self.offer(household, score, arc_score)
        for household in np.flatnonzero((self.chosen >= 0) & (self.second < 0)).tolist():
            self.offer_second(household, arc_score)


def in_order(instance: Instance, order: Ints, score: Floats, arc_score: Floats) -> Allocation:
    allocation = Allocation.empty(instance)
    for household in order.tolist():
        allocation.offer(household, score, arc_score)
    return allocation


def by_prices(instance: Instance, dual: Dual) -> Allocation:
    """Whoever would lose most by getting their second choice goes first; bundles at their net gain."""
    order = np.argsort(-regrets(instance, dual), kind="stable")
    net = np.where(dual.left >= 0, dual.left, -np.inf)
    arc_net = instance.arc_gain - dual.prices[instance.arc_use]
    allocation = in_order(instance, order, net, arc_net)
    allocation.complete()
    return allocation


def surest(instance: Instance, dual: Dual, margin: float) -> Allocation:
    """Only those who would lose that margin by any other bundle take their best, if it is free."""
    regret = regrets(instance, dual)
    order = np.argsort(-regret, kind="stable")[: int((regret >= margin).sum())]
    best = np.where(dual.left >= dual.best[instance.owner], dual.left, -np.inf)
    return in_order(instance, order, best, instance.arc_gain - dual.prices[instance.arc_use])


def regrets(instance: Instance, dual: Dual) -> Floats:
    """The margin of each household between its best bundle and the next, or nothing."""
    others = dual.left.copy()
    hits = np.flatnonzero(others >= dual.best[instance.owner])
    others[hits] = -np.inf
    single = np.bincount(instance.owner[hits], minlength=instance.households) == 1
    second = np.maximum(instance.best(others), 0)
    return np.where(single, dual.best - second, 0)
