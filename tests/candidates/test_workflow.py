"""The workflow table, over every step, every stage, every standing and every kind of actor."""

import itertools

import pytest
from django.utils import timezone

from candidates.enums import OPEN_STAGES, OPEN_STANDINGS, WORKING_STANDINGS, Stage, Standing
from candidates.models import CaseAccess, Parcours
from candidates.models.access import ACCESS_ROLES
from candidates.workflow import PARCOURS_WORKFLOW
from candidates.workflow.clock import ACTS_WITHOUT_TURN
from emile.core.workflow import TransitionRefused
from operators.actors import Actor
from operators.enums import OrganisationKind


COORDINATOR = {OrganisationKind.COORDINATOR}
PRESCRIBER = {OrganisationKind.PRESCRIBER}
UPSTREAM = {OrganisationKind.UPSTREAM}
HOST = {OrganisationKind.HOST}
TEAMS = UPSTREAM | HOST
EVERYONE = COORDINATOR | PRESCRIBER | TEAMS
ANYWHERE = set(OPEN_STAGES)
PLACED = {Stage.IMMERSION, Stage.REFLECTION, Stage.VALIDATION, Stage.INSTALLATION}
UPSTREAM_WORK = {Stage.DIAGNOSIS, Stage.PREPARATION, Stage.POSITIONING}
PLANNED = UPSTREAM_WORK | PLACED | {Stage.FOLLOW_UP}
BEFORE_SETTLING = {Stage.PREPARATION, Stage.POSITIONING} | (PLACED - {Stage.INSTALLATION})
NOWHERE: set[Stage] = set()

