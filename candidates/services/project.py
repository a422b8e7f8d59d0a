"""The project of an accepted placement: the job of each adult, the home, the planned day.

Several acts write it (the pages of the project, and what settles a household): each goes through
``write_job``, ``write_home`` or ``write_dates``, which leave in the journal what a correction needs.
"""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from candidates.enums import AGREED_TO, Certainty, ContractKind, Typology, WorkKind
from candidates.models import (
    Parcours,
    ParcoursEvent,
    Person,
    Placement,
    PlacementHome,
    PlacementJob,
)
from candidates.selectors import moving_adults
from candidates.services.placement import put_version_back
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.errors import StaleVersion
from emile.core.workflow import Act, TransitionRefused
from operators.actors import Actor
from territories.models import Commune, Occupation


JOB_FIELDS = (
    "kind",
    "certainty",
    "occupation_id",
    "employer",
    "contract",
    "weekly_hours",
    "starts_on",
    "details",
)
HOME_FIELDS = (
    "certainty",
    "landlord",
    "typology",
    "commune_id",
    "rent",
    "charges",
    "surface",
    "available_on",
    "details",
)
# What the journal calls the rows of a project, and what is put back in each.
ROWS: dict[str, tuple[type[Any], tuple[str, ...]]] = {
    "job": (PlacementJob, JOB_FIELDS),
    "home": (PlacementHome, HOME_FIELDS),
    "dates": (Placement, ("planned_move_on",)),
}


@transaction.atomic
def edit_job(
    *,
    actor: Actor,
    parcours: Parcours,
    person: Person,
    version: int,
    kind: WorkKind,
    certainty: Certainty,
    occupation: Occupation,
    employer: str,
    contract: ContractKind | str,
    weekly_hours: Decimal | None,
    starts_on: date | None,
    details: str,
    on: date,
    now: datetime,
) -> Parcours:
    """Say how far one adult's job or training is; ``version`` is 0 before anybody did.

    Raises StaleVersion when somebody else just did.
    """
    with PARCOURS_WORKFLOW.perform("edit_job", parcours, actor=actor, on=on, now=now) as act:
        if person not in moving_adults(act.subject, on):
            raise TransitionRefused("Cette personne ne part pas avec le foyer.", code="state")
        placement = act.subject.placements.active().get()
        write_job(
            act,
            placement,
            person,
            expected=version,
            kind=kind,
            certainty=certainty,
            occupation=occupation,
            employer=employer,
            contract=contract,
            weekly_hours=weekly_hours,
            starts_on=starts_on,
            details=details,
        )
        act.payload["person"] = person.pk
    return act.subject


@transaction.atomic
def edit_home(
    *,
    actor: Actor,
    parcours: Parcours,
    placement: Placement,
    version: int,
    certainty: Certainty,
    landlord: str,
    typology: Typology | str,
    commune: Commune | None,
    rent: Decimal | None,
    charges: Decimal | None,
    surface: int | None,
    available_on: date | None,
    details: str,
    on: date,
    now: datetime,
) -> Parcours:
    """Say how far the home is; ``version`` is 0 before anybody did. Raises StaleVersion."""
    with PARCOURS_WORKFLOW.perform("edit_home", parcours, actor=actor, on=on, now=now) as act:
        write_home(
            act,
            _of_the_project(act, placement),
            expected=version,
            certainty=certainty,
            landlord=landlord,
            typology=typology,
            commune=commune,
            rent=rent,
            charges=charges,
            surface=surface,
            available_on=available_on,
            details=details,
        )
    return act.subject


@transaction.atomic
def edit_dates(
    *,
    actor: Actor,
    parcours: Parcours,
    placement: Placement,
    version: int,
    planned_move_on: date | None,
    on: date,
    now: datetime,
) -> Parcours:
    """Plan the day of the installation, or take it back. Raises StaleVersion."""
    with PARCOURS_WORKFLOW.perform("edit_dates", parcours, actor=actor, on=on, now=now) as act:
        write_dates(act, _of_the_project(act, placement), planned_move_on, expected=version)
    return act.subject


def begin_project(
    *, placement: Placement, person: Person, job: Mapping[str, Any], home: Mapping[str, Any]
) -> None:
    """What a proposal has already found, in the transaction that makes it and under its act.

    A proposal that is undone is withdrawn with what it had found.
    """
    for row in (
        PlacementJob(placement=placement, person=person, certainty=Certainty.SPOTTED, **job),
        PlacementHome(placement=placement, certainty=Certainty.SPOTTED, **home),
    ):
        row.full_clean()
        row.save()


def write_job(
    act: Act[Parcours],
    placement: Placement,
    person: Person,
    *,
    expected: int | None = None,
    **fields: Any,
) -> PlacementJob:
    """Change these fields of an adult's job, which is begun when nobody had written of it."""
    job = PlacementJob.objects.filter(placement=placement, person=person).first() or PlacementJob(
        placement=placement, person=person, occupation_id=placement.occupation_id, version=0
    )
    _write(act, "job", job, fields, expected)
    return job


def write_home(
    act: Act[Parcours], placement: Placement, *, expected: int | None = None, **fields: Any
) -> PlacementHome:
    home = PlacementHome.objects.filter(placement=placement).first() or PlacementHome(
        placement=placement, version=0
    )
    _write(act, "home", home, fields, expected)
    return home


def write_dates(
    act: Act[Parcours],
    placement: Placement,
    planned_move_on: date | None,
    *,
    expected: int | None = None,
) -> None:
    _write(act, "dates", placement, {"planned_move_on": planned_move_on}, expected)


def _of_the_project(act: Act[Parcours], placement: Placement) -> Placement:
    """The placement as it stands, which must still be the one that was accepted."""
    current = act.subject.placements.active().filter(pk=placement.pk).first()
    if current is None:
        raise TransitionRefused(
            "Ce positionnement n’est plus celui du projet\u00a0: rouvrez le dossier.", code="state"
        )
    return current


def at_least_promised(certainty: str) -> str:
    """What is committed to is promised; what was signed stays signed."""
    return certainty if certainty in AGREED_TO else Certainty.PROMISED


def _write(
    act: Act[Parcours], name: str, row: Any, fields: dict[str, Any], expected: int | None
) -> None:
    if expected is not None and row.version != expected:
        raise StaleVersion(current=row.version)
    for field, value in fields.items():
        setattr(row, field, value)
    row.version += 1
    row.full_clean()
    row.save()
    act.payload.setdefault("project", []).append([name, row.pk, row.version])


def put_project_back(event: ParcoursEvent) -> None:
    """Undo what an act wrote of the project; what it had begun goes away."""
    for name, pk, version in reversed(event.payload.get("project", [])):
        model, fields = ROWS[name]
        row = model.objects.get(pk=pk)
        if version == 1 and model is not Placement:
            row.delete()
        else:
            put_version_back(row, version - 1, fields)
