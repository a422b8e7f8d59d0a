"""What is known of a household and of its people: written again as one learns more.

Nothing here is corrected as an act is: writing again is the correction, and history keeps both.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from candidates.models import ContactPoint, Household, Parcours, Person, ResidencePermit
from candidates.notifications import moments as letters
from candidates.notifications.texts import forget_contact
from candidates.selectors.household import current_members
from candidates.selectors.life import shared_children
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.errors import StaleVersion
from emile.core.workflow import Act, TransitionRefused
from operators.actors import Actor


@transaction.atomic
def edit_household(
    *,
    actor: Actor,
    parcours: Parcours,
    household: Household,
    version: int,
    on: date,
    now: datetime,
    **fields: Any,
) -> Parcours:
    """``fields`` are those of ``Household``. Raises StaleVersion when somebody else just did."""
    with PARCOURS_WORKFLOW.perform("edit_household", parcours, actor=actor, on=on, now=now) as act:
        household = Household.objects.select_for_update(of=("self",)).get(pk=household.pk)
        was_hidden = household.hides_whereabouts
        _rewrite(household, version, fields)
    if household.hides_whereabouts and not was_hidden:
        act.subject.household = household
        letters.tell_hidden(act)
    return act.subject


@transaction.atomic
def edit_person(
    *,
    actor: Actor,
    parcours: Parcours,
    person: Person,
    version: int,
    membership: Mapping[str, Any],
    on: date,
    now: datetime,
    **fields: Any,
) -> Parcours:
    """``membership`` holds fields of ``HouseholdMember``, the others are those of ``Person``.

    Raises StaleVersion when somebody else just did.
    """
    with PARCOURS_WORKFLOW.perform("edit_person", parcours, actor=actor, on=on, now=now) as act:
        person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
        if "schooling" in fields:
            refuse_shared(act, person)
        _rewrite(person, version, fields)
        member = act.subject.household.members.get(person=person, until__isnull=True)
        for name, value in membership.items():
            setattr(member, name, value)
        member.full_clean()
        member.save()
        _say_who(act, person)
    return act.subject


@transaction.atomic
def record_permit(
    *,
    actor: Actor,
    parcours: Parcours,
    person: Person,
    kind: str,
    expires_on: date | None,
    allows_work: bool | None,
    is_seen: bool,
    on: date,
    now: datetime,
) -> Parcours:
    """Note a paper, or say of one that is known already that its original was seen."""
    with PARCOURS_WORKFLOW.perform("record_permit", parcours, actor=actor, on=on, now=now) as act:
        refuse_outsider(act, person)
        known = person.permits.filter(kind=kind, expires_on=expires_on).first()
        permit = known or ResidencePermit(person=person, kind=kind, expires_on=expires_on)
        permit.allows_work = allows_work
        if is_seen:
            permit.seen_on = on
        permit.full_clean()
        permit.save()
        _say_who(act, person)
    return act.subject


@transaction.atomic
def record_contact(
    *,
    actor: Actor,
    parcours: Parcours,
    person: Person,
    kind: str,
    value: str,
    on: date,
    now: datetime,
    **fields: Any,
) -> Parcours:
    """Note a way to reach somebody, or write again what is known of it."""
    with PARCOURS_WORKFLOW.perform("record_contact", parcours, actor=actor, on=on, now=now) as act:
        refuse_outsider(act, person)
        refuse_shared(act, person)
        known = person.contact_points.filter(value=value).first()
        contact = known or ContactPoint(person=person, value=value)
        contact.kind, contact.undelivered_on = kind, None
        for name, described in fields.items():
            setattr(contact, name, described)
        contact.full_clean()
        contact.save()
        forget_contact(contact, now)
        _say_who(act, person)
    return act.subject


def refuse_outsider(act: Act[Parcours], person: Person) -> None:
    """What is noted of somebody is noted on a household they belonged to that day."""
    members = current_members(act.subject, act.occurred_on)
    if person.pk not in {member.person_id for member in members}:
        raise TransitionRefused(
            "Cette personne ne fait pas partie du foyer à cette date.", code="person"
        )


def refuse_shared(act: Act[Parcours], person: Person) -> None:
    """Of a child of two households that must not find each other, nothing says where they are."""
    if person.pk in shared_children(act.subject.household, act.occurred_on):
        raise TransitionRefused(
            "Cet enfant vit dans deux foyers qui ne doivent pas se retrouver\u00a0: notez-le plutôt d’un "
            "adulte, ou dans un échange de ce dossier.",
            code="shared",
        )


def _rewrite(row: Household | Person, version: int, fields: Mapping[str, Any]) -> None:
    if row.version != version:
        raise StaleVersion(current=row.version)
    for name, value in fields.items():
        setattr(row, name, value)
    row.version += 1
    row.full_clean()
    row.save()


def _say_who(act: Act[Parcours], person: Person) -> None:
    act.payload["person"] = person.pk
