"""The round table, the installation and a visit, in a real browser, on a phone too."""

import pytest
from django.urls import reverse

from operators.enums import OrganisationKind
from operators.models import User
from tests.factories import at_follow_up, at_validation, make_actor


@pytest.fixture
def cast(server):
    """The prescriber, the coordinator, the upstream operator and the host one, in that order."""
    coordinator = make_actor(OrganisationKind.COORDINATOR)
    kinds = (OrganisationKind.UPSTREAM, OrganisationKind.HOST)
    return make_actor(OrganisationKind.PRESCRIBER), coordinator, *map(make_actor, kinds)


def test_a_party_answers_at_the_round_table(cast, page, sign_in, axe, fits_a_phone):
    parcours = at_validation(*cast)
    sign_in(page, User.objects.get(pk=cast[2].user_id))
    page.goto(reverse("candidates:act", args=[parcours.public_id, "answer_validation"]))
    axe(page)
    fits_a_phone(page)

    page.get_by_role("group", name="Équipe qui prépare").get_by_text("D’accord", exact=True).click()
    page.get_by_role("button", name="Enregistrer les avis").click()
    page.goto(reverse("candidates:file_project", args=[parcours.public_id]))

    assert page.get_by_text("Toutes les parties").count() == 0
    assert page.get_by_role("heading", name="Validation").is_visible()
    axe(page)
    fits_a_phone(page)


def test_a_visit_is_noted_and_shown(cast, page, sign_in, axe, fits_a_phone):
    parcours = at_follow_up(*cast)
    sign_in(page, User.objects.get(pk=cast[3].user_id))
    page.goto(reverse("candidates:act", args=[parcours.public_id, "visit"]))
    axe(page)
    fits_a_phone(page)

    page.get_by_role("group", name="Pense rester").get_by_text("Oui").click()
    page.get_by_role("button", name="Enregistrer la visite").click()
    page.get_by_label("Pourquoi").fill("Le ménage a demandé à être vu tout de suite.")
    page.get_by_role("button", name="Enregistrer la visite").click()
    page.goto(reverse("candidates:file_installation", args=[parcours.public_id]))

    assert page.get_by_text("Pense rester : oui").is_visible()
    axe(page)
    fits_a_phone(page)
