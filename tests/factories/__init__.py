"""Households, organisations and files in the situations that tests need.

Files are made through the services, so that their journal is true. Every name is fictitious.
"""

from tests.factories.acts import (
    act,
    commit_home,
    commit_job,
    correct_last_act,
    edit_project,
    everyone_agrees,
    leave,
    note,
    plan_stay,
    propose,
    reason_to,
    say,
    seat_of,
    suspend,
    visit,
)
from tests.factories.households import (
    a_candidate,
    orient,
)
from tests.factories.organisations import (
    PASSWORD,
    make_actor,
    make_mandate,
    make_membership,
)
from tests.factories.stages import (
    at_diagnosis,
    at_follow_up,
    at_immersion,
    at_information,
    at_installation,
    at_positioning,
    at_preparation,
    at_reflection,
    at_second_validation,
    at_validation,
    closed,
)


__all__ = [
    "PASSWORD",
    "a_candidate",
    "act",
    "at_diagnosis",
    "at_follow_up",
    "at_immersion",
    "at_information",
    "at_installation",
    "at_positioning",
    "at_preparation",
    "at_reflection",
    "at_second_validation",
    "at_validation",
    "closed",
    "commit_home",
    "commit_job",
    "correct_last_act",
    "edit_project",
    "everyone_agrees",
    "leave",
    "make_actor",
    "make_mandate",
    "make_membership",
    "note",
    "orient",
    "plan_stay",
    "propose",
    "reason_to",
    "say",
    "seat_of",
    "suspend",
    "visit",
]
