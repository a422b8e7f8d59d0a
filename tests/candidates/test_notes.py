"""An exchange is noted in seconds, for everyone on the file or for one's own side only."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import NoteLevel, Standing
from candidates.models import Note, ParcoursEvent
from emile.core.context import database_context
from emile.core.workflow import TransitionRefused
from operators.enums import MembershipRole, OrganisationKind
from tests.factories import make_membership, note, orient


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


def correction_of(browser, parcours):
    """Where the last exchange is corrected, and its form as it opens, ready to be sent."""
    event = ParcoursEvent.objects.filter(
        parcours=parcours, kind="note", actor_kind="prescriber"
    ).latest("sequence")
    url = reverse("candidates:correct", args=[parcours.public_id, event.sequence])
    form = browser.get(url).context["form"]
    shown = {name: form[name].value() for name in form.fields}
    return url, {name: "" if value is None else value for name, value in shown.items()}


def test_an_exchange_is_written_again_by_its_author(
    signed_in, submit, prescriber, coordinator, told_to
):
    """After others have acted, and with nothing to type but what changes."""
    parcours = note(prescriber, orient(prescriber), next_step="Rappeler la CAF")
    note(coordinator, parcours, text="Vu avec la CAF.")
    browser = signed_in(prescriber)
    url, answers = correction_of(browser, parcours)
    assert (answers["text"], answers["next_step"]) == ("Rappeler lundi.", "Rappeler la CAF")

    refused = submit(url, answers | {"text": "Rappeler mardi."})
    assert refused.status_code == 422
    accepted = submit(url, answers | {"text": "Rappeler mardi.", "reason": "Pas lundi."})

    assert accepted.status_code == 302
    entries = told_to(coordinator, parcours)
    texts = [one.text for one in entries]
    assert texts[:4] == ["Rappeler mardi.", "Pas lundi.", "Vu avec la CAF.", "Rappeler lundi."]
    assert entries[3].corrected.startswith("Corrigé le ")
    assert "CHRS de test" in entries[3].corrected
    page = browser.get(reverse("candidates:file_exchanges", args=[parcours.public_id])).text
    assert "Rappeler mardi." in page
    assert "Rappeler lundi." not in page


def test_what_becomes_confidential_is_closed_as_it_was_written_before(
    signed_in, submit, prescriber, coordinator, told_to
):
    parcours = note(prescriber, orient(prescriber))
    url, answers = correction_of(signed_in(prescriber), parcours)

    submit(url, answers | {"level": NoteLevel.CONFIDENTIAL, "reason": "À garder pour nous."})

    assert "Rappeler lundi." not in {one.text for one in told_to(coordinator, parcours)}
    assert [one.text for one in told_to(prescriber, parcours)].count("Rappeler lundi.") == 2


def test_what_was_rewritten_then_withdrawn_is_not_read_any_more(
    signed_in, submit, prescriber, coordinator, told_to
):
    parcours = note(prescriber, orient(prescriber))
    browser = signed_in(prescriber)
    url, answers = correction_of(browser, parcours)
    submit(url, answers | {"text": "Autre ménage.", "reason": "Précision."})
    url, answers = correction_of(browser, parcours)

    submit(url, answers | {"fate": "withdraw", "reason": "Mauvais dossier."})

    told = {one.text for one in told_to(prescriber, parcours)}
    assert "Mauvais dossier." in told
    assert not {"Rappeler lundi.", "Autre ménage."} & told


def test_nobody_puts_words_in_anothers_mouth(signed_in, prescriber, coordinator):
    parcours = note(prescriber, orient(prescriber))
    event = ParcoursEvent.objects.get(parcours=parcours, kind="note")
    manager = make_membership(
        OrganisationKind.PRESCRIBER, name="CHRS de test", role=MembershipRole.MANAGER
    ).as_actor(OrganisationKind.PRESCRIBER)

    url = reverse("candidates:correct", args=[parcours.public_id, event.sequence])
    assert set(signed_in(manager).get(url).context["form"].fields) == {"reason"}

    with pytest.raises(TransitionRefused):
        services.rewrite_exchange(
            actor=manager, event=event, now=timezone.now(), reason="Autrement dit."
        )
