"""The file of a household: its header, and its first page."""

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date

from django.db.models import prefetch_related_objects

from candidates.eligibility import Judgement
from candidates.models import CaseAccess, ContactPoint, HouseholdMember, Parcours
from candidates.selectors.criteria import judgements_on
from candidates.selectors.timeline import Entry, timeline
from emile.core.context import database_context, system
from operators.actors import Actor
from operators.enums import OrganisationKind


@dataclass(frozen=True, slots=True)
class FileHeader:
    """What every page of a file says first: who, where, whose move, since when, until when."""

    parcours: Parcours
    name: str
    is_mine: bool
    is_late: bool


@dataclass(frozen=True, slots=True)
class Synthesis:
    members: list[HouseholdMember]
    contacts: list[ContactPoint]
    judgements: list[Judgement]
    teams: list[tuple[str, str]]
    entries: list[Entry]


def file_header(*, actor: Actor, parcours: Parcours, today: date) -> FileHeader:
    """Expects ``for_detail()``: no query."""
    members = parcours.household.members_on(today)
    return FileHeader(
        parcours=parcours,
        name=" et ".join(
            member.person.full_name for member in members if not member.is_child_on(today)
        )
        or str(parcours.household),
        is_mine=parcours.owner_organisation_id == actor.organisation_id
        and not parcours.is_asleep_on(today),
        is_late=parcours.due_on is not None and parcours.due_on < today,
    )


def synthesis(
    *, actor: Actor, parcours: Parcours, today: date, acts: Mapping[str, str]
) -> Synthesis:
    """Expects ``for_detail()``. ``acts`` says how the timeline tells each kind of act."""
    prefetch_related_objects([parcours.household], "members__person__contact_points")
    members = parcours.household.members_on(today)
    return Synthesis(
        members=members,
        contacts=[contact for member in members for contact in member.person.contact_points.all()],
        judgements=judgements_on(parcours, today),
        teams=teams(actor=actor, parcours=parcours),
        entries=timeline(actor=actor, parcours=parcours, acts=acts),
    )


def teams(*, actor: Actor, parcours: Parcours) -> list[tuple[str, str]]:
    """Everyone who accompanies the household: role and name. A file is shared work.

    Row-level security shows an organisation its own accesses only, so this is asked as the
    platform. A host operator is not told which others were asked.
    """
    sees_all = actor.kind == OrganisationKind.COORDINATOR
    with nullcontext() if sees_all else database_context(system("équipes du dossier")):
        held = list(
            CaseAccess.objects.current()
            .filter(parcours=parcours)
            .select_related("organisation")
            .order_by("since", "pk")
        )
    return [
        (access.get_role_display(), str(access.organisation))
        for access in held
        if not (
            actor.kind == access.role == OrganisationKind.HOST
            and access.organisation_id != actor.organisation_id
        )
    ]
