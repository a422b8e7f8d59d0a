"""The workflow table, over every step, every stage, every standing and every kind of actor."""

import itertools

import pytest
from django.utils import timezone

from candidates.enums import OPEN_STAGES, OPEN_STANDINGS, WORKING_STANDINGS, Stage, Standing
from candidates.models import CaseAccess, Parcours
from candidates.models.parcours import ACCESS_ROLES
from candidates.workflow import PARCOURS_WORKFLOW
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
    "begin_diagnosis":       ({Stage.INFORMATION},                      UPSTREAM),
    "edit_diagnosis":        ({Stage.DIAGNOSIS},                        UPSTREAM),
    "sign_diagnosis":        ({Stage.DIAGNOSIS},                        UPSTREAM),
    "edit_plan":             (UPSTREAM_WORK,                            UPSTREAM),
    "open_positioning":      ({Stage.PREPARATION},                      UPSTREAM),
    "propose_placement":     ({Stage.POSITIONING},                      UPSTREAM),
    "withdraw_placement":    ({Stage.POSITIONING},                      UPSTREAM),
    "decline_placement":     ({Stage.POSITIONING},                      HOST),
    "accept_placement":      ({Stage.POSITIONING},                      HOST),
    "plan_stay":             ({Stage.IMMERSION},                        HOST),
    "edit_stay":             ({Stage.IMMERSION},                        HOST),
    "cancel_stay":           ({Stage.IMMERSION},                        HOST),
    "report_stay":           ({Stage.IMMERSION},                        HOST),
    "waive_stay":            ({Stage.IMMERSION},                        HOST),
    "answer_household":      ({Stage.REFLECTION},                       UPSTREAM),
    "edit_project":          (PLACED,                                   HOST),
    # The coordinator only because one organisation is both operators here.
    "answer_validation":     ({Stage.VALIDATION, Stage.INSTALLATION},   TEAMS | COORDINATOR),
    "validate":              ({Stage.VALIDATION},                       HOST),
    "commit_job":            ({Stage.INSTALLATION},                     HOST),
    "commit_home":           ({Stage.INSTALLATION},                     HOST),
    "grant_derogation":      ({Stage.INSTALLATION},                     COORDINATOR),
    "settle":                ({Stage.INSTALLATION},                     HOST),
    "visit":                 ({Stage.FOLLOW_UP},                        HOST),
    "close":                 ({Stage.FOLLOW_UP},                        HOST),
    "return_to_preparation": ({Stage.POSITIONING} | PLACED,             TEAMS),
    "note":                  (set(Stage),                               EVERYONE),
    "edit_household":        (ANYWHERE,                                 EVERYONE),
    "edit_person":           (ANYWHERE,                                 EVERYONE),
    "record_permit":         (ANYWHERE,                                 EVERYONE),
    "record_contact":        (ANYWHERE,                                 EVERYONE),
    "wake":                  (ANYWHERE,                                 set()),
    "suspend":               (ANYWHERE,                                 COORDINATOR | TEAMS),
    "resume":                (ANYWHERE,                                 COORDINATOR | TEAMS),
    "exit":                  (ANYWHERE,                                 COORDINATOR | TEAMS),
    "join":                  (ANYWHERE,                                 COORDINATOR),
    "leave":                 (set(Stage),                               COORDINATOR),
    "correct":               (NOWHERE,                                  EVERYONE),
}
STANDINGS = {
    "note":           set(Standing),
    "leave":          set(Standing),
    "resume":         {Standing.SUSPENDED},
    "wake":           {Standing.SUSPENDED},
}
STANDINGS |= {
    name: set(OPEN_STANDINGS)
    for name in (
        "edit_household", "edit_person", "record_permit", "record_contact", "exit", "join"
    )
}
# A host operator that was only asked answers: it neither steers the file nor rewrites it.
NOT_WHEN_ONLY_ASKED = {
    "return_to_preparation", "suspend", "resume", "exit",
    "edit_household", "edit_person", "record_permit", "record_contact",
}
# fmt: on
MINE, OTHER = 1, 2


def file_in(stage: Stage, standing: Standing, *, held_in_every_role_by: int) -> Parcours:
    """A file in memory: the table is judged without a database."""
    parcours = Parcours(pk=1, stage=stage, standing=standing)
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


def test_nothing_leads_to_closing_but_the_end_of_the_follow_up():
    leading = {step.name for step in PARCOURS_WORKFLOW.steps if step.target == Stage.CLOSED}

    assert leading == {"close"}
