"""The first page of a file, the household and the figures, in a real browser."""

import pytest
from django.urls import reverse

from operators.enums import OrganisationKind
from operators.models import User
from tests.factories import make_actor, orient


SMALL_PHONE = {"width": 320, "height": 568}


@pytest.fixture
def parcours(server):
    make_actor(OrganisationKind.COORDINATOR)
    return orient(make_actor(OrganisationKind.PRESCRIBER))


@pytest.fixture
def signed_in(page, sign_in, parcours):
    sign_in(page, User.objects.get(memberships__organisation__kinds=["prescriber"]))
    return page


def test_an_exchange_is_noted_from_the_first_page(signed_in, parcours):
    signed_in.goto(parcours.get_absolute_url())
    signed_in.get_by_label("Texte").fill("Le ménage confirme sa venue.")
    signed_in.get_by_role("button", name="Écrire dans le dossier").click()

    signed_in.get_by_text("Le ménage confirme sa venue.").wait_for()


def test_on_a_phone_the_first_screen_says_whose_move_it_is_and_what_to_do(page, sign_in, parcours):
    sign_in(page, User.objects.get(memberships__organisation__kinds=["coordinator"]))
    page.set_viewport_size(SMALL_PHONE)
    page.goto(parcours.get_absolute_url())
    header = page.locator(".emile-file")
    told = (
        header.get_by_text("Dossier EM"),
        header.get_by_text("À qui de jouer"),
        header.get_by_text("À cette étape depuis"),
        header.get_by_text("Avant le"),
        header.get_by_role("link").first,
        page.get_by_role("main").get_by_role("heading", level=2).first,
    )
    for one in told:
        box = one.bounding_box()
        assert box["y"] + box["height"] <= SMALL_PHONE["height"], one

    household = page.get_by_role("link", name="Foyer")
    assert household.is_hidden()
    page.get_by_text("Rubrique").click()
    assert household.is_visible()


def test_a_wider_screen_folds_none_of_it(signed_in, parcours):
    signed_in.goto(parcours.get_absolute_url())

    for link in ("Écrire", "Rendez-vous", "Foyer"):
        assert signed_in.get_by_role("link", name=link, exact=True).first.is_visible()


def test_the_pages_are_accessible_and_fit_a_phone(signed_in, parcours, axe, fits_a_phone):
    addresses = [
        parcours.get_absolute_url(),
        reverse("candidates:file_household", args=[parcours.public_id]),
        reverse("candidates:correct", args=[parcours.public_id, 2]),
        reverse("candidates:act", args=[parcours.public_id, "note"]),
    ]
    for address in addresses:
        signed_in.goto(address)
        axe(signed_in)
        fits_a_phone(signed_in)
