"""From an offer to the households that it suits."""

from dataclasses import dataclass
from datetime import date

from candidates.enums import Stage
from candidates.models import Parcours
from candidates.models.parcours import ParcoursQuerySet
from matching.selectors.cases import case_of, leaving_adults, with_case
from matching.selectors.offers import homes_of, jobs_of, welcoming_territories
from matching.selectors.position import cause_of
from matching.verdict.facts import Adult, Case, Home, Job, Pair
from matching.verdict.predicates import Finding, findings
from territories.enums import OfferKind
from territories.models import Offer


# Those whose place is being looked for, and those who get ready for it.
LOOKING = (Stage.POSITIONING, Stage.PREPARATION)
MOST_FILES = 300
# How many things may refuse an offer that is still worth a thought.
NEARLY = 1


@dataclass(frozen=True, slots=True)
class HouseholdLine:
    """``who`` would take the job, when several could."""

    parcours: Parcours
    who: str
    refused: list[Finding]
    to_check: list[Finding]

    @property
    def suits(self) -> bool:
        return not self.refused


@dataclass(frozen=True, slots=True)
class OfferHouseholds:
    suited: list[HouseholdLine]
    nearly: list[HouseholdLine]
    others: int
    cause: str
    # Only the most urgent files were looked at.
    is_partial: bool


def households_for(files: ParcoursQuerySet, offer: Offer, today: date) -> OfferHouseholds:
    """Seven queries. ``files`` are those of the actor."""
    looking = with_case(files.open().filter(stage__in=LOOKING), today)
    found = list(looking.order_by("due_on", "pk")[: MOST_FILES + 1])
    facts = _facts(offer, today)
    lines = [line for parcours in found[:MOST_FILES] if (line := _line(parcours, facts, today))]
    lines.sort(key=lambda line: (len(line.refused), len(line.to_check), line.parcours.pk))
    return OfferHouseholds(
        suited=[line for line in lines if line.suits],
        nearly=[line for line in lines if 0 < len(line.refused) <= NEARLY],
        others=sum(len(line.refused) > NEARLY for line in lines),
        cause=cause_of(offer, today),
        is_partial=len(found) > MOST_FILES,
    )


def _facts(offer: Offer, today: date) -> Home | Job:
    welcoming, this = welcoming_territories(today), Offer.objects.filter(pk=offer.pk)
    if offer.kind == OfferKind.HOME:
        return homes_of(this, today, welcoming)[0]
    return next(jobs_of(this, today, welcoming, offer.kind))


def _line(parcours: Parcours, facts: Home | Job, today: date) -> HouseholdLine | None:
    """The adult whom it suits best; None for a household in which nobody leaves yet."""
    case, adults = case_of(parcours, today), leaving_adults(parcours, today)
    lines = [
        HouseholdLine(
            parcours,
            person.full_name if len(adults) > 1 and isinstance(facts, Job) else "",
            [one for one in found if one.is_no],
            [one for one in found if one.is_unknown],
        )
        for person, adult in zip(adults, case.adults, strict=True)
        if (found := findings(_pair(case, adult, facts)))
    ]
    return min(lines, key=lambda one: (len(one.refused), len(one.to_check)), default=None)


def _pair(case: Case, adult: Adult, facts: Home | Job) -> Pair:
    if isinstance(facts, Home):
        return Pair(case, adult, home=facts)
    return Pair(case, adult, job=facts)
