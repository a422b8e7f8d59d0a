import pytest
from django.urls import reverse

from territories.models import Territory
from tests.operators.factories import MembershipFactory


pytestmark = pytest.mark.django_db


@pytest.fixture
def member(client):
    membership = MembershipFactory()
    client.force_login(membership.user, backend="django.contrib.auth.backends.ModelBackend")
    return membership


@pytest.mark.parametrize("name", ["territory_list", "commune_search", "occupation_search"])
def test_pages_are_for_people_who_sign_in(client, name):
    response = client.get(reverse(f"territories:{name}"))

    assert response.status_code == 302
    assert response.url.startswith(reverse("operators:sign_in"))


@pytest.mark.parametrize("name", ["territory_list", "commune_search", "occupation_search"])
def test_pages_change_nothing(client, member, name):
    assert client.post(reverse(f"territories:{name}")).status_code == 405


def test_the_list_shows_who_takes_part_today_and_who_no_longer_does(client, member):
    text = client.get(reverse("territories:territory_list")).text

    assert "Pays de Maurienne" in text
    assert "Opérateur d’accueil\u00a0: Mission Locale Jeunes Pays de Maurienne" in text
    assert text.index("Pays de Maurienne") < text.index("Hors du programme") < text.index("Doubs")


def test_the_list_costs_the_same_whatever_its_length(client, member, count_queries):
    url = reverse("territories:territory_list")
    with_all = count_queries(lambda: client.get(url))
    Territory.objects.exclude(slug__in=["cantal", "lot"]).filter(mandates=None).delete()

    assert count_queries(lambda: client.get(url)) == with_all <= 15


@pytest.mark.parametrize("kind", ["prescriber", "coordinator"])
def test_a_card_costs_the_same_whatever_it_holds(client, count_queries, kind):
    membership = MembershipFactory(organisation__kinds=[kind])
    client.force_login(membership.user, backend="django.contrib.auth.backends.ModelBackend")
    small, large = (Territory.objects.get(slug=slug) for slug in ("cantal", "lozere"))
    client.get(small.get_absolute_url())
    costs = [
        count_queries(lambda one=one: client.get(one.get_absolute_url())) for one in (small, large)
    ]

    assert costs[0] == costs[1] <= 15


def test_the_card_says_who_works_there_and_how_many_homes_are_empty(client, member):
    territory = Territory.objects.get(slug="cantal")

    text = client.get(territory.get_absolute_url()).text

    assert "Aurore" in text
    assert "Depuis le 1er juin 2019" in " ".join(text.split())
    assert "Aurillac" in text
    assert "Logements vacants" in text


def test_the_card_of_a_territory_that_left_shows_its_former_operator(client, member):
    text = client.get(Territory.objects.get(slug="doubs").get_absolute_url()).text

    assert "Hors du programme" in text
    assert "Aucun opérateur connu" in text
    assert "ADDSEA" in text


def test_communes_are_proposed_while_one_writes(client, member):
    response = client.get(reverse("territories:commune_search"), {"q": "aurilac"})

    assert response.json()["results"][0] == {
        "code": "15014",
        "label": "Aurillac (15)",
        "hint": "15000, Cantal",
    }


def test_occupations_are_proposed_while_one_writes(client, member):
    response = client.get(reverse("territories:occupation_search"), {"q": "nounou"})

    assert response.json()["results"][0]["code"] == "K1303"
