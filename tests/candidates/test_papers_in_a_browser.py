"""A paper photographed with a phone, in a real browser: sent, checked, read, taken back."""

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from candidates.models import SupportingDocument
from emile.core.context import database_context, system
from operators.enums import OrganisationKind
from operators.models import Organisation, User
from tests.factories import let_out, make_actor, orient, send_paper
from tests.factories.papers import picture
from tests.harness.browser import PHONE


PHOTO = {"name": "IMG_2031.JPG", "mimeType": "image/jpeg", "buffer": picture(size=(1200, 1600))}
PAGE = {"name": "avis.pdf", "mimeType": "application/pdf", "buffer": b"<html>bonjour</html>"}


@pytest.fixture
def cast(server):
    coordinator = make_actor(OrganisationKind.COORDINATOR)
    prescriber = make_actor(OrganisationKind.PRESCRIBER)
    Organisation.objects.filter(pk=prescriber.organisation_id).update(email="suivi@exemple.test")
    return prescriber, coordinator, orient(prescriber)


def user_of(actor):
    return User.objects.get(pk=actor.user_id)


def papers_of(parcours):
    return reverse("candidates:file_exchanges", args=[parcours.public_id])


def the_paper():
    with database_context(system("test")), transaction.atomic():
        return SupportingDocument.objects.get()


def send(page, file):
    page.get_by_label("Fichier").set_input_files(file)
    page.get_by_role("button", name="Envoyer la pièce").click()


def test_a_photo_is_sent_from_a_phone(cast, page, sign_in, axe, fits_a_phone):
    prescriber, _, parcours = cast
    page.set_viewport_size(PHONE)
    sign_in(page, user_of(prescriber))
    page.goto(papers_of(parcours))
    axe(page)
    page.get_by_role("link", name="Déposer\u00a0: Attestation d’hébergement").click()
    axe(page)
    fits_a_phone(page)
    assert page.get_by_label("Quelle pièce").input_value() == "lodging"

    send(page, PAGE)
    assert page.get_by_text("quoi que dise son nom").first.is_visible()
    axe(page)
    assert page.get_by_label("Quelle pièce").input_value() == "lodging"

    send(page, PHOTO)
    page.get_by_text("En cours de vérification").first.wait_for()
    axe(page)
    fits_a_phone(page)

    let_out(the_paper())
    page.get_by_role("link", name="Actualiser").click()
    with page.expect_download() as downloading:
        page.get_by_role("link", name="Télécharger").click()
    assert downloading.value.suggested_filename.startswith("attestation-dhebergement-")
    assert downloading.value.path().read_bytes().startswith(b"\xff\xd8\xff")
    axe(page)
    fits_a_phone(page)


def test_without_scripts_a_paper_is_sent_and_taken_back(cast, page_without_javascript, sign_in):
    prescriber, _, parcours = cast
    page = page_without_javascript
    sign_in(page, user_of(prescriber))
    page.goto(papers_of(parcours))
    page.get_by_role("link", name="Déposer une pièce").click()
    page.get_by_label("Quelle pièce").select_option("tax")
    page.get_by_text("Tout le ménage").click()
    send(page, PHOTO)

    page.get_by_role("link", name="Retirer").click()
    page.get_by_role("button", name="Effacer la pièce").click()

    assert page.get_by_text("C’est noté\u00a0: pièce retirée.").is_visible()
    assert page.get_by_role("link", name="Retirer").count() == 0


def test_the_coordinator_reads_who_did_and_reminds(cast, page, sign_in, axe, fits_a_phone):
    prescriber, coordinator, parcours = cast
    send_paper(
        prescriber, parcours, content=picture(), expires_on=timezone.localdate().replace(year=2090)
    )
    sign_in(page, user_of(coordinator))
    page.goto(papers_of(parcours))
    with page.expect_download():
        page.get_by_role("link", name="Télécharger").click()
    page.reload()
    page.get_by_text("Qui l’a téléchargée").click()
    axe(page)
    fits_a_phone(page)

    page.get_by_role("button", name="Rappeler les pièces manquantes").click()

    assert page.get_by_text("C’est noté\u00a0: pièces manquantes rappelées.").is_visible()
    axe(page)
