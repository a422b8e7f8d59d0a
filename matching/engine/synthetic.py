"""National instances drawn at random, as demanding as the programme's files; every figure is a prior.

Shares follow what is known of candidates: household types, languages, licences, sectors. Homes and
jobs lie in real communes, in proportion to vacant homes and inhabitants.
"""

from dataclasses import dataclass

import numpy as np

from matching.engine.country import SECTORS, Country, country
from matching.engine.instance import (
    Bools,
    EngineError,
    Floats,
    Households,
    Instance,
    Ints,
    Kind,
    Rows,
    SecondJobs,
    build,
)


UNITS_PER_HOUSEHOLD, POSITIONS_PER_HOUSEHOLD = 2.5, 10
SMALLEST_GROUP = 0.01
# Of all households, how many territories can receive; and how unevenly.
WELCOME, UNEVENNESS = 0.85, 0.5
HOMES_KEPT, JOBS_KEPT = 6, 8
# Among offers worth about the same, households are shown different ones: were they the same for all,
# offers would be scarce only for having been shown.
SPREAD = 80

ISOLATED, SINGLE_PARENT, FAMILY, COUPLE = range(4)
TYPES = (0.58, 0.22, 0.15, 0.05)
CHILDREN = (0.45, 0.35, 0.15, 0.05)
LANGUAGES = (0.03, 0.12, 0.25, 0.25, 0.15, 0.20)
QUALIFICATIONS = (0.54, 0.26, 0.14, 0.06)
LICENCE, VEHICLE, NEEDS_ACCESS = 0.22, 0.55, 0.05
WAITING = 300  # days, the median
WISHES = (0.2, 0.3, 0.3, 0.2)  # one to four territories
TYPOLOGIES = (0.16, 0.26, 0.29, 0.19, 0.10)
RENTS = np.array([320, 400, 480, 570, 660])
RENT_BAND, RENT_BANDS = 45, 5
JOB_LANGUAGES = (0.10, 0.35, 0.35, 0.20)
JOB_QUALIFICATIONS = (0.45, 0.33, 0.17, 0.05)
JOB_LICENCE, IS_ACCESSIBLE = 0.25, 0.12
BY_CAR, ON_FOOT, LONGEST = 1.3, 3.0, 45  # minutes by kilometre, minutes at most
RANKED = np.array([130, 90, 60, 20])


@dataclass(frozen=True, slots=True)
class People:
    kind: Ints
    rooms: Ints
    income: Floats
    rome: Ints
    other_rome: Ints
    second_rome: Ints
    qualification: Ints
    language: Ints
    has_licence: Bools
    minutes_per_km: Floats
    needs_access: Bools
    wishes: Ints
    waiting: Ints


@dataclass(frozen=True, slots=True)
class Homes:
    commune: Ints
    rooms: Ints
    rent: Floats
    is_accessible: Bools
    answers: Ints
    capacity: Ints


@dataclass(frozen=True, slots=True)
class Jobs:
    commune: Ints
    rome: Ints
    qualification: Ints
    language: Ints
    needs_licence: Bools
    answers: Ints
    capacity: Ints


