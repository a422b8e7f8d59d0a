"""The meetings of an upstream operator, and the sheet of one."""

from dataclasses import dataclass
from datetime import date

from candidates.enums import WORKING_STANDINGS, Stage
from candidates.models import Attendance, InformationSession, Parcours, counts_q
from operators.actors import Actor


@dataclass(frozen=True, slots=True)
class Sheet:
    """``waiting`` may still be noted; ``noted`` were, with their answer."""

    session: InformationSession
    is_open: bool
    waiting: list[Parcours]
    noted: list[Attendance]


def attendance_sheet(*, actor: Actor, session: InformationSession, today: date) -> Sheet:
    """The households that wait for information, those that had a file by then; it opens that day."""
    noted = Attendance.objects.filter(counts_q(), session=session)
    mine = Parcours.objects.visible_to(actor)
    waiting = (
        mine.filter(
            stage=Stage.INFORMATION,
            standing__in=WORKING_STANDINGS,
            opened_on__lte=session.held_on,
        )
        .exclude(pk__in=noted.values("parcours"))
        .for_list()
    )
    answers = (
        noted.filter(parcours__in=mine)
        .select_related("parcours__household")
        .prefetch_related("parcours__household__members__person")
    )
    return Sheet(
        session=session,
        is_open=session.held_on <= today,
        waiting=list(waiting.order_by("stage_since", "pk")),
        noted=list(answers.order_by("-was_present", "parcours")),
    )
