"""One home and one job, judged for a household as they stand now."""

from datetime import date

from candidates.models import Parcours
from matching.selectors.cases import case_of
from matching.selectors.offers import (
    homes_of,
    jobs_for,
    jobs_of,
    matchable,
    wanted_on,
    welcoming_territories,
)
from matching.selectors.roads import roads_between
from matching.verdict.ranking import Bundle, Market
from matching.verdict.score import Weights
from territories.models import FreshnessRule, Offer


def bundle_of(
    parcours: Parcours, home: Offer, job: Offer, *, weights: Weights, today: date
) -> Bundle | None:
    """None when they do not suit, or may not be proposed any more. Expects ``with_case``.

    The other jobs count too: they are where another adult would work.
    """
    case, welcoming = case_of(parcours, today), welcoming_territories(today)
    rule = FreshnessRule.in_force(today)
    offers, wanted = matchable(today, rule), wanted_on(today, rule)
    homes = homes_of(offers.filter(pk=home.pk), today, welcoming)
    jobs = [
        *jobs_of(offers.filter(pk=job.pk), today, welcoming, job.kind, wanted),
        *(one for one in jobs_for(offers, case, welcoming, wanted) if one.key != job.pk),
    ]
    roads = roads_between({one.commune for one in homes}, {one.commune for one in jobs})
    return Market(case, homes, jobs, roads, weights).bundle(home.pk, job.pk)
