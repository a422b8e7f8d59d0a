"""Employers and landlords say from a letter, without an account, whether an offer stands."""

import re
from base64 import urlsafe_b64decode
from datetime import timedelta

import pytest
from django.utils import timezone

from emile.core.context import database_context, system
from emile.core.models import OutboxMessage
from territories.enums import OfferStatus
from territories.models import Offer
from territories.notifications import answer_link
from territories.selectors.links import LASTS
from territories.services.answers import ask_for_confirmations
from tests.factories import make_home, make_job


pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
ADDRESS = "bailleur@exemple.test"


def days_ago(days):
    return TODAY - timedelta(days=days)


def ask(days=0):
    """So many days from now."""
    now = timezone.now() + timedelta(days=days)
    return ask_for_confirmations(on=timezone.localdate(now), now=now)


@pytest.fixture
def old_home(host):
    return make_home(host, on=days_ago(28), contact_email=ADDRESS)


def path_of(offer):
    return answer_link(offer).removeprefix("http://testserver").partition("/offres/")[2]


@pytest.fixture
def link(old_home):
    return f"/offres/{path_of(old_home)}"


def test_those_who_offer_are_asked_before_an_offer_goes_stale(host):
    make_home(host, on=days_ago(23), contact_email=ADDRESS)
    make_home(host, on=days_ago(24))
    make_home(host, on=days_ago(60), contact_email=ADDRESS)
    assert ask() == 0

    make_home(host, on=days_ago(24), contact_email=ADDRESS)
    assert ask() == 1
    assert OutboxMessage.objects.get().recipient == ADDRESS


def test_an_address_gets_one_letter_a_week_with_all_its_offers(host, old_home):
    make_job(host, on=days_ago(30), contact_email=ADDRESS)

    for _ in range(2):
        ask()

    letter = OutboxMessage.objects.get()
    assert old_home.events.filter(kind="ask").count() == 1
    assert letter.subject == "Vos 2 offres sont-elles toujours valables\u00a0?"
    assert len(re.findall(r"/offres/reponse/\S+", letter.body)) == 2

    ask(days=7)
    assert OutboxMessage.objects.count() == 2


def test_opening_the_link_changes_nothing(client, link):
    assert "toujours valable" in client.get(link).text
    assert Offer.objects.get().confirmed_on == days_ago(28)


def test_yes_confirms_the_offer_and_ends_the_link(client, submit, link, host, signed_in):
    assert "Merci" in client.get(submit(link, {"stands": "yes"}).url).text

    offer = Offer.objects.get()
    assert offer.confirmed_on == TODAY
    assert client.get(link).status_code == submit(link, {"stands": "yes"}).status_code == 410
    assert "La personne à joindre a confirmé l’offre par le lien reçu." in (
        signed_in(host).get(offer.get_absolute_url()).text
    )


def test_no_withdraws_it(submit, link):
    submit(link, {"stands": "no"})

    offer = Offer.objects.get()
    assert offer.status == OfferStatus.WITHDRAWN
    assert offer.events.latest("sequence").payload == {"why": "provider"}


@pytest.mark.parametrize("said", [{}, {"stands": "oui"}, {"stands": ""}])
def test_an_answer_that_says_neither_asks_again(submit, link, said):
    assert "toujours valable" in submit(link, said).text
    assert Offer.objects.get().events.count() == 2


def test_nobody_reads_an_address_in_a_link(link):
    payload = link.split("/")[3].split(":")[0]
    assert "exemple" not in urlsafe_b64decode(payload + "==").decode()


@pytest.mark.parametrize("change", [{"contact_email": "autre@exemple.test"}, {"status": "paused"}])
def test_a_link_does_not_outlive_its_addressee_nor_its_offer(client, link, change):
    with database_context(system("test")):
        Offer.objects.update(**change)

    assert client.get(link).status_code == 410


def test_a_link_ends_after_a_month(client, link, time_machine):
    time_machine.move_to(timezone.now() + LASTS + timedelta(hours=1))

    assert client.get(link).status_code == 410


@pytest.mark.parametrize("token", ["nimporte-quoi", "a:b:c", "%00", "é" * 300])
def test_a_forged_link_is_a_closed_one(client, token):
    assert client.get(f"/offres/reponse/{token}/").status_code in {404, 410}
