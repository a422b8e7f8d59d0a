"""Opening a file: the household, the people, the first two rows of the journal."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction

from candidates.enums import Link, Moves, Presence, SnapshotPoint
from candidates.models import (
    ContactPoint,
    Household,
    HouseholdMember,
    Parcours,
    Person,
    ResidencePermit,
    ResidentialSpell,
)
from candidates.services.eligibility import evaluate
from candidates.services.opening import free_reference, open_parcours
from candidates.services.snapshots import fill_in_situations
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.errors import DomainError
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Organisation, User


class NoCoordinator(DomainError):
    """No organisation coordinates the programme: nobody could take the file."""

    def __init__(self) -> None:
        super().__init__(
            "Aucune organisation ne coordonne le programme\u00a0: "
            "le dossier ne pourrait être confié à personne.",
            code="no_coordinator",
        )


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A person as the orientation describes them. ``fields`` are those of ``Person``.

    ``contacts`` are fields of ``ContactPoint``; a way to be reached is required of the candidate.
    """

    link: Link
    fields: dict[str, Any]
    presence: Presence = Presence.PERMANENT
    moves: Moves = Moves.YES
    permit: dict[str, Any] | None = None
    lodging: str = ""
    contacts: Sequence[dict[str, Any]] = field(default_factory=tuple)


@transaction.atomic
def orient_household(
    *,
    actor: Actor,
    household: dict[str, Any],
    people: Sequence[NewPerson],
    is_committed: bool | None,
    on: date,
    now: datetime,
    lead_worker: User | None = None,
) -> Parcours:
    """Open the file; hand it to the coordinator at once when the orienting body is committed.

    ``household`` holds fields of ``Household``. Without commitment the file waits in orientation:
    unknown is not a refusal. Raises NoCoordinator, or ValidationError on a field.
    """
    coordinator = Organisation.objects.active().of_kind(OrganisationKind.COORDINATOR).first()
    if coordinator is None:
        raise NoCoordinator
    parcours = open_parcours(
        actor=actor,
        teams=[
            (actor.organisation_id, OrganisationKind.PRESCRIBER),
            (coordinator.pk, OrganisationKind.COORDINATOR),
        ],
        is_committed=is_committed,
        lead_worker=lead_worker,
        on=on,
        now=now,
    )
    new = Household(
        pk=parcours.household_id, reference=free_reference(on), registered_on=on, **household
    )
    # Drawn at random, and free a moment ago.
    new.full_clean(exclude=["public_id", "reference"])
    new.save(force_insert=True)
    for person in people:
        add_person(household=new, described=person, on=on)
    evaluate(parcours=parcours, on=on, now=now)
    PARCOURS_WORKFLOW.open_journal(parcours, actor=actor, on=on, now=now)
    if is_committed:
        with PARCOURS_WORKFLOW.perform("orient", parcours, actor=actor, on=on, now=now) as act:
            fill_in_situations(act, SnapshotPoint.ENTRY)
    return Parcours.objects.get(pk=parcours.pk)


def add_person(*, household: Household, described: NewPerson, on: date) -> Person:
    person = Person(**described.fields)
    person.full_clean(exclude=["public_id"])
    person.save()
    HouseholdMember.objects.create(
        household=household,
        person=person,
        link=described.link,
        presence=described.presence,
        moves=described.moves,
        since=on,
    )
    if described.permit:
        ResidencePermit.objects.create(person=person, **described.permit)
    if described.lodging:
        ResidentialSpell.objects.create(person=person, kind=described.lodging, since=on)
    for contact in described.contacts:
        ContactPoint.objects.create(person=person, **contact)
    return person
