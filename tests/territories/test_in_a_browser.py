"""The search field with its script, and the pages, in a real browser."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from dsfr.forms import DsfrBaseForm

from operators.enums import OrganisationKind
from operators.models import User
from territories.enums import ExpectedKind, OfferKind
from territories.forms import CommuneField
from territories.models import Commune, Territory
from tests.factories import (
    make_actor,
    make_home,
    make_job,
    make_mandate,
    make_need,
    make_services,
    make_usual_home,
)
from tests.operators.factories import MembershipFactory


class PlaceForm(DsfrBaseForm):
    commune = CommuneField(label="Commune")


@pytest.fixture
def signed_in(server, page, sign_in):
    sign_in(page, MembershipFactory().user)
    return page


@pytest.fixture
def combobox(signed_in):
    """The field alone in the frame of a page of the site."""
    signed_in.goto(reverse("territories:territory_list"))
    signed_in.evaluate(
        "html => document.querySelector('main').innerHTML = `<h1>Essai</h1><form>${html}</form>`",
        PlaceForm().as_div(),
    )
    signed_in.add_script_tag(url="/static/emile/js/typeahead.js", type="module")
    return signed_in.get_by_role("combobox", name="Commune")


def test_a_commune_is_chosen_with_the_keyboard(combobox, signed_in):
    combobox.fill("aurilac")
    signed_in.get_by_role("option").first.wait_for()
    combobox.press("ArrowDown")
    combobox.press("Enter")

    assert combobox.input_value() == "Aurillac (15)"
    assert signed_in.locator("[name=commune_code]").input_value() == "15014"
    assert combobox.get_attribute("aria-expanded") == "false"


def test_a_commune_is_chosen_with_the_mouse(combobox, signed_in):
    combobox.fill("saint denis")
    signed_in.get_by_role("option", name="Saint-Denis (93)").click()

    assert signed_in.locator("[name=commune_code]").input_value() == "93066"


def test_escape_closes_and_writing_again_forgets_the_choice(combobox, signed_in):
    combobox.fill("93200")
    signed_in.get_by_role("option").first.click()
    combobox.fill("lyon")
    signed_in.get_by_role("option").first.wait_for()
    combobox.press("Escape")

    assert signed_in.get_by_role("option").count() == 0
    assert signed_in.locator("[name=commune_code]").input_value() == ""


def test_the_open_list_is_accessible_and_fits_a_phone(combobox, signed_in, axe, fits_a_phone):
    combobox.fill("saint denis")
    signed_in.get_by_role("option").first.wait_for()
    combobox.press("ArrowDown")

    axe(signed_in)
    fits_a_phone(signed_in)


@pytest.mark.parametrize("slug", ["", "cantal", "doubs"])
def test_the_pages_are_accessible_and_fit_a_phone(signed_in, axe, fits_a_phone, slug):
    path = reverse("territories:territory_list")
    if slug:
        path = Territory.objects.get(slug=slug).get_absolute_url()

    signed_in.goto(path)

    axe(signed_in)
    fits_a_phone(signed_in)


@pytest.fixture
def keeper(server):
    """In charge of the Cantal, in the database of the server."""
    actor = make_actor(OrganisationKind.HOST, name="Accueil du Cantal")
    make_mandate(actor, "cantal")
    return actor


@pytest.fixture
def kept(page, sign_in, keeper):
    """The pages of a territory as its host operator sees them, with something on each."""
    old = timezone.localdate() - timedelta(days=40)
    make_home(keeper, commune=Commune.objects.get(code="15187"))
    make_job(keeper)
    need = make_need(keeper, on=old)
    make_usual_home(keeper, rent_from=420, rent_to=1250, note="À demander avant l’été.")
    sign_in(page, User.objects.get(pk=keeper.user_id))
    territory = Territory.objects.get(slug="cantal")
    make_services(keeper, primary_school=True, doctor=True, high_school=False)
    add = reverse("territories:expected_add", args=[territory.public_id, ExpectedKind.HOME])
    edit = reverse("territories:expected_edit", args=[ExpectedKind.JOB, need.public_id])
    board = reverse("territories:offer_list", args=[OfferKind.HOME])
    return {
        "card": territory.get_absolute_url(),
        "board": f"{board}?territory=cantal",
        "list": reverse("territories:expected_list", args=[territory.public_id]),
        "add": add,
        "edit": edit,
        "services": reverse("territories:nearby_list", args=[territory.public_id]),
        "tell": reverse("territories:nearby_edit", args=[territory.public_id, "15014"]),
    }


@pytest.mark.parametrize("name", ["card", "board", "list", "add", "edit", "services", "tell"])
def test_what_is_kept_is_accessible_and_fits_a_phone(kept, page, axe, fits_a_phone, name):
    page.goto(kept[name])

    axe(page)
    fits_a_phone(page)


def test_a_need_is_written_without_javascript(kept, page_without_javascript, sign_in, keeper):
    page = page_without_javascript
    sign_in(page, User.objects.get(pk=keeper.user_id))
    page.goto(kept["add"].replace("logements", "metiers"))

    page.get_by_label("Métier", exact=False).first.fill("aide-soignant")
    page.get_by_role("button", name="Chercher").click()
    page.get_by_role("button", name="Ajouter").click()

    assert "Aide-soignant" in page.inner_text("main")


def test_services_are_told_without_javascript(kept, page_without_javascript, sign_in, keeper):
    page = page_without_javascript
    sign_in(page, User.objects.get(pk=keeper.user_id))
    page.goto(kept["services"])

    page.get_by_label("Commune").fill("aurillac")
    page.get_by_role("button", name="Filtrer").click()
    page.get_by_role("link", name="Modifier").first.click()
    page.get_by_role("group", name="Lycée").get_by_text("Oui").click()
    page.get_by_role("button", name="Enregistrer").click()

    assert "C’est noté pour Aurillac." in page.inner_text("main")
