"""Information meetings, their sheet, and the information given to one household."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import InformationMode, Stage, Standing
from candidates.models import Attendance, InformationSession, Parcours, ParcoursEvent
from candidates.services.information import LeftAside
from emile.core.context import database_context, system
from emile.core.workflow import ReasonNeeded, TransitionRefused
from operators.enums import OrganisationKind
from operators.models import User
from tests.factories import at_information, make_actor


pytestmark = pytest.mark.django_db


@pytest.fixture
def parcours(prescriber, coordinator, upstream) -> Parcours:
    return at_information(prescriber, coordinator, upstream)


@pytest.fixture
def session(upstream) -> InformationSession:
    return services.plan_session(
        actor=upstream, held_on=timezone.localdate(), place="12 rue des Essais, Paris"
    )


@pytest.fixture
def upstream_client(client, upstream):
    client.force_login(User.objects.get(pk=upstream.user_id))
    return client


def tell(actor, parcours, **fields):
    described = {"mode": InformationMode.PHONE, "was_present": True} | fields
    with database_context(actor.database_context):
        return services.record_attendance(
            actor=actor,
            parcours=parcours,
            on=timezone.localdate(),
            now=timezone.now(),
            **described,
        )


def fill_in(actor, session, presences):
    with database_context(actor.database_context):
        return services.record_presences(
            actor=actor, session=session, presences=presences, now=timezone.now()
        )


def current(parcours) -> Parcours:
    with database_context(system("relecture")):
        return Parcours.objects.get(pk=parcours.pk)


def answers(session, presences):
    fields = {f"presence_{parcours.public_id}": said for parcours, said in presences.items()}
    return session.get_absolute_url(), {"once": uuid4(), **fields}


def test_an_informed_household_goes_on_to_its_diagnosis(parcours, upstream):
    informed = tell(upstream, parcours)

    assert (informed.stage, informed.standing) == (Stage.DIAGNOSIS, Standing.TO_DO)


def test_a_household_that_did_not_come_still_waits(parcours, upstream):
    absent = tell(upstream, parcours, mode=InformationMode.INDIVIDUAL, was_present=False)

    assert (absent.stage, absent.standing) == (Stage.INFORMATION, Standing.IN_PROGRESS)


def test_a_diagnosis_without_information_asks_why(parcours, upstream):
    now = timezone.now()
    act = {"actor": upstream, "parcours": parcours, "on": timezone.localdate(now), "now": now}

    with database_context(upstream.database_context):
        with pytest.raises(ReasonNeeded):
            services.begin_diagnosis(**act)
        begun = services.begin_diagnosis(**act, reason="Connaît déjà le programme.")

    assert begun.stage == Stage.DIAGNOSIS


def test_another_upstream_operator_may_not_note_it(parcours):
    stranger = make_actor(OrganisationKind.UPSTREAM, name="Autre amont de test")

    with pytest.raises(TransitionRefused):
        tell(stranger, parcours)
    assert not Attendance.objects.exists()


def test_the_orienting_body_may_not_note_it(parcours, prescriber):
    with pytest.raises(TransitionRefused) as refusal:
        tell(prescriber, parcours)
    assert refusal.value.code == "permission"


def test_a_sheet_moves_those_who_came_and_dates_the_act_of_the_meeting(
    prescriber, coordinator, upstream
):
    a_week_ago = timezone.now() - timedelta(days=7)
    came, missed = (
        at_information(prescriber, coordinator, upstream, now=a_week_ago) for _ in range(2)
    )
    held_on = timezone.localdate() - timedelta(days=2)
    session = services.plan_session(actor=upstream, held_on=held_on, place="Salle 2")

    assert fill_in(upstream, session, {came: True, missed: False}) == LeftAside()

    assert (current(came).stage, current(came).stage_since) == (Stage.DIAGNOSIS, held_on)
    assert current(missed).stage == Stage.INFORMATION
    listed = InformationSession.objects.visible_to(upstream).for_list().get()
    assert (listed.came_count, listed.missed_count) == (1, 1)


def test_what_somebody_else_had_noted_stays(parcours, session, upstream):
    fill_in(upstream, session, {parcours: False})

    assert fill_in(upstream, session, {parcours: True}) == LeftAside(noted=[parcours])

    assert [one.was_present for one in Attendance.objects.all()] == [False]
    assert current(parcours).stage == Stage.INFORMATION


def test_a_file_that_went_on_meanwhile_is_told_apart(
    prescriber, coordinator, upstream, parcours, session
):
    came = at_information(prescriber, coordinator, upstream)
    tell(upstream, parcours)
    fill_in(upstream, session, {came: True})

    aside = fill_in(upstream, session, {parcours: True, came: True})

    assert aside == LeftAside(noted=[came], moved=[parcours])


def test_a_sheet_is_saved_once_from_its_page(parcours, session, upstream_client):
    url, sheet = answers(session, {parcours: "came"})

    first, twin = (upstream_client.post(url, sheet) for _ in range(2))

    assert (first.status_code, twin.status_code) == (302, 302)
    assert ParcoursEvent.objects.filter(kind="record_attendance").count() == 1
    assert "Déjà notés" in upstream_client.get(url).content.decode()


def test_the_sheet_of_a_meeting_to_come_only_lists(parcours, upstream, upstream_client):
    tomorrow = timezone.localdate() + timedelta(days=1)
    session = services.plan_session(actor=upstream, held_on=tomorrow, place="Salle 2")

    page = upstream_client.get(session.get_absolute_url()).content.decode()
    refused = upstream_client.post(*answers(session, {parcours: "came"}))

    assert parcours.household.reference in page
    assert "presence_" not in page
    assert refused.status_code == 302
    assert current(parcours).stage == Stage.INFORMATION


def test_the_same_meeting_is_refused_beside_the_form(session, upstream_client):
    page = upstream_client.post(
        reverse("candidates:session_create"),
        {"once": uuid4(), "held_on": session.held_on, "starts_at": "", "place": session.place},
    )

    assert page.status_code == 422
    assert "déjà enregistrée" in page.content.decode()


def test_a_meeting_is_planned_from_its_page(upstream, upstream_client):
    response = upstream_client.post(
        reverse("candidates:session_create"),
        {"once": uuid4(), "held_on": "2026-11-26", "starts_at": "14:30", "place": "Salle 2"},
    )

    session = InformationSession.objects.get(held_on=date(2026, 11, 26))
    assert response.url == session.get_absolute_url()
    assert session.organisation_id == upstream.organisation_id


def test_meetings_belong_to_their_organisation(session, client):
    stranger = make_actor(OrganisationKind.UPSTREAM, name="Autre amont de test")
    client.force_login(User.objects.get(pk=stranger.user_id))

    assert client.get(session.get_absolute_url()).status_code == 404
    assert "rue des Essais" not in client.get(reverse("candidates:session_list")).content.decode()


def test_meetings_are_for_upstream_operators(session, client, prescriber):
    client.force_login(User.objects.get(pk=prescriber.user_id))

    assert client.get(session.get_absolute_url()).status_code == 403


def test_the_information_given_by_phone_is_noted_from_the_file(parcours, upstream_client):
    url = reverse("candidates:act", args=[parcours.public_id, "record_attendance"])
    told = {"once": uuid4(), "mode": "phone", "was_present": "came", "on": timezone.localdate()}

    assert upstream_client.post(url, told).status_code == 302
    assert current(parcours).stage == Stage.DIAGNOSIS


def test_a_sheet_costs_the_same_for_one_household_and_for_three(
    prescriber, coordinator, upstream, session, upstream_client, count_queries
):
    def read():
        upstream_client.get(session.get_absolute_url())

    at_information(prescriber, coordinator, upstream)
    read()
    for_one = count_queries(read)
    for _ in range(2):
        at_information(prescriber, coordinator, upstream)

    assert count_queries(read) == for_one <= 15
