"""The list, its board and its views in a real browser, with a keyboard and on a phone."""

import pytest
from django.urls import reverse

from candidates.services.saved_views import save_view
from operators.enums import OrganisationKind
from operators.models import User
from tests.factories import a_candidate, at_information, lose_shelter, make_actor, orient


LIST = reverse("candidates:parcours_list")


@pytest.fixture
def cast(server):
    return (
        make_actor(
            OrganisationKind.PRESCRIBER, name="Centre d’hébergement des Tilleuls exemplaires"
        ),
        make_actor(OrganisationKind.COORDINATOR),
        make_actor(OrganisationKind.UPSTREAM, name="Opérateur amont des Exemples"),
    )


@pytest.fixture
def view(cast):
    prescriber, _, _ = cast
    at_information(*cast)
    for _ in range(10):
        orient(prescriber, people=[a_candidate(first_name="Marie-Emmanuelle")])
    lose_shelter(prescriber, orient(prescriber))
    return save_view(
        actor=prescriber,
        name="À rappeler avant la réunion",
        query="stage=eligibility",
        is_shared=True,
    )


@pytest.fixture
def signed_in(page, sign_in, cast, view):
    sign_in(page, User.objects.get(pk=cast[0].user_id))
    return page


def test_the_list_its_board_and_its_views_are_accessible_and_fit_a_phone(
    signed_in, view, axe, fits_a_phone
):
    addresses = [
        LIST,
        f"{LIST}?ageing=late&vue=colonnes",
        f"{LIST}?vue=colonnes",
        f"{LIST}?q=EM-26-22222-2",
        reverse("candidates:saved_view_list"),
        reverse("candidates:saved_view_create") + "?stage=eligibility",
        reverse("candidates:saved_view_edit", args=[view.public_id]),
        reverse("candidates:saved_view_retire", args=[view.public_id]),
        reverse("candidates:list_columns"),
    ]
    for address in addresses:
        signed_in.goto(address)
        axe(signed_in)
        fits_a_phone(signed_in)


def test_a_list_is_filtered_saved_and_found_again_without_javascript(
    page_without_javascript, sign_in, cast, view
):
    page = page_without_javascript
    sign_in(page, User.objects.get(pk=cast[0].user_id))
    page.goto(LIST)
    page.get_by_text("Plus de filtres").click()
    page.get_by_label("Type de ménage").select_option(label="Personne isolée")
    page.get_by_role("button", name="Filtrer").click()
    page.get_by_role("link", name="Enregistrer cette vue").click()
    page.get_by_label("Nom de la vue").fill("Personnes seules")
    page.get_by_role("button", name="Enregistrer la vue").click()

    page.goto(LIST)
    page.get_by_role("link", name="Personnes seules").click()

    assert page.get_by_label("Type de ménage").input_value() == "single"


def test_the_board_is_walked_through_with_the_keyboard(signed_in):
    signed_in.goto(f"{LIST}?vue=colonnes")
    signed_in.get_by_role("link", name="Colonnes par étape").focus()

    for _ in range(2):
        signed_in.keyboard.press("Tab")
    reference = signed_in.evaluate("document.activeElement.textContent")
    signed_in.keyboard.press("Enter")

    assert reference.startswith("EM-")
    signed_in.get_by_text(f"Dossier {reference}").wait_for()


def test_files_follow_each_other_inside_the_list(signed_in, axe, fits_a_phone):
    signed_in.goto(f"{LIST}?stage=eligibility")
    references = signed_in.locator(".emile-households th a").all_text_contents()
    signed_in.get_by_role("link", name=references[0]).click()
    signed_in.get_by_role("link", name="Dossier suivant").click()

    signed_in.get_by_text(f"Dossier {references[1]}").wait_for()
    axe(signed_in)
    fits_a_phone(signed_in)
    signed_in.get_by_role("link", name="Dossier précédent").click()
    signed_in.get_by_text(f"Dossier {references[0]}").wait_for()
    signed_in.get_by_role("link", name="Retour à la liste").click()
    signed_in.wait_for_url("**/menages/?stage=eligibility")


def test_a_pasted_column_of_references_is_one_search(signed_in):
    signed_in.goto(LIST)
    references = signed_in.locator(".emile-households th a").all_text_contents()[:3]
    signed_in.get_by_label("Nom, téléphone").fill(" ".join(references))
    signed_in.get_by_role("button", name="Filtrer").click()
    signed_in.wait_for_url("**q=EM-*")

    assert signed_in.locator(".emile-households tbody tr").count() == 3
