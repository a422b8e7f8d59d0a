"""Which files are in whose hands."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count

from candidates.enums import OPEN_STANDINGS, Stage
from candidates.models import CaseAccess, Parcours
from emile.core.context import database_context, system
from operators.enums import OrganisationKind
from operators.models import Membership, Organisation


# The coordinator's files are not handed over: it coordinates them all.
HANDED_OVER = (OrganisationKind.PRESCRIBER, OrganisationKind.UPSTREAM, OrganisationKind.HOST)


@dataclass(frozen=True, slots=True)
class Hands:
    """An organisation that holds open files, in a role."""

    organisation: Organisation
    role: OrganisationKind
    count: int


def all_hands() -> list[Hands]:
    """For the coordinator. Two queries."""
    held = (
        CaseAccess.objects.current()
        .filter(role__in=HANDED_OVER, parcours__standing__in=OPEN_STANDINGS)
        .order_by()
        .values_list("organisation", "role")
        .annotate(Count("parcours", distinct=True))
    )
    rows = list(held)
    organisations = Organisation.objects.in_bulk({organisation for organisation, _, _ in rows})
    hands = [
        Hands(organisations[organisation], OrganisationKind(role), count)
        for organisation, role, count in rows
    ]
    return sorted(hands, key=lambda one: (one.organisation.name_norm, one.role))


def teams_of(parcours: Parcours) -> set[int]:
    """Asked as the platform: row-level security shows an actor its own accesses only. The host
    operators that were only asked are no team yet."""
    held = CaseAccess.objects.current().filter(parcours=parcours)
    if parcours.stage == Stage.POSITIONING:
        held = held.exclude(role=OrganisationKind.HOST)
    with database_context(system("équipes du dossier")):
        return set(held.values_list("organisation_id", flat=True))


def workers_of(organisation_ids: Collection[int | None]) -> dict[int, str]:
    """The people of these organisations, by id, with where they work."""
    members = (
        Membership.objects.active()
        .filter(organisation__in=[one for one in organisation_ids if one])
        .select_related("user", "organisation")
        .order_by("organisation__name_norm", "user__last_name", "pk")
    )
    return {one.user_id: f"{one.user.get_full_name()}, {one.organisation.name}" for one in members}


def receivers_of(
    role: OrganisationKind, *, within: int | None = None
) -> list[tuple[Organisation, list[Membership]]]:
    """The organisations that may take files in that role, with their people.

    ``within`` keeps to one organisation, for a manager. Two queries.
    """
    organisations = Organisation.objects.active().of_kind(role).order_by("name_norm", "pk")
    if within is not None:
        organisations = organisations.filter(pk=within)
    members = Membership.objects.active().filter(organisation__in=organisations)
    people: dict[int, list[Membership]] = {}
    for member in members.select_related("user").order_by("user__last_name", "pk"):
        people.setdefault(member.organisation_id, []).append(member)
    return [(one, people.get(one.pk, [])) for one in organisations]
