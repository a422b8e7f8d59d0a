"""Filters under a name: for oneself or for one's organisation; and the columns one has chosen."""

import pytest
from django.urls import reverse

from candidates.enums import ListColumn
from candidates.models import SavedView
from candidates.services.saved_views import save_view
from operators.enums import MembershipRole, OrganisationKind
from tests.factories import make_actor, orient


pytestmark = pytest.mark.django_db

LIST = reverse("candidates:parcours_list")
VIEWS = reverse("candidates:saved_view_list")
SAVE = reverse("candidates:saved_view_create")
COLUMNS = reverse("candidates:list_columns")


@pytest.fixture
def colleague(prescriber):
    return make_actor(OrganisationKind.PRESCRIBER, name="CHRS de test")


@pytest.fixture
def manager(prescriber):
    return make_actor(OrganisationKind.PRESCRIBER, name="CHRS de test", role=MembershipRole.MANAGER)


def a_view(actor, *, name="Retards", query="ageing=late", is_shared=False):
    return save_view(actor=actor, name=name, query=query, is_shared=is_shared)


def shelf(browser):
    return [view.name for view in browser.get(LIST).context["views"]]


def test_a_filtered_list_is_saved_under_a_name(signed_in, submit, prescriber):
    browser = signed_in(prescriber)

    page = browser.get(f"{SAVE}?stage=eligibility&ageing=late&apres=xyz").content.decode()
    answer = submit(
        f"{SAVE}?stage=eligibility&ageing=late&apres=xyz", {"name": "À rappeler"}, follow=True
    )

    assert "Étape\u00a0: Contact et éligibilité" in page
    assert answer.redirect_chain == [(f"{LIST}?stage=eligibility&ageing=late", 302)]
    assert "La vue «\u00a0À rappeler\u00a0» est enregistrée." in answer.content.decode()
    assert shelf(browser)[-1] == "À rappeler"


def test_a_view_keeps_no_name_number_or_date_that_was_looked_for(signed_in, submit, prescriber):
    signed_in(prescriber)

    submit(f"{SAVE}?q=Dupont&ageing=late", {"name": "Retards"})

    assert SavedView.objects.get().query == "ageing=late"


def test_a_view_keeps_a_column_of_references(signed_in, submit, prescriber):
    signed_in(prescriber)

    submit(f"{SAVE}?q=EM-26-22222-2%0AEM-26-33333-3", {"name": "Réunion"})

    assert SavedView.objects.get().query == "q=EM-26-22222-2+EM-26-33333-3"


@pytest.mark.parametrize("query", ["", "?q=Dupont", "?stage=nimporte-quoi", "?apres=xyz"])
def test_a_view_of_no_filter_is_not_saved(signed_in, submit, prescriber, query):
    browser = signed_in(prescriber)

    assert browser.get(SAVE + query).status_code == 302
    assert submit(SAVE + query, {"name": "Tout"}).status_code == 302
    assert not SavedView.objects.exists()


def test_a_name_is_taken_once_per_person(signed_in, submit, prescriber, colleague):
    a_view(prescriber)
    a_view(colleague)
    signed_in(prescriber)

    answer = submit(f"{SAVE}?stage=closed", {"name": "Retards"})

    assert answer.status_code == 422
    assert "Vous avez déjà une vue de ce nom." in answer.content.decode()


def test_a_view_is_ones_own_until_it_is_shared(
    signed_in, submit, prescriber, colleague, other_prescriber
):
    view = a_view(prescriber)
    assert view.name not in shelf(signed_in(colleague))

    signed_in(prescriber)
    edit = reverse("candidates:saved_view_edit", args=[view.public_id])
    submit(edit, {"name": "En retard chez nous", "is_shared": "on"})

    assert "En retard chez nous" in shelf(signed_in(colleague))
    assert "En retard chez nous" not in shelf(signed_in(other_prescriber))


def test_a_shared_view_shows_each_reader_their_own_files(
    signed_in, prescriber, colleague, coordinator
):
    orient(prescriber)
    view = a_view(coordinator, query="stage=eligibility", is_shared=True)

    assert len(signed_in(coordinator).get(view.get_absolute_url()).context["rows"]) == 1
    elsewhere = make_actor(OrganisationKind.PRESCRIBER, name="Autre CHRS de test")
    assert signed_in(elsewhere).get(view.get_absolute_url()).context["rows"] == []


