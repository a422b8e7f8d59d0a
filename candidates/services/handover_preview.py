"""What a passation would change, told before anyone confirms, and written in each file after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from candidates.models import Parcours
from candidates.workflow import PARCOURS_WORKFLOW, clock
from emile.core.templatetags.emile import short_day
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Organisation, User


# Of the timeline, in the note that whoever takes the file reads first.
ACTS_TOLD = 5


@dataclass(frozen=True, slots=True)
class HandOverLine:
    """One file: its due date, now and after; the six months of the preparation go on counting."""

    parcours: Parcours
    due_before: date | None
    due_after: date | None
    keeps_six_months: bool

    @property
    def moves_due_date(self) -> bool:
        return self.due_before != self.due_after


def files_in_hands(
    actor: Actor, *, role: OrganisationKind, giver: Organisation, worker: User | None
) -> list[Parcours]:
    """The open files of an organisation, in a role; of one of its workers when one is named."""
    files = Parcours.objects.visible_to(actor).open().held_by(giver.pk, role)
    if worker is not None:
        files = files.of_worker(worker.pk)
    return list(files.for_list().order_by("due_on", "pk"))


def preview(files: Sequence[Parcours], *, role: OrganisationKind, on: date) -> list[HandOverLine]:
    """Whose move it is decides: the due date of another team's step is not touched."""
    due_after = clock.due_once_handed_over(files, on)
    return [
        HandOverLine(
            parcours=parcours,
            due_before=parcours.due_on,
            due_after=due_after[parcours.pk],
            keeps_six_months=parcours.stage in clock.SIX_MONTH_STAGES,
        )
        for parcours in files
    ]


def note_drawn_from(
    parcours: Parcours,
    *,
    giver: Organisation,
    receiver: Organisation,
    worker: User | None,
    reason: str,
) -> str:
    """Where the file is and what was last done, without anything confidential: no note is quoted."""
    events = parcours.events.standing().order_by("-sequence")[:ACTS_TOLD]
    told = [
        f"– {short_day(event.occurred_on)}\u00a0: {PARCOURS_WORKFLOW[event.kind].done}"
        for event in events
    ]
    who = f", {worker.get_full_name()}" if worker else ""
    return "\n".join(
        [
            reason.strip(),
            f"De {giver.name} à {receiver.name}{who}.",
            f"Étape\u00a0: {parcours.get_stage_display()}, depuis le {short_day(parcours.stage_since)}.",
            "Derniers actes\u00a0:",
            *told,
        ]
    )
