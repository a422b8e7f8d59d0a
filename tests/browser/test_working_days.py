"""A day of each role, from signing in and « À faire » to done: with scripts, and without on a phone.

Each starts from files that the services brought to the right stage.
"""

import pytest
from django.urls import reverse

from candidates.enums import Certainty
from territories.models import Commune
from tests.browser import journey, working_day
from tests.browser.conftest import CAST
from tests.browser.desk import Desk
from tests.factories import (
    a_candidate,
    at_immersion,
    at_information,
    at_positioning,
    at_validation,
    edit_dates,
    edit_home,
    edit_job,
    orient,
    propose,
    say,
)
from tests.harness.browser import PHONE


SECTIONS = ("", "foyer/", "diagnostic/", "projet/", "installation/", "echanges/")


@pytest.fixture(scope="module")
def judged() -> set[tuple[str, str, str]]:
    """A page that several days open is judged in the first."""
    return set()


@pytest.fixture(params=["with scripts", "without a script, on a phone"])
def desk(request, desk_at, axe, fits_a_phone, judged) -> Desk:
    if request.param == "with scripts":
        return desk_at(request.getfixturevalue("page"), judge=axe, judged=judged)
    page = request.getfixturevalue("page_without_javascript")
    page.set_viewport_size(PHONE)
    return desk_at(page, judge=fits_a_phone, runs_scripts=False)


@pytest.fixture
def actors(cast):
    return {who: member.as_actor(CAST[who][0]) for who, member in cast.items()}


@pytest.fixture
def team(actors):
    """Whoever brings a file as far as a host territory."""
    return [actors[who] for who in ("prescriber", "coordinator", "upstream", "host")]


def test_the_day_of_an_orienting_body(desk):
    journey.sign_in(desk, "prescriber")
    working_day.orient_one_person(desk)

    desk.follow("À faire")
    assert desk.waiting() == {}
    desk.follow("1 chez les autres")
    desk.follow(desk.reference)
    working_day.note_an_exchange(desk)
    assert desk.reads(working_day.SAID)
    assert desk.complaints == []


def test_the_day_of_the_coordinator(desk, actors):
    orient(actors["prescriber"])
    journey.sign_in(desk, "coordinator")
    [reference] = desk.waiting()
    working_day.take_up(desk, reference)
    working_day.call(desk, "Pas de réponse")
    working_day.call(desk, "Personne jointe")
    journey.declare_eligible(desk)

    desk.follow("À faire")
    assert desk.waiting() == {}
    assert desk.complaints == []


def test_the_day_of_an_upstream_operator(desk, team):
    seen, met = [
        at_information(*team[:3], people=[a_candidate(first_name=name)])
        for name in ("Awa", "Salif")
    ]
    journey.sign_in(desk, "upstream")
    working_day.note_who_came(desk, [seen, met])
    working_day.take_up(desk, seen.household.reference)
    working_day.close_the_themes(desk)
    journey.sign_the_diagnosis(desk)
    working_day.plan_an_action(desk)

    desk.follow("À faire")
    assert desk.waiting() == {
        met.household.reference: "Compléter le diagnostic",
        seen.household.reference: "Projets et territoires souhaités",
    }
    assert desk.complaints == []


def test_the_day_of_a_host_operator(desk, actors, team):
    proposed = at_positioning(*team[:3])
    propose(actors["upstream"], proposed, actors["host"])
    decided = at_validation(*team, people=[a_candidate(first_name="Salif")])
    describe_the_project(actors, decided)
    journey.sign_in(desk, "host")
    working_day.take_up(desk, proposed.household.reference)
    working_day.welcome(desk)
    working_day.tell_the_stay(desk)
    working_day.take_up(desk, decided.household.reference)
    working_day.hear_everyone(desk, "Salif Exemple")

    desk.follow("À faire")
    assert desk.waiting() == {decided.household.reference: "Noter l’emploi ou la formation"}
    assert desk.complaints == []


def describe_the_project(actors, parcours) -> None:
    """A promised job and a promised home; the team that prepares has agreed to them."""
    host = actors["host"]
    edit_job(host, parcours, certainty=Certainty.PROMISED, employer="Boulangerie Exemple")
    aurillac = Commune.objects.get(code="15014")
    edit_home(host, parcours, certainty=Certainty.PROMISED, commune=aurillac, rent=450)
    edit_dates(host, parcours, parcours.stage_since)
    say(actors["upstream"], parcours, "upstream")


@pytest.mark.parametrize("who", ["state", "national"])
def test_the_day_of_those_who_read_figures(desk, team, who):
    parcours = at_immersion(*team)
    journey.sign_in(desk, who)
    assert desk.page.locator(".fr-text--lead").inner_text().startswith("1 ménage")

    for link in desk.menu():
        desk.go(link)
        assert not desk.reads("Awa Exemple")
        assert not desk.reads(parcours.household.reference)
    file_url = parcours.get_absolute_url()
    assert {desk.status_of(file_url + section) for section in SECTIONS} == {403}
    assert desk.status_of(reverse("candidates:parcours_list")) == 403
    assert desk.complaints == []
