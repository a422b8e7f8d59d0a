from candidates.workflow.engine import PARCOURS_WORKFLOW
from candidates.workflow.table import HAND_OVERS


__all__ = ["HAND_OVERS", "PARCOURS_WORKFLOW"]
