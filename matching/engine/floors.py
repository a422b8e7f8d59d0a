"""Floors: what each group of households receives on average, at least."""

from dataclasses import dataclass, replace

import numpy as np

from matching.engine.instance import Floats, Instance, Ints


@dataclass(frozen=True, slots=True)
class Floors:
    """``least`` is the mean value owed to each group of the instance, of ``sizes`` households."""

    least: Floats
    sizes: Ints

    @classmethod
    def of(cls, instance: Instance, least: Floats) -> "Floors":
        return cls(np.asarray(least, dtype=np.float64), sizes_of(instance))

    def without(self, instance: Instance, value: Ints) -> "Floors":
        """What is still owed once households have this value."""
        return replace(self, least=self.least - instance.groups @ value / self.sizes)

    def are_met(self, instance: Instance, value: Ints) -> bool:
        return bool((means_of(instance, value) >= self.least - 1e-9).all())


def sizes_of(instance: Instance) -> Ints:
    sizes: Ints = np.maximum(instance.groups.sum(axis=1), 1)
    return sizes


def means_of(instance: Instance, value: Ints) -> Floats:
    """The mean value of each group."""
    means: Floats = (instance.groups @ value) / sizes_of(instance)
    return means


def raised(instance: Instance, raise_by: Ints) -> Instance:
    """The instance where each group's price is added to the weight of its members."""
    return instance.weighted(instance.weight + raise_by @ instance.groups, scale=instance.scale)


def owed(floors: Floors, raise_by: Ints) -> float:
    """What the floors take from the bound at these prices."""
    return float(raise_by @ (floors.least * floors.sizes))
