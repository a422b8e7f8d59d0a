"""Whether those who offer answer when asked: what is counted, and where it is read."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from emile.core.context import database_context
from operators.enums import OrganisationKind
from operators.models import Organisation
from territories.models import OfferEvent
from territories.models.offer import ANSWERS, ASK
from territories.selectors.answers import answer_rate, answer_rates
from territories.services.answers import BY_CLOCK, BY_LINK
from territories.services.offers import move_offer
from territories.workflow import OFFER_WORKFLOW
from tests.factories import by_itself, make_actor, make_home


pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


@pytest.fixture
def landlord():
    return Organisation.objects.create(
        name="Habitat des Volcans", kinds=[OrganisationKind.LANDLORD]
    )


@pytest.fixture
def asked(host, landlord):
    """An offer of the landlord about which it was asked so many days ago."""

    def ask(days_ago):
        offer = make_home(host, on=TODAY - timedelta(days=days_ago + 24), provider=landlord)
        by_itself(BY_CLOCK, offer, ASK, days_ago)
        return offer

    return ask


def test_the_acts_that_are_counted_are_steps_of_an_offer():
    assert {ASK, *ANSWERS} <= {step.name for step in OFFER_WORKFLOW.steps}


def test_what_is_answered_within_a_week_counts_and_the_rest_does_not(host, landlord, asked):
    by_itself(BY_LINK, asked(30), "confirm_by_link", 26)
    by_itself(BY_LINK, asked(30), "withdraw_by_link", 23)
    by_itself(BY_LINK, asked(30), "confirm_by_link", 22)
    with database_context(host.database_context):
        move_offer(
            actor=host,
            offer=asked(40),
            step="confirm",
            on=TODAY - timedelta(days=38),
            now=timezone.now(),
        )
    # Its delay is not past; and that one is too old.
    asked(3)
    asked(400)

    assert str(answer_rates([landlord.pk], TODAY)[landlord.pk]) == (
        "75\u00a0% (3 réponses sur 4 demandes)"
    )


def test_fewer_than_three_requests_measure_nothing(landlord, asked):
    by_itself(BY_LINK, asked(30), "confirm_by_link", 28)
    asked(30)

    assert answer_rate(landlord.pk, TODAY).value == "Pas encore mesuré"


def test_what_was_answered_before_is_no_answer(landlord, asked):
    offer = asked(30)
    by_itself(BY_LINK, offer, "confirm_by_link", 29)
    by_itself(BY_CLOCK, offer, ASK, 20)

    rate = answer_rates([landlord.pk], TODAY)[landlord.pk]
    assert (rate.asked, rate.answered) == (2, 1)


def test_the_rate_is_read_with_its_definition_on_the_organisation_and_on_its_offers(
    signed_in, landlord, asked
):
    offers = [asked(30) for _ in range(3)]
    by_itself(BY_LINK, offers[0], "confirm_by_link", 28)
    client = signed_in(make_actor(OrganisationKind.COORDINATOR))
    detail = reverse("operators:organisation_detail", args=[landlord.public_id])

    for url in (detail, offers[1].get_absolute_url()):
        text = client.get(url).text
        assert "33\u00a0% (1 réponse sur 3 demandes)" in text
        assert "dans les sept jours" in text


def test_nothing_is_said_of_those_who_offer_nothing_nor_of_a_mere_name(signed_in, host):
    client = signed_in(make_actor(OrganisationKind.COORDINATOR))
    operator = Organisation.objects.get(pk=host.organisation_id)
    detail = reverse("operators:organisation_detail", args=[operator.public_id])

    assert "Taux de réponse" not in client.get(detail).text
    assert "Taux de réponse" not in client.get(make_home(host).get_absolute_url()).text


def test_the_journal_says_that_the_platform_asked(signed_in, host, asked):
    offer = asked(30)

    text = signed_in(host).get(offer.get_absolute_url()).text

    assert "La plateforme a demandé si l’offre tient toujours." in text
    assert OfferEvent.objects.get(kind=ASK).actor_organisation_id is None
