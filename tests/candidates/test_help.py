"""Help sheets: read by everyone, found by their words, written by the coordinator."""

import pytest
from django.urls import reverse

from candidates.enums import Stage
from candidates.models import HelpSheet
from candidates.selectors.help import help_sheets_for
from emile.core.questions import plain
from operators.enums import OrganisationKind
from tests.factories import make_actor


pytestmark = pytest.mark.django_db
SEARCH = "/aide/fiches/"
FORBIDDEN = ("amont", "aval", "defection", "abandon", "primo-arrivant", "sdf")


def a_sheet(slug="diagnostic"):
    return HelpSheet.objects.get(slug=slug)


def answers(sheet=None, **fields):
    given = {"title": "Une fiche", "body": "Un texte.", "stage": "", "after": "", "version": 0}
    if sheet:
        given |= {"title": sheet.title, "body": sheet.body, "stage": sheet.stage}
        given["version"] = sheet.version
    return given | {"is_published": "on"} | fields


@pytest.fixture
def desk(signed_in, coordinator):
    return signed_in(coordinator)


# Reading


@pytest.mark.parametrize("stage", Stage)
def test_each_stage_has_its_sheet(stage):
    assert help_sheets_for(stage).exists()


def test_sheets_speak_the_words_of_the_programme():
    words = {
        word.strip(".,;:!?«»")
        for sheet in HelpSheet.objects.in_order()
        for word in plain(f"{sheet.title} {sheet.body}").split()
    }

    assert words.isdisjoint(FORBIDDEN)


@pytest.mark.parametrize("query", ["hebergement 115", "HÉBERGEMENT", "mise à l'abri"])
def test_sheets_are_found_without_accents(client, query):
    sheets = client.get(SEARCH, {"q": query}).context["sheets"]

    assert "perte-d-hebergement" in [sheet.slug for sheet in sheets]


def test_questions_are_found_with_the_sheets(client):
    page = client.get(SEARCH, {"q": "mot de passe"})

    assert "J’ai oublié mon mot de passe" in page.text


@pytest.mark.parametrize("query", ["xylophone", "\0", "x" * 500, "%_", "<b>"])
def test_a_search_that_finds_nothing_says_so(client, query):
    assert client.get(SEARCH, {"q": query}).status_code == 200


def test_a_sheet_that_is_not_published_is_nobodys(client, desk, submit):
    submit("/reglages/aide/diagnostic/", answers(a_sheet(), is_published=""))

    assert desk.get("/aide/fiches/diagnostic/").status_code == 404
    assert "diagnostic" not in [sheet.slug for sheet in desk.get(SEARCH).context["sheets"]]
    assert not help_sheets_for(Stage.DIAGNOSIS).exists()


def test_what_is_written_is_shown_and_never_run(client, desk, submit):
    body = "Un <script>alert(1)</script>.\nSuite.\n\n- un point\n- deux points\n\nFin."

    submit("/reglages/aide/diagnostic/", answers(a_sheet(), body=body))

    page = desk.get("/aide/fiches/diagnostic/")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;. Suite." in page.text
    assert page.text.count("un point</li>") == 1


# Writing


def test_a_new_sheet_comes_where_one_wants_it(desk, submit):
    submit("/reglages/aide/ajouter/", answers(title="Préparer son départ", after="diagnostic"))

    slugs = list(HelpSheet.objects.in_order().values_list("slug", flat=True))
    assert slugs[slugs.index("diagnostic") + 1] == "preparer-son-depart"
    assert desk.get("/aide/fiches/preparer-son-depart/").status_code == 200


def test_two_sheets_do_not_have_one_title(desk, submit):
    page = submit("/reglages/aide/ajouter/", answers(title="Le diagnostic"))
    again = submit("/reglages/aide/ajouter/", answers(title="DIAGNOSTIC"))

    assert page.status_code in {302, 422}
    assert "Une fiche porte déjà ce titre" in again.context["form"].errors["title"][0]


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"title": "?"},
        {"title": "a\x00"},
        {"body": ""},
        {"body": "x" * 8001},
        {"stage": "inconnue"},
    ],
    ids=str,
)
def test_a_wrong_answer_is_told_beside_its_field(desk, submit, wrong):
    page = submit("/reglages/aide/ajouter/", answers(**wrong))

    assert page.status_code == 422
    assert list(page.context["form"].errors) == list(wrong)


def test_the_slower_of_two_people_sees_both_texts(desk, submit):
    shown = a_sheet()
    submit("/reglages/aide/diagnostic/", answers(shown, body="Le texte des autres."))

    late = submit("/reglages/aide/diagnostic/", answers(shown, body="Mon texte."))

    assert late.status_code == 409
    assert ("Texte", "Mon texte.", "Le texte des autres.") in late.context["conflicts"]
    assert a_sheet().body == "Le texte des autres."


def test_the_list_says_who_changed_a_sheet(desk, submit):
    submit("/reglages/aide/diagnostic/", answers(a_sheet(), body="Autre texte."))

    changed = list(desk.get(reverse("candidates:help_sheet_list")).context["sheets"])

    assert [one.sheet.slug for one in changed if one.changed_by] == ["diagnostic"]


def test_the_national_level_reads_the_list_only(signed_in, coordinator):
    browser = signed_in(make_actor(OrganisationKind.NATIONAL))

    assert browser.get(reverse("candidates:help_sheet_list")).status_code == 200
    assert browser.get("/reglages/aide/diagnostic/").status_code == 403
