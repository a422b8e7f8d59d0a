"""What the clock and the operator's commands do outside any request, on a database that commits."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from candidates import services
from candidates.enums import PlannedOutcome, Stage, Standing
from candidates.jobs import carry_out_hand_overs, wake_suspended
from candidates.models import Parcours
from emile.core.context import database_context, system
from operators.enums import OrganisationKind
from operators.models import Organisation
from tests.factories import make_actor, orient, suspend


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
