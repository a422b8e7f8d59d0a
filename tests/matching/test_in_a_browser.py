"""Positionner in a real browser, on a desk and on a phone."""

from decimal import Decimal

import pytest
from django.urls import reverse

from candidates.enums import Vehicle
from operators.models import User
from territories.enums import Typology
from tests.factories import (
    a_candidate,
    at_positioning,
    compute_what_was_asked,
    make_home,
    make_job,
)
from tests.matching.conftest import job_terms


@pytest.fixture
def file_with_choice(server, prescriber, coordinator, upstream, host):
    """A cook without a car: two ways to go, and more with a licence."""
    cook = a_candidate(licences=[], vehicle=Vehicle.NONE)
    parcours = at_positioning(
        prescriber, coordinator, upstream, people=[cook], highest_rent=Decimal(600)
    )
    for rent in (280, 300):
        terms = {"typology": Typology.T1, "surface": 30, "rent": Decimal(rent)}
        make_home(host, terms=terms)
        make_job(host, terms=job_terms(monthly_pay=Decimal(1000 + rent)))
    make_job(host, terms=job_terms(licence="B"))
    make_home(host, terms={"typology": Typology.T3})
    return parcours


def test_a_household_is_proposed_from_what_suits_it(
    file_with_choice, page, sign_in, upstream, axe, fits_a_phone
):
    sign_in(page, User.objects.get(pk=upstream.user_id))
    page.goto(reverse("candidates:file_project", args=[file_with_choice.public_id]))
    page.get_by_role("link", name="Voir ce qui convient").click()

    assert page.get_by_role("heading", level=3).count() >= 2
    assert page.get_by_text("avec le permis B, demandé pour le poste").count() >= 1
    page.get_by_text("Comment ce classement est fait").first.click()
    assert page.get_by_role("cell", name="+ 300").first.is_visible()
    axe(page)
    fits_a_phone(page)

    page.get_by_role("link", name="Proposer ce projet").first.click()
    axe(page)
    fits_a_phone(page)
    page.get_by_role("button", name="Proposer").click()

    page.get_by_text("le ménage est proposé").wait_for()
    assert file_with_choice.placements.count() == 1


def test_the_weights_are_tried_before_they_are_published(
    file_with_choice, page, sign_in, coordinator, axe, fits_a_phone
):
    sign_in(page, User.objects.get(pk=coordinator.user_id))
    page.goto(reverse("matching:weights"))
    axe(page)
    page.get_by_label("La taille recherchée").fill("10")
    page.get_by_role("button", name="Voir ce que cela change").click()

    assert page.get_by_text("resterait la même").count() == 1
    axe(page)
    fits_a_phone(page)
    page.get_by_label("Pourquoi ce changement").fill("Essai.")
    page.get_by_role("button", name="Publier ce barème").click()

    page.get_by_text("Le barème de version 2 est en vigueur").wait_for()


def test_without_a_script_everything_still_works(
    file_with_choice, page_without_javascript, sign_in, upstream
):
    page = page_without_javascript
    sign_in(page, User.objects.get(pk=upstream.user_id))
    page.goto(reverse("matching:position", args=[file_with_choice.public_id]))
    page.get_by_label("Territoire").select_option(label="Cantal")
    page.get_by_role("button", name="Regarder ce territoire").click()

    assert page.get_by_text("taille du logement").count() == 1


@pytest.fixture
def conflict(server, prescriber, coordinator, upstream, host):
    """Two cooks, one T1 that both prefer, one T2, two positions."""
    terms = {"licences": ["B"], "vehicle": Vehicle.OWN}
    for name in ("Awa", "Binta"):
        cook = a_candidate(first_name=name, **terms)
        at_positioning(prescriber, coordinator, upstream, people=[cook], highest_rent=Decimal(600))
    make_home(host, terms={"typology": Typology.T1, "surface": 30, "rent": Decimal(280)})
    make_home(host, terms={"typology": Typology.T2, "surface": 45, "rent": Decimal(330)})
    make_job(host, terms=job_terms())
    make_job(host, terms=job_terms())


def test_a_conflict_is_settled_by_people_around_a_calculation(
    conflict, page, sign_in, coordinator, axe, fits_a_phone
):
    sign_in(page, User.objects.get(pk=coordinator.user_id))
    page.goto(reverse("matching:arbitrations"))
    axe(page)
    page.get_by_role("button", name="Lancer le calcul").click()
    compute_what_was_asked()
    page.get_by_role("heading", name="Qui n’a pas son premier choix").wait_for()
    axe(page)
    fits_a_phone(page)

    page.get_by_role("link", name="Décider autrement").first.click()
    page.get_by_label("T1, 30").check(force=True)
    page.get_by_label("Pourquoi").fill("Elle a déjà visité ce logement.")
    axe(page)
    fits_a_phone(page)
    page.get_by_role("button", name="Décider").click()
    page.get_by_text("placés autour de ce choix").wait_for()

    page.get_by_role("link", name="Et si un territoire").click()
    page.get_by_label("Quel territoire").select_option(label="Cantal")
    page.get_by_label("Combien de logements").fill("1")
    page.get_by_label("De quelle taille").select_option("T1")
    page.get_by_label("À quel loyer").fill("300")
    page.get_by_role("button", name="Calculer").click()
    page.get_by_text("En profiteraient").wait_for()
    axe(page)
    fits_a_phone(page)

    page.get_by_role("link", name="Revenir à l’arbitrage").click()
    for box in page.get_by_role("checkbox").all():
        box.check(force=True)
    page.get_by_role("button", name="Proposer les ménages cochés").click()
    page.get_by_text("2 ménages proposés").wait_for()
    axe(page)


def test_progress_is_read_by_reloading_without_a_script(
    conflict, page_without_javascript, sign_in, coordinator
):
    page = page_without_javascript
    sign_in(page, User.objects.get(pk=coordinator.user_id))
    page.goto(reverse("matching:arbitrations"))
    page.get_by_role("button", name="Lancer le calcul").click()
    page.get_by_text("en cours de lecture").wait_for()
    compute_what_was_asked()
    page.get_by_role("link", name="Actualiser").click()

    page.get_by_role("heading", name="Ce qui est proposé").wait_for()
