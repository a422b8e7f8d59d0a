"""The best bundles of a household, in exact order, without looking at all of them.

A bundle is a home and a job (or training) that suit each other and the household. What a home and a
job earn by themselves is added to what they earn together, which is bounded: starts (the homes of a
commune, for one adult), then rows (one home and jobs of a commune that earn the same), then bundles
come out of one heap by the best that they may be, so that the first bundle to come out is the best
one left.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from heapq import heappop, heappush
from itertools import count, groupby, islice

from matching.verdict import score
from matching.verdict.cures import Cure
from matching.verdict.facts import (
    HERE,
    Adult,
    Case,
    Home,
    Job,
    Pair,
    Road,
    Roads,
    road_between,
)
from matching.verdict.predicates import (
    OF_A_HOME,
    OF_A_JOB,
    TOGETHER,
    Finding,
    State,
    findings,
    work_is_within_reach,
)
from matching.verdict.rated import Rated, Row, Spot, Start, by_spot, by_territory
from matching.verdict.score import Term, Weights


@dataclass(frozen=True, slots=True)
class Second:
    """Work for another adult, from the same home."""

    adult: int
    job: Job
    term: Term


@dataclass(frozen=True)
class Bundle:
    """``adult`` is the rank in the household of whoever takes the job."""

    case: Case
    adult: int
    home: Home
    job: Job
    road: Road
    second: Second | None
    terms: tuple[Term, ...]
    unknowns: int

    @cached_property
    def score(self) -> int:
        return score.clamped(score.total(self.terms))

    @cached_property
    def findings(self) -> list[Finding]:
        adult = self.case.adults[self.adult]
        return findings(Pair(self.case, adult, self.home, self.job, self.road))

    @property
    def to_check(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.is_unknown]

    @property
    def without_second(self) -> "Bundle":
        second = self.second and self.second.term
        terms = tuple(term for term in self.terms if term != second)
        return replace(self, second=None, terms=terms)

    @property
    def order(self) -> tuple[int, int, int, int, int]:
        """The best first; at equal score, the one of which most is known; then always the same."""
        return (-self.score, self.unknowns, self.home.key, self.job.key, self.adult)


@dataclass
class Market:
    """What suits a household one by one, by place, ready to be put together.

    ``weights`` order; what is feasible does not depend on them.
    """

    case: Case
    homes: Iterable[Home]
    jobs: Iterable[Job]
    roads: Roads
    weights: Weights
    _homes: dict[Spot, list[Rated]] = field(init=False)
    # By adult.
    _jobs: list[dict[Spot, list[Rated]]] = field(init=False)
    _seconds: dict[tuple[Spot, int], list[Second]] = field(init=False, default_factory=dict)
    _work: dict[tuple[int, Spot], list[Second]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        case, nobody, jobs = self.case, Adult(), list(self.jobs)
        self._homes = by_spot(
            self._rate(home, score.of_home(case, home, self.weights), found)
            for home in self.homes
            if (found := _suits(Pair(case, nobody, home=home))) is not None
        )
        self._jobs = [
            by_spot(
                self._rate(job, score.of_job(adult, job, self.weights), found)
                for job in jobs
                if (found := _suits(Pair(case, adult, job=job))) is not None
            )
            for adult in case.adults
        ]

    def best(self, how_many: int) -> list[Bundle]:
        """No home and no job twice: as many different ways to go."""
        found: list[Bundle] = []
        used: set[int] = set()
        for bundle in self._in_order(used):
            found.append(bundle)
            used |= {bundle.home.key, bundle.job.key}
            if len(found) == how_many:
                break
        return found

    def pool(self, *, homes: int, jobs: int, turn: int = 0) -> list[Bundle]:
        """In order, what the best homes and the best jobs of each territory make together.

        Among those that are worth the same, ``turn`` chooses: not everybody looks at the same ones.

        A bundle with work for another adult comes without it as well: somebody may take that job.
        """
        found = {(one.home.key, one.job.key): one for one in self._pairs(homes, jobs, turn)}
        # What the road or the rent earns may put others first.
        found |= {(one.home.key, one.job.key): one for one in self.best(homes)}
        alone = (one.without_second for one in found.values() if one.second)
        return sorted((*found.values(), *alone), key=lambda one: (one.order, one.second is None))

    def _pairs(self, homes: int, jobs: int, turn: int) -> Iterator[Bundle]:
        """For the adult whom each suits best."""
        best: dict[tuple[int, int], Bundle] = {}
        for adult, there in enumerate(self._jobs):
            work = by_territory(there, jobs, turn)
            for territory, some in by_territory(self._homes, homes, turn).items():
                for home in some:
                    for job in work.get(territory, ()):
                        one = self._together(adult, home, job)
                        key = (home.offer.key, job.offer.key)
                        if one and (key not in best or one.order < best[key].order):
                            best[key] = one
        yield from best.values()

    def bundle(self, home_key: int, job_key: int) -> Bundle | None:
        """These two, for the adult whom they suit best; None when they suit nobody."""
        homes = (one for there in self._homes.values() for one in there)
        home = next((one for one in homes if one.offer.key == home_key), None)
        if home is None:
            return None
        found = (
            self._together(adult, home, job)
            for adult, spots in enumerate(self._jobs)
            for there in spots.values()
            for job in there
            if job.offer.key == job_key
        )
        return min((one for one in found if one), key=lambda one: one.order, default=None)

    def count_within(self, adult: int, cure: Cure) -> int:
        """The jobs of an adult that no home reaches, and that one would once ``cure`` is there."""
        case, person = self.case, self.case.adults[adult]
        cured_case, cured = cure.applied_to(case, person)
        gained = 0
        for job_spot, jobs in self._jobs[adult].items():
            ways = [
                road
                for home_spot in self._homes
                if home_spot[0] == job_spot[0] and (road := self._road(home_spot, job_spot))
            ]
            reach = {
                is_odd: not _leads(case, person, ways, is_odd)
                and _leads(cured_case, cured, ways, is_odd)
                for is_odd in (False, True)
            }
            gained += sum(one.offer.alike for one in jobs if reach[one.offer.has_odd_hours])
        return gained

    def _in_order(self, used: set[int]) -> Iterator[Bundle]:
        """Those of which nothing is ``used`` yet, which may grow on the way."""
        tie = count()
        heap: list[tuple[tuple[int, ...], int, Start | Row | Bundle]] = []

        def push(what: Start | Row | Bundle) -> None:
            heappush(heap, (what.order, next(tie), what))

        for start in self._starts():
            push(start)
        while heap:
            what = heappop(heap)[2]
            match what:
                case Start():
                    for row in self._rows(what):
                        push(row)
                case Row() if what.home.offer.key not in used:
                    job = what.jobs[0]
                    bundle = self._together(what.adult, what.home, job, what.road)
                    if bundle is not None and job.offer.key not in used:
                        push(bundle)
                    if rest := what.jobs[1:]:
                        push(self._row(what.home, rest, what.adult, what.road))
                case Bundle() if used.isdisjoint((what.home.key, what.job.key)):
                    yield what

    def _starts(self) -> Iterator["Start"]:
        together = max(self.weights[name] for name in score.EFFORTS.values())
        for adult, spots in enumerate(self._jobs):
            by_territory: dict[int, list[Rated]] = defaultdict(list)
            for (territory, _), jobs in spots.items():
                by_territory[territory] += jobs
            best = {
                territory: (max(job.points for job in jobs), min(job.unknowns for job in jobs))
                for territory, jobs in by_territory.items()
            }
            for spot, homes in self._homes.items():
                if spot[0] in best:
                    points, unknowns = best[spot[0]]
                    points += homes[0].points + together + self._most_from_a_second(spot, adult)
                    unknowns += min(home.unknowns for home in homes)
                    first = min(home.offer.key for home in homes)
                    yield Start(spot, adult, (-score.clamped(points), unknowns, first))

    def _rows(self, start: "Start") -> Iterator["Row"]:
        for spot, jobs in self._jobs[start.adult].items():
            road = self._road(start.spot, spot) if spot[0] == start.spot[0] else None
            if road is not None:
                for _, alike in groupby(jobs, key=lambda one: one.points):
                    tier = tuple(alike)
                    for home in self._homes[start.spot]:
                        yield self._row(home, tier, start.adult, road)

    def _row(self, home: Rated, jobs: tuple[Rated, ...], adult: int, road: Road) -> "Row":
        most = home.points + jobs[0].points + score.total(score.of_road(road, self.weights))
        most += score.most_of_both(home.offer, jobs[0].offer, self.weights)
        most += self._most_from_a_second((home.offer.territory, home.offer.commune), adult)
        unknowns = home.unknowns + min(job.unknowns for job in jobs)
        order = (-score.clamped(most), unknowns, home.offer.key)
        return Row(home, jobs, adult, road, order)

    def _together(
        self, adult: int, home: Rated, job: Rated, road: Road | None = None
    ) -> Bundle | None:
        """The bundle they make, unless they do not suit each other."""
        way = road or road_between(self.roads, home.offer, job.offer)
        if way is None:
            return None
        person = self.case.adults[adult]
        found = findings(Pair(self.case, person, home.offer, job.offer, way), TOGETHER)
        if any(one.is_no for one in found):
            return None
        unknowns = home.unknowns + job.unknowns + sum(one.is_unknown for one in found)
        return self._bundle(home, job, adult, way, unknowns)

    def _bundle(self, home: Rated, job: Rated, adult: int, road: Road, unknowns: int) -> Bundle:
        second = self._second((home.offer.territory, home.offer.commune), adult, job.offer)
        terms = (
            *job.terms,
            *home.terms,
            *score.of_both(home.offer, job.offer, self.weights),
            *([second.term] if second else []),
            *score.of_road(road, self.weights),
        )
        return Bundle(self.case, adult, home.offer, job.offer, road, second, terms, unknowns)

    # Work for the other adults

    def _most_from_a_second(self, spot: Spot, adult: int) -> int:
        seconds = self._seconds_from(spot, adult)
        return max((one.term.points for one in seconds), default=0)

    def _second(self, spot: Spot, adult: int, taken: Job) -> Second | None:
        """The best one that is not the same position."""
        left = (one for one in self._seconds_from(spot, adult) if one.job.key != taken.key)
        return next(left, None)

    def _seconds_from(self, spot: Spot, adult: int) -> list[Second]:
        """The two best ones within reach of a commune: one of them may be taken already."""
        if (spot, adult) not in self._seconds:
            found = [
                one
                for other in range(len(self.case.adults))
                if other != adult
                for job_spot in self._jobs[other]
                if job_spot[0] == spot[0] and (road := self._road(spot, job_spot))
                for one in islice(self._reached(other, job_spot, road), 2)
            ]
            found.sort(key=_second_order)
            self._seconds[spot, adult] = found[:2]
        return self._seconds[spot, adult]

    def _reached(self, other: int, spot: Spot, road: Road) -> Iterator[Second]:
        person = self.case.adults[other]
        for one in self._work_at(other, spot):
            way = work_is_within_reach(Pair(self.case, person, job=one.job, road=road))
            if way.state is not State.NO:
                yield one

    def _work_at(self, other: int, spot: Spot) -> list[Second]:
        """What another adult would do there, whatever the road."""
        if (other, spot) not in self._work:
            person = self.case.adults[other]
            work = [
                Second(other, rated.offer, term)
                for rated in self._jobs[other][spot]
                for term in score.of_second(person, rated.offer, self.weights)
            ]
            self._work[other, spot] = sorted(work, key=_second_order)
        return self._work[other, spot]

    # Places

    def _road(self, one: Spot, other: Spot) -> Road | None:
        return HERE if one[1] == other[1] else self.roads.get((one[1], other[1]))

    @staticmethod
    def _rate(offer: Home | Job, terms: Iterable[Term], found: Iterable[Finding]) -> Rated:
        """A territory is told with the home."""
        told = tuple(terms)
        among = OF_A_HOME if isinstance(offer, Home) else OF_A_JOB
        unknowns = sum(one.is_unknown and one.predicate in among for one in found)
        return Rated(offer, told, score.total(told), unknowns)


def _second_order(one: Second) -> tuple[int, int]:
    return (-one.term.points, one.job.key)


def _suits(pair: Pair) -> list[Finding] | None:
    """What is found of it; None when something refuses it."""
    found = findings(pair)
    return None if any(one.is_no for one in found) else found


def _leads(case: Case, person: Adult, ways: Iterable[Road], is_odd: bool) -> bool:
    """Whether one of these ways may be taken at such hours."""
    job = Job(0, 0, 0, case.today, schedule="odd" if is_odd else "")
    return any(
        work_is_within_reach(Pair(case, person, job=job, road=road)).state is not State.NO
        for road in ways
    )
