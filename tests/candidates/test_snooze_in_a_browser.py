"""Putting a file aside, and choosing one's messages, in a real browser, on a phone too."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from operators.enums import OrganisationKind
from operators.models import User
from tests.factories import at_diagnosis, make_actor


@pytest.fixture
def upstream(server):
    """Three files wait for it, for thirty days."""
    coordinator = make_actor(OrganisationKind.COORDINATOR)
    prescriber = make_actor(OrganisationKind.PRESCRIBER)
    upstream = make_actor(OrganisationKind.UPSTREAM)
    then = timezone.now() - timedelta(days=20)
    for _ in range(3):
        at_diagnosis(prescriber, coordinator, upstream, now=then)
    return upstream


def test_a_file_is_put_aside_and_back(upstream, page, sign_in, axe, fits_a_phone):
    sign_in(page, User.objects.get(pk=upstream.user_id))
    page.goto(reverse("candidates:to_do"))
    axe(page)
    fits_a_phone(page)

    page.get_by_role("link", name="Mettre de côté").first.click()
    until = timezone.localdate() + timedelta(days=20)
    page.get_by_label("Jusqu’au").fill(until.isoformat())
    page.get_by_label("Pourquoi").fill("Attend la réponse de la mairie.")
    page.get_by_role("button", name="Mettre de côté").click()
    # Beyond the due date, one has to say so.
    axe(page)
    fits_a_phone(page)
    page.locator("label").filter(has_text="au-delà de l’échéance").click()
    page.get_by_role("button", name="Mettre de côté").click()

    page.get_by_role("link", name="Mis de côté (1)").click()
    assert page.locator(".emile-row").count() == 1
    assert page.get_by_text("Attend la réponse de la mairie").is_visible()
    axe(page)
    fits_a_phone(page)
    page.get_by_role("button", name="Remettre").click()
    assert page.get_by_text("Le dossier est de nouveau à faire.").is_visible()
    assert page.locator(".emile-row").count() == 3


def test_messages_are_chosen_from_ones_own_menu(upstream, page, sign_in, axe, fits_a_phone):
    sign_in(page, User.objects.get(pk=upstream.user_id))
    page.goto(reverse("candidates:to_do"))
    page.get_by_role("link", name="Mes messages").first.click()
    axe(page)
    fits_a_phone(page)

    page.get_by_text("Une fois par semaine, le lundi").click()
    page.get_by_text("Dossier sans nouvelles").click()
    page.get_by_role("button", name="Enregistrer").click()

    assert page.get_by_text("Vos choix sont enregistrés.").is_visible()
    assert page.get_by_label("Une fois par semaine, le lundi").is_checked()
    assert not page.get_by_label("Dossier sans nouvelles").is_checked()
