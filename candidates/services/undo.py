"""What correcting an act puts back, besides the facts that stop counting by themselves."""

from collections.abc import Callable

from candidates.models import ParcoursEvent
from candidates.services.eligibility import forget_commitment
from candidates.services.placement import put_project_back, put_statuses_back
from candidates.services.plan import undo_plan_edit, undo_projects
from candidates.services.settling import restore_project
from candidates.services.stay import plan_stay_again, put_stay_back, unplan_stay


# Nothing is needed where facts are all that the act left.
UNDO: dict[str, Callable[[ParcoursEvent], None]] = {
    "orient": forget_commitment,
    # The words of a diagnosis stay: they are corrected by writing.
    "edit_diagnosis": undo_projects,
    "edit_plan": undo_plan_edit,
    "propose_placement": put_statuses_back,
    "withdraw_placement": put_statuses_back,
    "decline_placement": put_statuses_back,
    "accept_placement": put_statuses_back,
    "plan_stay": unplan_stay,
    "edit_stay": put_stay_back,
    "cancel_stay": plan_stay_again,
    "answer_household": put_statuses_back,
    "edit_project": put_project_back,
    "answer_validation": put_statuses_back,
    "validate": put_statuses_back,
    "return_to_preparation": put_statuses_back,
    "exit": put_statuses_back,
    "commit_job": restore_project,
    "commit_home": restore_project,
}
