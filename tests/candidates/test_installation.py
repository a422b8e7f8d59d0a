"""Two tracks, a day, and nothing before everyone agreed."""

from copy import deepcopy
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import Certainty, JobSolution, Stage, Standing, Track
from candidates.models import HousingCommitment, Installation, Parcours
from candidates.selectors import agreements
from candidates.selectors.project import home_of
from candidates.selectors.settling import installation_page
from candidates.selectors.tracks import missing_tracks
from candidates.services.undo import UNDO
from emile.core.context import database_context
from emile.core.workflow import ReasonNeeded, TransitionRefused
from operators.models import User
from territories.models import Commune, Mandate
from tests.factories import (
    act,
    at_installation,
    at_second_validation,
    at_validation,
    commit_home,
    commit_job,
    edit_home,
    edit_job,
    everyone_agrees,
    say,
    tick_everything,
)


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def kept_cast(lasting_cast):
    return lasting_cast


@pytest.fixture(scope="module", autouse=True)
def kept(kept_cast) -> Parcours:
    return at_installation(*kept_cast)


@pytest.fixture
def parcours(db, kept) -> Parcours:
    return deepcopy(kept)


def refusal_of(host, parcours: Parcours, **fields) -> str:
    with pytest.raises(TransitionRefused) as refusal:
        act(services.settle, host, parcours, **fields)
    return refusal.value.code


def test_a_household_settles_once_both_tracks_are_complete(parcours, host):
    assert refusal_of(host, parcours) == "both_tracks_are_complete"
    commit_job(host, parcours)
    assert refusal_of(host, parcours) == "both_tracks_are_complete"
    commit_home(host, parcours)
    ready = tick_everything(host, parcours)
    assert ready.standing == Standing.STEP_DONE

    settled = act(services.settle, host, parcours)

    assert settled.stage == Stage.FOLLOW_UP
    assert Installation.objects.get().effective_on == timezone.localdate()


def test_a_derogation_replaces_a_track_and_has_its_reason(parcours, host, coordinator):
    commit_home(host, parcours)
    with pytest.raises(ReasonNeeded):
        act(services.grant_derogation, coordinator, parcours, track=Track.JOB)
    act(
        services.grant_derogation,
        coordinator,
        parcours,
        track=Track.JOB,
        reason="Contrat signé dans dix jours.",
    )

    tick_everything(host, parcours)
    assert act(services.settle, host, parcours).stage == Stage.FOLLOW_UP


def test_only_the_coordinator_grants_a_derogation(parcours, host, upstream):
    for actor in (host, upstream):
        with pytest.raises(TransitionRefused) as refusal:
            act(services.grant_derogation, actor, parcours, track=Track.JOB, reason="Pressé.")
        assert refusal.value.code == "permission"


def test_nobody_settles_while_a_party_must_answer_again(parcours, upstream, host):
    commit_job(host, parcours)
    commit_home(host, parcours)
    edit_home(host, parcours, rent=Decimal(600))
    assert refusal_of(host, parcours) == "everyone_agrees"

    everyone_agrees(upstream, host, parcours)
    tick_everything(host, parcours)

    assert act(services.settle, host, parcours).stage == Stage.FOLLOW_UP


def test_nobody_settles_before_everyone_agreed(prescriber, coordinator, upstream, host):
    earlier = timezone.now() - timedelta(days=10)
    parcours = at_validation(prescriber, coordinator, upstream, host, now=earlier)
    everyone_agrees(upstream, host, parcours)
    act(services.grant_derogation, coordinator, parcours, track=Track.JOB, reason="Voir note.")
    act(services.grant_derogation, coordinator, parcours, track=Track.HOME, reason="Voir note.")

    yesterday = timezone.localdate() - timedelta(days=1)

    assert refusal_of(host, parcours, on=yesterday) == "dates_are_in_order"


def test_an_installation_needs_a_mandate_that_day(parcours, host):
    commit_job(host, parcours)
    commit_home(host, parcours)
    Mandate.objects.filter(organisation=host.organisation_id).update(until=date(2024, 12, 31))

    assert refusal_of(host, parcours) == "dates_are_in_order"


def test_a_job_that_was_still_to_find_is_agreed_to_again(prescriber, coordinator, upstream, host):
    parcours = at_validation(prescriber, coordinator, upstream, host)
    everyone_agrees(upstream, host, parcours)

    commit_job(host, parcours)

    table = agreements.round_table(parcours, timezone.localdate())
    assert {seat.party.value for seat in table.seats if not seat.agrees} == {
        "adult",
        "upstream",
        "host",
        "employer",
    }


def test_nobody_is_asked_to_employ_the_self_employed(prescriber, coordinator, upstream, host):
    parcours = at_validation(prescriber, coordinator, upstream, host)
    everyone_agrees(upstream, host, parcours)

    commit_job(host, parcours, kind=JobSolution.SELF_EMPLOYED, with_whom="")

    assert "employer" not in {
        seat.party for seat in agreements.round_table(parcours, timezone.localdate()).seats
    }


