"""What correcting an act puts back, besides the facts that stop counting by themselves."""

from collections.abc import Callable

from candidates.models import ParcoursEvent
from candidates.services.aid import forget_aid, put_aid_back
from candidates.services.brakes import forget_brake, reopen_brake
from candidates.services.eligibility import forget_commitment
from candidates.services.fast_track import undo_fast_track
from candidates.services.handover import put_hands_back
from candidates.services.life import put_members_back
from candidates.services.placement import put_statuses_back
from candidates.services.project import put_project_back
from candidates.services.stay import (
    plan_stay_again,
    put_programme_back,
    put_stay_back,
    unplan_stay,
)
from candidates.services.wishes import undo_wishes


# Nothing is needed where facts are all that the act left: a birth expected, a roof lost or found.
UNDO: dict[str, Callable[[ParcoursEvent], None]] = {
    "orient": forget_commitment,
    "edit_wishes": undo_wishes,
    "add_brake": forget_brake,
    "resolve_brake": reopen_brake,
    "propose_placement": put_statuses_back,
    "withdraw_placement": put_statuses_back,
    "decline_placement": put_statuses_back,
    "accept_placement": put_statuses_back,
    "plan_stay": unplan_stay,
    "edit_stay": put_stay_back,
    "reschedule_stay": put_programme_back,
    "cancel_stay": plan_stay_again,
    "answer_household": put_statuses_back,
    "edit_job": put_project_back,
    "edit_home": put_project_back,
    "edit_dates": put_project_back,
    "answer_validation": put_statuses_back,
    "validate": put_statuses_back,
    "return_to_preparation": put_statuses_back,
    "exit": put_statuses_back,
    "add_member": put_members_back,
    "member_moves": put_members_back,
    "member_leaves": put_members_back,
    "record_birth": put_members_back,
    "record_death": put_members_back,
    "assign_worker": put_hands_back,
    "hand_over": put_hands_back,
    "change_territory": put_hands_back,
    "commit_job": put_project_back,
    "commit_home": put_project_back,
    "lose_track": put_project_back,
    "move_date": put_project_back,
    "fast_track": undo_fast_track,
    "settle": put_statuses_back,
    "add_aid": forget_aid,
    "edit_aid": put_aid_back,
}
