"""The act that a file waits for, among those that its stage allows."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from candidates.enums import Stage, Standing
from candidates.workflow.table import HAND_OVERS


@dataclass(frozen=True, slots=True)
class Awaited:
    """``about_id`` is the thing that the act is about, when there is but one."""

    step: str
    about_id: UUID | None = None


def awaited_act(parcours: Any) -> Awaited | None:
    """Expects ``with_awaited()``. The hand-over of a stage that is done; otherwise what that stage
    waits for, None where this is the first act of the table."""
    if parcours.standing == Standing.STEP_DONE:
        return Awaited(HAND_OVERS[parcours.stage])
    match parcours.stage:
        case Stage.DIAGNOSIS:
            return Awaited("edit_diagnosis")
        case Stage.PREPARATION:
            return Awaited("edit_wishes")
        case Stage.POSITIONING:
            return Awaited("propose_placement")
        case Stage.IMMERSION if parcours.stay_id:
            step = "report_stay" if parcours.stay_is_ending else "add_visit"
            return Awaited(step, parcours.stay_id)
        case Stage.INSTALLATION if not parcours.has_job:
            return Awaited("commit_job")
        case Stage.INSTALLATION if not parcours.has_home:
            return Awaited("commit_home")
        case Stage.INSTALLATION:
            return Awaited("edit_checklist")
        case Stage.FOLLOW_UP:
            return Awaited("visit")
    return None
