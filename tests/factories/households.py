"""Households, and the file that is opened for them."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from candidates import services
from candidates.enums import ContactKind, LanguageLevel, Link, Nationality
from candidates.models import Parcours
from candidates.services import NewPerson
from emile.core.context import database_context
from operators.actors import Actor
from territories.models import Commune


def a_candidate(**fields: Any) -> NewPerson:
    described = {
        "first_name": "Awa",
        "last_name": "Exemple",
        "birth_date": date(1990, 4, 12),
        "nationality": Nationality.FRENCH,
        "language_level": LanguageLevel.B1,
    } | fields
    return NewPerson(
        link=Link.CANDIDATE,
        fields=described,
        contacts=[{"kind": ContactKind.OWN_PHONE, "value": "+33612345678"}],
    )


def orient(
    actor: Actor,
    *,
    people: list[NewPerson] | None = None,
    is_committed: bool | None = True,
    now: datetime | None = None,
    **household: Any,
) -> Parcours:
    """A file opened by ``actor``; eligible unless something is said otherwise."""
    now = now or timezone.now()
    described = {
        "sleeps_in": Commune.objects.get(code="93066"),
        "housing_precarity": "no_lease",
        "is_volunteer": True,
    } | household
    with database_context(actor.database_context):
        return services.orient_household(
            actor=actor,
            household=described,
            people=people or [a_candidate()],
            is_committed=is_committed,
            on=timezone.localdate(now),
            now=now,
        )
