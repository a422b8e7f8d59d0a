"""The act that a file waits for, among those that its stage allows."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from candidates.enums import WORKING_STANDINGS, Stage, Standing
from candidates.workflow.table import HAND_OVERS


@dataclass(frozen=True, slots=True)
class Awaited:
    """``about_id`` is the thing that the act is about, when there is but one."""

    step: str
    about_id: UUID | None = None


def awaited_acts(parcours: Any) -> tuple[Awaited, ...]:
    """Expects ``with_awaited()``. The hand-over of a stage that is done; otherwise what that stage
    waits for, from one organisation or another. Empty where it is the first act of the table."""
    if parcours.standing == Standing.STEP_DONE:
        return (Awaited(HAND_OVERS[parcours.stage]),)
    if parcours.standing not in WORKING_STANDINGS:
        return ()
    match parcours.stage:
        case Stage.DIAGNOSIS:
            return (Awaited("edit_diagnosis"),)
        case Stage.PREPARATION:
            return (Awaited("edit_wishes"),)
        case Stage.POSITIONING:
            return (Awaited("propose_placement"), Awaited("accept_placement"))
        case Stage.IMMERSION:
            return (_about_the_stay(parcours),)
        case Stage.REFLECTION:
            return (Awaited("answer_household"),)
        case Stage.VALIDATION:
            return (Awaited("answer_validation"),)
        case Stage.INSTALLATION:
            return (_before_the_keys(parcours),)
        case Stage.FOLLOW_UP:
            return (Awaited("visit"),)
    return ()


def _about_the_stay(parcours: Any) -> Awaited:
    if parcours.stay_id is None:
        return Awaited("plan_stay")
    return Awaited("report_stay" if parcours.stay_is_ending else "add_visit", parcours.stay_id)


def _before_the_keys(parcours: Any) -> Awaited:
    if not parcours.has_job:
        return Awaited("commit_job")
    return Awaited("edit_checklist" if parcours.has_home else "commit_home")
