from emile.steering.models.figures import Axis, CountedFact, FiguresState, FoldedFile, Scope, Tally
from emile.steering.models.indicators import Family, Indicator
from emile.steering.models.invariants import InvariantResult
from emile.steering.models.publications import Publication, PublishedCell
from emile.steering.models.reports import Report
from emile.steering.models.research import ReleaseDecision, ReleaseDownload, ResearchRelease


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
    "ReleaseDecision",
    "ReleaseDownload",
    "Report",
    "ResearchRelease",
    "Scope",
    "Tally",
]
