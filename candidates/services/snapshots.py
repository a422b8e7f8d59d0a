"""Noting how each adult lives, at the points that the programme looks at."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from candidates.enums import SnapshotPoint, Stage
from candidates.models import Parcours, Person, SituationSnapshot
from candidates.selectors.snapshots import situations_left
from candidates.services.household import refuse_outsider
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.workflow import Act
from operators.actors import Actor


# Outside the visits, the stage says which point it is.
POINT_OF: dict[str, SnapshotPoint] = {
    Stage.DIAGNOSIS: SnapshotPoint.DIAGNOSIS,
    Stage.INSTALLATION: SnapshotPoint.INSTALLATION,
}


@transaction.atomic
def take_snapshot(
    *,
    actor: Actor,
    parcours: Parcours,
    person: Person,
    situation: Mapping[str, Any],
    on: date,
    now: datetime,
) -> Parcours:
    """Note how one adult lives, outside a visit."""
    with PARCOURS_WORKFLOW.perform("take_snapshot", parcours, actor=actor, on=on, now=now) as act:
        point = POINT_OF.get(act.from_stage, SnapshotPoint.ENTRY)
        note_situations(act, point, {person: situation})
        act.payload |= {"person": person.pk, "point": point}
    return act.subject


def note_situations(
    act: Act[Parcours], point: SnapshotPoint, situations: Mapping[Person, Mapping[str, Any]]
) -> None:
    for person, situation in situations.items():
        refuse_outsider(act, person)
        snapshot = SituationSnapshot(
            event_id=act.entry_id, parcours=act.subject, person=person, point=point, **situation
        )
        # Whose it is was not typed: checking it would cost two queries for each adult.
        snapshot.full_clean(exclude=["event", "parcours", "person"])
        snapshot.save()


def fill_in_situations(act: Act[Parcours], point: SnapshotPoint) -> None:
    """Note what is known already of those whom nobody asked: it is never asked twice."""
    note_situations(act, point, situations_left(act.subject, point, act.occurred_on))
