"""*Arbitrage* in pages: a run, what it says, what people decide of it, and what is proposed."""

from datetime import date
from decimal import Decimal

import pytest
from dateutil.relativedelta import relativedelta
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import Vehicle
from candidates.models import Parcours, Placement
from emile.core.context import database_context
from emile.core.errors import DomainError, StaleVersion
from matching.arbitration.decide import NO_FAIRNESS, Outcome
from matching.arbitration.problem import Problem
from matching.enums import ArbitrationStatus, RulingKind
from matching.models import Arbitration, Ruling
from matching.selectors.arbitration import arbitration_page
from matching.services import arbitration
from matching.services.rulings import propose_lines, rule, undo_ruling
from operators.enums import OrganisationKind
from territories.enums import Typology
from territories.models import Territory
from territories.services.offers import move_offer
from territories.services.welcome import set_capacity
from tests.factories import (
    a_candidate,
    act,
    arbitrate,
    at_positioning,
    make_actor,
    make_home,
    make_job,
    make_mandate,
    make_need,
    make_services,
)
from tests.matching.conftest import job_terms


pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


@pytest.fixture
def other(prescriber, coordinator, upstream):
    """Wants the same home and the same job; came after."""
    cook = a_candidate(
        first_name="Binta", birth_date=date(1991, 3, 2), licences=["B"], vehicle=Vehicle.OWN
    )
    described = {"highest_rent": Decimal(600), "needs_accessible_home": False}
    return at_positioning(prescriber, coordinator, upstream, people=[cook], **described)


@pytest.fixture
def second_home(host):
    """Larger: worth a little less to somebody alone."""
    terms = {"typology": Typology.T2, "surface": 45, "rent": Decimal(330), "charges": Decimal(40)}
    return make_home(host, terms=terms)


@pytest.fixture
def second_job(host):
    return make_job(host, terms=job_terms(monthly_pay=Decimal(1500)))


@pytest.fixture
def conflict(parcours, other, home, job, second_home, second_job):
    """Two households, one T1 that both prefer, and enough for both."""
    return parcours, other


@pytest.fixture
def page(signed_in, coordinator):
    def read(run):
        answer = signed_in(coordinator).get(run.get_absolute_url())
        assert answer.status_code == 200
        return answer.content.decode()

    return read


def given(run):
    return Outcome.kept(run.outcome).given


def read_again(coordinator, run):
    with database_context(coordinator.database_context):
        run.refresh_from_db()


def say_capacity(host, *households):
    """From this month on."""
    first = TODAY.replace(day=1)
    months = {
        first + relativedelta(months=ahead): (count, "") for ahead, count in enumerate(households)
    }
    with database_context(host.database_context):
        set_capacity(
            actor=host,
            territory=Territory.objects.get(slug="cantal"),
            version=0,
            months=months,
            on=TODAY,
            now=timezone.now(),
        )


def choices(run, parcours):
    return Problem.unpacked(bytes(run.problem)).by_key[parcours.pk].choices


def decide(coordinator, run, parcours, choice, *, version=None):
    with database_context(coordinator.database_context):
        return rule(
            actor=coordinator,
            run=run,
            version=run.version if version is None else version,
            parcours=parcours,
            choice=choice,
            reason="La famille a déjà visité ce logement.",
            now=timezone.now(),
        )


def propose(coordinator, run, *files):
    with database_context(coordinator.database_context):
        return propose_lines(
            actor=coordinator,
            run=run,
            version=run.version,
            parcours_ids=[one.pk for one in files],
            on=TODAY,
            now=timezone.now(),
        )


# A run


def test_everybody_gets_a_place_and_the_conflict_is_told(conflict, coordinator, page):
    run = arbitrate(coordinator)

    assert run.status == ArbitrationStatus.DONE
    assert sorted(one is not None for one in given(run).values()) == [True, True]
    text = page(run)
    assert "Ce que plusieurs ménages mettent en premier" in text
    assert "Le logement T1, 30\u00a0m² à Aurillac" in text
    assert "1 autre ménage reçoit le logement T1, 30\u00a0m² à Aurillac" in text
    assert "L311-3-1" in text


def test_without_conflict_the_page_says_so(parcours, home, job, coordinator, page):
    assert "Aucun conflit cette semaine" in page(arbitrate(coordinator))


def test_without_household_and_without_offer_there_is_an_answer(coordinator, page, parcours):
    run = arbitrate(coordinator)

    assert given(run) == {parcours.pk: None}
    assert "Sans rien qui convienne aujourd’hui" in page(run)


