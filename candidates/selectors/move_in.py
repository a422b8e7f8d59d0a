"""The sheet that a household holds on the day it gets its keys."""

from dataclasses import dataclass
from datetime import date

from candidates.enums import Moves
from candidates.models import (
    HouseholdMember,
    HousingCommitment,
    JobCommitment,
    Parcours,
    Placement,
)
from candidates.selectors import agreements, tracks
from candidates.selectors.checklist import Checklist, checklist
from candidates.selectors.household import current_members


@dataclass(frozen=True, slots=True)
class MoveInSheet:
    """What is known; the rest is written by hand on the spot."""

    placement: Placement | None
    home: HousingCommitment | None
    jobs: list[JobCommitment]
    adults: list[HouseholdMember]
    children: list[HouseholdMember]
    checklist: Checklist


def move_in_sheet(parcours: Parcours, today: date) -> MoveInSheet:
    leaving = [one for one in current_members(parcours, today) if one.moves == Moves.YES]
    return MoveInSheet(
        placement=agreements.active_placement(parcours),
        home=tracks.found_homes(parcours).last(),
        jobs=list(tracks.found_jobs(parcours)),
        adults=[one for one in leaving if not one.is_child_on(today)],
        children=[one for one in leaving if one.is_child_on(today)],
        checklist=checklist(parcours, today),
    )
