"""Small problems drawn at random, and their best allocation found by trying everything."""

from collections.abc import Iterator
from itertools import product

import numpy as np
from hypothesis import strategies as st

from matching.engine.certificate import broken_rules
from matching.engine.instance import (
    NONE,
    Households,
    Instance,
    Ints,
    Kind,
    Rows,
    SecondJobs,
    build,
)


def rows_of(instance: Instance) -> Rows:
    """The bundles of an instance as lines, whose keys are those of its resources."""
    uses = np.where(instance.uses == instance.nothing, NONE, instance.uses).astype(np.int64)
    return Rows(instance.keys[instance.owner], uses, instance.value, instance.amounts)


def drawn(
    seed: int, *, households: int = 30, bundles: int = 8, with_seconds: bool = True
) -> Instance:
    """Territories, homes and jobs scarce enough for households to want the same ones."""
    random = np.random.default_rng(seed)
    territories, units, jobs = 4, max(2, households * 2 // 3), max(2, households)
    size = households * bundles
    who = random.integers(0, households, size)
    uses = np.stack([random.integers(0, count, size) for count in (territories, units, jobs)])
    uses[2, random.random(size) < 0.1] = NONE
    some = random.integers(0, size, households // 2) if with_seconds else np.empty(0, np.int64)
    cells, first = np.unique(who[some] * territories + uses[0, some], return_index=True)
    some = some[first]
    return build(
        households=Households(
            np.arange(households),
            weight=random.integers(1000, 1500, households),
            waiting=random.integers(0, 400, households),
            groups=np.stack([np.arange(households) % 2 == 0, np.arange(households) % 2 == 1]),
        ),
        kinds=[
            Kind(np.arange(territories), random.integers(1, households // 3 + 2, territories)),
            Kind(np.arange(units), random.integers(1, 3, units)),
            Kind(np.arange(jobs), random.integers(0, 3, jobs)),
        ],
        rows=Rows(who, uses, random.integers(0, 1000, size)),
        seconds=SecondJobs(
            who[some],
            uses[0, some],
            random.integers(0, jobs, len(cells)),
            random.integers(60, 150, len(cells)),
        ),
        scale=1000,
    )


seeds = st.integers(0, 10**6)


def every_allocation(instance: Instance) -> Iterator[tuple[Ints, Ints]]:
    """Each household takes nothing, a bundle, or a bundle and one of the second jobs it opens."""
    options: list[list[tuple[int, int]]] = []
    for household in range(instance.households):
        mine: list[tuple[int, int]] = [(NONE, NONE)]
        for bundle in range(instance.first[household], instance.first[household + 1]):
            slot = instance.slot[bundle]
            arcs = (
                range(*instance.arc_first[slot : slot + 2])
                if slot + 1 < len(instance.arc_first)
                else []
            )
            mine += [(bundle, arc) for arc in (NONE, *arcs)]
        options.append(mine)
    for taken in product(*options):
        chosen, second = np.array(taken, dtype=np.int64).T
        yield chosen, second


def best_gain(instance: Instance) -> int:
    return max(
        instance.gain_of(chosen, second)
        for chosen, second in every_allocation(instance)
        if not broken_rules(instance, chosen, second)
    )