def test_who_waits_for_an_answer_is_not_in_it_and_keeps_what_was_proposed(
    conflict, coordinator, page
):
    parcours, other = conflict
    run = arbitrate(coordinator)
    placements, _ = propose(coordinator, run, other)

    again = arbitrate(coordinator)

    assert len(placements) == 1
    assert set(given(again)) == {parcours.pk}
    taken = choices(run, other)[given(run)[other.pk]]
    left = choices(again, parcours)[given(again)[parcours.pk]]
    assert (taken.home, taken.job) != (left.home, left.job)
    assert "1 autre ménage attend déjà la réponse" in page(again)


def test_the_same_data_has_the_same_print_and_the_same_answer(conflict, coordinator):
    first, second = arbitrate(coordinator), arbitrate(coordinator)

    assert first.pk != second.pk
    assert (first.fingerprint, given(first)) == (second.fingerprint, given(second))


def test_a_place_of_welcome_that_is_left_counts(conflict, coordinator, host):
    say_capacity(host, 1, 0, 0)
    run = arbitrate(coordinator)

    assert sum(one is not None for one in given(run).values()) == 1


def test_a_month_that_nobody_told_bounds_nothing(conflict, coordinator, host):
    say_capacity(host, 1, 0)

    assert None not in given(arbitrate(coordinator)).values()


def test_who_was_proposed_uses_a_place_of_welcome(conflict, coordinator, host):
    say_capacity(host, 1, 0, 0)
    run = arbitrate(coordinator)
    propose(coordinator, run, *conflict)

    assert set(given(arbitrate(coordinator)).values()) == {None}


def test_asked_twice_at_once_it_is_one_run(coordinator):
    with database_context(coordinator.database_context):
        runs = {
            arbitration.ask_arbitration(
                actor=coordinator, fairness=NO_FAIRNESS, on=TODAY, now=timezone.now()
            ).pk
            for _ in range(2)
        }

    assert len(runs) == 1


def test_a_run_that_workers_keep_leaving_stops_and_says_so(coordinator, page):
    with database_context(coordinator.database_context):
        run = arbitration.ask_arbitration(
            actor=coordinator, fairness=NO_FAIRNESS, on=TODAY, now=timezone.now()
        )
        Arbitration.objects.update(attempts=arbitration.MOST_ATTEMPTS)

    arbitration.carry_on(arbitration_id=run.pk, clock=timezone.now)

    assert "Le calcul a été interrompu plusieurs fois" in page(run)


def test_progress_is_read_by_reloading(coordinator, page, parcours):
    with database_context(coordinator.database_context):
        run = arbitration.ask_arbitration(
            actor=coordinator, fairness=NO_FAIRNESS, on=TODAY, now=timezone.now()
        )

    assert "en cours de lecture" in page(run)


# Decisions


def test_a_decision_stands_and_the_others_are_placed_around_it(conflict, coordinator, page):
    run = arbitrate(coordinator)
    loser = next(one for one in conflict if given(run)[one.pk] != 0)
    winner = next(one for one in conflict if one != loser)

    effect = decide(coordinator, run, loser, 0)

    read_again(coordinator, run)
    assert given(run)[loser.pk] == 0
    assert given(run)[winner.pk] not in {None, 0}
    assert effect.moved == 1
    assert "La famille a déjà visité ce logement." in page(run)


def test_the_page_of_a_household_tells_what_each_choice_costs(
    conflict, coordinator, signed_in, submit
):
    run = arbitrate(coordinator)
    loser = next(one for one in conflict if given(run)[one.pk] != 0)
    url = reverse("matching:arbitration_change", args=[run.public_id, loser.public_id])
    browser = signed_in(coordinator)

    shown = browser.get(url).content.decode()
    refused = submit(url, {"choice": "0", "version": "0", "reason": ""})
    accepted = submit(url, {"choice": "0", "version": "0", "reason": "Vu sur place."})

    assert "1 ménage change de projet" in shown
    assert refused.status_code == 422
    assert accepted.url == run.get_absolute_url()
    with database_context(coordinator.database_context):
        assert Ruling.objects.get().kind == RulingKind.GIVE


def test_who_decides_on_an_older_page_is_told_and_loses_nothing(
    conflict, coordinator, signed_in, submit
):
    run = arbitrate(coordinator)
    decide(coordinator, run, conflict[0], None)
    url = reverse("matching:arbitration_change", args=[run.public_id, conflict[1].public_id])
    signed_in(coordinator)

    answer = submit(url, {"choice": "rien", "version": "0", "reason": "Il préfère attendre."})

    assert "a modifié ces informations" in answer.content.decode()
    assert "Il préfère attendre." in answer.content.decode()
    with database_context(coordinator.database_context):
        assert Ruling.objects.count() == 1


