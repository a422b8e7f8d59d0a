"""The files of a colleague who is away, for whoever stands in."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, OuterRef, Subquery, Window
from django.db.models.functions import RowNumber

from candidates.models import Appointment, Note, Parcours, ParcoursEvent
from candidates.models.parcours import ParcoursQuerySet
from candidates.selectors.changes import Change, told
from candidates.selectors.household import prefetch_people
from candidates.selectors.timeline import with_authors
from operators.actors import Actor
from operators.models import Absence


# Enough to know what is going on; the file says the rest.
ACTS_TOLD = 3


@dataclass(frozen=True, slots=True)
class Cover:
    """``files`` counts exactly the rows of its page."""

    absence: Absence
    files: int


@dataclass(frozen=True, slots=True)
class CoveredFile:
    """A file in a few lines: the last acts first, what was to come next."""

    parcours: Parcours
    acts: Sequence[Change]
    next_step: str
    next_on: date | None
    appointment_at: datetime | None


def covered_files(files: ParcoursQuerySet, actor: Actor, today: date) -> ParcoursQuerySet:
    """The open ones, of all those for whom this actor stands in that day."""
    away = Absence.objects.on(today).covered_by(actor).values("membership__user")
    return files.open().of_workers(away)


def covers_of(actor: Actor, today: date) -> list[Cover]:
    """For whom, and how many files; two queries."""
    absences = Absence.objects.on(today).covered_by(actor).for_list()
    files = covered_files(Parcours.objects.visible_to(actor), actor, today)
    hands = [set(pair) for pair in files.values_list("lead_worker", "owner_user")]
    return [
        Cover(absence, sum(absence.membership.user_id in hand for hand in hands))
        for absence in absences
    ]


def files_in_brief(
    absence: Absence, *, actor: Actor, today: date, acts: Mapping[str, str]
) -> list[CoveredFile]:
    """The most urgent first; constant in queries. ``acts`` says how each kind of act is told."""
    appointments = Appointment.objects.planned().from_day(today).filter(parcours=OuterRef("pk"))
    files: Any = list(
        Parcours.objects.visible_to(actor)
        .open()
        .of_worker(absence.membership.user_id)
        .for_list()
        .annotate(
            appointment_at=Subquery(appointments.order_by("starts_at").values("starts_at")[:1])
        )
        .order_by("due_on", "stage_since", "pk")
    )
    prefetch_people(files)
    last = _last_acts(files, actor, acts)
    steps = _next_steps(files, actor)
    return [
        CoveredFile(
            parcours=file,
            acts=last[file.pk],
            next_step=steps[file.pk].next_step if file.pk in steps else "",
            next_on=steps[file.pk].next_on if file.pk in steps else None,
            appointment_at=file.appointment_at,
        )
        for file in files
    ]


def _last_acts(
    files: Sequence[Parcours], actor: Actor, acts: Mapping[str, str]
) -> Mapping[int, list[Change]]:
    rank = Window(RowNumber(), partition_by="parcours", order_by=F("sequence").desc())
    events = (
        with_authors(ParcoursEvent.objects.visible_to(actor).standing())
        .filter(parcours__in=files)
        .annotate(rank=rank)
        .filter(rank__lte=ACTS_TOLD)
        .select_related("parcours__household")
        .order_by("parcours", "-sequence")
    )
    last: dict[int, list[Change]] = defaultdict(list)
    for change in told(list(events), reader=actor, acts=acts):
        last[change.parcours.pk].append(change)
    return last


def _next_steps(files: Sequence[Parcours], actor: Actor) -> Mapping[int, Note]:
    """What was last said to come, where this reader may read it."""
    notes = Note.objects.visible_to(actor).filter(parcours__in=files).exclude(next_step="")
    latest = notes.order_by("parcours", "-event_id").distinct("parcours")
    return {note.parcours_id: note for note in latest}
