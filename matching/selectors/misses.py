"""What is left out, and why: what one change would add, and what waits for somebody else.

Offers are counted by SQL in classes that the rules can't tell apart, and each class is judged by the
rules themselves.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from math import ceil

from django.db.models import Case as Choice, Count, F, Max, Min, Value, When

from emile.core.templatetags.emile import count
from matching.selectors.offers import SKILLED, WHOLE_RENT, match_of
from matching.verdict.cures import Cure
from matching.verdict.facts import Adult, Case, Home, Job, Pair, Services
from matching.verdict.nearby import needs_of
from matching.verdict.predicates import HORIZON, PREDICATES, Finding, findings
from matching.verdict.ranking import Market
from territories.enums import OfferKind, OfferStatus
from territories.models import FreshnessRule, Offer
from territories.models.offer import OfferQuerySet, full_on, still_valid_q


# A rent is told by steps: « 50 € de plus ». Beyond the last one, it is another budget.
RENT_STEP, RENT_STEPS = 50, 3
FRESH, STALE, PAUSED, HELD = "fresh", "stale", "paused", "held"
JOBS = "emploi ou formation,emplois ou formations"
# What is the household's to change, whoever would work.
OF_THE_HOUSEHOLD = frozenset({"wish", "rooms", "rent"})
SUBJECTS = {predicate.code: predicate.subject for predicate in PREDICATES}


@dataclass(frozen=True, slots=True)
class Class:
    """So many offers that the rules judge alike; ``state`` says whether they may be proposed."""

    offer: Home | Job
    state: str
    count: int


@dataclass(frozen=True, slots=True)
class Miss:
    """What one change would add. ``adult`` is whose it is, None when it is the household's."""

    cure: Cure
    adult: int | None
    homes: int = 0
    jobs: int = 0

    @property
    def gain(self) -> str:
        """« 6 emplois et 2 logements »."""
        told = [("logement", self.homes), (JOBS, self.jobs)]
        return " et ".join(count(number, noun) for noun, number in told if number)


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one sort of offer in one territory: how many suit, and what refuses the others."""

    total: int
    suiting: int
    refused: list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What would suit, if somebody confirmed it, put it back on the board, or let go of it."""

    stale: int
    paused: int
    held: int


@dataclass
class Leftovers:
    """``homes`` and ``jobs`` are all classes; jobs are judged once per adult."""

    case: Case
    homes: list[Class]
    jobs: list[Class]

    def misses(self, market: Market) -> list[Miss]:
        """What adds the most first; a rent includes the smaller ones."""
        found: dict[tuple[Cure, int | None], Counter[str]] = {}
        for one, cure, adult in self._nearly():
            sort = "homes" if isinstance(one.offer, Home) else "jobs"
            found.setdefault((cure, adult), Counter())[sort] += one.count
        _add_smaller_rents(found)
        for adult, number in _too_far(market).items():
            found[Cure("car", 0), adult] = Counter(jobs=number)
        misses = [Miss(cure, adult, **counts) for (cure, adult), counts in found.items()]
        return sorted(misses, key=lambda one: (-one.homes - one.jobs, one.cure.kind, str(one)))

    def waiting(self) -> Waiting:
        states: Counter[str] = Counter()
        for one in (*self.homes, *self.jobs):
            if one.state != FRESH and any(not refused for refused in self._refusals(one).values()):
                states[one.state] += one.count
        return Waiting(states[STALE], states[PAUSED], states[HELD])

    def tally(self, territory: int) -> dict[str, Tally]:
        """Homes and jobs of a territory, as if the household wished it."""
        wished, _ = Cure("wish", territory).applied_to(self.case, Adult())
        there = Leftovers(
            wished, *(self._fresh(some, territory) for some in (self.homes, self.jobs))
        )
        return {"homes": there._tally(there.homes), "jobs": there._tally(there.jobs)}

    def _tally(self, classes: Collection[Class]) -> Tally:
        """A job is judged for the adult whom it suits best."""
        suiting, refused = 0, Counter[str]()
        for one in classes:
            refusals = self._refusals(one).values()
            suiting += one.count * ([] in refusals)
            best = min(refusals, key=len, default=[])
            refused.update({SUBJECTS[finding.code]: one.count for finding in best})
        return Tally(sum(one.count for one in classes), suiting, refused.most_common())

    @staticmethod
    def _fresh(classes: Collection[Class], territory: int) -> list[Class]:
        return [one for one in classes if one.state == FRESH and one.offer.territory == territory]

    def _nearly(self) -> Iterator[tuple[Class, Cure, int | None]]:
        """What a single curable thing refuses, and whose it is; nothing that suits another adult."""
        for one in (*self.homes, *self.jobs):
            refusals = self._refusals(one)
            if one.state != FRESH or not all(refusals.values()):
                continue
            told = {
                (cure, None if cure.kind in OF_THE_HOUSEHOLD else adult)
                for adult, refused in refusals.items()
                if len(refused) == 1 and (cure := self._told(refused[0].cure))
            }
            yield from ((one, cure, adult) for cure, adult in told)

    def _told(self, cure: Cure | None) -> Cure | None:
        """As people read it: a rent by steps, a project as a whole; None beyond the last step, or
        for a home that is of another size by more than a room."""
        match cure:
            case Cure("rooms", int(rooms)):
                is_near = self.case.least_rooms - 1 <= rooms <= self.case.most_rooms + 1
                return cure if is_near else None
            case Cure("rent", Decimal() as rent) if self.case.highest_rent is not None:
                steps = ceil((rent - self.case.highest_rent) / RENT_STEP)
                return Cure("rent", Decimal(steps * RENT_STEP)) if steps <= RENT_STEPS else None
            case Cure("project", _):
                return Cure("project", "")
        return cure

    def _refusals(self, one: Class) -> Mapping[int, list[Finding]]:
        """By adult, what refuses it; a home is the same to all."""
        if isinstance(one.offer, Home):
            pair = Pair(self.case, Adult(), home=one.offer)
            return {0: [finding for finding in findings(pair) if finding.is_no]}
        return {
            rank: [
                finding
                for finding in findings(Pair(self.case, adult, job=one.offer))
                if finding.is_no
            ]
            for rank, adult in enumerate(self.case.adults)
        }