# What the programme says, written a second time on purpose: who may do what, where.
# fmt: off
WHO_MAY = {
    "open":                  (NOWHERE,                                  PRESCRIBER),
    "orient":                ({Stage.ORIENTATION},                      PRESCRIBER),
    "log_call":              ({Stage.ELIGIBILITY},                      COORDINATOR),
    "declare_eligible":      ({Stage.ELIGIBILITY},                      COORDINATOR),
    "ask_prescriber":        ({Stage.ELIGIBILITY},                      COORDINATOR),
    "record_attendance":     ({Stage.INFORMATION},                      UPSTREAM),
    "invite_to_session":     ({Stage.INFORMATION} | UPSTREAM_WORK,      UPSTREAM),
    "answer_invitation":     ({Stage.INFORMATION} | UPSTREAM_WORK,      UPSTREAM),
    "attend_event":          ({Stage.INFORMATION} | UPSTREAM_WORK,      UPSTREAM),
    "begin_diagnosis":       ({Stage.INFORMATION},                      UPSTREAM),
    "edit_diagnosis":        ({Stage.DIAGNOSIS},                        UPSTREAM),
    "add_brake":             (PLANNED,                                  EVERYONE),
    "resolve_brake":         (PLANNED,                                  EVERYONE),
    "sign_diagnosis":        ({Stage.DIAGNOSIS},                        UPSTREAM),
    "edit_wishes":           (UPSTREAM_WORK,                            UPSTREAM),
    "add_action":            (UPSTREAM_WORK | PLACED | {Stage.FOLLOW_UP}, EVERYONE),
    "edit_action":           (UPSTREAM_WORK | PLACED | {Stage.FOLLOW_UP}, EVERYONE),
    "plan_trial":            (UPSTREAM_WORK | PLACED,                   TEAMS),
    "report_trial":          (UPSTREAM_WORK | PLACED,                   TEAMS),
    "extend_preparation":    ({Stage.PREPARATION, Stage.POSITIONING},   COORDINATOR | TEAMS),
    "open_positioning":      ({Stage.PREPARATION},                      UPSTREAM),
    "propose_placement":     ({Stage.POSITIONING},                      COORDINATOR | UPSTREAM),
    "withdraw_placement":    ({Stage.POSITIONING},                      COORDINATOR | UPSTREAM),
    "decline_placement":     ({Stage.POSITIONING},                      HOST),
    "accept_placement":      ({Stage.POSITIONING},                      HOST),
    "plan_stay":             ({Stage.IMMERSION},                        HOST),
    "edit_stay":             ({Stage.IMMERSION},                        HOST),
    "reschedule_stay":       ({Stage.IMMERSION},                        HOST),
    "cancel_stay":           ({Stage.IMMERSION},                        HOST),
    "add_visit":             ({Stage.IMMERSION},                        HOST),
    "edit_visit":            ({Stage.IMMERSION},                        HOST),
    "remove_visit":          ({Stage.IMMERSION},                        HOST),
    "add_cost":              (PLACED,                                   HOST),
    "edit_cost":             (PLACED,                                   HOST),
    "remove_cost":           (PLACED,                                   HOST),
    "report_household":      (PLACED - {Stage.INSTALLATION},            TEAMS),
    "report_employer":       (PLACED - {Stage.INSTALLATION},            HOST),
    "report_stay":           ({Stage.IMMERSION},                        HOST),
    "waive_stay":            ({Stage.IMMERSION},                        HOST),
    "answer_household":      ({Stage.REFLECTION},                       UPSTREAM),
    "edit_job":              (PLACED,                                   HOST),
    "edit_home":             (PLACED,                                   HOST),
    "hold_offer":            ({Stage.POSITIONING} | PLACED,             TEAMS),
    "follow_hold":           ({Stage.POSITIONING} | PLACED,             TEAMS),
    "release_offer":         ({Stage.POSITIONING} | PLACED,             TEAMS),
    "edit_dates":            (PLACED - {Stage.INSTALLATION},            HOST),
    # The coordinator only because one organisation is both operators here.
    "answer_validation":     ({Stage.VALIDATION, Stage.INSTALLATION},   TEAMS | COORDINATOR),
    "validate":              ({Stage.VALIDATION},                       HOST),
    "commit_job":            ({Stage.INSTALLATION},                     HOST),
    "commit_home":           ({Stage.INSTALLATION},                     HOST),
    "grant_derogation":      ({Stage.INSTALLATION},                     COORDINATOR),
    "settle":                ({Stage.INSTALLATION},                     HOST),
    "lose_track":            ({Stage.INSTALLATION, Stage.FOLLOW_UP},    HOST),
    "move_date":             ({Stage.INSTALLATION},                     HOST),
    "edit_checklist":        ({Stage.INSTALLATION, Stage.FOLLOW_UP},    HOST),
    "add_aid":               ({Stage.INSTALLATION, Stage.FOLLOW_UP},    HOST),
    "edit_aid":              ({Stage.INSTALLATION, Stage.FOLLOW_UP},    HOST),
    "fast_track":            (BEFORE_SETTLING,                          TEAMS),
    "take_snapshot":         ({Stage.DIAGNOSIS, Stage.INSTALLATION},    TEAMS),
    "miss_visit":            ({Stage.FOLLOW_UP},                        HOST),
    "extend_follow_up":      ({Stage.FOLLOW_UP},                        HOST),
    "visit":                 ({Stage.FOLLOW_UP},                        HOST),
    "close":                 ({Stage.FOLLOW_UP},                        HOST),
    "ask_news":              ({Stage.FOLLOW_UP, Stage.CLOSED},          COORDINATOR | HOST),
    "return_to_preparation": ({Stage.POSITIONING} | PLACED,             TEAMS),
    "note":                  (set(Stage),                               EVERYONE),
    "plan_appointment":      (ANYWHERE,                                     EVERYONE),
    "close_appointment":     (set(Stage),                               EVERYONE),
    "edit_household":        (ANYWHERE,                                 EVERYONE),
    "edit_person":           (ANYWHERE,                                 EVERYONE),
    "record_permit":         (ANYWHERE,                                 EVERYONE),
    "record_contact":        (ANYWHERE,                                 EVERYONE),
    "add_member":            (ANYWHERE,                                 EVERYONE),
    "member_moves":          (ANYWHERE,                                 EVERYONE),
    "member_leaves":         (ANYWHERE,                                 EVERYONE),
    "expect_birth":          (ANYWHERE,                                 EVERYONE),
    "record_birth":          (ANYWHERE,                                 EVERYONE),
    "record_death":          (ANYWHERE,                                 EVERYONE),
    "separate":              (ANYWHERE,                                 EVERYONE),
    "open_apart":            (NOWHERE,                                  EVERYONE),
    "lose_shelter":          (ANYWHERE,                                 EVERYONE),
    "find_shelter":          (ANYWHERE,                                 EVERYONE),
    "leave_territory":       ({Stage.FOLLOW_UP},                        HOST),
    "change_territory":      ({Stage.FOLLOW_UP},                        HOST),
    # And the managers of whoever holds it: here nobody manages anything.
    "hand_over":             (ANYWHERE,                                 COORDINATOR),
    "assign_worker":         (ANYWHERE,                                 EVERYONE),
    "reopen":                (set(Stage),                               COORDINATOR | PRESCRIBER),
    "open_again":            (NOWHERE,                                  COORDINATOR | PRESCRIBER),
    "wake":                  (ANYWHERE,                                 set()),
    # All but whoever has the hand: here somebody else has it.
    "remind":                (ANYWHERE,                                 EVERYONE),
    "ask_documents":         (ANYWHERE,                                 COORDINATOR | TEAMS),
    "receive_document":      (ANYWHERE,                                 EVERYONE),
    "see_document":          (ANYWHERE,                                 EVERYONE),
    "remind_papers":         (ANYWHERE,                                 COORDINATOR | TEAMS),
    "upload_document":       (ANYWHERE,                                 EVERYONE),
    "remove_document":       (set(Stage),                               EVERYONE),
    "suspend":               (ANYWHERE,                                 COORDINATOR | TEAMS),
    "resume":                (ANYWHERE,                                 COORDINATOR | TEAMS),
    "exit":                  (ANYWHERE,                                 COORDINATOR | TEAMS),
    "join":                  (ANYWHERE,                                 COORDINATOR),
    "leave":                 (set(Stage),                               COORDINATOR),
    "correct":               (NOWHERE,                                  EVERYONE),
}
STANDINGS = {
    "note":           set(Standing),
    "plan_appointment": set(OPEN_STANDINGS),
    "close_appointment": set(Standing),
    "leave":          set(Standing),
    "remove_document": set(Standing),
    "resume":         {Standing.SUSPENDED},
    "wake":           {Standing.SUSPENDED},
    "reopen":         {Standing.EXITED, Standing.CLOSED},
    "ask_news":       {Standing.EXITED, Standing.CLOSED},
}
LIFE = (
    "add_member", "member_moves", "member_leaves", "expect_birth", "record_birth", "record_death",
    "separate", "assign_worker",
)
STANDINGS |= {
    name: set(OPEN_STANDINGS) for name in (*LIFE, "lose_shelter", "find_shelter", "hand_over")
}
STANDINGS |= {
    name: set(OPEN_STANDINGS)
    for name in (
        "edit_household", "edit_person", "record_permit", "record_contact", "exit", "join",
        "ask_documents", "receive_document", "upload_document",
        "see_document", "remind_papers",
    )
}
# A host operator that was only asked answers: it neither steers the file nor rewrites it.
NOT_WHEN_ONLY_ASKED = {
    "fast_track", "hold_offer", "follow_hold", "release_offer",
    "return_to_preparation", "suspend", "resume", "exit", *LIFE,
    "edit_household", "edit_person", "record_permit", "record_contact",
    "add_brake", "resolve_brake",
    "add_action", "edit_action", "plan_trial", "report_trial", "extend_preparation",
    "ask_documents", "receive_document", "upload_document", "remove_document", "remind",
    "see_document", "remind_papers",
}
# fmt: on
MINE, OTHER, ANOTHER = 1, 2, 3


