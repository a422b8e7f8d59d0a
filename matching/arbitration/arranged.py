"""A problem as arrays, for the engine, and the way back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matching.arbitration.problem import Family, Kind, Problem, Resource, Seeker
from matching.engine.instance import (
    ENDLESS,
    NONE,
    EngineError,
    Floats,
    Households,
    Instance,
    Ints,
    Kind as Supply,
    Rows,
    build,
)


LINES = (Kind.TERRITORY, Kind.HOME, Kind.JOB, Kind.JOB)
KINDS = (Kind.TERRITORY, Kind.HOME, Kind.JOB)


@dataclass(frozen=True)
class Arranged:
    instance: Instance
    seekers: Sequence[Seeker]
    # Of each seeker, where its choices begin among the rows.
    starts: Mapping[int, int]
    resources: Sequence[Resource]

    @classmethod
    def of(cls, problem: Problem, asking: Sequence[Seeker]) -> "Arranged":
        counts = np.array([len(one.choices) for one in asking])
        choices = [choice for one in asking for choice in one.choices]
        rows = [(one.territory, one.home, one.job, one.second or NONE) for one in choices]
        uses = np.array(rows, dtype=np.int64).T
        keys = {kind: _keys(uses, kind) for kind in KINDS}
        families = np.array([[one.family == family for one in asking] for family in Family])
        instance = build(
            households=Households(
                np.array([one.key for one in asking], dtype=np.int64),
                waiting=np.array([one.waiting_days for one in asking], dtype=np.int64),
                groups=families[families.any(axis=1)],
            ),
            kinds=[
                Supply(
                    keys[kind],
                    np.array(
                        [problem.supply.get((kind, key), ENDLESS) for key in keys[kind].tolist()],
                        dtype=np.int64,
                    ),
                )
                for kind in KINDS
            ],
            rows=Rows(
                household=np.repeat([one.key for one in asking], counts).astype(np.int64),
                uses=uses,
                value=np.array([one.points for one in choices], dtype=np.int64),
                kinds=[KINDS.index(kind) for kind in LINES],
            ),
        )
        starts = dict(zip((one.key for one in asking), np.cumsum(counts) - counts, strict=True))
        resources = [(kind, key) for kind in KINDS for key in keys[kind].tolist()]
        return cls(instance, asking, starts, resources)

    def bundle(self, seeker: Seeker, choice: int) -> int:
        if not 0 <= choice < len(seeker.choices):
            raise EngineError("Ce choix n’existe plus.")
        row = self.starts[seeker.key] + choice
        return int(np.flatnonzero(self.instance.row == row)[0])

    def given(self, chosen: Ints) -> dict[int, int | None]:
        return {
            int(key): int(self.instance.row[bundle]) - int(self.starts[int(key)])
            for key, bundle in zip(self.instance.keys, chosen, strict=True)
            if bundle != NONE
        }

    def amounts(self, by_resource: Mapping[Resource, int]) -> Floats:
        """In the order of the arrays; the last one is of what nobody names."""
        return np.array([*(by_resource.get(one, 0) for one in self.resources), 0], dtype=np.float64)

    def by_resource(self, amounts: Floats) -> dict[Resource, int]:
        """Rounded, where there is any."""
        rounded = np.rint(amounts).astype(np.int64)
        return {
            resource: int(amount)
            for resource, amount in zip(self.resources, rounded, strict=False)
            if amount > 0
        }


def _keys(uses: Ints, kind: Kind) -> Ints:
    lines = [number for number, one in enumerate(LINES) if one is kind]
    named = uses[lines]
    keys: Ints = np.unique(named[named != NONE])
    return keys
