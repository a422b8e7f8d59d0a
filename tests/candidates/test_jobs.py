"""What the clock and the operator's commands do outside any request, on a database that commits."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from candidates import services
from candidates.enums import (
    AppointmentKind,
    AppointmentState,
    ContactKind,
    PlannedOutcome,
    Stage,
    Standing,
)
from candidates.jobs import carry_out_hand_overs, wake_suspended
from candidates.models import DigestRound, Parcours, Reminder
from emile.core.context import database_context, system
from emile.core.models import Channel, OutboxMessage
from operators.enums import OrganisationKind
from operators.models import Organisation, User
from tests.factories import a_candidate, act, make_actor, orient, suspend


@pytest.fixture
def asleep(committing_db):
    """A file that was suspended ten days ago until yesterday."""
    coordinator = make_actor(OrganisationKind.COORDINATOR)
    then = timezone.now() - timedelta(days=10)
    parcours = orient(make_actor(OrganisationKind.PRESCRIBER), now=then)
    return suspend(coordinator, parcours, on=timezone.localdate(then), now=then, days=9)


@pytest.fixture
def as_it_is():
    @transaction.atomic
    def read(parcours):
        with database_context(system("essai")):
            return Parcours.objects.get(pk=parcours.pk)

    return read


def test_files_whose_review_date_has_come_wake_up_once(asleep, as_it_is):
    assert (wake_suspended(), wake_suspended()) == (1, 0)
    assert as_it_is(asleep).standing == Standing.IN_PROGRESS


@pytest.fixture
def planned(committing_db):
    """A passation that was due two days ago, when the platform had stopped."""
    coordinator = make_actor(OrganisationKind.COORDINATOR)
    giver, receiver = (make_actor(OrganisationKind.PRESCRIBER, name=name) for name in "AB")
    then = timezone.now() - timedelta(days=3)
    parcours = orient(giver, now=then)
    giver, receiver = (
        Organisation.objects.get(pk=one.organisation_id) for one in (giver, receiver)
    )
    with database_context(coordinator.database_context):
        return services.plan_hand_over(
            actor=coordinator,
            files=[parcours],
            role=OrganisationKind.PRESCRIBER,
            giver=giver,
            receiver=receiver,
            whose=None,
            worker=None,
            reason="Fin de mandat.",
            planned_on=timezone.localdate(then) + timedelta(days=1),
            now=then,
        )


def test_a_passation_missed_during_a_stop_is_done_once(planned):
    assert (carry_out_hand_overs(), carry_out_hand_overs()) == (1, 0)
    assert planned.files.get().outcome == PlannedOutcome.PASSED


def test_a_file_changed_by_hand_is_put_right(asleep, as_it_is):
    with database_context(system("essai")), transaction.atomic():
        Parcours.objects.filter(pk=asleep.pk).update(stage=Stage.DIAGNOSIS)

    with pytest.raises(CommandError):
        call_command("rebuild_projections", check=True, stdout=StringIO())
    call_command("rebuild_projections", stdout=StringIO())

    assert as_it_is(asleep).stage == Stage.ELIGIBILITY


@pytest.fixture
def late(committing_db):
    """A file that waits for the coordinator since the beginning of March 2025."""
    make_actor(OrganisationKind.COORDINATOR, name="GIP Habitat et Interventions Sociales")
    return orient(make_actor(OrganisationKind.PRESCRIBER), now=datetime(2025, 3, 3, 9, tzinfo=UTC))


def morning(utc):
    return services.write_digests(on=timezone.localdate(utc), now=utc)


def test_two_clocks_at_once_write_one_message(late, at_once):
    now = datetime(2025, 3, 28, 6, 30, tzinfo=UTC)

    outcomes = at_once(*[lambda: morning(now)] * 4)

    assert sorted(outcomes) == [0, 0, 0, 1]
    assert OutboxMessage.objects.filter(key__startswith="digest:").count() == 1


def test_a_round_that_is_killed_leaves_nothing_behind(late):
    now = datetime(2025, 3, 28, 6, 30, tzinfo=UTC)
    with transaction.atomic():
        morning(now)
        transaction.set_rollback(True)
    assert not DigestRound.objects.exists()

    assert morning(now) == 1


def test_the_day_is_that_of_paris_on_both_sides_of_a_change_of_the_hour(late, committing_db):
    """The last Friday of winter time, then the first Monday of summer time."""
    for utc in (
        # Half past four in the morning: nobody is written to.
        datetime(2025, 3, 28, 3, 30, tzinfo=UTC),
        datetime(2025, 3, 28, 6, 30, tzinfo=UTC),
        # The night of the change, on a Sunday.
        datetime(2025, 3, 30, 1, 30, tzinfo=UTC),
        # Seven in summer time, when winter's would still be six.
        datetime(2025, 3, 31, 5, 0, tzinfo=UTC),
        datetime(2025, 3, 31, 6, 0, tzinfo=UTC),
    ):
        morning(utc)

    days = DigestRound.objects.order_by("day").values_list("day", "written_at")
    assert [(str(day), at.hour) for day, at in days] == [("2025-03-28", 6), ("2025-03-31", 5)]
    with database_context(system("essai")), transaction.atomic():
        assert set(Reminder.objects.values_list("said_on", flat=True)) == {days[0][0]}


# Reminders by text message


# A Wednesday.
@time_machine.travel(datetime(2026, 12, 2, 9, 5, tzinfo=UTC), tick=False)
def test_what_is_being_cancelled_is_not_recalled_meanwhile(committing_db, at_once):
    coordinator = make_actor(
        OrganisationKind.COORDINATOR, name="GIP Habitat et Interventions Sociales"
    )
    phone = {"kind": ContactKind.OWN_PHONE, "value": "+33612345678", "is_message_safe": True}
    people = [replace(a_candidate(), contacts=[phone])]
    parcours = orient(make_actor(OrganisationKind.PRESCRIBER), people=people)
    now = timezone.now()
    appointment = act(
        services.plan_appointment,
        coordinator,
        parcours,
        worker=User.objects.get(pk=coordinator.user_id),
        kind=AppointmentKind.OFFICE,
        starts_at=now + timedelta(days=1),
        place="12 rue des Exemples",
        purpose="Point santé",
    )
    state = AppointmentState.CANCELLED

    with transaction.atomic():
        act(
            services.close_appointment,
            coordinator,
            parcours,
            appointment=appointment,
            state=state,
        )
        outcomes = at_once(lambda: services.write_texts(now=now))

    assert outcomes == [0]
    assert not OutboxMessage.objects.filter(channel=Channel.SMS).exists()
