from emile.steering.models.exports import Export, Exported, ExportFile
from emile.steering.models.figures import Axis, CountedFact, FiguresState, FoldedFile, Scope, Tally
from emile.steering.models.indicators import Family, Indicator
from emile.steering.models.invariants import InvariantResult
from emile.steering.models.publications import Publication, PublishedCell
from emile.steering.models.reports import Report


__all__ = [
    "Axis",
    "CountedFact",
    "Export",
    "ExportFile",
    "Exported",
    "Family",
    "FiguresState",
    "FoldedFile",
    "Indicator",
    "InvariantResult",
    "Publication",
    "PublishedCell",
    "Report",
    "Scope",
    "Tally",
]