def test_two_decisions_at_once_are_one(conflict, coordinator):
    run = arbitrate(coordinator)
    with pytest.raises(StaleVersion):
        decide(coordinator, run, conflict[0], None, version=5)


def test_a_decision_that_others_shut_is_refused(conflict, coordinator):
    run = arbitrate(coordinator)
    decide(coordinator, run, conflict[0], 0)
    read_again(coordinator, run)

    with pytest.raises(DomainError, match="dépassent une capacité"):
        decide(coordinator, run, conflict[1], 0)


def test_a_decision_that_is_taken_back_leaves_it_to_the_calculation(conflict, coordinator):
    run = arbitrate(coordinator)
    before = given(run)
    decide(coordinator, run, conflict[0], None)
    read_again(coordinator, run)

    with database_context(coordinator.database_context):
        undo_ruling(
            actor=coordinator,
            run=run,
            version=run.version,
            parcours=conflict[0],
            now=timezone.now(),
        )

    read_again(coordinator, run)
    assert given(run) == before


# Proposing


def test_ticked_lines_become_placements_once(conflict, coordinator, signed_in, submit, page):
    run = arbitrate(coordinator)
    url = reverse("matching:arbitration_propose", args=[run.public_id])
    signed_in(coordinator)
    ticked = {"menages": [str(one.public_id) for one in conflict], "version": "0"}

    submit(url, ticked)
    submit(url, ticked | {"version": "1"})

    placements = Placement.objects.filter(parcours__in=conflict)
    assert sorted(one.parcours_id for one in placements) == sorted(one.pk for one in conflict)
    homes = {one.home.rent for one in placements}
    assert homes == {Decimal(280), Decimal(330)}
    assert page(run).count("Proposé") >= 2


def test_what_was_proposed_is_not_decided_again(conflict, coordinator):
    run = arbitrate(coordinator)
    propose(coordinator, run, conflict[0])
    read_again(coordinator, run)

    with pytest.raises(DomainError, match="retirez la proposition"):
        decide(coordinator, run, conflict[0], None)


def test_a_proposal_that_is_withdrawn_frees_the_line(conflict, coordinator):
    run = arbitrate(coordinator)
    (placement,), _ = propose(coordinator, run, conflict[0])
    act(services.withdraw_placement, coordinator, conflict[0], placement=placement)
    read_again(coordinator, run)

    decide(coordinator, run, conflict[0], None)

    read_again(coordinator, run)
    assert given(run)[conflict[0].pk] is None


def test_who_waits_for_an_answer_is_not_proposed_again_from_another_run(conflict, coordinator):
    first, second = arbitrate(coordinator), arbitrate(coordinator)
    propose(coordinator, first, conflict[0])

    placements, refused = propose(coordinator, second, conflict[0])

    assert placements == []
    assert "attend déjà une réponse" in refused[0]


def test_a_refused_proposal_leaves_what_was_decided(conflict, coordinator, host, home):
    run = arbitrate(coordinator)
    loser = next(one for one in conflict if given(run)[one.pk] != 0)
    decide(coordinator, run, loser, 0)
    read_again(coordinator, run)
    with database_context(host.database_context):
        move_offer(actor=host, offer=home, step="pause", on=TODAY, now=timezone.now())

    _, refused = propose(coordinator, run, loser)
    read_again(coordinator, run)

    assert "n’est plus libre" in refused[0]
    assert given(run)[loser.pk] == 0


def test_where_several_operators_welcome_the_one_that_has_less_to_answer_is_asked(
    conflict, coordinator, host
):
    make_mandate(make_actor(OrganisationKind.HOST, name="Accueil des Monts"), "cantal")

    placements, _ = propose(coordinator, arbitrate(coordinator), *conflict)

    assert len({one.host_id for one in placements}) == len(conflict)


def test_an_offer_that_went_meanwhile_is_told_and_the_others_are_proposed(
    conflict, coordinator, host, home
):
    run = arbitrate(coordinator)
    with database_context(host.database_context):
        move_offer(actor=host, offer=home, step="pause", on=TODAY, now=timezone.now())

    placements, refused = propose(coordinator, run, *conflict)

    assert len(placements) == 1
    assert "n’est plus libre" in refused[0]


