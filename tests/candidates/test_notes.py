"""An exchange is noted in seconds, for everyone on the file or for one's own side only."""

from uuid import uuid4

import pytest
from django.urls import reverse

from candidates.enums import NoteLevel, Standing
from candidates.models import Note
from emile.core.context import database_context
from tests.factories import note, orient


pytestmark = pytest.mark.django_db


def test_a_shared_exchange_is_read_by_every_team(prescriber, coordinator, told_to):
    parcours = note(prescriber, orient(prescriber))

    entry = told_to(coordinator, parcours)[0]

    assert entry.title == ("Échange\u00a0: téléphone, à l’initiative du ménage, personne jointe")
    assert entry.text == "Rappeler lundi."


def test_a_confidential_exchange_stays_on_its_side_coordinator_included(
    prescriber, coordinator, told_to
):
    parcours = note(prescriber, orient(prescriber), level=NoteLevel.CONFIDENTIAL)

    assert told_to(prescriber, parcours)[0].text == "Rappeler lundi."
    assert all("Échange" not in entry.title for entry in told_to(coordinator, parcours))


def test_somebody_elses_note_does_not_make_the_owners_move(prescriber, coordinator):
    parcours = note(prescriber, orient(prescriber))

    assert parcours.standing == Standing.TO_DO
    assert note(coordinator, parcours).standing == Standing.IN_PROGRESS


def test_what_comes_next_is_told_in_brief_to_those_who_may_read_it(
    signed_in, prescriber, coordinator
):
    parcours = note(prescriber, orient(prescriber), next_step="Rappeler la CAF")
    note(prescriber, parcours, level=NoteLevel.CONFIDENTIAL, next_step="Voir la cheffe de service")

    assert (
        "Voir la cheffe de service" in signed_in(prescriber).get(parcours.get_absolute_url()).text
    )
    page = signed_in(coordinator).get(parcours.get_absolute_url()).text
    assert "Rappeler la CAF" in page
    assert "cheffe de service" not in page


def test_a_day_without_what_is_planned_is_refused_next_to_it(signed_in, submit, prescriber):
    parcours = orient(prescriber)
    signed_in(prescriber)

    answer = submit(
        reverse("candidates:act", args=[parcours.public_id, "note"]),
        {
            "text": "Le ménage confirme.",
            "channel": "phone",
            "initiated_by": "team",
            "was_reached": "yes",
            "level": "shared",
            "next_on": "2030-01-07",
            "on": f"{parcours.opened_on:%Y-%m-%d}",
        },
    )

    assert answer.status_code == 422
    assert "Dites ce qui est prévu" in answer.context["form"].errors["next_step"][0]
    assert not Note.objects.exists()


def test_it_is_noted_from_the_first_page_of_the_file(signed_in, prescriber, coordinator):
    parcours = orient(prescriber)
    browser = signed_in(prescriber)
    address = reverse("candidates:act", args=[parcours.public_id, "note"])

    assert f'action="{address}"' in browser.get(parcours.get_absolute_url()).text
    answer = browser.post(
        address,
        {
            "once": uuid4(),
            "text": "Le ménage confirme.",
            "channel": "phone",
            "initiated_by": "team",
            "was_reached": "yes",
            "level": "shared",
            "on": f"{parcours.opened_on:%Y-%m-%d}",
        },
    )

    assert answer.status_code == 302
    with database_context(prescriber.database_context):
        assert Note.objects.get(parcours=parcours).text == "Le ménage confirme."
