"""« Pièces et échanges » says what became of the platform's messages about a file."""

import pytest
from django.urls import reverse

from candidates import services
from emile.core.models import MessageFailure, MessageState, OutboxMessage
from operators.models import Organisation
from tests.factories import act, orient


pytestmark = pytest.mark.django_db

TEXT = "Où en est ce dossier"
HEADING = "Messages de la plateforme"


@pytest.fixture
def parcours(prescriber, coordinator):
    Organisation.objects.filter(pk=coordinator.organisation_id).update(email="suivi@exemple.test")
    parcours = orient(prescriber)
    OutboxMessage.objects.all().delete()
    act(services.remind_owner, prescriber, parcours)
    OutboxMessage.objects.update(body=TEXT)
    return parcours


@pytest.fixture
def read(signed_in, parcours):
    url = reverse("candidates:file_exchanges", args=[parcours.public_id])
    return lambda actor: signed_in(actor).get(url).text


def test_whom_it_was_written_to_reads_its_state_and_its_text(read, coordinator):
    letter = OutboxMessage.objects.get()
    OutboxMessage.objects.update(state=MessageState.FAILED, failure=MessageFailure.REFUSED)

    text = read(coordinator)

    assert letter.subject in text
    assert "Échec" in text
    assert "Adresse refusée" in text
    assert TEXT in text


def test_nobody_else_knows_of_it(read, prescriber):
    assert HEADING not in read(prescriber)


def test_the_coordinator_knows_of_the_others_without_their_text(read, prescriber, coordinator):
    OutboxMessage.objects.update(organisation_id=prescriber.organisation_id)
    letter = OutboxMessage.objects.get()

    text = read(coordinator)

    assert letter.subject in text
    assert TEXT not in text


def test_what_was_written_to_the_household_is_known_to_its_teams(read, prescriber):
    OutboxMessage.objects.update(organisation_id=None)

    text = read(prescriber)

    assert HEADING in text
    assert TEXT not in text
