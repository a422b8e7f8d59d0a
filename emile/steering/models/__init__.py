from emile.steering.models.committees import Committee, CommitteeItem, CommitteeKind
from emile.steering.models.conventions import PAID, Convention, Objective, UnitCost
from emile.steering.models.exports import Export, Exported, ExportFile
from emile.steering.models.field_reports import FieldReport, FieldTheme
from emile.steering.models.figures import Axis, CountedFact, FiguresState, FoldedFile, Scope, Tally
from emile.steering.models.indicators import Family, Indicator
from emile.steering.models.invariants import InvariantResult
from emile.steering.models.publications import Publication, PublishedCell
from emile.steering.models.reports import Report
from emile.steering.models.research import ReleaseDecision, ReleaseDownload, ResearchRelease


__all__ = [
    "PAID",
    "Axis",
    "Committee",
    "CommitteeItem",
    "CommitteeKind",
    "Convention",
    "CountedFact",
    "Export",
    "ExportFile",
    "Exported",
    "Family",
    "FieldReport",
    "FieldTheme",
    "FiguresState",
    "FoldedFile",
    "Indicator",
    "InvariantResult",
    "Objective",
    "Publication",
    "PublishedCell",
    "ReleaseDecision",
    "ReleaseDownload",
    "Report",
    "ResearchRelease",
    "Scope",
    "Tally",
    "UnitCost",
]