def test_what_was_found_for_a_project_does_not_serve_the_next_one(
    parcours, coordinator, upstream, host, other_host
):
    commit_job(host, parcours, kind=JobSolution.SELF_EMPLOYED, with_whom="")
    commit_home(host, parcours)
    act(services.grant_derogation, coordinator, parcours, track=Track.JOB, reason="Voir note.")
    say(upstream, parcours, "upstream", agrees=False, reason="Le ménage préfère la Lozère.")
    at_second_validation(upstream, other_host, parcours)
    edit_job(other_host, parcours, certainty=Certainty.PROMISED)

    elsewhere = everyone_agrees(upstream, other_host, parcours)

    today = timezone.localdate()
    assert elsewhere.stage == Stage.INSTALLATION
    assert "employer" in {seat.party for seat in agreements.round_table(elsewhere, today).seats}
    assert missing_tracks(elsewhere) == ["l’emploi ou la formation", "le logement"]
    page = installation_page(elsewhere)
    assert (page.jobs, page.homes, page.derogations) == ([], [], set())


def test_a_home_outside_the_territory_asks_why(parcours, host):
    elsewhere = Commune.objects.get(code="48095")

    with pytest.raises(ReasonNeeded):
        commit_home(host, parcours, commune=elsewhere)

    assert not HousingCommitment.objects.exists()
    commit_home(host, parcours, commune=elsewhere, reason="À dix minutes de l’emploi.")
    assert agreements.active_placement(parcours).home.commune == elsewhere


def test_its_page_takes_the_reason_it_has_asked_for(client, submit, parcours, host):
    client.force_login(User.objects.get(pk=host.user_id))
    url = reverse("candidates:act", args=[parcours.public_id, "commit_home"])
    today = timezone.localdate().isoformat()
    home = {"kind": "social", "commune_code": "48095", "on": today}
    home |= {"attributed_on": today, "available_on": today}

    asked = submit(url, home)
    noted = submit(url, home | {"reason": "À dix minutes de l’emploi."})

    assert (asked.status_code, noted.status_code) == (422, 302)
    assert "n’est pas dans le territoire" in asked.text
    assert HousingCommitment.objects.get().commune.code == "48095"


def test_undoing_a_commitment_puts_the_project_back(prescriber, coordinator, upstream, host):
    parcours = at_validation(prescriber, coordinator, upstream, host)
    everyone_agrees(upstream, host, parcours)
    commit_home(host, parcours)
    event = parcours.events.get(kind="commit_home")

    with database_context(host.database_context):
        UNDO["commit_home"](event)

    assert home_of(agreements.active_placement(parcours)) is None


def test_a_refusal_before_the_installation_goes_back_to_positioning(parcours, upstream):
    returned = say(upstream, parcours, "upstream", agrees=False, reason="L’emploi est annulé.")

    assert returned.stage == Stage.POSITIONING


@pytest.fixture
def page_of(client, parcours):
    """A page read by an actor, who has signed in before."""

    def prepare(actor):
        client.force_login(User.objects.get(pk=actor.user_id))
        url = reverse("candidates:file_installation", args=[parcours.public_id])
        return lambda: client.get(url)

    return prepare


def test_the_page_says_what_is_missing(page_of, host):
    page = page_of(host)()

    assert page.status_code == 200
    assert "Il manque l’emploi ou la formation et le logement" in page.text


def test_a_stranger_finds_no_page(page_of, other_prescriber):
    assert page_of(other_prescriber)().status_code == 404


def test_the_page_costs_the_same_with_more_solutions(page_of, host, parcours, count_queries):
    page = page_of(host)
    commit_job(host, parcours)
    commit_home(host, parcours)
    page()
    one = count_queries(page)
    commit_job(host, parcours, kind=JobSolution.INTERIM)
    commit_home(host, parcours)

    assert count_queries(page) == one <= 25


def test_the_host_notes_a_job_and_a_day_on_their_pages(client, submit, parcours, host):
    client.force_login(User.objects.get(pk=host.user_id))
    today = timezone.localdate().isoformat()
    adult = parcours.household.members.get().person

    def send(step, **fields):
        return submit(
            reverse("candidates:act", args=[parcours.public_id, step]), {"on": today} | fields
        )

    job = {"person": adult.public_id, "kind": "hiring", "occupation": "Aide à domicile"}
    job |= {"occupation_code": "K1304", "with_whom": "Exemple", "starts_on": today}
    assert send("commit_job", **job).status_code == 302
    home = {"kind": "private", "commune": "Aurillac", "commune_code": "15014", "landlord": ""}
    assert send("commit_home", **home, available_on=today).status_code == 302
    assert "Restent à faire" in send("settle").text
    assert send("settle", reason="Le reste se fera sur place.").status_code == 302

    with database_context(host.database_context):
        assert Parcours.objects.get(pk=parcours.pk).stage == Stage.FOLLOW_UP
