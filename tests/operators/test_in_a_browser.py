"""A structure joins the programme, without JavaScript; then every page, judged by axe."""

import pytest
from django.urls import reverse
from django.utils import timezone

from operators.enums import MembershipRole
from operators.services import invite_member
from tests.operators.factories import (
    PASSWORD,
    MembershipFactory,
    OrganisationFactory,
    RegistrationRequestFactory,
)


@pytest.fixture
def coordinator(server):
    return MembershipFactory(coordinator=True, manager=True)


def test_a_structure_joins_and_its_first_manager_invites_a_colleague(
    page_without_javascript, sign_in, coordinator, letters, link_in
):
    page = page_without_javascript

    page.goto(reverse("operators:apply"))
    page.get_by_label("Nom de la structure").fill("Halte des Alizés")
    page.get_by_label("Département").fill("93")
    page.get_by_label("Votre prénom").fill("Dominique")
    page.get_by_label("Votre nom").fill("Perrin")
    page.get_by_label("Adresse électronique").fill("dominique@halte.example")
    page.get_by_role("button", name="Envoyer la demande").click()
    page.get_by_role("heading", name="Votre demande est envoyée").wait_for()

    sign_in(page, coordinator.user)
    page.goto(reverse("operators:registration_list"))
    page.get_by_role("link", name="Halte des Alizés").click()
    page.get_by_role("button", name="Accepter la structure").click()
    page.get_by_text("La structure Halte des Alizés est inscrite").wait_for()
    page.context.clear_cookies()

    page.goto(link_in(letters("dominique@halte.example")[-1]))
    page.get_by_label("Prénom").fill("Dominique")
    page.get_by_label("Nom", exact=True).fill("Perrin")
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_label("Le même, une seconde fois").fill(PASSWORD)
    page.get_by_role("button", name="Ouvrir mon compte").click()
    page.goto(reverse("operators:organisation"))
    page.get_by_role("link", name="Inviter une personne").click()
    page.get_by_label("Adresse électronique").fill("ana@halte.example")
    page.get_by_role("button", name="Envoyer l’invitation").click()

    page.get_by_text("L’invitation part à ana@halte.example.").wait_for()
    assert len(letters("ana@halte.example")) == 1


@pytest.mark.parametrize("name", ["sign_in", "password_reset", "password_reset_sent", "apply"])
def test_the_open_pages_are_accessible_and_fit_a_phone(server, page, axe, fits_a_phone, name):
    page.goto(reverse(f"operators:{name}"))

    axe(page)
    fits_a_phone(page)


def test_the_pages_of_members_are_accessible_and_fit_a_phone(
    page, sign_in, coordinator, axe, fits_a_phone
):
    structure = OrganisationFactory(name="Halte des Alizés")
    member = MembershipFactory(organisation=structure)
    demand = RegistrationRequestFactory(name="Halte des Alizés")
    invite_member(
        actor=coordinator.as_actor(),
        organisation=structure,
        email="ana@halte.example",
        role=MembershipRole.MEMBER,
        now=timezone.now(),
    )
    sign_in(page, coordinator.user)

    for path in [
        reverse("operators:organisation"),
        reverse("operators:switch"),
        reverse("operators:organisation_list"),
        reverse("operators:organisation_create"),
        reverse("operators:organisation_edit", args=[structure.public_id]),
        structure.get_absolute_url(),
        reverse("operators:member_detail", args=[member.public_id]),
        reverse("operators:member_invite", args=[structure.public_id]),
        reverse("operators:registration_list"),
        demand.get_absolute_url(),
        reverse("operators:registration_refuse", args=[demand.public_id]),
    ]:
        page.goto(path)
        axe(page)
        fits_a_phone(page)
