"""The organisations that accompany the households of an actor, and the files they have in common.

Row-level security shows an organisation its own accesses only: for all but the coordinator this is
asked as the platform, of the actor's own files and no other.
"""

from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, Value

from candidates.models import CaseAccess
from candidates.models.access import CaseAccessQuerySet
from emile.core.context import database_context, system
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Organisation


ORIENT = (OrganisationKind.PRESCRIBER,)
OPERATE = (OrganisationKind.UPSTREAM, OrganisationKind.HOST)
PURPOSE = "équipes des dossiers"


Choice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Partners:
    """Their public id and their name."""

    orienting: list[Choice]
    operating: list[Choice]


def partners_of(actor: Actor) -> Partners:
    """By name. One query."""
    held = _accesses_on_files_of(actor).filter(organisation=OuterRef("pk"))
    orienting, operating = (
        Organisation.objects.filter(Exists(held.filter(role__in=roles))).values_list(
            "name_norm", "pk", "public_id", "name", Value(roles == ORIENT)
        )
        for roles in (ORIENT, OPERATE)
    )
    with _asking(actor):
        found = list(orienting.union(operating, all=True).order_by("name_norm", "pk"))
    return Partners(
        orienting=[(str(public_id), name) for *_, public_id, name, orients in found if orients],
        operating=[(str(public_id), name) for *_, public_id, name, orients in found if not orients],
    )


def files_with(
    actor: Actor, organisation: UUID, roles: Collection[OrganisationKind]
) -> Iterable[int]:
    """The parcours of this actor that an organisation holds in one of these roles.

    The coordinator's are many, and it sees them all: they stay a subquery.
    """
    held = _accesses_on_files_of(actor).filter(organisation__public_id=organisation, role__in=roles)
    found = held.values_list("parcours_id", flat=True)
    if actor.kind == OrganisationKind.COORDINATOR:
        return found
    with _asking(actor):
        return set(found)


def _asking(actor: Actor) -> AbstractContextManager[None]:
    if actor.kind == OrganisationKind.COORDINATOR:
        return nullcontext()
    return database_context(system(PURPOSE))


def _accesses_on_files_of(actor: Actor) -> CaseAccessQuerySet:
    """A host operator is not told which others were asked."""
    held = CaseAccess.objects.current()
    if actor.kind == OrganisationKind.COORDINATOR:
        return held
    if actor.kind == OrganisationKind.HOST:
        held = held.exclude(~Q(organisation=actor.organisation_id), role=OrganisationKind.HOST)
    mine = CaseAccess.objects.readable().filter(organisation=actor.organisation_id, role=actor.kind)
    return held.filter(parcours__in=mine.values("parcours"))
