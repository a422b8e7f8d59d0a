"""Who comes into a household, leaves it, is born or dies; what changes in how they live there.

A time in a household is never rewritten: it ends, and another one starts. That is what lets an
event be corrected, and an older page say who was there.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from candidates.enums import Link, Moves, Presence
from candidates.models import (
    ExpectedBirth,
    Household,
    HouseholdMember,
    Parcours,
    ParcoursEvent,
    Person,
)
from candidates.services.household import refuse_outsider
from candidates.services.orientation import NewPerson, add_person
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.workflow import Act, TransitionRefused
from operators.actors import Actor


@transaction.atomic
def add_member(
    *,
    actor: Actor,
    parcours: Parcours,
    household: Household,
    person: Mapping[str, Any],
    link: Link,
    presence: Presence,
    moves: Moves,
    on: date,
    now: datetime,
) -> Parcours:
    """Somebody joins the household that day. ``person`` holds fields of ``Person``."""
    with PARCOURS_WORKFLOW.perform("add_member", parcours, actor=actor, on=on, now=now) as act:
        described = NewPerson(link=link, fields=dict(person), presence=presence, moves=moves)
        welcome(act, household, described)
    return act.subject


@transaction.atomic
def expect_birth(
    *,
    actor: Actor,
    parcours: Parcours,
    household: Household,
    due_on: date,
    on: date,
    now: datetime,
) -> Parcours:
    with PARCOURS_WORKFLOW.perform("expect_birth", parcours, actor=actor, on=on, now=now) as act:
        ExpectedBirth.objects.create(event_id=act.entry_id, parcours=act.subject, due_on=due_on)
    return act.subject


@transaction.atomic
def record_birth(
    *,
    actor: Actor,
    parcours: Parcours,
    household: Household,
    person: Mapping[str, Any],
    on: date,
    now: datetime,
) -> Parcours:
    """A child is born on that very day, and moves with the household."""
    with PARCOURS_WORKFLOW.perform("record_birth", parcours, actor=actor, on=on, now=now) as act:
        welcome(act, household, NewPerson(link=Link.CHILD, fields={**person, "birth_date": on}))
    return act.subject


@transaction.atomic
def move_member(
    *,
    actor: Actor,
    parcours: Parcours,
    person: Person,
    presence: Presence,
    moves: Moves,
    on: date,
    now: datetime,
) -> Parcours:
    """From that day on, somebody lives there otherwise, or moves with the others or not."""
    with PARCOURS_WORKFLOW.perform("member_moves", parcours, actor=actor, on=on, now=now) as act:
        change_member(act, member_of(act, person), presence=presence, moves=moves)
    return act.subject


@transaction.atomic
def remove_member(
    *,
    actor: Actor,
    parcours: Parcours,
    person: Person,
    on: date,
    now: datetime,
    successor: Person | None = None,
) -> Parcours:
    """Somebody leaves; ``successor`` goes on in place of the person who was oriented."""
    with PARCOURS_WORKFLOW.perform("member_leaves", parcours, actor=actor, on=on, now=now) as act:
        end_member(act, member_of(act, person))
        succeed(act, person, successor)
    return act.subject


@transaction.atomic
def record_death(
    *,
    actor: Actor,
    parcours: Parcours,
    person: Person,
    on: date,
    now: datetime,
    successor: Person | None = None,
) -> Parcours:
    """Nobody writes to that person any more, in any household; the other adult may go on."""
    with PARCOURS_WORKFLOW.perform("record_death", parcours, actor=actor, on=on, now=now) as act:
        member_of(act, person)
        for member in person.memberships.filter(until__isnull=True).order_by("pk"):
            end_member(act, member)
        person.died_on = on
        person.version += 1
        person.save(update_fields=["died_on", "version"])
        succeed(act, person, successor)
    return act.subject


def welcome(act: Act[Parcours], household: Household, described: NewPerson) -> None:
    person = add_person(household=household, described=described, on=act.occurred_on)
    started = person.memberships.get().pk
    act.payload |= {"person": person.pk, "started": [*act.payload.get("started", ()), started]}


def member_of(act: Act[Parcours], person: Person) -> HouseholdMember:
    """Their time in the household, that runs. Raises TransitionRefused for an outsider."""
    refuse_outsider(act, person)
    act.payload["person"] = person.pk
    running = act.subject.household.members.filter(person=person, until__isnull=True).first()
    if running is None:
        raise TransitionRefused("Cette personne a déjà quitté le foyer.", code="person")
    if running.since > act.occurred_on:
        raise TransitionRefused(
            f"Ce qui est connu de cette personne date du {running.since:%d/%m/%Y}\u00a0: "
            "indiquez ce jour-là ou un jour qui suit.",
            code="date",
        )
    return running


def end_member(act: Act[Parcours], member: HouseholdMember) -> date:
    """The day that counts."""
    # Not before it came, when two households had not heard of it on the same day.
    ended_on = member.until = max(act.occurred_on, member.since)
    member.save(update_fields=["until"])
    act.payload["ended"] = [*act.payload.get("ended", ()), member.pk]
    return ended_on


def change_member(act: Act[Parcours], member: HouseholdMember, **fields: Any) -> None:
    """The same person, from that day on, with these fields."""
    ended_on = end_member(act, member)
    kept = {name: getattr(member, name) for name in ("link", "presence", "moves")}
    again = HouseholdMember(
        household_id=member.household_id,
        person_id=member.person_id,
        since=ended_on,
        **kept | fields,
    )
    again.full_clean()
    again.save()
    act.payload["started"] = [*act.payload.get("started", ()), again.pk]


def succeed(act: Act[Parcours], gone: Person, successor: Person | None) -> None:
    """The adult who goes on becomes the person whom the others are linked to."""
    running = act.subject.household.members.filter(until__isnull=True)
    if successor is None or running.filter(link=Link.CANDIDATE).exists():
        return
    change_member(act, running.get(person=successor), link=Link.CANDIDATE)


def put_members_back(event: ParcoursEvent) -> None:
    """Undo an event of life: the times that it started never were, those that it ended go on."""
    HouseholdMember.objects.filter(pk__in=event.payload.get("started", ())).delete()
    HouseholdMember.objects.filter(pk__in=event.payload.get("ended", ())).update(until=None)
    if event.kind == "record_death":
        person = Person.objects.get(pk=event.payload["person"])
        person.died_on = None
        person.version += 1
        person.save(update_fields=["died_on", "version"])
