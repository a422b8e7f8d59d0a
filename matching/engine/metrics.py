"""What an allocation gives to people, besides its value."""

import numpy as np

from matching.engine.instance import Floats, Instance, Ints


TERRITORY, UNIT, JOB = range(3)


def group_rates(instance: Instance, chosen: Ints) -> Floats:
    """The share of each group that is placed."""
    sizes = np.maximum(instance.groups.sum(axis=1), 1)
    rates: Floats = (instance.groups @ (chosen >= 0).astype(np.int64)) / sizes
    return rates


def worst_group(instance: Instance, chosen: Ints) -> float:
    """The share placed in the group that is least placed."""
    return float(group_rates(instance, chosen).min())


def envy(instance: Instance, chosen: Ints, second: Ints) -> float:
    """The share of households that see a better bundle in the hands of one that waited less.

    Its home is held by a household that waited less, and its job is free or held by that household.
    """
    held = chosen[chosen >= 0]
    waiting = instance.waiting[instance.owner[held]]
    width = len(instance.capacity)
    units, jobs = instance.uses[UNIT].astype(np.int64), instance.uses[JOB]
    least_by_unit = np.full(width, np.iinfo(np.int64).max)
    np.minimum.at(least_by_unit, units[held], waiting)
    least_by_unit[instance.nothing] = np.iinfo(np.int64).max
    pairs, place = np.unique(units[held] * width + jobs[held], return_inverse=True)
    least_by_pair = np.full(len(pairs) + 1, np.iinfo(np.int64).max)
    np.minimum.at(least_by_pair, place, waiting)
    own = np.zeros(instance.households, dtype=np.int64)
    own[instance.owner[held]] = instance.value[held]
    better = np.flatnonzero(instance.value > own[instance.owner])
    units, jobs = units[better], jobs[better]
    pair = np.minimum(np.searchsorted(pairs, units * width + jobs), len(pairs) - 1)
    is_held = pairs[pair] == units * width + jobs if len(pairs) else np.zeros(len(pair), np.bool_)
    mine = instance.waiting[instance.owner[better]]
    is_free = (instance.capacity - instance.usage(chosen, second))[jobs] > 0
    envied = is_free & (least_by_unit[units] < mine)
    envied |= is_held & (least_by_pair[pair] < mine)
    return len(np.unique(instance.owner[better[envied]])) / instance.households
