"""The households drawn for the demonstration: the same ones each time, and lawful lives."""

from collections import Counter
from datetime import date, datetime, time

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from candidates.enums import OPEN_STANDINGS, HouseholdType, LanguageLevel, Link, Stage
from candidates.models import Parcours, ParcoursEvent
from emile.core.context import database_context, system
from emile.core.models import MessageState, OutboxMessage
from emile.steering.demo import casting, draw_households, priors
from emile.steering.demo.seeding import tell


TODAY = date(2026, 11, 20)
MANY, SOME = 2000, 12


@pytest.fixture
def now() -> datetime:
    return timezone.make_aware(datetime.combine(TODAY, time(9)))


def seed(now, count=SOME, number=3):
    with transaction.atomic():
        cast = casting.make_cast(now, with_teams=True)
        casting.plan_sessions(cast, now)
        tell(draw_households(count, seed=number, today=now.date()), cast, now)


def content():
    """Everything that happened, ids and references aside."""
    with database_context(system("test")):
        acts = ParcoursEvent.objects.order_by("parcours", "sequence")
        told = acts.values_list("kind", "occurred_on", "to_stage", "to_standing", "due_on")
        people = Parcours.objects.order_by("pk").values_list(
            "household__members__person__last_name", "opened_on", "territory__slug"
        )
        return list(told), Counter(people)


def test_the_same_seed_draws_the_same_households():
    assert draw_households(5, seed=3, today=TODAY) == draw_households(5, seed=3, today=TODAY)
    assert draw_households(5, seed=3, today=TODAY) != draw_households(5, seed=4, today=TODAY)


def test_a_household_does_not_depend_on_the_others():
    *_, last = draw_households(4, seed=3, today=TODAY)

    assert [last] == draw_households(1, seed=3, today=TODAY, first=4)


def test_they_are_distributed_as_the_priors_say():
    drawn = draw_households(MANY, seed=3, today=TODAY)

    alone = sum(len(one.people) == 1 for one in drawn) / MANY
    assert alone == pytest.approx(priors.TYPES[HouseholdType.SINGLE] / 100, abs=0.04)
    eligible = sum(one.meets_criteria for one in drawn) / MANY
    assert eligible == pytest.approx(priors.ELIGIBLE / 100, abs=0.04)
    followed = sum(one.goal == Stage.CLOSED for one in drawn) / MANY
    assert followed == pytest.approx(priors.FUNNEL[Stage.FOLLOW_UP] / 100, abs=0.02)
    levels = Counter(one.people[0].fields["language_level"] for one in drawn)
    assert set(levels) == set(LanguageLevel)
    assert all(one.people[0].link == Link.CANDIDATE for one in drawn)


@pytest.mark.django_db
def test_the_same_seed_tells_the_same_lives(now):
    told = []
    for _ in range(2):
        with transaction.atomic():
            seed(now, count=4)
            told.append(content())
            transaction.set_rollback(True)

    assert told[0] == told[1]


@pytest.mark.django_db
def test_their_lives_are_lawful(now):
    seed(now)

    call_command("rebuild_projections", check=True)
    with database_context(system("test")):
        files = list(Parcours.objects.all())
        for parcours in files:
            days = parcours.events.order_by("sequence").values_list("occurred_on", flat=True)
            assert list(days) == sorted(days)
            assert days[0] == parcours.opened_on
            if parcours.standing in OPEN_STANDINGS:
                assert parcours.owner_organisation_id
                assert parcours.due_on
        assert len(files) == SOME
        assert len({parcours.stage for parcours in files}) > 3


@pytest.mark.django_db
def test_who_settled_more_than_a_year_ago_is_asked_for_news(now):
    drawn = draw_households(MANY, seed=3, today=TODAY)
    old = next(one for one in drawn if one.goal == Stage.CLOSED and one.days > 700)
    with transaction.atomic():
        tell([old], casting.make_cast(now, with_teams=True), now)

    with database_context(system("test")):
        assert ParcoursEvent.objects.filter(kind="ask_news").count() == 1


@pytest.mark.django_db
def test_no_letter_of_their_past_is_left_to_send(now):
    seed(now, count=2)

    states = OutboxMessage.objects.filter(parcours_id__isnull=False).values_list("state", flat=True)
    assert set(states) == {MessageState.SENT}