def leftovers_of(case: Case, welcoming: Collection[int], rule: FreshnessRule) -> Leftovers:
    """Three queries, of at most some hundred lines each."""
    offers = _known(case, rule)
    jobs = [one for kind in SKILLED for one in _job_classes(case, offers, welcoming, kind)]
    return Leftovers(case, list(_home_classes(case, offers, welcoming)), jobs)


def _known(case: Case, rule: FreshnessRule) -> OfferQuerySet:
    """Offered or paused, and not past; whether each may be proposed is its ``state``."""
    return Offer.objects.filter(
        still_valid_q(case.today), status__in=(OfferStatus.AVAILABLE, OfferStatus.PAUSED)
    ).annotate(
        state=Choice(
            When(status=OfferStatus.PAUSED, then=Value(PAUSED)),
            When(confirmed_on__lt=rule.stale_before(case.today), then=Value(STALE)),
            When(pk__in=full_on(case.today), then=Value(HELD)),
            default=Value(FRESH),
        )
    )


def _home_classes(case: Case, offers: OfferQuerySet, welcoming: Collection[int]) -> Iterator[Class]:
    """Floors matter to those who climb no stairs, rents to those who said what they can pay, and of
    services, those that the children need."""
    steps = ["home__floor", "home__has_lift", "home__is_accessible"] if case.needs_access else []
    needed = {f"commune__services__{one}": one for one in needs_of(case.child_ages)}
    rows = (
        offers.of_kind(OfferKind.HOME)
        .annotate(whole_rent=WHOLE_RENT)
        .annotate(over=_steps_over(case.highest_rent))
        .values("territory_id", "state", "home__typology", "over", *steps, *needed)
        .annotate(rent=Max("whole_rent"), count=Count("pk"))
        .order_by()
    )
    for row in rows:
        home = Home(
            0,
            row["territory_id"],
            0,
            case.today,
            is_welcomed=row["territory_id"] in welcoming,
            rooms=int(row["home__typology"][1:]),
            rent=row["rent"],
            charges=Decimal(0),
            floor=row.get("home__floor"),
            has_lift=row.get("home__has_lift"),
            is_accessible=row.get("home__is_accessible"),
            services=Services(**{one: row[path] for path, one in needed.items()}),
        )
        yield Class(home, row["state"], row["count"])


def _steps_over(highest: Decimal | None) -> Choice:
    """By how many steps a rent goes beyond what the household can pay."""
    if highest is None:
        return Choice(default=Value(0))
    steps = [
        When(whole_rent__lte=highest + step * RENT_STEP, then=Value(step))
        for step in range(RENT_STEPS + 1)
    ]
    return Choice(*steps, default=Value(RENT_STEPS + 1))


def _job_classes(
    case: Case, offers: OfferQuerySet, welcoming: Collection[int], kind: str
) -> Iterator[Class]:
    matches = {f"match_{rank}": match_of(adult, kind) for rank, adult in enumerate(case.adults)}
    latest = case.today + timedelta(days=HORIZON)
    licence = F("job__licence") if kind == OfferKind.JOB else Value("")
    rows = (
        offers.of_kind(OfferKind(kind))
        .annotate(
            **matches,
            asked_licence=licence,
            is_late=Choice(When(available_from__gt=latest, then=Value(1)), default=Value(0)),
        )
        .values("territory_id", "state", f"{kind}__language", "asked_licence", "is_late", *matches)
        .annotate(
            rome=Min(f"{kind}__occupation__code"), start=Max("available_from"), count=Count("pk")
        )
        .order_by()
    )
    for row in rows:
        job = Job(
            0,
            row["territory_id"],
            0,
            row["start"],
            is_welcomed=row["territory_id"] in welcoming,
            rome=row["rome"],
            language=row[f"{kind}__language"],
            licence=row["asked_licence"],
            is_training=kind == OfferKind.TRAINING,
        )
        yield Class(job, row["state"], row["count"])


def _add_smaller_rents(found: dict[tuple[Cure, int | None], Counter[str]]) -> None:
    homes = 0
    for step in range(1, RENT_STEPS + 1):
        if some := found.get((Cure("rent", Decimal(step * RENT_STEP)), None)):
            homes = some["homes"] = homes + some["homes"]


def _too_far(market: Market) -> dict[int, int]:
    """By adult without a car, the jobs that one would bring within reach of some home."""
    return {
        rank: number
        for rank, adult in enumerate(market.case.adults)
        if adult.drives is False and (number := market.count_within(rank, Cure("car", 0)))
    }
