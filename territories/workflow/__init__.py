from territories.workflow.holds import HOLD_WORKFLOW
from territories.workflow.offers import (
    AT_ONCE,
    OFFER_WORKFLOW,
    TOLD,
)


__all__ = ["AT_ONCE", "HOLD_WORKFLOW", "OFFER_WORKFLOW", "TOLD"]
