"""What other weights would change, today, for those whose place is being looked for."""

from dataclasses import dataclass, replace
from datetime import date

from candidates.enums import Stage
from candidates.models import Parcours
from candidates.models.parcours import ParcoursQuerySet
from matching.selectors.cases import case_of, with_case
from matching.selectors.market import market_for
from matching.selectors.offers import matchable, wanted_on, welcoming_territories
from matching.verdict.ranking import Bundle
from matching.verdict.score import Weights
from territories.models import FreshnessRule


# Each is a search of its own: the most urgent ones tell enough.
MOST_FILES = 40


@dataclass(frozen=True, slots=True)
class Impact:
    """``moved`` are those whose first bundle would be another one."""

    looked_at: int
    moved: list[Parcours]
    is_partial: bool


def impact_of(files: ParcoursQuerySet, before: Weights, after: Weights, today: date) -> Impact:
    positioned = with_case(files.open().filter(stage=Stage.POSITIONING), today)
    found = list(positioned.order_by("due_on", "pk")[: MOST_FILES + 1])
    welcoming, rule = welcoming_territories(today), FreshnessRule.in_force(today)
    offers, wanted, moved = matchable(today, rule), wanted_on(today, rule), []
    for parcours in found[:MOST_FILES]:
        market = market_for(offers, case_of(parcours, today), welcoming, wanted, before)
        first = market.best(1)
        if _keys(first) != _keys(replace(market, weights=after).best(1)):
            moved.append(parcours)
    return Impact(min(len(found), MOST_FILES), moved, len(found) > MOST_FILES)


def _keys(bundles: list[Bundle]) -> list[tuple[int, int]]:
    return [(one.home.key, one.job.key) for one in bundles]
