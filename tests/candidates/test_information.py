"""Information meetings, their sheet, and the information given to one household."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import InformationMode, InvitationAnswer, Stage, Standing
from candidates.models import (
    Attendance,
    EventKind,
    InformationSession,
    Parcours,
    ParcoursEvent,
    SessionInvitation,
)
from candidates.selectors.information import attendance_sheet, invitations_of
from candidates.services.information import LeftAside, SessionRefused
from emile.core.context import database_context, system
from emile.core.workflow import ReasonNeeded, TransitionRefused
from operators.enums import OrganisationKind
from operators.models import User
from tests.factories import act, at_information, at_preparation, make_actor


pytestmark = pytest.mark.django_db


@pytest.fixture
def parcours(prescriber, coordinator, upstream) -> Parcours:
    return at_information(prescriber, coordinator, upstream)


@pytest.fixture
def session(upstream) -> InformationSession:
    return services.plan_session(
        now=timezone.now(),
        actor=upstream,
        held_on=timezone.localdate(),
        place="12 rue des Essais, Paris",
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
    session = services.plan_session(
        now=timezone.now(), actor=upstream, held_on=held_on, place="Salle 2"
    )

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
    session = services.plan_session(
        now=timezone.now(), actor=upstream, held_on=tomorrow, place="Salle 2"
    )

    page = upstream_client.get(session.get_absolute_url()).content.decode()
    refused = upstream_client.post(*answers(session, {parcours: "came"}))

    assert parcours.household.reference in page
    assert "presence_" not in page
    assert refused.status_code == 302
    assert current(parcours).stage == Stage.INFORMATION


def test_the_same_meeting_is_refused_beside_the_form(session, upstream_client):
    page = upstream_client.post(
        reverse("candidates:session_create"),
        {
            "once": uuid4(),
            "kind": session.kind_id,
            "held_on": session.held_on,
            "starts_at": "",
            "place": session.place,
        },
    )

    assert page.status_code == 422
    assert "déjà enregistrée" in page.content.decode()


def test_a_meeting_is_planned_from_its_page(upstream, upstream_client):
    response = upstream_client.post(
        reverse("candidates:session_create"),
        {
            "once": uuid4(),
            "kind": EventKind.objects.get(is_mandatory=True).pk,
            "held_on": "2026-11-26",
            "starts_at": "14:30",
            "ends_at": "16:00",
            "link": "visio.example/emile",
            "capacity": 12,
        },
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


# Invitations and other events


@pytest.fixture
def workshop(upstream) -> InformationSession:
    today = timezone.localdate()
    return services.plan_session(
        now=timezone.now(),
        actor=upstream,
        kind=EventKind.objects.on(today).get(code="workshop"),
        title="Préparer son entretien",
        held_on=today,
        link="https://visio.example/atelier",
    )


def invite(actor, session, *households, **fields):
    now = timezone.now()
    with database_context(actor.database_context):
        return services.invite_households(
            actor=actor,
            session=session,
            households=households,
            on=timezone.localdate(now),
            now=now,
            **fields,
        )


def reply(actor, parcours, answer):
    return act(
        services.answer_invitation,
        actor,
        parcours,
        invitation=parcours.invitations.get(),
        answer=answer,
    )


def sheet_of(actor, session):
    with database_context(actor.database_context):
        return attendance_sheet(actor=actor, session=session, today=timezone.localdate())


def test_a_meeting_needs_a_place_or_a_link(upstream):
    with pytest.raises(ValidationError):
        services.plan_session(now=timezone.now(), actor=upstream, held_on=timezone.localdate())


def test_an_unsaid_kind_is_the_mandatory_one(session):
    assert session.informs


def test_households_are_invited_in_one_save(prescriber, coordinator, upstream, session):
    guests = [at_information(prescriber, coordinator, upstream) for _ in range(3)]

    assert invite(upstream, session, *guests) == 3
    assert invite(upstream, session, *guests) == 0

    assert ParcoursEvent.objects.filter(kind="invite_to_session").count() == 3
    assert sheet_of(upstream, session).seated == 3


def test_a_full_meeting_asks_why(prescriber, coordinator, upstream):
    first, second = (at_information(prescriber, coordinator, upstream) for _ in range(2))
    session = services.plan_session(
        now=timezone.now(),
        actor=upstream,
        held_on=timezone.localdate(),
        place="Salle 2",
        capacity=1,
    )

    with pytest.raises(ReasonNeeded):
        invite(upstream, session, first, second)
    assert not SessionInvitation.objects.exists()
    assert invite(upstream, session, first, second, reason="Une chaise de plus.") == 2


def test_who_will_not_come_leaves_the_seat(prescriber, coordinator, upstream):
    first, second = (at_information(prescriber, coordinator, upstream) for _ in range(2))
    session = services.plan_session(
        now=timezone.now(),
        actor=upstream,
        held_on=timezone.localdate(),
        place="Salle 2",
        capacity=1,
    )
    invite(upstream, session, first)
    reply(upstream, first, InvitationAnswer.NOT_COMING)

    assert invite(upstream, session, second) == 1
    reply(upstream, first, InvitationAnswer.COMING)
    assert sheet_of(upstream, session).seats_left == -1


def test_a_cancelled_meeting_gives_its_households_back(parcours, session, upstream):
    invite(upstream, session, parcours)

    services.cancel_session(actor=upstream, session=session, now=timezone.now())

    with database_context(upstream.database_context):
        assert invitations_of(parcours) == []
    again = services.plan_session(
        now=timezone.now(), actor=upstream, held_on=session.held_on, place=session.place
    )
    assert invite(upstream, again, parcours) == 1
    with pytest.raises(SessionRefused):
        invite(upstream, session, parcours)


def test_a_meeting_that_was_held_is_not_cancelled(parcours, session, upstream):
    fill_in(upstream, session, {parcours: False})

    with pytest.raises(SessionRefused) as refusal:
        services.cancel_session(actor=upstream, session=session, now=timezone.now())
    assert refusal.value.code == "held"


def test_a_workshop_does_not_move_the_file(parcours, workshop, upstream):
    invite(upstream, workshop, parcours)

    assert fill_in(upstream, workshop, {parcours: True}) == LeftAside()

    assert current(parcours).stage == Stage.INFORMATION
    assert Attendance.objects.get().session == workshop


def test_a_workshop_is_not_the_information(parcours, workshop, upstream):
    act(services.attend_event, upstream, parcours, session=workshop, was_present=True)

    with pytest.raises(ReasonNeeded):
        act(services.begin_diagnosis, upstream, parcours)


def test_the_file_shows_the_workshop(prescriber, coordinator, upstream, workshop, upstream_client):
    parcours = at_preparation(prescriber, coordinator, upstream)
    act(services.attend_event, upstream, parcours, session=workshop, was_present=True)

    url = reverse("candidates:file_diagnosis", args=[parcours.public_id])
    assert "Préparer son entretien" in upstream_client.get(url).content.decode()


def test_the_sheet_to_sign_names_only_those_who_are_expected(
    parcours, workshop, upstream, upstream_client
):
    url = reverse("candidates:session_print", args=[workshop.public_id])
    assert parcours.household.reference not in upstream_client.get(url).content.decode()

    invite(upstream, workshop, parcours)

    assert parcours.household.reference in upstream_client.get(url).content.decode()


def test_invitations_are_sent_from_the_page(parcours, session, upstream_client):
    url = reverse("candidates:session_invite", args=[session.public_id])
    assert parcours.household.reference in upstream_client.get(url).content.decode()

    upstream_client.post(url, {"once": uuid4(), "households": [parcours.public_id]})

    assert (
        "Invitation sans réponse"
        in upstream_client.get(session.get_absolute_url()).content.decode()
    )
