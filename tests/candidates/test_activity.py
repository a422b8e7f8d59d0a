"""Figures by stage for those who open no file, and never a name."""

import pytest
from django.urls import reverse

from operators.enums import OrganisationKind
from operators.models import Organisation
from tests.factories import at_immersion, make_actor, orient


pytestmark = pytest.mark.django_db


@pytest.fixture
def files(prescriber, coordinator, upstream, host):
    orient(prescriber)
    at_immersion(prescriber, coordinator, upstream, host)


def state_service(departement):
    actor = make_actor(OrganisationKind.STATE, name=f"DDETSPP {departement}")
    Organisation.objects.filter(pk=actor.organisation_id).update(departement=departement)
    return actor


def activity(browser):
    return browser.get(reverse("candidates:activity"))


def test_a_state_service_counts_its_own_territory(signed_in, files):
    page = activity(signed_in(state_service("15")))

    assert "1 ménage en parcours vers votre territoire\u00a0: Cantal" in page.text
    assert page.context["page"].rows == [["Cantal", 1, 0, 0, 0, 0, 1]]
    assert "Awa" not in page.text


def test_it_counts_nothing_of_another_one(signed_in, files):
    page = activity(signed_in(state_service("48")))

    assert page.context["page"].total == 0
    assert "Aucun ménage n’est accepté" in page.text


def test_a_departement_outside_the_programme_says_so(signed_in, files):
    page = activity(signed_in(state_service("93")))

    assert "Aucun territoire d’accueil du programme" in page.text


def test_the_national_level_counts_everything(signed_in, files):
    page = activity(signed_in(make_actor(OrganisationKind.NATIONAL)))

    assert page.context["page"].total == 2
    assert ("Contact et éligibilité", 1) in page.context["page"].stages
    assert ("Séjour d’immersion", 1) in page.context["page"].stages


def test_it_is_where_they_land(signed_in, coordinator):
    browser = signed_in(state_service("15"))

    assert browser.get(reverse("home")).url == reverse("candidates:activity")


@pytest.mark.parametrize(
    "kind", [OrganisationKind.EMPLOYER, OrganisationKind.LANDLORD, OrganisationKind.EVALUATOR]
)
def test_those_who_have_no_page_yet_land_on_their_organisation(signed_in, kind):
    browser = signed_in(make_actor(kind))

    assert browser.get(reverse("home")).url == reverse("operators:organisation")
    assert activity(browser).status_code == 403
