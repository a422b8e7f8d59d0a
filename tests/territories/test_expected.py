"""What a territory knows without a dated offer: its needs and its usual homes."""

from datetime import date, timedelta
from itertools import product

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from emile.core.context import database_context, system
from emile.core.errors import DomainError
from emile.core.workflow import TransitionRefused
from operators.enums import OrganisationKind
from territories.enums import ExpectedKind, ExpectedStatus, OfferKind
from territories.models import Commune, FreshnessRule, Territory, TerritoryNeed, UsualHome
from territories.services.expected import move_expected
from territories.workflow import HOME_WORKFLOW, NEED_WORKFLOW
from tests.factories import make_actor, make_home, make_job, make_need, make_usual_home


pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
CURRENT, RETIRED = ExpectedStatus
LIFE = {
    "confirm": {CURRENT: CURRENT},
    "edit": {CURRENT: CURRENT},
    "retire": {CURRENT: RETIRED},
    "restore": {RETIRED: CURRENT},
}
JOBS, HOMES = (
    reverse("territories:offer_list", args=[kind]) for kind in (OfferKind.JOB, OfferKind.HOME)
)
A_NEED = {
    "occupation": "Cuisinier / Cuisinière",
    "occupation_code": "G1602",
    "number": "3",
    "since": TODAY.replace(day=1).isoformat(),
}
A_HOME = {"typology": "T3", "yearly_number": "6", "delay_weeks": "8", "rent_from": "420"}


def move(actor, expected, step):
    with database_context(actor.database_context):
        return move_expected(
            actor=actor, expected=expected, step=step, on=TODAY, now=timezone.now()
        )


def page_of(slug="cantal"):
    territory = Territory.objects.get(slug=slug)
    return reverse("territories:expected_list", args=[territory.public_id])


def add_url(kind, slug="cantal"):
    territory = Territory.objects.get(slug=slug)
    return reverse("territories:expected_add", args=[territory.public_id, kind])


def url_of(expected, step=None):
    kind = ExpectedKind.JOB if isinstance(expected, TerritoryNeed) else ExpectedKind.HOME
    if step:
        return reverse("territories:expected_move", args=[kind, expected.public_id, step])
    return reverse("territories:expected_edit", args=[kind, expected.public_id])


def listed(client, kind, slug="cantal"):
    lists = client.get(page_of(slug)).context["lists"]
    return next(one for one in lists if one.kind == kind)


def test_needs_and_usual_homes_live_the_same_life():
    for workflow in (NEED_WORKFLOW, HOME_WORKFLOW):
        assert {step.name for step in workflow.steps} == set(LIFE)


@pytest.mark.parametrize("make", [make_need, make_usual_home])
@pytest.mark.parametrize(("step", "status"), list(product(LIFE, ExpectedStatus)))
def test_each_step_goes_from_where_it_may(host, make, step, status):
    expected = make(host)
    with database_context(system("test")):
        type(expected).objects.update(status=status)

    if status in LIFE[step]:
        assert move(host, expected, step).status == LIFE[step][status]
        assert expected.events.latest("sequence").kind == step
    else:
        with pytest.raises(TransitionRefused, match="quelqu’un l’a changé"):
            move(host, expected, step)


@pytest.mark.parametrize("make", [make_need, make_usual_home])
def test_an_operator_in_charge_elsewhere_writes_nothing_here(host, elsewhere, make):
    expected = make(host)

    with pytest.raises(DomainError, match="opérateur d’accueil"):
        make(elsewhere, territory="cantal")
    with pytest.raises(DomainError, match="opérateur d’accueil"):
        move(elsewhere, expected, "retire")
    assert [event.kind for event in expected.events.all()] == ["add"]


@pytest.mark.parametrize("kind", OrganisationKind)
def test_those_who_read_the_boards_read_what_is_expected(host, kind):
    make_need(host)
    readers = {"coordinator", "national", "prescriber", "upstream", "host"}

    assert TerritoryNeed.objects.visible_to(make_actor(kind)).exists() == (kind in readers)


