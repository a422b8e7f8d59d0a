"""« Et si »: what a territory would change by offering more, without a line of real data touched."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain

from django.db.models import F, Q, QuerySet

from candidates.models import Parcours, Person
from candidates.models.parcours import ParcoursQuerySet
from emile.core.templatetags.emile import count
from matching.arbitration.decide import Outcome, decide, placed
from matching.arbitration.explain import Effect, effect_of
from matching.arbitration.problem import Choice, Kind, Problem, Resource
from matching.models import Arbitration, PublishedWeights
from matching.models.arbitration import standing_rulings
from matching.selectors.cases import with_case
from matching.selectors.nearby import services_in
from matching.selectors.options import said_of
from matching.selectors.pool import Board, read_board, seeker_of
from matching.verdict.facts import UNTOLD, Home, Job
from territories.models import Occupation, Territory


# Beyond any key of the database.
IMAGINED_HOME, IMAGINED_JOB = 2**48, 2**48 + 1


@dataclass(frozen=True, slots=True)
class Imagined:
    """So many homes of a size at a rent, and positions in an occupation, in one territory.

    Nothing else is asked of whoever takes the position; the home is on the ground floor of the
    largest town. Who would offer them is unknown, and so is whether they answer.
    """

    territory: Territory
    homes: int = 0
    rooms: int = 0
    rent: Decimal = Decimal(0)
    jobs: int = 0
    occupation: Occupation | None = None

    @property
    def supply(self) -> dict[Resource, int]:
        said = {(Kind.HOME, IMAGINED_HOME): self.homes, (Kind.JOB, IMAGINED_JOB): self.jobs}
        return {resource: number for resource, number in said.items() if number}


@dataclass(frozen=True, slots=True)
class WhatIf:
    """``served`` are those who would take some of it."""

    effect: Effect
    placed_before: int
    placed_after: int
    served: Sequence[Parcours]

    @property
    def lead(self) -> str:
        after = count(self.placed_after, "ménage")
        return f"{after} avec une proposition, au lieu de {self.placed_before}."

    @property
    def change(self) -> str:
        said = ", ".join(said_of(self.effect))
        if self.effect.cost or self.effect.spent:
            return f"Cela {said}."
        return f"{said}." if said else "Rien ne change."


def wanted_occupations(run: Arbitration) -> QuerySet[Occupation]:
    """Of the projects of its households."""
    people = Person.objects.filter(
        memberships__household__all_parcours__in=list(Problem.unpacked(bytes(run.problem)).by_key)
    )
    return Occupation.objects.filter(
        Q(pk__in=people.values("aspirational_project"))
        | Q(pk__in=people.values("retained_project"))
    )


def what_if(run: Arbitration, imagined: Imagined, files: ParcoursQuerySet, today: date) -> WhatIf:
    """On the households of the run, around what was decided. Eighteen queries at most."""
    problem, before = Problem.unpacked(bytes(run.problem)), Outcome.kept(run.outcome)
    _, weights = PublishedWeights.objects.in_force()
    boards = list(_boards(read_board(today, weights, only=imagined.territory), imagined))
    found = with_case(files.filter(pk__in=problem.by_key), today)
    known = {one.pk: one for one in found}
    new = {key: _choices(parcours, boards, problem, imagined) for key, parcours in known.items()}
    more = problem.with_more(new, imagined.supply)
    ruled = {key: one.choice for key, one in standing_rulings(run.rulings.in_order()).items()}
    after = decide(
        more, problem.same(ruled, more), fairness=run.fairness, fairest_mean=before.fairest
    )
    was = problem.same(before.given, more)
    return WhatIf(
        effect=effect_of(more, was, after.given),
        placed_before=placed(was),
        placed_after=placed(after.given),
        served=[
            known[one.key]
            for one in more.seekers
            if one.key in known
            and (place := after.given[one.key]) is not None
            and imagined.supply.keys() & set(one.choices[place].resources)
        ],
    )


def _boards(board: Board, imagined: Imagined) -> Iterator[Board]:
    """What is imagined with the rest of the territory, then the rest with what is imagined: it is
    looked at even where better is offered."""
    territory, today = imagined.territory.pk, board.today
    by_size = imagined.territory.communes.order_by(F("population").desc(nulls_last=True), "pk")
    commune = by_size.values_list("pk", flat=True).first() or 0
    homes, jobs = list(board.homes.get(territory, ())), list(board.jobs.get(territory, ()))
    new_homes = [
        Home(
            IMAGINED_HOME,
            territory,
            commune,
            today,
            rooms=imagined.rooms,
            rent=imagined.rent,
            charges=Decimal(0),
            floor=0,
            services=services_in([commune]).get(commune, UNTOLD),
        )
    ]
    new_jobs = [
        Job(
            IMAGINED_JOB,
            territory,
            commune,
            today,
            rome=imagined.occupation.code,
            is_wanted=(territory, imagined.occupation.code) in board.wanted,
        )
        for _ in range(min(1, imagined.jobs))
        if imagined.occupation
    ]
    if imagined.homes:
        yield board.offering({territory: new_homes}, {territory: [*jobs, *new_jobs]})
    if new_jobs:
        yield board.offering({territory: homes}, {territory: new_jobs})


def _choices(
    parcours: Parcours, boards: Sequence[Board], problem: Problem, imagined: Imagined
) -> list[Choice]:
    """Those that need something imagined; the rest of each is what the run knew."""
    known: Mapping[Resource, int] = {**problem.supply, **imagined.supply}
    looked_at = (seeker_of(parcours, board).choices for board in boards)
    return [
        one
        for one in dict.fromkeys(chain.from_iterable(looked_at))
        if imagined.supply.keys() & set(one.resources)
        and all(
            resource in known for resource in one.resources if resource[0] is not Kind.TERRITORY
        )
    ]
