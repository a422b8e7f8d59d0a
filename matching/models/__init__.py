from matching.models.arbitration import Arbitration, Ruling
from matching.models.proposal import Proposal
from matching.models.reach import Reach
from matching.models.weights import PublishedWeights


__all__ = ["Arbitration", "Proposal", "PublishedWeights", "Reach", "Ruling"]
