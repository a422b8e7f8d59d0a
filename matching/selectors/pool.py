"""Everybody whose place is being looked for, and all that each may have: what a run is made of."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import TypeVar

from django.db.models import Exists, OuterRef

from candidates.enums import WORKING_STANDINGS, Stage
from candidates.models import Parcours, Placement
from candidates.models.parcours import ParcoursQuerySet
from matching.arbitration.foresight import HORIZON
from matching.arbitration.problem import NOBODY, Choice, Family, Kind, Resource, Seeker
from matching.models import Proposal
from matching.selectors.cases import case_of
from matching.selectors.offers import (
    SKILLED,
    Wanted,
    homes_of,
    jobs_of,
    matchable,
    members_of,
    wanted_on,
    welcoming_territories,
)
from matching.selectors.roads import roads_between
from matching.verdict.facts import Case, Home, Job, Roads
from matching.verdict.ranking import Bundle, Market
from matching.verdict.score import Weights
from territories.enums import OfferKind
from territories.models import FreshnessRule, Hold, Territory, WelcomeSlot
from territories.models.offer import OfferQuerySet
from territories.selectors.welcome import months_from


OfferT = TypeVar("OfferT", Home, Job)
OF_KIND = {OfferKind.HOME: Kind.HOME, OfferKind.JOB: Kind.JOB, OfferKind.TRAINING: Kind.JOB}
# Of each territory. More changes nothing that people would see (design: 0.06 % at these).
HOMES, JOBS = 8, 12
# A stay follows within weeks: what is welcomed later does not count.
MONTHS = HORIZON
BEFORE_THE_STAY = (Stage.POSITIONING, Stage.IMMERSION)


@dataclass(frozen=True)
class Board:
    """All that may be proposed that day, read once for everybody."""

    today: date
    homes: Mapping[int, list[Home]]
    jobs: Mapping[int, list[Job]]
    roads: Roads
    wanted: Wanted
    weights: Weights
    # The offers that say the same, each with how many of its places are free.
    members: Mapping[Resource, Mapping[int, int]]
    # Of territories, how many households they can still welcome.
    welcome: Mapping[Resource, int]

    @property
    def supply(self) -> dict[Resource, int]:
        units = {resource: sum(free.values()) for resource, free in self.members.items()}
        return units | dict(self.welcome)

    def offering(self, homes: Mapping[int, list[Home]], jobs: Mapping[int, list[Job]]) -> "Board":
        """The same, with the roads between the communes where these are."""
        roads = roads_between(
            {one.commune for there in homes.values() for one in there},
            {one.commune for there in jobs.values() for one in there},
        )
        return replace(self, homes=homes, jobs=jobs, roads=roads)

    @property
    def alike(self) -> dict[Resource, tuple[int, ...]]:
        return {
            one: tuple(sorted(offers)) for one, offers in self.members.items() if len(offers) > 1
        }

    def market(self, case: Case) -> Market:
        """What a household may look at; the rules refuse the rest."""
        there = case.wishes or sorted(self.homes.keys() | self.jobs.keys())
        return Market(
            case,
            list(chain.from_iterable(self.homes.get(one, ()) for one in there)),
            list(chain.from_iterable(self.jobs.get(one, ()) for one in there)),
            self.roads,
            self.weights,
        )


def read_board(today: date, weights: Weights, *, only: Territory | None = None) -> Board:
    """Sixteen queries at most, whatever is on offer."""
    welcoming = {
        key: name
        for key, name in welcoming_territories(today).items()
        if only is None or key == only.pk
    }
    rule = FreshnessRule.in_force(today)
    offers = matchable(today, rule).filter(territory__in=sorted(welcoming))
    wanted = wanted_on(today, rule)
    members = _members(offers, today)
    # What came to the board between two queries is counted by none of them.
    homes = [one for one in homes_of(offers, today, welcoming) if (Kind.HOME, one.key) in members]
    jobs = [
        one
        for kind in SKILLED
        for one in jobs_of(offers, today, welcoming, kind, wanted)
        if (Kind.JOB, one.key) in members
    ]
    return Board(
        today,
        _by_territory(homes),
        _by_territory(jobs),
        roads_between({one.commune for one in homes}, {one.commune for one in jobs}),
        wanted,
        weights,
        members=members,
        welcome=_welcome(welcoming, today),
    )


def _by_territory(offers: Iterable[OfferT]) -> dict[int, list[OfferT]]:
    there: dict[int, list[OfferT]] = defaultdict(list)
    for offer in offers:
        there[offer.territory].append(offer)
    return there


def seeking(files: ParcoursQuerySet) -> ParcoursQuerySet:
    """Those to be placed: nobody has to answer about them yet."""
    return files.filter(stage=Stage.POSITIONING, standing__in=WORKING_STANDINGS).exclude(
        pk__in=asked_already(files)
    )


def asked_already(files: ParcoursQuerySet) -> ParcoursQuerySet:
    proposed = Placement.objects.proposed().filter(parcours=OuterRef("pk"))
    return files.filter(Exists(proposed), stage=Stage.POSITIONING)


def seeker_of(parcours: Parcours, board: Board) -> Seeker:
    """Expects ``with_case``. No query."""
    return _seeker(parcours, case_of(parcours, board.today), board)


def newcomer_like(parcours: Parcours, board: Board) -> Seeker:
    """Somebody with the same needs, about whom nobody is asked yet. Expects ``with_case``; no query."""
    return _seeker(parcours, replace(case_of(parcours, board.today), waiting=frozenset()), board)


def _seeker(parcours: Parcours, case: Case, board: Board) -> Seeker:
    bundles = board.market(case).pool(homes=HOMES, jobs=JOBS, turn=parcours.pk)
    return Seeker(
        key=parcours.pk,
        waiting_days=max(0, (board.today - parcours.opened_on).days),
        family=_family(case),
        choices=tuple(_choice(one) for one in bundles),
    )


def _choice(bundle: Bundle) -> Choice:
    second = bundle.second.job.key if bundle.second else NOBODY
    return Choice(bundle.home.territory, bundle.home.key, bundle.job.key, second, bundle.score)


def _family(case: Case) -> Family:
    if len(case.adults) > 1:
        return Family.COUPLE_WITH_CHILDREN if case.child_ages else Family.COUPLE
    return Family.ALONE_WITH_CHILDREN if case.child_ages else Family.ALONE


def free_members(today: date) -> dict[Resource, dict[int, int]]:
    """By what one of them is called, the offers that say the same, with how many places are free."""
    return _members(matchable(today, FreshnessRule.in_force(today)), today)


def _members(offers: OfferQuerySet, today: date) -> dict[Resource, dict[int, int]]:
    counted = offers.with_free_units(today).only("pk")
    free = {one.pk: one.free_units for one in counted}  # type: ignore[attr-defined]
    asked = _asked(today)
    return {
        (OF_KIND[kind], key): {pk: max(0, free.get(pk, 0) - asked[pk]) for pk in members}
        for kind in OfferKind
        for key, members in members_of(offers, today, kind).items()
    }


def _asked(today: date) -> Counter[int]:
    """The places that somebody has been proposed, and that nobody holds for them yet."""
    live = Proposal.objects.filter(placement__in=Placement.objects.live())
    held = set(Hold.objects.live_on(today).using_a_place().values_list("offer_id", "holder"))
    rows = live.values_list("placement__parcours__public_id", "home_id", "job_id", "second_job_id")
    return Counter(
        offer
        for holder, *offers in rows
        for offer in offers
        if offer and (offer, holder) not in held
    )


def _welcome(welcoming: Collection[int], today: date) -> dict[Resource, int]:
    """How many households a territory can still welcome soon, where each month was said."""
    months = months_from(today)[:MONTHS]
    slots = WelcomeSlot.objects.filter(
        territory__in=sorted(welcoming),
        month__range=(months[0], months[-1]),
        capacity__isnull=False,
    )
    left: dict[int, list[int]] = defaultdict(list)
    for slot in slots.counted_on(today):
        in_use: int = slot.in_use  # type: ignore[attr-defined]
        left[slot.territory_id].append(max(0, slot.places - in_use))
    coming = _coming(today) if left else Counter()
    return {
        (Kind.TERRITORY, territory): max(0, sum(counts) - coming[territory])
        for territory, counts in left.items()
        if len(counts) == MONTHS
    }


def _coming(today: date) -> Counter[int]:
    """By territory, those who are proposed or accepted there, and whose month is not held yet."""
    held = set(
        Hold.objects.live_on(today)
        .using_a_place()
        .filter(slot__isnull=False)
        .values_list("slot__territory_id", "holder")
    )
    placements = Placement.objects.live().filter(parcours__stage__in=BEFORE_THE_STAY)
    rows = placements.values_list("territory_id", "parcours__public_id")
    return Counter(territory for territory, holder in rows if (territory, holder) not in held)
