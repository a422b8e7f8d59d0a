"""« Voie rapide »: work starts in a few days, and the home that was agreed to does not exist yet."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from candidates.enums import Certainty, HousingSolution, PlacementStatus
from candidates.models import FastTrack, Parcours, ParcoursEvent, Placement, PlacementChange
from candidates.notifications import decisions as letters
from candidates.services.access import grant_access
from candidates.services.placement import (
    NotUnderMandate,
    change_status,
    put_statuses_back,
    release_hosts,
)
from candidates.services.project import put_project_back, write_home, write_job
from candidates.services.settling import WORK_OF, note_home, note_job
from candidates.workflow import PARCOURS_WORKFLOW, clock
from emile.core.workflow import Act
from operators.actors import Actor
from operators.enums import OrganisationKind
from territories.models import Mandate, Territory


@transaction.atomic
def fast_track(
    *,
    actor: Actor,
    parcours: Parcours,
    mandate: Mandate | None,
    job: dict[str, Any],
    lodging: dict[str, Any],
    on: date,
    now: datetime,
    reason: str = "",
) -> Parcours:
    """Open the installation at once, with temporary lodging; everyone answers within days.

    ``mandate`` says who welcomes the household, when no placement is accepted yet. ``job`` and
    ``lodging`` are what ``commit_job`` and ``commit_home`` take. The household is installed once
    everyone has said yes, as always: the act opens the stage, not the door.
    """
    with PARCOURS_WORKFLOW.perform(
        "fast_track", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        placement = act.subject.placements.active().first() or _welcome(act, mandate, job)
        for other in act.subject.placements.proposed().order_by("pk"):
            change_status(act, other, PlacementStatus.WITHDRAWN)
        note_job(act, placement, **job)
        note_home(act, placement, kind=HousingSolution.TRANSITIONAL, **lodging)
        write_job(
            act,
            placement,
            job["person"],
            kind=WORK_OF[job["kind"]],
            certainty=Certainty.PROMISED,
            occupation=job["occupation"],
            employer=job["with_whom"],
            starts_on=job["starts_on"],
        )
        write_home(
            act,
            placement,
            certainty=Certainty.PROMISED,
            commune=lodging["commune"],
            landlord=lodging["landlord"],
            available_on=lodging["available_on"],
        )
        FastTrack.objects.create(
            event_id=act.entry_id,
            placement=placement,
            starts_on=job["starts_on"],
            agreements_due_on=clock.delay_after(clock.FAST_TRACK, on),
        )
        act.payload |= {"placement": placement.pk, "starts_on": job["starts_on"].isoformat()}
        release_hosts(act.subject, now=now)
    letters.tell_fast_track(act, placement)
    return act.subject


def _welcome(act: Act[Parcours], mandate: Mandate | None, job: dict[str, Any]) -> Placement:
    """A placement that nobody had proposed: its host operator answers with the others."""
    on = act.occurred_on
    if mandate is None or mandate.kind != OrganisationKind.HOST or not mandate.is_on(on):
        raise NotUnderMandate
    territory = Territory.objects.taking_part_on(on).filter(mandates=mandate).first()
    if territory is None:
        raise NotUnderMandate
    placement = Placement(
        parcours=act.subject,
        territory=territory,
        host_id=mandate.organisation_id,
        occupation=job["occupation"],
        status=PlacementStatus.ACCEPTED,
        proposed_on=on,
        answer_due_on=clock.delay_after(clock.FAST_TRACK, on),
        planned_move_on=job["starts_on"],
    )
    placement.full_clean()
    placement.save()
    PlacementChange.objects.create(
        event_id=act.entry_id, placement=placement, to_status=PlacementStatus.ACCEPTED
    )
    grant_access(
        actor=act.actor,
        parcours=act.subject,
        organisation_id=placement.host_id,
        role=OrganisationKind.HOST,
        now=act.now,
    )
    act.subject.territory_id = placement.territory_id
    return placement


def undo_fast_track(event: ParcoursEvent) -> None:
    put_project_back(event)
    put_statuses_back(event)
