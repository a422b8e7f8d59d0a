"""Questions about the people of a household."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, prefetch_related_objects

from candidates.enums import HouseholdType
from candidates.models import (
    ContactPoint,
    ExpectedBirth,
    Household,
    HouseholdMember,
    Parcours,
    Person,
    ResidencePermit,
)
from candidates.selectors.life import (
    THE_HOUSEHOLD,
    expected_birth,
    files_nearby,
    life_alerts,
    shared_children,
    to_confirm,
)
from operators.actors import Actor


def current_members(parcours: Parcours, on: date) -> list[HouseholdMember]:
    """Who is in the household that day, the candidate first.

    No query on a file shaped by ``for_detail()``.
    """
    prefetch_related_objects(
        [parcours.household],
        Prefetch("members", HouseholdMember.objects.select_related("person")),
    )
    return parcours.household.members_on(on)


def moving_adults(parcours: Parcours, on: date) -> list[Person]:
    """The adults who move: each is a party to the project."""
    return [
        member.person for member in current_members(parcours, on) if member.is_moving_adult_on(on)
    ]


def with_permits(people: Sequence[Person]) -> Sequence[Person]:
    """The same, their permits read in one query, or none when they have been."""
    prefetch_related_objects(people, "permits")
    return people


def spoken_language(parcours: Parcours, on: date) -> str:
    """As it was typed beside the first way to reach an adult; empty when nobody asked."""
    contacts = ContactPoint.objects.filter(person__in=moving_adults(parcours, on))
    said = contacts.exclude(language="").order_by("pk").values_list("language", flat=True)
    return said.first() or ""


def prefetch_people(files: Collection[Parcours]) -> None:
    """For ``Parcours.people``: one query for files that come from several lists."""
    members = Prefetch("household__members", HouseholdMember.objects.named())
    prefetch_related_objects(list(files), members)


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
    # Of a child of two households that must not find each other, nothing tells where.
    is_shared: bool
    is_to_confirm: bool


@dataclass(frozen=True, slots=True)
class FormerMember:
    """Somebody who is not there any more: they left, or died."""

    person: Person
    until: date


@dataclass(frozen=True, slots=True)
class HouseholdPage:
    household: Household
    kind: HouseholdType
    home_size: int
    people: list[PersonCard]
    former: list[FormerMember]
    birth: ExpectedBirth | None
    alerts: list[str]
    nearby: list[tuple[str, Parcours]]
    is_to_confirm: bool


def household_page(actor: Actor, parcours: Parcours, today: date) -> HouseholdPage:
    """Expects ``for_detail()``. Five queries at most."""
    household = parcours.household
    prefetch_related_objects([household], "members__person__contact_points")
    members = household.members_on(today)
    shared, unconfirmed = shared_children(household, today), to_confirm(parcours) or set()
    birth = expected_birth(parcours, today)
    return HouseholdPage(
        household=household,
        kind=household.type_on(today),
        home_size=household.home_size_on(today, expected=1 if birth else 0),
        people=[
            _card(
                member,
                today,
                is_shared=member.person_id in shared,
                is_to_confirm=member.person_id in unconfirmed,
            )
            for member in members
        ],
        former=_former(household, members),
        birth=birth,
        alerts=life_alerts(parcours, today, birth=birth),
        nearby=files_nearby(actor, parcours),
        is_to_confirm=THE_HOUSEHOLD in unconfirmed,
    )


def _former(household: Household, members: Collection[HouseholdMember]) -> list[FormerMember]:
    """Each once, on the day of their last departure."""
    present = {member.person_id for member in members}
    gone = [
        FormerMember(member.person, member.until)
        for member in household.members.all()
        if member.until is not None and member.person_id not in present
    ]
    last = {one.person.pk: one for one in sorted(gone, key=lambda one: one.until)}
    return list(last.values())


def _card(
    member: HouseholdMember, today: date, *, is_shared: bool, is_to_confirm: bool
) -> PersonCard:
    person = member.person
    return PersonCard(
        is_shared=is_shared,
        is_to_confirm=is_to_confirm,
        person=person,
        member=member,
        age=person.age_on(today),
        is_child=member.is_child_on(today),
        permits=list(person.permits.all()),
        contacts=[] if is_shared else list(person.contact_points.all()),
        is_lawful=person.is_lawfully_present_on(today),
    )
