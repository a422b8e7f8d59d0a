"""What places will be worth to those who come within three months, as those of the past year came."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np

from matching.arbitration.arranged import Arranged
from matching.arbitration.decide import Fairness, Outcome, decide, placed, points_of, used
from matching.arbitration.problem import Kind, Problem, Resource, Seeker
from matching.engine.descent import STAGES
from matching.engine.potentials import potentials


# In months.
PAST, HORIZON = 12, 3
# Fewer tell nothing of those to come.
FEWEST = 10
# In per cent: what will come is less sure than what is there.
PRUDENCE = 90


@dataclass(frozen=True, slots=True)
class Arrivals:
    """How many came within a year, and what those of them that were read would have today."""

    count: int
    read: tuple[Seeker, ...]

    @property
    def to_come(self) -> int:
        return round(self.count * HORIZON / PAST)

    def potentials(self, supply: Mapping[Resource, int]) -> dict[Resource, int]:
        """In points per place, less than those to come would gain by it: in doubt, whoever is there
        is served. Nothing when too few came."""
        if len(self.read) < FEWEST or not any(one.choices for one in self.read):
            return {}
        arranged = Arranged.of(Problem(self.read, supply), self.read)
        everybody = np.arange(arranged.instance.households)
        prices = potentials(arranged.instance, everybody, self.to_come, stages=STAGES)
        worth = arranged.by_resource(prices * PRUDENCE / 100)
        # What there is none of can't be kept.
        return {one: points for one, points in worth.items() if supply.get(one)}


@dataclass(frozen=True, slots=True)
class Foresight:
    """What was kept for whom, and what the same run would have given without, before any decision."""

    arrived: int
    read: int
    to_come: int
    points_lost: int = 0
    placed: int = 0
    placed_without: int = 0
    places: Mapping[Resource, int] = field(default_factory=dict)

    @classmethod
    def of(
        cls, problem: Problem, outcome: Outcome, arrivals: Arrivals, fairness: Fairness
    ) -> "Foresight":
        """``places`` are those that would be given today if they were not worth more later."""
        given = outcome.given
        without = (
            decide(problem.for_today, fairness=fairness).given if problem.potentials else given
        )
        more = used(problem, without) - used(problem, given)
        return cls(
            arrived=arrivals.count,
            read=len(arrivals.read),
            to_come=arrivals.to_come,
            points_lost=points_of(problem, without) - points_of(problem, given),
            placed=placed(given),
            placed_without=placed(without),
            places={one: more[one] for one in sorted(problem.potentials) if more[one]},
        )

    def plain(self) -> dict[str, Any]:
        """For JSON; ``Foresight.kept`` reads it back."""
        places = [[kind, key, count] for (kind, key), count in self.places.items()]
        return asdict(self) | {"places": places}

    @classmethod
    def kept(cls, plain: Mapping[str, Any]) -> "Foresight":
        places = {(Kind(kind), key): count for kind, key, count in plain["places"]}
        return cls(**{**plain, "places": places})
