"""An orientation at the keyboard and on a phone: with scripts, without, and every page judged."""

import pytest
from django.urls import reverse

from candidates.models import Draft, JoinRequest
from operators.enums import OrganisationKind
from operators.models import User
from tests.factories import make_actor, orient


@pytest.fixture
def coordinator(server):
    return make_actor(OrganisationKind.COORDINATOR, name="GIP Habitat et Interventions Sociales")


@pytest.fixture
def prescriber(server, coordinator):
    return make_actor(OrganisationKind.PRESCRIBER, name="CHRS de test")


@pytest.fixture
def other_prescriber(server):
    return make_actor(OrganisationKind.PRESCRIBER, name="Autre CHRS de test")


@pytest.fixture
def judge(axe, fits_a_phone):
    """A page as it stands: accessible, and usable on a phone."""

    def check(page):
        axe(page)
        fits_a_phone(page)

    return check


def press(page, name):
    page.get_by_role("button", name=name, exact=True).last.click()
    page.wait_for_load_state()


def user_of(actor):
    return User.objects.get(pk=actor.user_id)


def test_a_household_is_oriented_without_a_script(
    page_without_javascript, sign_in, prescriber, other_prescriber
):
    orient(other_prescriber)
    page = page_without_javascript
    sign_in(page, user_of(prescriber))
    page.goto(reverse("candidates:orientation_start"))
    press(page, "Commencer")
    press(page, "Continuer")

    page.get_by_label("Prénom").fill("Awa")
    page.get_by_label("Nom d’usage").fill("Exemple")
    page.get_by_label("Date de naissance").fill("12/04/1990")
    press(page, "Ajouter une personne")
    page.get_by_label("Lien avec la personne orientée").select_option("child")
    press(page, "Ajouter une personne")
    press(page, "Retirer cette personne")
    page.get_by_label("Prénom").nth(1).fill("Moussa")
    page.get_by_label("Date de naissance").nth(1).fill("05/2019")
    press(page, "Continuer")

    page.get_by_label("Commune où dort le ménage").fill("93200")
    press(page, "Chercher : choisissez la commune")
    page.goto(page.url)
    page.get_by_label("Son téléphone").check(force=True)
    page.get_by_label("Numéro de téléphone").fill("06 12 34 56 78")
    press(page, "Continuer")

    page.get_by_label("Oui").first.check(force=True)
    press(page, "Continuer")

    assert "ressemble beaucoup" in page.content()
    press(page, "Confirmer l’orientation")
    assert page.get_by_role("heading", name="L’orientation est confirmée").is_visible()


def test_what_is_typed_is_saved_as_one_goes(page, sign_in, prescriber):
    sign_in(page, user_of(prescriber))
    page.goto(reverse("candidates:orientation_start"))
    press(page, "Commencer")
    draft = Draft.objects.get()
    page.goto(draft.url_of("identite"))
    page.get_by_text("Les sept critères à ce stade").click()
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.get_by_label("Date de naissance").fill("12/04/1990")
        page.get_by_label("Nom de naissance").focus()

    page.get_by_text("36 ans").wait_for()
    page.goto("about:blank")
    page.goto(draft.url_of("identite"))
    assert page.get_by_label("Date de naissance").input_value() == "12/04/1990"


def test_every_page_of_an_orientation_is_accessible(
    page, sign_in, judge, prescriber, other_prescriber, coordinator
):
    orient(other_prescriber)
    sign_in(page, user_of(prescriber))
    page.goto(reverse("candidates:orientation_start"))
    press(page, "Commencer")
    judge(page)
    draft = Draft.objects.get()
    press(page, "Continuer")
    page.get_by_label("Prénom").fill("Awa")
    page.get_by_label("Nom d’usage").fill("Exemple")
    page.get_by_label("Date de naissance").fill("12/04/1990")
    press(page, "Ajouter une personne")
    page.get_by_label("Prénom").nth(1).fill("Moussa")
    judge(page)
    press(page, "Continuer")
    judge(page)
    page.get_by_label("Lien avec la personne orientée").select_option("child")
    press(page, "Continuer")
    judge(page)
    press(page, "Continuer")
    judge(page)
    page.get_by_label("Son téléphone").check(force=True)
    page.get_by_label("Numéro de téléphone").fill("06 12 34 56 78")
    press(page, "Continuer")
    judge(page)
    page.goto(draft.url_of("confirmation"))
    judge(page)
    page.goto(draft.url_of("engagement"))
    page.get_by_label("Oui").first.check(force=True)
    press(page, "Continuer")
    judge(page)
    press(page, "Demander à rejoindre ce dossier")
    judge(page)
    page.goto(reverse("candidates:orientation_delete_draft", args=[draft.public_id]))
    judge(page)
    page.goto(reverse("candidates:orientation_start"))
    judge(page)
    page.goto(draft.url_of("confirmation"))
    press(page, "Confirmer l’orientation")
    judge(page)

    sign_in(page, user_of(coordinator))
    page.goto(reverse("candidates:join_list"))
    judge(page)
    page.goto(reverse("candidates:join_detail", args=[JoinRequest.objects.get().public_id]))
    judge(page)
    press(page, "C’est la même personne")
    judge(page)
    assert page.get_by_text("La structure peut maintenant ouvrir le dossier.").is_visible()


def test_the_test_without_account_is_accessible(page, judge):
    page.goto(reverse("candidates:eligibility_test"))
    judge(page)
    press(page, "Voir le résultat")
    judge(page)
    assert page.get_by_role("heading", name="critères à vérifier").is_visible()
