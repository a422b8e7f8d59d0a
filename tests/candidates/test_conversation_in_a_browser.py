"""A message, its paper and its answer on a phone, in a real browser; reading it, without a script."""

import re

import pytest
from django.db import transaction
from django.urls import reverse

from candidates.enums import ExchangeChannel
from candidates.models import Note, SupportingDocument
from emile.core.context import database_context, system
from operators.enums import OrganisationKind
from operators.models import User
from tests.factories import make_actor, note, orient
from tests.factories.papers import picture


SMALL_PHONE = {"width": 320, "height": 568}
PHOTO = {"name": "IMG_2031.JPG", "mimeType": "image/jpeg", "buffer": picture(size=(1200, 1600))}


@pytest.fixture
def cast(server):
    coordinator = make_actor(OrganisationKind.COORDINATOR)
    prescriber = make_actor(OrganisationKind.PRESCRIBER)
    return prescriber, coordinator, orient(prescriber)


def user_of(actor):
    return User.objects.get(pk=actor.user_id)


def conversation_of(parcours):
    return reverse("candidates:file_exchanges", args=[parcours.public_id])


def message(actor, parcours):
    note(
        actor,
        parcours,
        text="Qui appelle le ménage cette semaine\u00a0?",
        channel=ExchangeChannel.MESSAGE,
        initiated_by=None,
        was_reached=None,
    )


def test_a_message_with_its_paper_is_written_on_a_phone(cast, page, sign_in, axe, fits_a_phone):
    prescriber, _, parcours = cast
    page.set_viewport_size(SMALL_PHONE)
    sign_in(page, user_of(prescriber))
    page.goto(conversation_of(parcours))
    box = page.get_by_role("region", name="Conversation")
    assert box.get_by_text("Les équipes du dossier\u00a0:").is_visible()
    assert box.get_by_text("Mon organisation seule").is_visible()
    axe(page)
    fits_a_phone(page)

    box.get_by_label("Texte").fill("Voici l’attestation.")
    box.get_by_text("Facultatif").click()
    box.get_by_label("Pièce jointe").set_input_files(PHOTO)
    box.get_by_role("button", name="Écrire dans le dossier").click()

    # The paper has to be named: the page says so where it is asked, and keeps the text.
    page.get_by_text("Dites quelle pièce c’est").first.wait_for()
    assert page.get_by_label("Texte").input_value() == "Voici l’attestation."
    assert page.get_by_label("Quelle pièce").is_visible()
    axe(page)
    fits_a_phone(page)
    page.get_by_label("Pièce jointe").set_input_files(PHOTO)
    page.get_by_label("Quelle pièce").select_option(label="Attestation CAF ou MSA")
    page.get_by_role("button", name="Écrire dans le dossier").click()

    page.wait_for_url("**/echanges/#conversation")
    assert page.get_by_text("Pièce jointe\u00a0: Attestation CAF ou MSA").is_visible()
    with database_context(system("test")), transaction.atomic():
        assert Note.objects.get().attachment == SupportingDocument.objects.get()
    axe(page)
    fits_a_phone(page)


def test_it_is_read_and_answered(cast, page_without_javascript, sign_in, fits_a_phone):
    prescriber, coordinator, parcours = cast
    message(coordinator, parcours)
    page = page_without_javascript
    page.set_viewport_size(SMALL_PHONE)
    sign_in(page, user_of(prescriber))
    page.goto(reverse("candidates:to_do"))
    page.get_by_role("link", name="avec un message non lu").click()
    with database_context(system("test")), transaction.atomic():
        reference = parcours.household.reference
    page.get_by_role("main").get_by_role("link", name=reference).first.click()
    page.get_by_text("Rubrique").click()
    page.get_by_role("link", name="Pièces et échanges (1 non lu)").click()
    page.wait_for_url(re.compile(r"/echanges/.*#conversation$"))
    assert page.get_by_text("Non lu", exact=True).is_visible()

    page.get_by_role("link", name="Répondre").click()
    assert page.get_by_role("heading", name="Répondre").is_visible()
    fits_a_phone(page)
    page.get_by_label("Texte").fill("Nous, jeudi.")
    page.get_by_role("button", name="Écrire dans le dossier").click()

    page.wait_for_url("**/echanges/#conversation")
    first = page.get_by_role("region", name="Conversation").get_by_role("listitem").first
    assert first.get_by_text("Qui appelle le ménage").is_visible()
    assert first.get_by_text("Nous, jeudi.").is_visible()
    assert page.get_by_text("Non lu", exact=True).count() == 0
    fits_a_phone(page)
