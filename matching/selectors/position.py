"""The page *Positionner*: what suits a household best, what nearly does, and why not the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from candidates.models import Parcours, Person
from matching.models import PublishedWeights
from matching.selectors.cases import case_of, leaving_adults
from matching.selectors.expected import ExpectedThere, expected_for
from matching.selectors.market import market_for
from matching.selectors.misses import JOBS, Leftovers, Tally, Waiting, leftovers_of
from matching.selectors.offers import (
    homes_of,
    jobs_of,
    matchable,
    wanted_on,
    welcoming_territories,
)
from matching.selectors.words import MissLine, miss_line, points_by_group, suiting, tally_line
from matching.verdict import RULES_VERSION
from matching.verdict.facts import Adult, Case, Pair
from matching.verdict.predicates import Finding, findings
from matching.verdict.ranking import Bundle
from territories.enums import OfferKind, OfferStatus
from territories.models import FreshnessRule, Offer, Territory
from territories.models.offer import full_on


MOST_MISSES = 6
# True of nearly every bundle: told with the ranking rather than as reasons.
GRANTED = frozenset({"F3", "F5", "F7", "F13", "F14"})
# Of a household without children.
GRANTED_TO_ADULTS = GRANTED | {"F12"}


@dataclass(frozen=True, slots=True)
class Card:
    """A bundle with the offers it is made of. ``who`` takes the job, when several could."""

    bundle: Bundle
    home: Offer
    job: Offer
    territory: str
    who: str
    second: Offer | None
    second_who: str

    @property
    def reasons(self) -> list[str]:
        return [one.sentence for one in self._known if one.code not in self._granted]

    @property
    def granted(self) -> list[str]:
        return [one.sentence for one in self._known if one.code in self._granted]

    @property
    def _granted(self) -> frozenset[str]:
        return GRANTED if self.bundle.case.child_ages else GRANTED_TO_ADULTS

    @property
    def _known(self) -> list[Finding]:
        return [one for one in self.bundle.findings if not one.is_unknown]

    @property
    def to_check(self) -> list[str]:
        return [one.sentence for one in self.bundle.to_check]

    @property
    def points(self) -> list[tuple[str, list[tuple[str, str]]]]:
        return points_by_group(self.bundle)


@dataclass(frozen=True, slots=True)
class WhyNot:
    territory: Territory
    tally: Mapping[str, Tally]
    # What shuts the whole territory, whatever it offers.
    shut: str

    @property
    def lines(self) -> list[tuple[str, list[tuple[str, int]]]]:
        """Of homes, then of jobs: what suits, and what refuses the others."""
        nouns = {"homes": "logement", "jobs": JOBS}
        return [
            (tally_line(self.tally[sort], noun), self.tally[sort].refused)
            for sort, noun in nouns.items()
        ]


@dataclass(frozen=True, slots=True)
class PositionPage:
    cards: list[Card]
    # When nothing goes together, what each territory that is wished has: its name, and a sentence.
    apart: list[tuple[str, str]]
    # In place of dated offers, when none suits.
    expected: list[ExpectedThere]
    has_more: bool
    misses: list[MissLine]
    waiting: Waiting
    weights_version: int
    rules_version: int
    why_not: WhyNot | None
    # What must be asked before anything is found.
    has_adults: bool


def position_page(
    parcours: Parcours, today: date, *, how_many: int, asked: Territory | None
) -> PositionPage:
    """Expects ``with_case``. Fourteen queries at most, whatever is on offer."""
    case, adults = case_of(parcours, today), leaving_adults(parcours, today)
    welcoming = welcoming_territories(today)
    version, weights = PublishedWeights.objects.in_force()
    rule = FreshnessRule.in_force(today)
    wanted = wanted_on(today, rule)
    market = market_for(matchable(today, rule), case, welcoming, wanted, weights)
    found = market.best(how_many + 1)
    left = leftovers_of(case, welcoming, rule)
    misses = left.misses(market)[:MOST_MISSES]
    return PositionPage(
        cards=cards_of(found[:how_many], adults, welcoming),
        apart=[] if found else _apart(left, welcoming),
        expected=[] if found else expected_for(case, welcoming, rule),
        has_more=len(found) > how_many,
        misses=[miss_line(one, parcours, adults, welcoming) for one in misses],
        waiting=left.waiting(),
        weights_version=version,
        rules_version=RULES_VERSION,
        why_not=_why_not(left, asked, welcoming) if asked else None,
        has_adults=bool(adults),
    )


def cards_of(
    bundles: Sequence[Bundle], adults: Sequence[Person], territories: Mapping[int, str]
) -> list[Card]:
    """One query for all the offers that they are made of."""
    seconds = [one.second.job.key for one in bundles if one.second]
    keys = {key for one in bundles for key in (one.home.key, one.job.key)} | set(seconds)
    offers = Offer.objects.for_detail().in_bulk(keys) if keys else {}
    names = _names(adults)
    return [
        Card(
            bundle=one,
            home=offers[one.home.key],
            job=offers[one.job.key],
            territory=territories[one.home.territory],
            who=names[one.adult],
            second=offers[one.second.job.key] if one.second else None,
            second_who=names[one.second.adult] if one.second else "",
        )
        for one in bundles
    ]


def _names(adults: Sequence[Person]) -> list[str]:
    """Nobody is named who is the only one."""
    return [person.full_name if len(adults) > 1 else "" for person in adults]


def _apart(left: Leftovers, welcoming: Mapping[int, str]) -> list[tuple[str, str]]:
    return [
        (welcoming[one], _what_shuts(left.case, one, welcoming) or suiting(left.tally(one)))
        for one in left.case.wishes
        if one in welcoming
    ]


def _why_not(left: Leftovers, asked: Territory, welcoming: Mapping[int, str]) -> WhyNot:
    return WhyNot(asked, left.tally(asked.pk), _what_shuts(left.case, asked.pk, welcoming))


def _what_shuts(case: Case, territory: int, welcoming: Mapping[int, str]) -> str:
    if territory not in welcoming:
        return "Aucun opérateur n’y accueille de ménages aujourd’hui."
    if territory in case.waiting:
        return "Une proposition y attend déjà une réponse."
    if territory in case.refused:
        return "Le ménage a dit «\u00a0pas là\u00a0»."
    if case.wishes and territory not in case.wishes:
        return "Le ménage ne l’a pas mis parmi ses souhaits."
    return ""


# One offer


@dataclass(frozen=True, slots=True)
class Answer:
    """What is to be said of an offer for one adult, or for all when it is a home."""

    who: str
    findings: list[Finding]

    @property
    def told(self) -> list[Finding]:
        """What is in the way first."""
        return sorted(self.findings, key=lambda one: (not one.is_no, not one.is_unknown))

    @property
    def verdict(self) -> str:
        if any(one.is_no for one in self.findings):
            return "Ne convient pas"
        is_sure = not any(one.is_unknown for one in self.findings)
        return "Convient" if is_sure else "Convient, avec des points à vérifier"


@dataclass(frozen=True, slots=True)
class OfferAnswer:
    offer: Offer
    # Why nobody may be proposed it now, whoever they are.
    cause: str
    answers: list[Answer]


def why_not_offer(parcours: Parcours, offer: Offer, today: date) -> OfferAnswer:
    """The verdict of the rules on one offer, on the board or not. Expects ``with_case``."""
    case, adults = case_of(parcours, today), leaving_adults(parcours, today)
    welcoming, this = welcoming_territories(today), Offer.objects.filter(pk=offer.pk)
    if offer.kind == OfferKind.HOME:
        (home,) = homes_of(this, today, welcoming)
        answers = [Answer("", findings(Pair(case, Adult(), home=home)))]
    else:
        (job,) = jobs_of(this, today, welcoming, offer.kind)
        answers = [
            Answer(name, findings(Pair(case, adult, job=job)))
            for name, adult in zip(_names(adults), case.adults, strict=True)
        ]
    return OfferAnswer(offer, cause_of(offer, today), answers)


def cause_of(offer: Offer, today: date) -> str:
    """Why matching leaves it aside, whoever asks; empty when it does not."""
    if offer.status == OfferStatus.PAUSED:
        return "L’offre est en pause\u00a0: elle n’est proposée à personne."
    if offer.status != OfferStatus.AVAILABLE:
        return "L’offre n’est plus disponible."
    if offer.is_past(today):
        return "La date limite de l’offre est passée."
    if offer.is_stale(today, FreshnessRule.in_force(today)):
        return (
            "L’offre n’a pas été confirmée depuis trop longtemps\u00a0: elle doit l’être d’abord."
        )
    if full_on(today).filter(offer=offer.pk).exists():
        return "Toutes les places de l’offre sont retenues ou attribuées."
    return ""
