"""The organisations that accompany the households of an actor, and the files they have in common.

Row-level security shows an organisation its own accesses only: for all but the coordinator this is
asked as the platform, of the actor's own files and no other.
"""

from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from candidates.models import CaseAccess
from candidates.models.access import CaseAccessQuerySet
from emile.core.context import database_context, system
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Organisation


ORIENT = (OrganisationKind.PRESCRIBER,)
OPERATE = (OrganisationKind.UPSTREAM, OrganisationKind.HOST)
PURPOSE = "équipes des dossiers"


@dataclass(frozen=True, slots=True)
class Partners:
    orienting: list[Organisation]
    operating: list[Organisation]


def partners_of(actor: Actor) -> Partners:
    """By name. One query."""
    held = _accesses_on_files_of(actor).filter(organisation=OuterRef("pk"))
    found = Organisation.objects.annotate(
        orients=Exists(held.filter(role__in=ORIENT)), operates=Exists(held.filter(role__in=OPERATE))
    ).filter(Q(orients=True) | Q(operates=True))
    with _asking(actor):
        organisations = list(found.order_by("name_norm", "pk"))
    return Partners(
        orienting=[one for one in organisations if one.orients],
        operating=[one for one in organisations if one.operates],
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
