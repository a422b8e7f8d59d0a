"""The map of a territory, and the table that says the same."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse
from django.utils import timezone

from operators.enums import OrganisationKind
from territories.enums import OfferKind
from territories.models import Commune, FreshnessRule, Offer, Territory
from territories.selectors.maps import MARGIN, WIDTH, map_of
from territories.selectors.places import communes_of
from territories.selectors.tallies import tallies_of
from tests.factories import make_actor, make_home, make_job


pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


@pytest.fixture
def saint_flour():
    return Commune.objects.get(code="15187")


def drawn(kinds=tuple(OfferKind)):
    territory = Territory.objects.get(slug="cantal")
    rule = FreshnessRule.in_force(TODAY)
    tallies = tallies_of(territory, Offer.objects.all(), TODAY, rule)
    return map_of(territory, communes_of(territory), tallies, kinds, rule)


def test_only_offers_that_one_may_count_on_are_drawn_the_most_first(host, saint_flour):
    make_home(host)
    make_home(host, on=TODAY - timedelta(days=31), commune=saint_flour)
    make_home(host, is_draft=True, commune=saint_flour)
    assert [place.name for place in drawn().places] == ["Aurillac"]

    make_home(host, commune=saint_flour)
    make_job(host, commune=saint_flour)

    places = drawn().places
    assert [(place.rank, place.name) for place in places] == [(1, "Saint-Flour"), (2, "Aurillac")]
    assert [cell.count for cell in places[0].cells] == [1, 1, 0]
    assert [place.name for place in drawn([OfferKind.TRAINING]).places] == []


def test_every_commune_is_in_the_drawing_with_north_up(host, saint_flour):
    make_home(host)
    make_home(host, commune=saint_flour)

    shown = drawn()

    located = Territory.objects.get(slug="cantal").communes.exclude(latitude=None)
    # Two town halls of the reference data are in other regions.
    assert len(shown.points) == located.exclude(name__in=["Lascelle", "Vabres"]).count() > 200
    assert all(MARGIN <= float(point.x) <= WIDTH - MARGIN for point in shown.points)
    assert all(MARGIN <= float(point.y) <= shown.height - MARGIN + 1 for point in shown.points)
    where = {place.name: place.point for place in shown.places}
    # Saint-Flour is north-east of Aurillac.
    assert float(where["Saint-Flour"].x) > float(where["Aurillac"].x)
    assert float(where["Saint-Flour"].y) < float(where["Aurillac"].y)


def test_a_commune_whose_place_is_not_known_is_in_the_table_only(signed_in, host):
    make_home(host, commune=Commune.objects.get(code="15245"))

    assert [(place.name, place.point) for place in drawn().places] == [("Vabres", None)]
    assert (
        "Pas placée sur la carte" in signed_in(host).get(drawn().territory.get_absolute_url()).text
    )


def test_each_figure_leads_to_exactly_these_offers(signed_in, host, saint_flour):
    make_home(host)
    make_home(host, on=TODAY - timedelta(days=31))
    make_home(host, commune=saint_flour)
    client = signed_in(make_actor(OrganisationKind.UPSTREAM))

    for place in drawn([OfferKind.HOME]).places:
        page = client.get(place.cells[0].url)
        assert len(page.context["rows"]) == place.cells[0].count == 1
        assert {row.offer.commune.name for row in page.context["rows"]} == {place.name}


def test_the_commune_is_asked_only_of_one_territory(signed_in, host):
    make_home(host)
    client = signed_in(host)
    board = reverse("territories:offer_list", args=[OfferKind.HOME])

    def fields(**query):
        return client.get(board, query).context["filters"].form.fields

    assert "commune" not in fields()
    assert list(fields(territory="cantal")["commune"].choices)[1:] == [
        ("15014", "Aurillac (15014)")
    ]
    assert client.get(board, {"territory": "can\0tal"}).status_code == 200


def test_the_board_and_the_card_show_the_map_to_those_who_read_the_boards(signed_in, host):
    make_home(host)
    card = Territory.objects.get(slug="cantal").get_absolute_url()
    board = drawn().places[0].cells[0].url

    assert parse_qs(urlsplit(board).query)["territory"] == ["cantal"]
    for url in (card, board):
        assert "Carte des offres, Cantal" in signed_in(host).get(url).text
    outsider = make_actor(OrganisationKind.EMPLOYER)
    assert "Carte des offres" not in signed_in(outsider).get(card).text
