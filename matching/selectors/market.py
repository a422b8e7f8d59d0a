"""A household and all that may suit it, ready to be put together."""

from collections.abc import Collection

from matching.selectors.offers import Wanted, homes_for, jobs_for
from matching.selectors.roads import roads_between
from matching.verdict.facts import Case
from matching.verdict.ranking import Market
from matching.verdict.score import Weights
from territories.models.offer import OfferQuerySet


def market_for(
    offers: OfferQuerySet,
    case: Case,
    welcoming: Collection[int],
    wanted: Wanted,
    weights: Weights,
) -> Market:
    """Of ``matchable`` offers. Five queries."""
    homes = homes_for(offers, case, welcoming)
    jobs = jobs_for(offers, case, welcoming, wanted)
    roads = roads_between({home.commune for home in homes}, {job.commune for job in jobs})
    return Market(case, homes, jobs, roads, weights)
