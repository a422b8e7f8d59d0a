"""How long one may count on an offer: decided by the coordinator, followed everywhere."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from emile.core.models import OutboxMessage
from operators.enums import OrganisationKind
from territories.enums import OfferKind
from territories.models import FreshnessRule
from territories.services.answers import ask_for_confirmations
from tests.factories import make_actor, make_home


pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
CHANGE = reverse("candidates:settings_change", args=["fraicheur", "offers"])
BOARD = reverse("territories:offer_list", args=[OfferKind.HOME])
DAYS = {"ask_days": "9", "fresh_days": "15", "forgotten_days": "40"}


@pytest.fixture
def desk(signed_in):
    return signed_in(make_actor(OrganisationKind.COORDINATOR))


@pytest.fixture
def change(desk, submit):
    """The coordinator decides other delays, from today on."""

    def decide(**days):
        return submit(CHANGE, {**DAYS, "starts_on": TODAY.isoformat(), "version": "1", **days})

    return decide


def test_the_first_delays_are_those_of_the_programme():
    rule = FreshnessRule.in_force(TODAY)

    assert (rule.ask_days, rule.fresh_days, rule.forgotten_days) == (24, 30, 60)


def test_the_coordinator_decides_when_an_offer_must_be_confirmed(host, desk, change):
    make_home(host, on=TODAY - timedelta(days=20))
    assert "Confirmée il y a" in desk.get(BOARD).text

    assert change().status_code == 302

    assert "À confirmer" in desk.get(BOARD).context["rows"][0].badge.label
    assert FreshnessRule.in_force(TODAY - timedelta(days=1)).fresh_days == 30


def test_the_letter_says_the_delay_of_the_day(host, change):
    change()
    make_home(host, on=TODAY - timedelta(days=10), contact_email="bailleur@exemple.test")

    assert ask_for_confirmations(on=TODAY, now=timezone.now()) == 1
    assert "ne confirme pendant 15 jours" in OutboxMessage.objects.get().body


@pytest.mark.parametrize(
    ("days", "field"),
    [
        ({"ask_days": "15"}, "ask_days"),
        ({"forgotten_days": "15"}, "forgotten_days"),
        ({"ask_days": "0"}, "ask_days"),
        ({"forgotten_days": "9999"}, "forgotten_days"),
    ],
)
def test_delays_that_make_no_sense_are_refused_beside_their_field(change, days, field):
    response = change(**days)

    assert response.status_code == 422
    assert field in response.context["form"].errors


def test_the_page_says_what_a_change_touches(host, desk):
    make_home(host)
    make_home(host, on=TODAY - timedelta(days=45))

    told = desk.get(CHANGE).context["touched"].told

    assert "2 offres sont disponibles, dont 1 à confirmer" in told
