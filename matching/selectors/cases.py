"""A household as the rules read it: neither nationality, nor sex, nor health, nor any name."""

from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Prefetch

from candidates.enums import Moves, Vehicle
from candidates.models import (
    CaseAccess,
    HouseholdMember,
    Parcours,
    Person,
    Placement,
    TerritoryRefusal,
    TerritoryWish,
)
from candidates.models.parcours import ParcoursQuerySet
from candidates.selectors.life import expected_births
from matching.verdict.facts import LARGEST_ROOMS, Adult, Case


def with_case(files: ParcoursQuerySet, today: date) -> ParcoursQuerySet:
    """What ``case_of`` reads of each file, in three queries for all of them."""
    mine = {"parcours": OuterRef("pk")}
    members = HouseholdMember.objects.select_related(
        "person__aspirational_project", "person__retained_project"
    )
    return (
        files.select_related("household", "owner_organisation")
        .prefetch_related(
            Prefetch("household__members", members),
            Prefetch("accesses", CaseAccess.objects.select_related("organisation")),
        )
        .annotate(
            wished=ArraySubquery(
                TerritoryWish.objects.filter(**mine).order_by("rank").values("territory")
            ),
            unwanted=ArraySubquery(
                TerritoryRefusal.objects.filter(**mine).order_by("pk").values("territory")
            ),
            asked=ArraySubquery(
                Placement.objects.proposed().filter(**mine).order_by("pk").values("territory")
            ),
            awaits_a_child=Exists(expected_births(today).filter(**mine)),
        )
    )


def leaving_adults(parcours: Parcours, today: date) -> list[Person]:
    """In the order of ``Case.adults``; no query on what ``with_case`` gives."""
    members = parcours.household.members_on(today)
    return [member.person for member in members if member.is_moving_adult_on(today)]


def case_of(parcours: Parcours, today: date) -> Case:
    """Expects ``with_case``. No query."""
    household = parcours.household
    leaving = [one for one in household.members_on(today) if one.moves != Moves.NO]
    children = [one for one in leaving if one.is_child_on(today)]
    waited = int(parcours.awaits_a_child)  # type: ignore[attr-defined]
    rooms = _rooms(household.asked_typology) or household.home_size_on(today, expected=waited)
    least = min(rooms, LARGEST_ROOMS)
    return Case(
        today=today,
        people=len(leaving) + waited,
        adults=tuple(_adult(person) for person in leaving_adults(parcours, today)),
        least_rooms=least,
        most_rooms=min(least + 1, LARGEST_ROOMS),
        child_ages=(*(one.person.age_on(today) for one in children), *([0] * waited)),
        needs_access=household.needs_accessible_home,
        highest_rent=household.highest_rent,
        wishes=tuple(parcours.wished),  # type: ignore[attr-defined]
        refused=frozenset(parcours.unwanted),  # type: ignore[attr-defined]
        waiting=frozenset(parcours.asked),  # type: ignore[attr-defined]
    )


def _adult(person: Person) -> Adult:
    """The diploma that somebody holds is written nowhere yet."""
    projects = (person.retained_project, person.aspirational_project)
    return Adult(
        projects=frozenset(project.code for project in projects if project),
        language=person.language_level,
        licences=None if person.licences is None else frozenset(person.licences),
        has_vehicle=person.vehicle != Vehicle.NONE if person.vehicle else None,
    )


def _rooms(typology: str) -> int:
    return int(typology[1:]) if typology else 0