@pytest.mark.parametrize("make", [make_need, make_usual_home])
def test_what_nobody_confirms_leaves_matching_and_comes_back_in_one_act(host, make):
    rule = FreshnessRule.in_force(TODAY)
    stale, fresh = (
        make(host, on=TODAY - timedelta(days=31)),
        make(host, territory="cantal", other=1),
    )
    rows = type(stale).objects

    assert set(rows.fresh_on(TODAY, rule)) == {fresh}
    assert set(rows.to_confirm_on(TODAY, rule)) == {stale}

    move(host, stale, "confirm")
    assert set(rows.fresh_on(TODAY, rule)) == {stale, fresh}


def test_a_need_whose_last_month_is_past_is_counted_no_more(host):
    rule = FreshnessRule.in_force(TODAY)
    yesterday = TODAY - timedelta(days=1)
    past = make_need(host, since=date(2020, 1, 1), until=yesterday)

    assert not TerritoryNeed.objects.fresh_on(TODAY, rule).exists()
    with pytest.raises(TransitionRefused, match="date limite est passée"):
        move(host, past, "confirm")


@pytest.mark.parametrize("make", [make_need, make_usual_home])
def test_the_same_thing_is_written_once(host, make):
    first = make(host)
    with pytest.raises(DomainError, match="l’a déjà noté"):
        make(host)

    move(host, first, "retire")
    make(host)

    with pytest.raises(TransitionRefused, match="l’a déjà noté"):
        move(host, first, "restore")


def test_a_usual_home_is_in_its_territory_and_its_rents_are_in_order(host):
    with pytest.raises(ValidationError, match="n’est pas dans ce territoire"):
        make_usual_home(host, commune=Commune.objects.get(code="18033"))
    with pytest.raises(ValidationError, match="inférieur au plus bas"):
        make_usual_home(host, rent_from=500, rent_to=400)
    assert not UsualHome.objects.exists()


# The page


def test_a_need_is_written_with_the_words_of_the_rome(signed_in, submit, host):
    client = signed_in(host)

    response = submit(add_url(ExpectedKind.JOB), A_NEED)

    need = TerritoryNeed.objects.get()
    assert response.url == page_of()
    assert (need.occupation.code, need.number, need.until) == ("G1602", 3, None)
    assert "3 postes, dès" in listed(client, ExpectedKind.JOB).rows[0].details


def test_a_usual_home_says_how_long_it_takes(signed_in, submit, host):
    client = signed_in(host)

    submit(add_url(ExpectedKind.HOME), A_HOME)

    row = listed(client, ExpectedKind.HOME).rows[0]
    assert row.title == "T3"
    assert row.details == "6 par an, 8 semaines d’attente, à partir de 420\u00a0€ par mois"


@pytest.mark.parametrize(
    ("kind", "change", "field", "said"),
    [
        ("job", {"occupation": "zzz", "occupation_code": ""}, "occupation", "Aucun métier"),
        ("job", {"number": "0"}, "number", "supérieure ou égale à 1"),
        ("job", {"since": "2001-01-01"}, "since", "choix valide"),
        ("job", {"until": "n’importe"}, "until", "choix valide"),
        ("home", {"typology": "T9"}, "typology", "choix valide"),
        ("home", {"rent_to": "300"}, "rent_to", "inférieur au plus bas"),
        ("home", {"rent_from": "9"}, "rent_from", "Vérifiez ce loyer"),
        ("home", {"delay_weeks": "500"}, "delay_weeks", "inférieure ou égale à 104"),
        ("home", {"commune": "Bourges", "commune_code": "18033"}, "commune", "n’est pas dans"),
        ("home", {"note": "Un\0nul"}, "note", "nul"),
    ],
)
def test_what_can_not_be_is_refused_beside_its_field(
    signed_in, submit, host, kind, change, field, said
):
    signed_in(host)

    response = submit(add_url(kind), {**(A_NEED if kind == "job" else A_HOME), **change})

    assert response.status_code == 422
    assert said in " ".join(response.context["form"].errors[field])
    assert not TerritoryNeed.objects.exists()
    assert not UsualHome.objects.exists()


