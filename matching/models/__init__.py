from matching.models.answers import MeasuredAnswers
from matching.models.arbitration import Arbitration, Ruling
from matching.models.proposal import Proposal
from matching.models.reach import Reach
from matching.models.weights import PublishedWeights


__all__ = ["Arbitration", "MeasuredAnswers", "Proposal", "PublishedWeights", "Reach", "Ruling"]
