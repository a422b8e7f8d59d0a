"""An import in a real browser: with scripts its progress follows, without them it is read again."""

import pytest
from django.urls import reverse

from operators.enums import OrganisationKind
from operators.models import User
from territories.enums import OfferKind
from territories.models import Offer, OfferImport
from tests.factories import make_actor, make_mandate
from tests.territories.importing import A_HOME, csv_of, worked_on


ROWS = [(f"A-{number}", *A_HOME[1:]) for number in range(30)]
BAD = ("A-x", "15014", "T3", "52", "65", "Bailleur des Exemples")


@pytest.fixture
def host(server):
    actor = make_actor(OrganisationKind.HOST, name="Accueil du Cantal")
    make_mandate(actor, "cantal")
    return actor


def send_and_match(page):
    page.goto(reverse("territories:import_upload", args=[OfferKind.HOME]) + "?territoire=cantal")
    content = csv_of(*ROWS, BAD)
    page.get_by_label("Fichier").set_input_files(
        {"name": "offres.csv", "mimeType": "text/csv", "buffer": content}
    )
    page.get_by_role("button", name="Envoyer le fichier").click()
    page.get_by_role("button", name="Vérifier les lignes").click()
    return OfferImport.objects.get()


def test_progress_follows_by_itself(host, page, sign_in, axe, fits_a_phone):
    sign_in(page, User.objects.get(pk=host.user_id))
    imported = send_and_match(page)
    page.get_by_text("0 lignes sur 31").wait_for()
    axe(page)
    fits_a_phone(page)

    worked_on(imported)
    page.get_by_role("button", name="Importer les 30 lignes valables").wait_for()
    assert page.get_by_text("vérifiez le loyer").is_visible()
    axe(page)
    fits_a_phone(page)

    page.get_by_role("button", name="Importer les 30 lignes valables").click()
    page.get_by_text("L’import est lancé.").wait_for()
    worked_on(imported)
    page.get_by_text("Terminé").first.wait_for()
    assert Offer.objects.count() == 30


def test_without_scripts_the_page_is_read_again(host, page_without_javascript, sign_in):
    sign_in(page_without_javascript, User.objects.get(pk=host.user_id))
    imported = send_and_match(page_without_javascript)
    worked_on(imported)

    page_without_javascript.get_by_role("link", name="Actualiser").click()
    page_without_javascript.get_by_role("button", name="Importer les 30 lignes valables").click()
    worked_on(imported)
    page_without_javascript.get_by_role("link", name="Actualiser").click()

    assert page_without_javascript.get_by_text("Terminé").first.is_visible()
    assert Offer.objects.count() == 30