def test_only_the_coordinator_sees_runs(conflict, coordinator, upstream):
    run = arbitrate(coordinator)

    with database_context(upstream.database_context):
        assert not Arbitration.objects.filter(pk=run.pk).exists()
        with pytest.raises(arbitration.NotTheCoordinator):
            propose_lines(
                actor=upstream, run=run, version=0, parcours_ids=[], on=TODAY, now=timezone.now()
            )


@pytest.mark.parametrize("count", [1, 12])
def test_the_page_costs_the_same_whatever_it_shows(
    count, prescriber, coordinator, upstream, home, job, second_home, signed_in, count_queries
):
    for number in range(count):
        cook = a_candidate(first_name=f"Awa{number}", birth_date=date(1980 + number, 1, 1))
        at_positioning(prescriber, coordinator, upstream, people=[cook])
    run, browser = arbitrate(coordinator), signed_in(coordinator)
    browser.get(run.get_absolute_url())

    assert count_queries(lambda: browser.get(run.get_absolute_url())) <= 15


# Et si


@pytest.fixture
def imagine(signed_in, coordinator):
    def ask(run, **asked):
        url = reverse("matching:arbitration_what_if", args=[run.public_id])
        return signed_in(coordinator).get(url, asked)

    return ask


def test_more_homes_and_positions_serve_whoever_had_nothing(
    parcours, other, home, job, coordinator, imagine
):
    """One home with one position for two."""
    run = arbitrate(coordinator)

    answer = imagine(
        run, territory="cantal", homes=1, typology="T1", rent="300", jobs=1, occupation="G1602"
    ).content.decode()

    assert "2 ménages avec une proposition, au lieu de 1." in answer
    assert "1 ménage trouve une place" in answer
    with database_context(coordinator.database_context):
        assert len(given(Arbitration.objects.get())) == 2
        assert not Placement.objects.filter(parcours__in=[parcours, other]).exists()


def test_an_imagined_position_earns_what_the_territory_looks_for(
    parcours, home, host, coordinator, imagine
):
    run, asked = arbitrate(coordinator), {"territory": "cantal", "jobs": 1, "occupation": "G1602"}
    before = imagine(run, **asked).context["found"].effect.cost

    make_need(host)

    assert imagine(run, **asked).context["found"].effect.cost == before - 40


def test_what_was_decided_stands_in_what_is_imagined(
    parcours, other, home, job, coordinator, imagine
):
    run = arbitrate(coordinator)
    decide(coordinator, run, other, None)

    answer = imagine(
        run, territory="cantal", homes=1, typology="T1", rent="300", jobs=1, occupation="G1602"
    ).content.decode()

    assert other.household.reference not in answer


def test_an_imagined_home_is_as_near_to_a_doctor_as_its_commune(
    parcours, home, job, host, coordinator, imagine
):
    """The home that it stands beside was of a commune of which nothing was told."""
    run = arbitrate(coordinator)
    asked = {"territory": "cantal", "homes": 1, "typology": "T1", "rent": "320"}

    untold = imagine(run, **asked).context["found"].effect
    make_services(host, doctor=True)
    told = imagine(run, **asked).context["found"].effect

    assert untold.cost - told.cost == 60


@pytest.mark.parametrize(
    "asked",
    [
        {"territory": "cantal"},
        {"territory": "nowhere", "homes": "1"},
        {"territory": "cantal", "homes": "1"},
        {"territory": "cantal", "jobs": "2"},
        {"territory": "cantal", "homes": "-1", "jobs": "1000"},
        {"territory": "cantal", "homes": "1", "typology": "T99", "rent": "x\0"},
    ],
)
def test_what_makes_no_sense_is_told(asked, parcours, home, job, coordinator, imagine):
    answer = imagine(arbitrate(coordinator), **asked)

    assert answer.status_code == 422
    assert "Erreur" in answer.content.decode()


# On paper


def test_the_paper_has_references_and_no_name(conflict, coordinator, signed_in):
    run = arbitrate(coordinator)
    url = reverse("matching:arbitration_paper", args=[run.public_id])

    answer = signed_in(coordinator).get(url)

    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    with database_context(coordinator.database_context):
        page = arbitration_page(run, Parcours.objects.visible_to(coordinator))
        text = render_to_string("matching/pdf/arbitration.html", {"run": run, "page": page})
    assert "L311-3-1" in text
    assert all(one.household.reference.split("-")[2] in text for one in conflict)
    assert "Binta" not in text
