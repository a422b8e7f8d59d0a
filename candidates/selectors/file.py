"""The file of a household: its header, and its first page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery, prefetch_related_objects

from candidates.eligibility import Judgement
from candidates.enums import Verdict
from candidates.models import (
    Appointment,
    ContactPoint,
    HouseholdMember,
    Parcours,
    PlannedHandOver,
    ShelterLoss,
)
from candidates.models.life import running_losses
from candidates.models.parcours import ParcoursQuerySet
from candidates.selectors.awaited import with_awaited
from candidates.selectors.criteria import judgements_on
from candidates.selectors.help import help_sheets_for
from candidates.selectors.holders import readers_of
from candidates.selectors.timeline import Entry, timeline
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Absence


@dataclass(frozen=True, slots=True)
class FileHeader:
    """What every page of a file says first: who, where, whose move, since when, until when."""

    parcours: Parcours
    name: str
    is_mine: bool
    is_late: bool
    next_appointment_at: datetime | None
    help_slug: str | None
    help_title: str | None
    loss: ShelterLoss | None
    planned: PlannedHandOver | None
    absence: Absence | None


@dataclass(frozen=True, slots=True)
class Synthesis:
    members: list[HouseholdMember]
    contacts: list[ContactPoint]
    judgements: list[Judgement]
    teams: list[tuple[str, str]]
    entries: list[Entry]

    @property
    def unmet(self) -> list[Judgement]:
        return [one for one in self.judgements if one.verdict != Verdict.MET]


def with_header(files: ParcoursQuerySet, today: date, *related: str) -> ParcoursQuerySet:
    """Shaped ``for_detail(*related)``, with what the header tells besides: read along with the file."""
    appointments = Appointment.objects.planned().from_day(today).filter(parcours=OuterRef("pk"))
    sheets = help_sheets_for(OuterRef("stage"))
    losses = running_losses().filter(parcours=OuterRef("pk"))
    passations = PlannedHandOver.objects.waiting().filter(
        files__parcours=OuterRef("pk"), files__outcome=""
    )
    absences = Absence.objects.on(today).filter(
        Q(membership__user=OuterRef("lead_worker")) | Q(membership__user=OuterRef("owner_user"))
    )
    return with_awaited(files.for_detail(*related), today).annotate(
        next_appointment_at=_first(appointments.order_by("starts_at"), "starts_at"),
        help_slug=_first(sheets, "slug"),
        help_title=_first(sheets, "title"),
        loss_id=_first(losses.order_by("-event_id"), "pk"),
        absence_id=_first(absences.order_by("until", "pk"), "pk"),
        planned_id=_first(passations.order_by("planned_on", "pk"), "pk"),
    )


def _first(rows: QuerySet[Any], column: str) -> Subquery:
    return Subquery(rows.values(column)[:1])


def file_header(*, actor: Actor, parcours: Any, today: date) -> FileHeader:
    """Expects ``with_header()``. No query, but for a household that has lost its shelter, a passation
    to come and somebody who is away."""
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
        next_appointment_at=parcours.next_appointment_at,
        help_slug=parcours.help_slug,
        help_title=parcours.help_title,
        loss=ShelterLoss.objects.get(pk=parcours.loss_id) if parcours.loss_id else None,
        planned=_planned(actor, parcours.planned_id) if parcours.is_open else None,
        absence=_absence(parcours.absence_id) if parcours.is_open else None,
    )


def _absence(absence_id: int | None) -> Absence | None:
    return Absence.objects.for_list().get(pk=absence_id) if absence_id else None


def _planned(actor: Actor, planned_id: int | None) -> PlannedHandOver | None:
    """A host operator is not told of the passations of the others: they may only have been asked."""
    if planned_id is None:
        return None
    planned = PlannedHandOver.objects.for_list().get(pk=planned_id)
    is_of_hosts = actor.kind == planned.role == OrganisationKind.HOST
    if is_of_hosts and actor.organisation_id not in {planned.giver_id, planned.receiver_id}:
        return None
    return planned


def synthesis(
    *, actor: Actor, parcours: Parcours, today: date, now: datetime, acts: Mapping[str, str]
) -> Synthesis:
    """Expects ``for_detail()``. ``acts`` says how the timeline tells each kind of act."""
    prefetch_related_objects([parcours.household], "members__person__contact_points")
    members = parcours.household.members_on(today)
    return Synthesis(
        members=members,
        contacts=[contact for member in members for contact in member.person.contact_points.all()],
        judgements=judgements_on(parcours, today),
        teams=teams(actor=actor, parcours=parcours),
        entries=timeline(actor=actor, parcours=parcours, acts=acts, now=now),
    )


def teams(*, actor: Actor, parcours: Parcours) -> list[tuple[str, str]]:
    """Everyone who accompanies the household: role and name. A host operator is told of no other."""
    return [
        (reader.role.label, reader.name)
        for reader in readers_of(actor=actor, parcours=parcours)
        if reader.until is None
        and not (
            actor.kind == reader.role == OrganisationKind.HOST
            and reader.organisation_id != actor.organisation_id
        )
    ]
