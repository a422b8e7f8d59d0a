"""One box for everything somebody may know of a household."""

import re
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Value

from candidates.models import (
    ContactPoint,
    HouseholdMember,
    JobCommitment,
    Parcours,
    Placement,
    PlacementJob,
)
from candidates.models.journal import counts_q
from candidates.models.parcours import ParcoursQuerySet
from candidates.reference import references_in
from emile.core.search import Norm
from operators.actors import Actor


# Of a telephone number, as far as one remembers it; fewer may be part of a name.
FEWEST_DIGITS = 6
# Each word is a subquery over names.
MOST_WORDS = 6
# Fewer letters are in half of the names of businesses.
FEWEST_LETTERS = 3
DAY = re.compile(r"(\d{1,2})([ ./-])(\d{1,2})\2(\d{4})")


def search(files: ParcoursQuerySet, actor: Actor, typed: str) -> ParcoursQuerySet:
    """References, a birth date, a phone number, or words of names and employers.

    Accents and small typos are forgiven.
    """
    if references := references_in(typed):
        return files.filter(household__reference__in=references)
    if born_on := as_birth_date(typed.strip()):
        return files.filter(_of(HouseholdMember.objects.filter(person__birth_date=born_on)))
    digits = re.sub(r"\D", "", typed)
    if len(digits) >= FEWEST_DIGITS and not any(map(str.isalpha, typed)):
        phones = ContactPoint.objects.filter(
            person__memberships__household=OuterRef("household"), value__endswith=digits[-9:]
        )
        return files.filter(Exists(phones))
    for word in typed.split()[:MOST_WORDS]:
        files = files.filter(pk__in=_said_by(word, actor))
    return files


def as_birth_date(typed: str) -> date | None:
    """« 12/04/1990 », « 12 4 1990 », « 12.04.1990 »."""
    written = DAY.fullmatch(typed)
    if written is None:
        return None
    try:
        return date(int(written[4]), int(written[3]), int(written[1]))
    except ValueError:
        return None


def _said_by(word: str, actor: Actor) -> QuerySet[Parcours, Any]:
    """The files in which a person is called so, was born that day, or would be employed by it.

    A union, so that each of its parts keeps its index.
    """
    if born_on := as_birth_date(word):
        return _files(HouseholdMember.objects.filter(person__birth_date=born_on))
    term = Norm(Value(word))
    named = HouseholdMember.objects.filter(
        Q(person__name_norm__contains=term) | Q(person__name_norm__trigram_word_similar=term)
    )
    if len(word) < FEWEST_LETTERS:
        return _files(named)
    placements = Placement.objects.visible_to(actor)
    promised = PlacementJob.objects.alias(employer_norm=Norm("employer")).filter(
        placement__in=placements, employer_norm__contains=term
    )
    committed = JobCommitment.objects.alias(employer_norm=Norm("with_whom")).filter(
        counts_q(), placement__in=placements, employer_norm__contains=term
    )
    return _files(named).union(
        promised.values("placement__parcours"), committed.values("placement__parcours")
    )


def _files(members: QuerySet[HouseholdMember]) -> QuerySet[Parcours, Any]:
    return Parcours.objects.filter(_of(members)).order_by().values("pk")


def _of(members: QuerySet[HouseholdMember]) -> Q:
    return Q(household__in=members.values("household"))