def test_a_double_is_refused_before_it_is_written(signed_in, submit, host):
    signed_in(host)
    submit(add_url(ExpectedKind.JOB), A_NEED)

    response = submit(add_url(ExpectedKind.JOB), {**A_NEED, "number": "9"})

    assert response.status_code == 422
    assert "l’a déjà noté" in response.text
    assert TerritoryNeed.objects.get().number == 3


def test_one_click_says_that_it_is_still_true(signed_in, submit, host):
    need = make_need(host, on=TODAY - timedelta(days=40))
    client = signed_in(host)
    assert listed(client, ExpectedKind.JOB).rows[0].badge.label == "À confirmer"

    submit(url_of(need, "confirm"))

    assert listed(client, ExpectedKind.JOB).rows[0].badge.label == "Confirmé aujourd’hui"


def test_what_is_retired_is_kept_apart_and_can_be_taken_back(signed_in, submit, host):
    home = make_usual_home(host)
    client = signed_in(host)

    submit(url_of(home, "retire"))
    assert [row.expected for row in listed(client, ExpectedKind.HOME).retired] == [home]
    assert client.get(url_of(home)).url == page_of()

    submit(url_of(home, "restore"))
    assert [row.expected for row in listed(client, ExpectedKind.HOME).rows] == [home]


def test_two_people_who_edit_see_both_versions(signed_in, submit, host):
    home = make_usual_home(host)
    client = signed_in(host)
    form = client.get(url_of(home)).context["form"]
    mine = {**A_HOME, "version": form["version"].value()}
    submit(url_of(home), {**mine, "delay_weeks": "10"})

    response = submit(url_of(home), {**mine, "delay_weeks": "12"})

    assert response.status_code == 409
    assert UsualHome.objects.get().delay_weeks == 10
    assert "L’équipe a modifié cette ligne." in client.get(url_of(home)).text


def test_a_need_opens_as_it_was_written(signed_in, host):
    need = make_need(host, since=date(2020, 1, 1), until=date(2031, 3, 31))

    form = signed_in(host).get(url_of(need)).context["form"]

    assert (form["since"].value(), form["until"].value()) == ("2020-01-01", "2031-03-31")
    assert "janvier 2020" in str(form["since"])


def test_an_empty_board_says_what_the_territory_knows_instead(signed_in, host):
    make_need(host)
    make_usual_home(host)
    client = signed_in(make_actor(OrganisationKind.UPSTREAM))
    here = {"territory": "cantal"}

    assert "Sans offre datée" in client.get(JOBS, here).text
    assert "semaines d’attente" in client.get(HOMES, here).text

    make_home(host)
    assert "Sans offre datée" not in client.get(HOMES, here).text
    make_job(host, on=TODAY - timedelta(days=40))
    assert "Sans offre datée" in client.get(JOBS, here).text


def test_the_page_costs_the_same_whatever_its_length(signed_in, host, count_queries):
    make_need(host)
    client, url = signed_in(host), page_of()
    client.get(url)
    with_one = count_queries(lambda: client.get(url))
    for number in range(1, 50):
        make_need(host, other=number)
        make_usual_home(host, other=number)

    assert count_queries(lambda: client.get(url)) == with_one <= 15


def test_a_need_that_was_retired_and_is_past_can_be_put_right(host):
    past = make_need(host, since=date(2020, 1, 1), until=TODAY - timedelta(days=1))
    move(host, past, "retire")

    assert move(host, past, "restore").status == CURRENT
