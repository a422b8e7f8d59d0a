"""The public face of the app: every change with consequences."""

from candidates.services.agreement import answer_validation, validate_project
from candidates.services.aid import add_aid, edit_aid
from candidates.services.appointments import close_appointment, plan_appointment
from candidates.services.beside import (
    exit_parcours,
    resume_parcours,
    suspend_parcours,
    wake_suspended,
)
from candidates.services.brakes import add_brake, resolve_brake
from candidates.services.checklist import edit_checklist
from candidates.services.corrections import correct_act, rewrite_exchange
from candidates.services.departure import leave_territory, reopen_parcours
from candidates.services.diagnosis import edit_diagnosis, sign_diagnosis
from candidates.services.digests import choose_messages, write_digests
from candidates.services.documents import (
    ask_documents,
    receive_document,
    remind_papers,
    see_document,
)
from candidates.services.durations import measure_durations
from candidates.services.eligibility import (
    ask_prescriber,
    confirm_orientation,
    declare_eligible,
    log_call,
)
from candidates.services.fast_track import fast_track
from candidates.services.follow_up import (
    ask_news,
    close_parcours,
    extend_follow_up,
    log_visit,
    miss_visit,
)
from candidates.services.handover import assign_worker, hand_over, hand_over_all
from candidates.services.held_offers import follow_hold, hold_offer, release_offer
from candidates.services.household import (
    edit_household,
    edit_person,
    record_contact,
    record_permit,
)
from candidates.services.information import (
    answer_invitation,
    attend_event,
    begin_diagnosis,
    cancel_session,
    invite_households,
    invite_to_session,
    plan_session,
    record_attendance,
    record_presences,
)
from candidates.services.life import (
    add_member,
    expect_birth,
    move_member,
    record_birth,
    record_death,
    remove_member,
)
from candidates.services.notes import log_exchange, mark_read, remind_owner, write
from candidates.services.orientation import NewPerson, orient_household
from candidates.services.papers import remove_document, upload_document
from candidates.services.placement import (
    accept_placement,
    answer_household,
    decline_placement,
    propose_placement,
    return_to_preparation,
    withdraw_placement,
)
from candidates.services.plan import (
    add_action,
    edit_action,
    extend_preparation,
    open_positioning,
)
from candidates.services.planned_handover import (
    cancel_hand_over,
    carry_out_hand_overs,
    plan_hand_over,
)
from candidates.services.project import edit_dates, edit_home, edit_job
from candidates.services.separation import separate
from candidates.services.settling import (
    commit_home,
    commit_job,
    grant_derogation,
    lose_track,
    move_date,
    settle,
)
from candidates.services.shelter import find_shelter, lose_shelter
from candidates.services.snapshots import take_snapshot
from candidates.services.stay import (
    cancel_stay,
    edit_stay,
    plan_stay,
    reschedule_stay,
    waive_stay,
)
from candidates.services.stay_programme import (
    add_cost,
    add_visit,
    edit_cost,
    edit_visit,
    remove_cost,
    remove_visit,
)
from candidates.services.stay_report import report_employer, report_household, report_stay
from candidates.services.texts import write_texts
from candidates.services.undelivered import hear_of
from candidates.services.wishes import edit_wishes
from candidates.services.work_trials import plan_trial, report_trial


__all__ = [
    "NewPerson",
    "accept_placement",
    "add_action",
    "add_aid",
    "add_brake",
    "add_cost",
    "add_member",
    "add_visit",
    "answer_household",
    "answer_invitation",
    "answer_validation",
    "ask_documents",
    "ask_news",
    "ask_prescriber",
    "assign_worker",
    "attend_event",
    "begin_diagnosis",
    "cancel_hand_over",
    "cancel_session",
    "cancel_stay",
    "carry_out_hand_overs",
    "choose_messages",
    "close_appointment",
    "close_parcours",
    "commit_home",
    "commit_job",
    "confirm_orientation",
    "correct_act",
    "declare_eligible",
    "decline_placement",
    "edit_action",
    "edit_aid",
    "edit_checklist",
    "edit_cost",
    "edit_dates",
    "edit_diagnosis",
    "edit_home",
    "edit_household",
    "edit_job",
    "edit_person",
    "edit_stay",
    "edit_visit",
    "edit_wishes",
    "exit_parcours",
    "expect_birth",
    "extend_follow_up",
    "extend_preparation",
    "fast_track",
    "find_shelter",
    "follow_hold",
    "grant_derogation",
    "hand_over",
    "hand_over_all",
    "hear_of",
    "hold_offer",
    "invite_households",
    "invite_to_session",
    "leave_territory",
    "log_call",
    "log_exchange",
    "log_visit",
    "lose_shelter",
    "lose_track",
    "mark_read",
    "measure_durations",
    "miss_visit",
    "move_date",
    "move_member",
    "open_positioning",
    "orient_household",
    "plan_appointment",
    "plan_hand_over",
    "plan_session",
    "plan_stay",
    "plan_trial",
    "propose_placement",
    "receive_document",
    "record_attendance",
    "record_birth",
    "record_contact",
    "record_death",
    "record_permit",
    "record_presences",
    "release_offer",
    "remind_owner",
    "remind_papers",
    "remove_cost",
    "remove_document",
    "remove_member",
    "remove_visit",
    "reopen_parcours",
    "report_employer",
    "report_household",
    "report_stay",
    "report_trial",
    "reschedule_stay",
    "resolve_brake",
    "resume_parcours",
    "return_to_preparation",
    "rewrite_exchange",
    "see_document",
    "separate",
    "settle",
    "sign_diagnosis",
    "suspend_parcours",
    "take_snapshot",
    "upload_document",
    "validate_project",
    "waive_stay",
    "wake_suspended",
    "withdraw_placement",
    "write",
    "write_digests",
    "write_texts",
]
