"""The public face of the app: every change with consequences."""

from candidates.services.agreement import answer_validation, validate_project
from candidates.services.beside import (
    exit_parcours,
    resume_parcours,
    suspend_parcours,
    wake_suspended,
)
from candidates.services.corrections import correct_act
from candidates.services.diagnosis import edit_diagnosis, sign_diagnosis
from candidates.services.eligibility import (
    ask_prescriber,
    confirm_orientation,
    declare_eligible,
    log_call,
)
from candidates.services.household import (
    edit_household,
    edit_person,
    record_contact,
    record_permit,
)
from candidates.services.information import (
    begin_diagnosis,
    plan_session,
    record_attendance,
    record_presences,
)
from candidates.services.notes import log_exchange
from candidates.services.orientation import NewPerson, orient_household
from candidates.services.placement import (
    accept_placement,
    answer_household,
    decline_placement,
    edit_project,
    propose_placement,
    return_to_preparation,
    withdraw_placement,
)
from candidates.services.plan import (
    edit_plan,
    open_positioning,
)
from candidates.services.settling import (
    close_parcours,
    commit_home,
    commit_job,
    grant_derogation,
    log_visit,
    settle,
)
from candidates.services.stay import cancel_stay, edit_stay, plan_stay, report_stay, waive_stay


__all__ = [
    "NewPerson",
    "accept_placement",
    "answer_household",
    "answer_validation",
    "ask_prescriber",
    "begin_diagnosis",
    "cancel_stay",
    "close_parcours",
    "commit_home",
    "commit_job",
    "confirm_orientation",
    "correct_act",
    "declare_eligible",
    "decline_placement",
    "edit_diagnosis",
    "edit_household",
    "edit_person",
    "edit_plan",
    "edit_project",
    "edit_stay",
    "exit_parcours",
    "grant_derogation",
    "log_call",
    "log_exchange",
    "log_visit",
    "open_positioning",
    "orient_household",
    "plan_session",
    "plan_stay",
    "propose_placement",
    "record_attendance",
    "record_contact",
    "record_permit",
    "record_presences",
    "report_stay",
    "resume_parcours",
    "return_to_preparation",
    "settle",
    "sign_diagnosis",
    "suspend_parcours",
    "validate_project",
    "waive_stay",
    "wake_suspended",
    "withdraw_placement",
]
