from collections.abc import Mapping
from typing import Any

from territories.models import Offer, TerritoryNeed, UsualHome
from territories.models.kept import Kept
from territories.workflow.expected import EXPECTED_AT_ONCE, HOME_WORKFLOW, NEED_WORKFLOW
from territories.workflow.holds import HOLD_WORKFLOW
from territories.workflow.kept import KeptWorkflow
from territories.workflow.offers import AT_ONCE, BROUGHT_WORKFLOW, OFFER_TOLD, OFFER_WORKFLOW


# Each row that a board holds has its own.
WORKFLOWS: Mapping[type[Kept], KeptWorkflow[Any]] = {
    Offer: OFFER_WORKFLOW,
    TerritoryNeed: NEED_WORKFLOW,
    UsualHome: HOME_WORKFLOW,
}

__all__ = [
    "AT_ONCE",
    "BROUGHT_WORKFLOW",
    "EXPECTED_AT_ONCE",
    "HOLD_WORKFLOW",
    "HOME_WORKFLOW",
    "NEED_WORKFLOW",
    "OFFER_TOLD",
    "OFFER_WORKFLOW",
    "WORKFLOWS",
]
