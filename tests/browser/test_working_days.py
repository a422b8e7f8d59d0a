"""A day of each role, from signing in and « À faire » to done: with scripts, and without on a phone.

Each starts from files that the services brought to the right stage.
"""

import pytest
from django.urls import reverse

from candidates import services
from candidates.enums import Certainty
from territories.models import Commune
from tests.browser import journey, working_day
from tests.browser.conftest import CAST, K
from tests.browser.desk import Desk
from tests.factories import (
    a_candidate,
    act,
    at_diagnosis,
    at_immersion,
    at_information,
    at_positioning,
    at_validation,
    edit_dates,
    edit_home,
    edit_job,
    make_membership,
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


def test_what_is_to_do_empties_itself_act_after_act(desk, actors):
    for name in ("Awa", "Salif", "Issa"):
        orient(actors["prescriber"], people=[a_candidate(first_name=name)])
    journey.sign_in(desk, "coordinator")
    left = [*desk.waiting()]
    assert len(left) == desk.figure("à faire") == 3

    while left:
        working_day.take_up(desk, left[0])
        working_day.call(desk, "Personne jointe")
        desk.follow("À faire")
        # It is still the coordinator's move: the same file, with what comes next.
        assert [*desk.waiting()] == left
        working_day.take_up(desk, left[0])
        journey.declare_eligible(desk)
        desk.follow("À faire")
        del left[0]
        assert [*desk.waiting()] == left
        assert desk.figure("à faire") == len(left)

    assert desk.reads("Rien n’attend votre organisation")
    assert desk.complaints == []


def test_whoever_stands_in_has_the_files_of_the_absent(desk, cast, actors, team):
    cast["colleague"] = make_membership(K.UPSTREAM, name=CAST["upstream"][1])
    away, colleague = cast["upstream"].user, cast["colleague"].user
    parcours = at_diagnosis(*team[:3])
    followed_by = {"lead_worker": away, "owner_user": away}
    act(services.assign_worker, actors["upstream"], parcours, **followed_by)
    journey.sign_in(desk, "upstream")
    desk.follow("Mon organisation")
    desk.follow(away.get_full_name())
    desk.follow("Noter une absence")
    desk.fill_day("Premier jour d’absence")
    desk.fill_day("Dernier jour d’absence")
    desk.select("Qui remplace", colleague.get_full_name())
    desk.press("Noter cette absence")

    desk.sits("colleague")
    assert desk.reads(f"Vous remplacez {away.get_full_name()}")
    desk.follow("1 dossier")
    assert desk.reads(f"remplacement par {colleague.get_full_name()}")
    desk.follow(parcours.household.reference)
    working_day.close_the_themes(desk)
    journey.sign_the_diagnosis(desk)

    desk.sits("upstream")
    desk.follow("Mon organisation")
    desk.follow(away.get_full_name())
    desk.press("Mettre fin à cette absence")
    desk.sits("colleague")
    assert not desk.page.get_by_text("Vous remplacez").count()
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
    assert desk.counted_on_their_way() == 1

    for link in desk.menu():
        desk.go(link)
        assert not desk.reads("Awa Exemple")
        assert not desk.reads(parcours.household.reference)
    file_url = parcours.get_absolute_url()
    assert {desk.status_of(file_url + section) for section in SECTIONS} == {403}
    assert desk.status_of(reverse("candidates:parcours_list")) == 403
    assert desk.complaints == []
