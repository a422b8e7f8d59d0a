from emile.steering.models.figures import Axis, CountedFact, FiguresState, FoldedFile, Scope, Tally
from emile.steering.models.indicators import Family, Indicator
from emile.steering.models.invariants import InvariantResult
from emile.steering.models.publications import Publication, PublishedCell


__all__ = [
    "Axis",
    "CountedFact",
    "Family",
    "FiguresState",
    "FoldedFile",
    "Indicator",
    "InvariantResult",
    "Publication",
    "PublishedCell",
    "Scope",
    "Tally",
]
