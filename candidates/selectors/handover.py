"""Which files are in whose hands."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q
from django.urls import reverse

from candidates.enums import OPEN_STANDINGS, Stage
from candidates.models import CaseAccess, Parcours, PlannedFile, PlannedHandOver
from emile.core.context import database_context, system
from emile.core.registry import Notice
from emile.core.templatetags.emile import short_day
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Membership, Organisation


# The coordinator's files are not handed over: it coordinates them all.
HANDED_OVER = (OrganisationKind.PRESCRIBER, OrganisationKind.UPSTREAM, OrganisationKind.HOST)


# What became of a planned passation stays on the page for a while.
RECENT = timedelta(days=30)


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


def planned_hand_overs(actor: Actor, *, now: datetime) -> list[PlannedHandOver]:
    """Those that wait, the next one first, then those that were done or cancelled lately."""
    ended = Q(carried_out_at__gte=now - RECENT) | Q(cancelled_at__gte=now - RECENT)
    rows = PlannedHandOver.objects.visible_to(actor).for_list().annotate(count=Count("files"))
    waiting = rows.waiting().order_by("planned_on", "pk")
    return [*waiting, *rows.filter(ended).order_by("-planned_on", "-pk")]


def files_of(actor: Actor, planned: PlannedHandOver) -> list[PlannedFile]:
    """Those that this reader may open: who takes the files reads none before the day."""
    mine = Parcours.objects.visible_to(actor)
    rows = planned.files.filter(parcours__in=mine).select_related("parcours__household")
    return list(rows.order_by("outcome", "parcours__household__reference"))


def notices_for(actor: Actor, organisation_id: int) -> list[Notice]:
    """What its page says of the passations of an organisation: those that wait, and where its
    managers pass files."""
    planned = PlannedHandOver.objects.visible_to(actor).waiting().concerning(organisation_id)
    notices = [
        Notice(
            text=f"Passation prévue le {short_day(one.planned_on)}\u00a0: {hands_of(one)}",
            url=one.get_absolute_url(),
        )
        for one in planned.for_list().order_by("planned_on", "pk")
    ]
    is_own = actor.organisation_id == organisation_id and actor.kind in HANDED_OVER
    if is_own and actor.is_manager:
        label = "Passer les dossiers d’une personne à une autre"
        notices.append(Notice(text=label, url=reverse("candidates:hand_over_list")))
    return notices


def hands_of(planned: PlannedHandOver) -> str:
    """Whose files, and to whom. Expects ``for_list()``."""
    given = planned.whose.get_full_name() if planned.whose else planned.giver.name
    taken = planned.worker.get_full_name() if planned.worker else planned.receiver.name
    return f"de {given} à {taken}"