def file_in(stage: Stage, standing: Standing, *, held_in_every_role_by: int) -> Parcours:
    """A file in memory: the table is judged without a database."""
    parcours = Parcours(pk=1, stage=stage, standing=standing, owner_organisation_id=ANOTHER)
    accesses = CaseAccess.objects.none()
    accesses._result_cache = [
        CaseAccess(
            organisation_id=held_in_every_role_by, role=role, since=timezone.now(), until=None
        )
        for role in ACCESS_ROLES
    ]
    parcours._prefetched_objects_cache = {"accesses": accesses}
    return parcours


def is_possible(step: str, parcours: Parcours, kind: OrganisationKind) -> bool:
    actor = Actor(user_id=1, organisation_id=MINE, kind=kind)
    try:
        PARCOURS_WORKFLOW.check(step, parcours, actor)
    except TransitionRefused:
        return False
    return True


def test_every_step_is_declared_here():
    assert {step.name for step in PARCOURS_WORKFLOW.steps} == set(WHO_MAY)


@pytest.mark.parametrize("step", list(WHO_MAY))
def test_a_step_is_possible_where_and_for_whom_the_programme_says(step):
    stages, kinds = WHO_MAY[step]
    standings = STANDINGS.get(step, set(WORKING_STANDINGS))
    wrong = []
    for stage, standing, kind in itertools.product(Stage, Standing, OrganisationKind):
        parcours = file_in(stage, standing, held_in_every_role_by=MINE)
        is_only_asked = step in NOT_WHEN_ONLY_ASKED and stage == Stage.POSITIONING
        may = kinds - HOST if is_only_asked else kinds
        expected = stage in stages and standing in standings and kind in may
        if is_possible(step, parcours, kind) != expected:
            wrong.append((stage, standing, kind, expected))

    assert wrong == []


@pytest.mark.parametrize("step", list(WHO_MAY))
def test_a_stranger_of_the_right_kind_may_do_nothing(step):
    for stage, standing in itertools.product(Stage, Standing):
        parcours = file_in(stage, standing, held_in_every_role_by=OTHER)
        for kind in set(OrganisationKind) - COORDINATOR:
            assert not is_possible(step, parcours, kind), (stage, standing, kind)


def test_an_act_that_leaves_the_turn_as_it_was_leads_nowhere():
    steps = [PARCOURS_WORKFLOW[name] for name in ACTS_WITHOUT_TURN]

    assert {(step.target, step.arrives) for step in steps} == {(None, None)}


def test_nothing_leads_to_closing_but_the_end_of_the_follow_up():
    leading = {step.name for step in PARCOURS_WORKFLOW.steps if step.target == Stage.CLOSED}

    assert leading == {"close", "leave_territory"}
