"""A file may sleep, wake up or leave the programme at any stage."""

from datetime import timedelta

import pytest
from django.utils import timezone

from candidates import services
from candidates.enums import PlacementStatus, Stage, Standing
from candidates.models import DeadlinePolicy, Parcours, ParcoursEvent, Placement
from candidates.selectors.todo import to_do
from candidates.services.beside import ReviewInThePast, wake_if_due
from candidates.workflow import clock
from emile.core.context import database_context
from emile.core.workflow import TransitionRefused
from operators.actors import Platform
from tests.factories import act, at_information, at_positioning, leave, orient, propose, suspend


pytestmark = pytest.mark.django_db


def waiting(actor, today):
    with database_context(actor.database_context):
        return to_do(actor=actor, since=timezone.now(), today=today, acts={})


def test_a_suspended_file_sleeps_until_its_review_date(prescriber, coordinator):
    today = timezone.localdate()
    parcours = suspend(coordinator, orient(prescriber))

    assert (parcours.stage, parcours.standing) == (Stage.ELIGIBILITY, Standing.SUSPENDED)
    assert parcours.due_on == today + timedelta(days=30)
    assert (waiting(coordinator, today).total, waiting(coordinator, today).elsewhere) == (0, 1)


def test_it_is_to_do_again_that_day_even_before_the_clock_has_woken_it(prescriber, coordinator):
    parcours = suspend(coordinator, orient(prescriber))

    page = waiting(coordinator, parcours.due_on)

    assert (page.total, page.elsewhere) == (1, 0)


def test_the_clock_wakes_it_up_and_the_time_asleep_does_not_count(prescriber, coordinator):
    before = orient(prescriber)
    asleep = suspend(coordinator, before)
    later = timezone.now() + timedelta(days=30)

    assert services.wake_suspended(on=asleep.due_on - timedelta(days=1), now=later) == 0
    assert services.wake_suspended(on=asleep.due_on, now=later) == 1
    assert services.wake_suspended(on=asleep.due_on, now=later) == 0

    with database_context(coordinator.database_context):
        woken = Parcours.objects.get(pk=before.pk)
        event = ParcoursEvent.objects.get(parcours=before, kind="wake")
    assert woken.standing == Standing.IN_PROGRESS
    assert woken.due_on == before.due_on + timedelta(days=30)
    assert (event.actor_user_id, event.actor_organisation_id) == (None, None)


def test_the_clock_lets_sleep_a_file_that_was_suspended_anew_meanwhile(prescriber, coordinator):
    seen = suspend(coordinator, orient(prescriber))
    act(services.resume_parcours, coordinator, seen)
    suspend(coordinator, seen, days=60)
    platform = Platform("réveil des suspensions")

    with database_context(platform.database_context):
        assert not wake_if_due(platform, seen, on=seen.due_on, now=timezone.now() + timedelta(30))


def test_a_person_may_resume_it_sooner(prescriber, coordinator):
    before = orient(prescriber)
    ago = timezone.localdate() - timedelta(days=4)
    with database_context(coordinator.database_context):
        Parcours.objects.filter(pk=before.pk).update(opened_on=ago, stage_since=ago)
    suspend(coordinator, before, on=ago, days=60)

    woken = act(services.resume_parcours, coordinator, before)

    assert woken.standing == Standing.IN_PROGRESS
    assert not woken.is_asleep_on(timezone.localdate())


def test_it_is_not_resumed_before_it_slept(prescriber, coordinator):
    now = timezone.now()
    before = orient(prescriber, now=now - timedelta(days=20))
    asleep = suspend(coordinator, before, on=timezone.localdate(now) - timedelta(days=4))

    with pytest.raises(TransitionRefused) as refusal:
        act(
            services.resume_parcours,
            coordinator,
            asleep,
            on=timezone.localdate(now) - timedelta(days=5),
        )

    assert refusal.value.code == "date"


def test_only_the_nights_since_the_start_of_a_delay_are_taken_off(prescriber, coordinator):
    now = timezone.now()
    today = timezone.localdate(now)
    parcours = orient(prescriber, now=now - timedelta(days=20))
    suspend(coordinator, parcours, on=today - timedelta(days=10), days=60)
    act(services.resume_parcours, coordinator, parcours, on=today - timedelta(days=2))

    with database_context(coordinator.database_context):
        nights = {}
        for days in (20, 6, 1):
            since = today - timedelta(days=days)
            due_on = clock.turn(parcours, parcours.stage, since, today).due_on
            nights[days] = (due_on - clock.delay_after(parcours.stage, since)).days

    assert nights == {20: 8, 6: 4, 1: 0}


def test_a_file_that_cannot_be_woken_does_not_keep_the_others_asleep(prescriber, coordinator):
    broken, sound = orient(prescriber, is_committed=None), orient(prescriber)
    suspend(coordinator, broken)
    due_on = suspend(coordinator, sound).due_on
    with database_context(coordinator.database_context):
        DeadlinePolicy.objects.filter(code=Stage.ORIENTATION).delete()

    with pytest.raises(ExceptionGroup) as failed:
        services.wake_suspended(on=due_on, now=timezone.now() + timedelta(days=30))

    assert len(failed.value.exceptions) == 1
    with database_context(coordinator.database_context):
        standings = [Parcours.objects.get(pk=one.pk).standing for one in (broken, sound)]
    assert standings == [Standing.SUSPENDED, Standing.IN_PROGRESS]


def test_the_review_is_to_come(prescriber, coordinator):
    with pytest.raises(ReviewInThePast):
        suspend(coordinator, orient(prescriber), days=0)


def test_the_orienting_body_does_not_steer(prescriber, coordinator):
    parcours = orient(prescriber)

    with pytest.raises(TransitionRefused) as refusal:
        suspend(prescriber, parcours)
    assert refusal.value.code == "permission"


def test_neither_does_a_host_that_was_only_asked(prescriber, coordinator, upstream, host):
    parcours = at_positioning(prescriber, coordinator, upstream)
    propose(upstream, parcours, host)

    with pytest.raises(TransitionRefused) as refusal:
        leave(host, parcours)
    assert refusal.value.code == "permission"


def test_leaving_keeps_the_stage_and_withdraws_what_was_proposed(
    prescriber, coordinator, upstream, host
):
    parcours = at_positioning(prescriber, coordinator, upstream)
    placement = propose(upstream, parcours, host)

    left = leave(upstream, parcours)

    assert (left.stage, left.standing) == (Stage.POSITIONING, Standing.EXITED)
    assert (left.owner_organisation_id, left.due_on) == (None, None)
    assert Placement.objects.get(pk=placement.pk).status == PlacementStatus.WITHDRAWN
    for actor, can_read in ((upstream, True), (prescriber, True), (host, False)):
        with database_context(actor.database_context):
            assert Parcours.objects.visible_to(actor).exists() is can_read


def test_a_file_that_was_left_takes_notes_and_nothing_else(prescriber, coordinator, upstream):
    parcours = leave(coordinator, at_information(prescriber, coordinator, upstream))

    with pytest.raises(TransitionRefused) as refusal:
        suspend(coordinator, parcours)
    assert refusal.value.code == "state"
