"""Questions about the people of a household."""

from dataclasses import dataclass
from datetime import date

from django.db.models import prefetch_related_objects

from candidates.enums import HouseholdType
from candidates.models import (
    ContactPoint,
    Household,
    HouseholdMember,
    Parcours,
    Person,
    ResidencePermit,
)


def current_members(parcours: Parcours, on: date) -> list[HouseholdMember]:
    """Who is in the household that day, with their permits, the candidate first.

    No query on a file shaped by ``for_detail()``.
    """
    prefetch_related_objects([parcours.household], "members__person__permits")
    return parcours.household.members_on(on)


def moving_adults(parcours: Parcours, on: date) -> list[Person]:
    """The adults who move: each is a party to the project."""
    return [
        member.person for member in current_members(parcours, on) if member.is_moving_adult_on(on)
    ]


@dataclass(frozen=True, slots=True)
class PersonCard:
    """One person of the household that day; ``is_lawful`` is None when nothing tells."""

    person: Person
    member: HouseholdMember
    age: int | None
    is_child: bool
    permits: list[ResidencePermit]
    contacts: list[ContactPoint]
    is_lawful: bool | None


@dataclass(frozen=True, slots=True)
class HouseholdPage:
    household: Household
    kind: HouseholdType
    people: list[PersonCard]


def household_page(parcours: Parcours, today: date) -> HouseholdPage:
    """Expects ``for_detail()``. One query."""
    household = parcours.household
    prefetch_related_objects([household], "members__person__contact_points")
    return HouseholdPage(
        household=household,
        kind=household.type_on(today),
        people=[_card(member, today) for member in household.members_on(today)],
    )


def _card(member: HouseholdMember, today: date) -> PersonCard:
    person = member.person
    return PersonCard(
        person=person,
        member=member,
        age=person.age_on(today),
        is_child=member.is_child_on(today),
        permits=list(person.permits.all()),
        contacts=list(person.contact_points.all()),
        is_lawful=person.is_lawfully_present_on(today),
    )
