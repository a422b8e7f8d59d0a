"""The search field with its script, and the pages, in a real browser."""

import pytest
from django.urls import reverse
from dsfr.forms import DsfrBaseForm

from territories.forms import CommuneField
from territories.models import Territory
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