def draw(households: int, seed: int, *, arrivals: int = 0) -> Instance:
    """``arrivals`` households more want the same offers: their past, for instance."""
    random = np.random.default_rng([seed, households])
    land = country(min(88, max(8, households // 20)))
    people = draw_people(random, land, households + arrivals)
    homes = draw_homes(random, land, round(households * UNITS_PER_HOUSEHOLD))
    jobs = draw_jobs(random, land, round(households * POSITIONS_PER_HOUSEHOLD))
    uneven = random.lognormal(0, UNEVENNESS, land.territories)
    welcome = np.maximum(1, np.rint(uneven / uneven.sum() * households * WELCOME)).astype(np.int64)
    rows, seconds = bundles_of(random, land, people, homes, jobs)
    return build(
        households=Households(
            np.arange(households + arrivals), waiting=people.waiting, groups=groups_of(people)
        ),
        kinds=[
            Kind(np.arange(land.territories), welcome),
            Kind(np.arange(len(homes.capacity)), homes.capacity),
            Kind(np.arange(len(jobs.capacity)), jobs.capacity),
        ],
        rows=rows,
        seconds=seconds,
    )


def groups_of(people: People) -> Bools:
    """Household type, licence and beginner in French, crossed: difficulties add up in the same people.

    Groups of a few households say more about chance than about fairness: they are left out.
    """
    beginner = people.language <= 1
    cells = (people.kind * 2 + people.has_licence) * 2 + beginner
    groups: Bools = cells == np.arange(len(TYPES) * 4)[:, None]
    kept: Bools = groups[groups.mean(axis=1) >= SMALLEST_GROUP]
    return kept


def drawn_from(random: np.random.Generator, shares: tuple[float, ...], size: int) -> Ints:
    return random.choice(len(shares), size, p=np.array(shares) / sum(shares))


def draw_romes(random: np.random.Generator, land: Country, size: int) -> Ints:
    """Sectors by their shares; inside one, a few occupations make most of the jobs."""
    sector = drawn_from(random, tuple(SECTORS.values()), size)
    rome = np.empty(size, dtype=np.int64)
    for number in range(len(SECTORS)):
        members = np.flatnonzero(land.rome_sector == number)
        share = 1 / np.arange(1, len(members) + 1)
        drawn = sector == number
        rome[drawn] = random.choice(members, int(drawn.sum()), p=share / share.sum())
    return rome


def draw_people(random: np.random.Generator, land: Country, size: int) -> People:
    kind = drawn_from(random, TYPES, size)
    children = 1 + drawn_from(random, CHILDREN, size)
    rooms = np.select(
        [kind == ISOLATED, kind == COUPLE], [1, 2], np.minimum(5, 2 + (children + 1) // 2)
    )
    has_licence = random.random(size) < LICENCE
    drives = has_licence & (random.random(size) < VEHICLE)
    popular = random.lognormal(0, 0.6, land.territories)
    taste = np.log(popular) + random.gumbel(size=(size, land.territories))
    wishes = np.argsort(-taste, axis=1)[:, : len(WISHES)]
    wishes[np.arange(len(WISHES)) > drawn_from(random, WISHES, size)[:, None]] = -1
    rome = draw_romes(random, land, size)
    adults = np.where((kind == FAMILY) | (kind == COUPLE), 2, 1)
    return People(
        kind=kind,
        rooms=rooms,
        income=1_250 + 350 * (adults - 1) + 160 * np.where(rooms > 2, children, 0),
        rome=rome,
        other_rome=draw_romes(random, land, size),
        second_rome=np.where(adults == 2, draw_romes(random, land, size), -1),
        qualification=drawn_from(random, QUALIFICATIONS, size),
        language=drawn_from(random, LANGUAGES, size),
        has_licence=has_licence,
        minutes_per_km=np.where(drives, BY_CAR, ON_FOOT),
        needs_access=random.random(size) < NEEDS_ACCESS,
        wishes=wishes,
        waiting=np.minimum(random.lognormal(np.log(WAITING), 0.8, size), 1000).astype(np.int64),
    )


def draw_homes(random: np.random.Generator, land: Country, size: int) -> Homes:
    share = np.sqrt(land.vacant)
    commune = random.choice(len(share), size, p=share / share.sum())
    rooms = drawn_from(random, TYPOLOGIES, size)
    band = random.integers(0, RENT_BANDS, size)
    accessible = random.random(size) < IS_ACCESSIBLE
    answers = random.integers(0, 3, size)
    classes, capacity = np.unique(
        np.stack([commune, rooms, band, accessible, answers]), axis=1, return_counts=True
    )
    commune, rooms, band, accessible, answers = classes
    rent = (RENTS[rooms] + RENT_BAND * (band - 2)).astype(np.float64)
    return Homes(commune, rooms + 1, rent, accessible.astype(np.bool_), answers, capacity)


def draw_jobs(random: np.random.Generator, land: Country, size: int) -> Jobs:
    share = np.sqrt(land.population)
    classes, capacity = np.unique(
        np.stack(
            [
                random.choice(len(share), size, p=share / share.sum()),
                draw_romes(random, land, size),
                drawn_from(random, JOB_QUALIFICATIONS, size),
                1 + drawn_from(random, JOB_LANGUAGES, size),
                random.random(size) < JOB_LICENCE,
                random.integers(0, 3, size),
            ]
        ),
        axis=1,
        return_counts=True,
    )
    commune, rome, qualification, language, licence, answers = classes
    return Jobs(commune, rome, qualification, language, licence.astype(np.bool_), answers, capacity)


class Bundler:
    """The bundles of households in one territory."""

    def __init__(
        self,
        random: np.random.Generator,
        land: Country,
        people: People,
        homes: Homes,
        jobs: Jobs,
        place: int,
    ) -> None:
        self.random = random
        self.land, self.people, self.homes, self.jobs = land, people, homes, jobs
        members = np.flatnonzero(land.territory == place)
        self.kilometres = land.kilometres(members)
        here = np.flatnonzero(land.territory[homes.commune] == place)
        self.home_at = homes.commune - members[0]
        self.job_at = jobs.commune - members[0]
        self.homes_of = {rooms: here[homes.rooms[here] == rooms] for rooms in range(1, 7)}
        vacancies = np.flatnonzero(land.territory[jobs.commune] == place)
        family = land.rome_family[jobs.rome[vacancies]]
        self.jobs_of = {
            number: vacancies[family == number] for number in range(int(land.rome_family.max()) + 1)
        }
        wanted = np.bincount(jobs.rome[vacancies], jobs.capacity[vacancies], len(land.rome_family))
        self.is_tense = wanted >= np.quantile(wanted, 0.75)

    def homes_for(self, household: int) -> tuple[Ints, Ints]:
        """The homes that fit, best first, with their points."""
        people, homes = self.people, self.homes
        rooms = int(people.rooms[household])
        found = np.concatenate((self.homes_of[rooms], self.homes_of[min(6, rooms + 1)]))
        effort = homes.rent[found] / people.income[household]
        fits = effort <= 0.42
        if people.needs_access[household]:
            fits &= homes.is_accessible[found]
        found, effort = found[fits], effort[fits]
        points = np.where(homes.rooms[found] == rooms, 120, 80)
        points += np.select([effort <= 0.25, effort <= 0.3, effort <= 0.35], [80, 50, 20], 0)
        points += np.where(self.land.has_services[homes.commune[found]], 60, 0)
        points += homes.answers[found] * 15
        return self.best_of(found, points, HOMES_KEPT)

    def jobs_for(self, household: int, romes: tuple[int, ...]) -> tuple[Ints, Ints]:
        """The jobs that fit somebody who does these occupations, best first, with their points."""
        people, jobs = self.people, self.jobs
        families = sorted({int(self.land.rome_family[rome]) for rome in romes})
        found = np.concatenate([self.jobs_of[family] for family in families])
        lacks = jobs.qualification[found] - people.qualification[household]
        below = jobs.language[found] - people.language[household]
        fits = (lacks <= 1) & (below <= 1)
        if not people.has_licence[household]:
            fits &= ~jobs.needs_licence[found]
        found, lacks, below = found[fits], lacks[fits], below[fits]
        is_exact = np.isin(jobs.rome[found], romes)
        points = np.where(is_exact, 300, 180) + np.where(lacks <= 0, 80, 30) + 40
        points += np.where(below <= 0, 60, 20) + np.where(self.is_tense[jobs.rome[found]], 40, 0)
        points += jobs.answers[found] * 30
        return self.best_of(found, points, JOBS_KEPT)

    def pairs(self, household: int, wish: int) -> tuple[Ints, Ints, Ints]:
        """Homes and jobs within reach of each other, and what they are worth together."""
        homes, home_points = self.homes_for(household)
        people = self.people
        romes = (int(people.rome[household]), int(people.other_rome[household]))
        jobs, job_points = self.jobs_for(household, romes)
        kilometres = self.kilometres[np.ix_(self.home_at[homes], self.job_at[jobs])]
        minutes = kilometres * people.minutes_per_km[household]
        points = home_points[:, None] + job_points + RANKED[wish]
        points = points - np.clip(np.rint(minutes) - 15, 0, 60).astype(np.int64)
        home, job = np.nonzero(minutes <= LONGEST)
        return homes[home], jobs[job], points[home, job]

    def seconds(self, household: int) -> tuple[Ints, Ints]:
        jobs, points = self.jobs_for(household, (int(self.people.second_rome[household]),))
        return jobs, 60 + (points - points.min(initial=0)) * 90 // 400

    def best_of(self, found: Ints, points: Ints, count: int) -> tuple[Ints, Ints]:
        seen = points + SPREAD * self.random.random(len(points))
        order = np.argsort(-seen)[:count]
        return found[order], points[order]


def bundles_of(
    random: np.random.Generator, land: Country, people: People, homes: Homes, jobs: Jobs
) -> tuple[Rows, SecondJobs]:
    rows: list[tuple[int, int, Ints, Ints, Ints]] = []
    arcs: list[tuple[int, int, Ints, Ints]] = []
    for place in range(land.territories):
        bundler = Bundler(random, land, people, homes, jobs, place)
        for household, wish in zip(*np.nonzero(people.wishes == place), strict=True):
            home, job, points = bundler.pairs(household, wish)
            if not len(home):
                continue
            rows.append((household, place, home, job, points))
            if people.second_rome[household] >= 0:
                arcs.append((household, place, *bundler.seconds(household)))
    if not rows:
        raise EngineError("Aucune offre ne convient à aucun ménage.")
    counts = np.array([len(row[2]) for row in rows])
    arc_counts = np.array([len(arc[2]) for arc in arcs], dtype=np.int64)
    return (
        Rows(
            household=np.repeat([row[0] for row in rows], counts),
            uses=np.stack(
                [
                    np.repeat([row[1] for row in rows], counts),
                    np.concatenate([row[2] for row in rows]),
                    np.concatenate([row[3] for row in rows]),
                ]
            ),
            value=np.concatenate([row[4] for row in rows]),
        ),
        SecondJobs(
            household=np.repeat(np.array([arc[0] for arc in arcs], dtype=np.int64), arc_counts),
            territory=np.repeat(np.array([arc[1] for arc in arcs], dtype=np.int64), arc_counts),
            job=np.concatenate([arc[2] for arc in arcs] or [np.empty(0, np.int64)]),
            value=np.concatenate([arc[3] for arc in arcs] or [np.empty(0, np.int64)]),
        ),
    )