@pytest.mark.parametrize("route", ["saved_view_edit", "saved_view_retire"])
def test_a_colleague_uses_a_shared_view_and_does_not_change_it(
    signed_in, submit, prescriber, colleague, route
):
    view = a_view(prescriber, is_shared=True)
    browser = signed_in(colleague)
    url = reverse(f"candidates:{route}", args=[view.public_id])

    assert browser.get(url).status_code == 403
    assert submit(url, {"name": "Autre"}).status_code == 403
    assert url not in browser.get(VIEWS).content.decode()
    assert SavedView.objects.get().name == "Retards"


def test_a_manager_retires_what_somebody_who_left_had_shared(
    submit, signed_in, prescriber, manager
):
    shared, private = a_view(prescriber, is_shared=True), a_view(prescriber, name="À moi")
    browser = signed_in(manager)

    retire = reverse("candidates:saved_view_retire", args=[shared.public_id])
    assert "Vos collègues ne la trouveront plus." in browser.get(retire).content.decode()
    submit(retire)

    assert list(SavedView.objects.all()) == [private]
    secret = reverse("candidates:saved_view_retire", args=[private.public_id])
    assert browser.get(secret).status_code == 404


def test_a_manager_gives_a_shared_view_back_to_its_author(submit, signed_in, prescriber, manager):
    view = a_view(prescriber, is_shared=True)
    browser = signed_in(manager)

    submit(reverse("candidates:saved_view_edit", args=[view.public_id]), {"name": "Retards"})

    assert "Retards" not in shelf(browser)
    assert "Retards" in shelf(signed_in(prescriber))


def test_the_view_that_is_shown_says_so(signed_in, prescriber):
    page = signed_in(prescriber).get(LIST, {"ageing": "late"}).content.decode()

    assert page.count('aria-current="page"') >= 1
    assert 'aria-current="page">En retard</a>' in page


@pytest.mark.parametrize("name", ["Sans référent", "Retards"])
def test_each_view_is_an_address_that_works(signed_in, prescriber, name):
    a_view(prescriber)
    browser = signed_in(prescriber)
    view = next(one for one in browser.get(LIST).context["views"] if one.name == name)

    page = browser.get(f"{LIST}?{view.query}")

    assert page.context["filters"].kept_query == view.query


def test_columns_are_chosen_once_and_remembered(signed_in, submit, prescriber, coordinator):
    orient(prescriber)
    browser = signed_in(prescriber)
    assert "Territoire" in browser.get(LIST).content.decode()

    answer = submit(f"{COLUMNS}?stage=eligibility", {"columns": ["lead", "stage"]})

    assert answer.url == f"{LIST}?stage=eligibility"
    shown = browser.get(LIST).context["columns"]
    assert [column.label for column in shown] == ["Étape", "Référent unique"]
    assert [column.value for column in signed_in(coordinator).get(LIST).context["columns"]] == [
        "composition",
        "stage",
        "owner",
        "due",
        "territory",
    ]


@pytest.mark.parametrize("columns", [[], ["nimporte-quoi"]])
def test_a_table_without_a_column_is_refused(signed_in, submit, prescriber, columns):
    signed_in(prescriber)

    assert submit(COLUMNS, {"columns": columns}).status_code == 422


def test_every_column_shows(signed_in, submit, prescriber, coordinator):
    orient(prescriber)
    browser = signed_in(prescriber)
    submit(COLUMNS, {"columns": ListColumn.values})

    page = browser.get(LIST).content.decode()

    for column in ListColumn:
        assert f'data-label="{column.label}"' in page
    assert "Personne isolée" in page


def test_more_views_cost_the_same(signed_in, prescriber, count_queries):
    a_view(prescriber)
    browser = signed_in(prescriber)
    one = [count_queries(lambda url=url: browser.get(url)) for url in (LIST, VIEWS)]
    for number in range(5):
        a_view(prescriber, name=f"Vue {number}")

    assert [count_queries(lambda url=url: browser.get(url)) for url in (LIST, VIEWS)] == one
    assert max(one) <= 15
