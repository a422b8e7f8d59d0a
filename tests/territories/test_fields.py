import pytest
from dsfr.forms import DsfrBaseForm

from territories.forms import CommuneField, OccupationField
from territories.models import Commune, Occupation


pytestmark = pytest.mark.django_db


class PlaceForm(DsfrBaseForm):
    commune = CommuneField(label="Commune")
    occupation = OccupationField(label="Métier", required=False)


def errors(form, field="commune"):
    return [error.code for error in form.errors.as_data().get(field, [])]


def test_a_name_that_one_commune_bears_is_enough():
    form = PlaceForm({"commune": "aurillac"})

    assert form.is_valid(), form.errors
    assert form.cleaned_data == {
        "commune": Commune.objects.get(code="15014"),
        "occupation": None,
    }


def test_homonyms_come_back_as_at_most_twenty_radio_buttons():
    form = PlaceForm({"commune": "saint denis"})

    assert errors(form) == ["ambiguous"]
    html = str(form["commune"])
    assert html.count('type="radio"') == 21
    assert "Saint-Denis (93)" in html
    assert "93200, 93210, 93380, Seine-Saint-Denis" in html
    assert "Aucune de ces communes" in html


def test_the_radio_button_that_was_chosen_is_the_answer():
    form = PlaceForm({"commune": "saint denis", "commune_code": "93066"})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["commune"].code == "93066"


def test_what_the_combobox_chose_is_the_answer():
    form = PlaceForm({"commune": "Saint-Denis (93)", "commune_code": "93066"})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["commune"].code == "93066"


def test_a_text_written_anew_forgets_the_former_choice():
    form = PlaceForm({"commune": "Lyon", "commune_code": "93066"})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["commune"].name == "Lyon"


def test_none_of_these_asks_to_write_it_otherwise():
    form = PlaceForm({"commune": "saint denis", "commune_code": "aucun"})

    assert errors(form) == ["none"]
    assert 'type="radio"' not in str(form["commune"])


@pytest.mark.parametrize(
    ("data", "code"),
    [({}, "required"), ({"commune": "  "}, "required"), ({"commune": "zzzzzzz"}, "unknown")],
)
def test_nothing_or_nonsense_is_refused(data, code):
    assert errors(PlaceForm(data)) == [code]


def test_a_code_that_does_not_exist_is_not_an_answer():
    assert errors(PlaceForm({"commune": "", "commune_code": "00000"})) == ["unknown"]


def test_searching_never_lets_the_form_act_and_shows_what_was_found():
    form = PlaceForm({"commune": "93200", "commune_search": "1"})

    assert errors(form) == ["search"]
    assert 'value="93066" checked' in str(form["commune"])


def test_searching_with_an_empty_optional_field_does_not_let_the_form_act_either():
    form = PlaceForm({"commune": "93200", "occupation_search": "1"})

    assert errors(form, "occupation") == ["empty"]


def test_a_former_commune_gives_the_one_that_succeeded_it():
    form = PlaceForm({"commune": "Cordieux"})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["commune"].name == "Montluel"


def test_an_occupation_is_chosen_by_its_code():
    form = PlaceForm({"commune": "93200", "occupation": "ménage", "occupation_code": "K2205"})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["occupation"] == Occupation.objects.get(code="K2205")


@pytest.mark.parametrize("as_initial", [lambda row: row, lambda row: row.pk], ids=["row", "pk"])
def test_an_initial_commune_is_shown_and_kept_when_nothing_changes(as_initial):
    initial = {"commune": as_initial(Commune.objects.get(code="15014"))}

    html = str(PlaceForm(initial=initial)["commune"])
    form = PlaceForm({"commune": "Aurillac (15)", "commune_code": "15014"}, initial=initial)

    assert 'value="Aurillac (15)"' in html
    assert 'name="commune_code" value="15014"' in html
    assert not form.has_changed()


def test_the_text_field_bears_the_label_and_needs_no_script():
    html = str(PlaceForm()["commune"])

    assert 'id="id_commune"' in html
    assert 'name="commune_search"' in html
    assert "onclick" not in html
    assert "style=" not in html
