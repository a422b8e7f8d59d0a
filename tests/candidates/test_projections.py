"""What a file shows is what its journal says, whatever happened to it."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from candidates import services
from candidates.enums import CallOutcome, Stage
from candidates.models import Parcours
from emile.core.context import database_context, system
from tests.factories import (
    act,
    at_positioning,
    at_validation,
    correct_last_act,
    leave,
    note,
    orient,
    propose,
    suspend,
)


pytestmark = pytest.mark.django_db


@pytest.fixture
def files(prescriber, coordinator, upstream, host):
    """Files that went far, back, asleep and out."""
    at_validation(prescriber, coordinator, upstream, host)
    asleep = suspend(upstream, at_positioning(prescriber, coordinator, upstream))
    note(prescriber, asleep)
    gone = at_positioning(prescriber, coordinator, upstream)
    propose(upstream, gone, host)
    leave(coordinator, gone)
    called = act(services.log_call, coordinator, orient(prescriber), outcome=CallOutcome.NO_ANSWER)
    correct_last_act(coordinator, called)


def rebuild(**options):
    said = StringIO()
    call_command("rebuild_projections", stdout=said, **options)
    return said.getvalue()


def test_they_are_equal_after_any_act(files):
    assert rebuild(check=True).startswith("0 dossier")


def test_what_was_changed_by_hand_is_said_then_put_right(files):
    with database_context(system("essai")):
        parcours = Parcours.objects.order_by("pk").first()
        Parcours.objects.filter(pk=parcours.pk).update(stage=Stage.DIAGNOSIS)

        with pytest.raises(CommandError):
            rebuild(check=True)
        said = rebuild()

        assert f"{parcours.pk} stage : diagnosis au lieu de {parcours.stage}" in said
        assert Parcours.objects.get(pk=parcours.pk).stage == parcours.stage
