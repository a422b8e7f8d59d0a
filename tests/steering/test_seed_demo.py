"""The demonstration's households reach their goal through the services."""

from collections import Counter

import pytest
from django.core.management import call_command

from candidates.enums import Stage, Standing
from candidates.models import Parcours, ParcoursEvent
from emile.core.context import database_context, system
from emile.core.models import MessageState, OutboxMessage
from emile.steering.demo import HOUSEHOLDS


pytestmark = pytest.mark.django_db


def test_every_household_is_where_its_story_says():
    call_command("seed_demo")

    with database_context(system("test")):
        reached = Counter(Parcours.objects.values_list("stage", flat=True))
        standings = set(Parcours.objects.values_list("standing", flat=True))
    assert reached == Counter(household.goal for household in HOUSEHOLDS)
    assert {Standing.SUSPENDED, Standing.CLOSED, Standing.TO_DO} <= standings
    assert set(reached) == set(Stage)


def test_no_letter_of_the_past_is_left_to_send():
    call_command("seed_demo", households=2)

    letters = OutboxMessage.objects.filter(parcours_id__isnull=False)
    with database_context(system("test")):
        acts = set(ParcoursEvent.objects.values_list("parcours", "recorded_at"))
    assert {letter.state for letter in letters} == {MessageState.SENT}
    assert {(letter.parcours_id, letter.sent_at) for letter in letters} <= acts


def test_a_second_seed_adds_nothing():
    call_command("seed_demo", households=1)
    call_command("seed_demo", households=1)

    with database_context(system("test")):
        assert Parcours.objects.count() == 1
