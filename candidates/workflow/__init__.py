from candidates.workflow.engine import PARCOURS_WORKFLOW


__all__ = ["PARCOURS_WORKFLOW"]
