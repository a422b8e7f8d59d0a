"""A mass message in a real browser: written, read again, followed while a worker sends it."""

import pytest
from django.urls import reverse

from emile.core.models import MessageState, OutboxMessage
from emile.core.tasks import deliver
from operators.enums import OrganisationKind
from operators.models import User
from tests.factories import make_actor, orient, reachable, write_what_was_confirmed


@pytest.fixture
def coordinator(server):
    return make_actor(OrganisationKind.COORDINATOR, name="GIP Habitat et Interventions Sociales")


@pytest.fixture
def prescriber(server):
    return make_actor(OrganisationKind.PRESCRIBER, name="CHRS de test")


@pytest.fixture
def household_files(server, prescriber, coordinator):
    """Three that may be written to, one of which nobody knows, one that is not safe."""
    told = [reachable(orient(prescriber)) for _ in range(3)]
    reachable(orient(prescriber), is_safe=None)
    reachable(orient(prescriber), is_safe=False)
    return told


@pytest.fixture
def judge(axe, fits_a_phone):
    def check(page):
        axe(page)
        fits_a_phone(page)

    return check


def send_one():
    """What a worker does of the oldest letter that waits."""
    waiting = OutboxMessage.objects.filter(gives_way=True, state=MessageState.WAITING)
    deliver(message_id=waiting.order_by("pk")[0].pk)


def write_it(page, judge):
    page.goto(reverse("candidates:mailing_list"))
    judge(page)
    page.get_by_role("link", name="Écrire à des ménages").click()
    judge(page)
    page.get_by_label("Contact et éligibilité").check(force=True)
    page.get_by_role("button", name="Continuer").click()
    page.get_by_label("Objet").fill("Votre expulsion")
    page.get_by_label("Texte").fill("Une rencontre a lieu jeudi.")
    page.get_by_role("button", name="Continuer").click()
    page.get_by_text("dirait quelque chose de la personne").first.wait_for()
    judge(page)
    page.get_by_label("Objet").fill("Rencontre de jeudi")
    page.get_by_role("button", name="Continuer").click()
    page.get_by_role("heading", name="Relire et envoyer", level=1).wait_for()
    judge(page)


def test_progress_of_a_mass_message_follows_by_itself(
    household_files, page, sign_in, coordinator, judge, smtp_sink
):
    sign_in(page, User.objects.get(pk=coordinator.user_id))
    write_it(page, judge)

    assert page.get_by_text("Bonjour Prénom,").is_visible()
    page.get_by_role("link", name="3 personnes").click()
    for parcours in household_files:
        assert page.get_by_role("link", name=parcours.household.reference).is_visible()
    judge(page)
    page.go_back()
    page.get_by_role("button", name="Envoyer à 3 personnes").click()
    page.get_by_text("0 sur 3 messages traités, 3 à venir").wait_for()
    judge(page)

    page.get_by_role("button", name="Arrêter l’envoi").focus()
    write_what_was_confirmed()
    page.get_by_text("Dans la file").wait_for()
    page.wait_for_function("document.activeElement.id === 'arreter'")
    send_one()
    page.get_by_text("1 sur 3 messages traités, 2 à venir").wait_for()
    send_one()
    send_one()
    page.get_by_text("3 sur 3 messages traités, 0 à venir").wait_for()

    assert page.get_by_role("button", name="Arrêter l’envoi").count() == 0
    assert page.locator("#avancement[hx-get]").count() == 0
    assert len(smtp_sink) == 3
    judge(page)
    page.get_by_role("link", name="3 : Envoyés").click()
    judge(page)


def test_without_scripts_it_is_stopped_in_the_middle(
    household_files, page_without_javascript, sign_in, coordinator, smtp_sink
):
    page = page_without_javascript
    sign_in(page, User.objects.get(pk=coordinator.user_id))
    write_it(page, lambda _page: None)
    page.get_by_role("button", name="Envoyer à 3 personnes").click()
    write_what_was_confirmed()
    send_one()
    page.get_by_role("link", name="Actualiser").click()
    assert page.get_by_text("1 sur 3 messages traités, 2 à venir").is_visible()

    page.get_by_role("button", name="Arrêter l’envoi").click()

    assert page.get_by_text("2 messages repris").is_visible()
    assert page.get_by_text("Arrêté par").is_visible()
    assert len(smtp_sink) == OutboxMessage.objects.filter(gives_way=True).count() == 1
