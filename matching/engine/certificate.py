"""What anyone may check again without the solver; nothing here is shared with it."""

import numpy as np

from matching.engine.instance import Floats, Instance, Ints


def evaluate_bound(instance: Instance, prices: Floats) -> float:
    """No allocation gains more than this, whatever the prices, as long as none is negative.

    Any allocation pays for what it uses, never more than all there is; what remains to each household
    is at most its best bundle after paying.
    """
    if (prices < 0).any():
        raise ValueError("a negative price bounds nothing")
    total = sum(
        float(price) * int(capacity)
        for price, capacity in zip(prices[:-1], instance.capacity[:-1], strict=True)
        if price > 0
    )
    for household in range(instance.households):
        start, end = int(instance.first[household]), int(instance.first[household + 1])
        if start == end:
            continue
        cost = np.zeros(end - start)
        for kind, uses in enumerate(instance.uses[:, start:end]):
            amount = 1 if instance.amounts is None else instance.amounts[kind, start:end]
            cost += amount * np.where(uses == len(prices) - 1, 0.0, prices[uses])
        extra = np.zeros(end - start)
        for number, slot in enumerate(instance.slot[start:end]):
            if slot + 1 < len(instance.arc_first):
                arcs = slice(instance.arc_first[slot], instance.arc_first[slot + 1])
                worth = instance.arc_value[arcs] * instance.weight[household]
                extra[number] = max(0.0, (worth - prices[instance.arc_use[arcs]]).max(initial=0.0))
        gain = instance.value[start:end] * instance.weight[household]
        total += max(0.0, (gain - cost + extra).max())
    return total


def broken_rules(instance: Instance, chosen: Ints, second: Ints) -> list[str]:
    """What an allocation breaks; empty when people may be told."""
    broken = []
    for household, bundle in enumerate(chosen):
        if bundle >= 0 and not instance.first[household] <= bundle < instance.first[household + 1]:
            broken.append(f"household {household} holds the bundle of another")
        if second[household] >= 0:
            slot = instance.slot[bundle] if bundle >= 0 else -1
            opened = range(*instance.arc_first[slot : slot + 2]) if slot >= 0 else range(0)
            if second[household] not in opened:
                broken.append(f"household {household} holds a second job that nothing opens")
    over = instance.usage(chosen, second) > instance.capacity
    broken += [f"resource {resource} is given too often" for resource in np.flatnonzero(over)]
    return broken
