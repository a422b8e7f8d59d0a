"""The pages of a meeting: a full one warns, a cancelled one gives its households back."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.models import InformationSession, Note, Parcours, SessionInvitation
from emile.core.context import database_context, system
from operators.enums import OrganisationKind
from operators.models import User
from tests.factories import at_information, make_actor


pytestmark = pytest.mark.django_db


@pytest.fixture
def households(prescriber, coordinator, upstream) -> list[Parcours]:
    return [at_information(prescriber, coordinator, upstream) for _ in range(2)]


@pytest.fixture
def session(upstream) -> InformationSession:
    return services.plan_session(
        now=timezone.now(),
        actor=upstream,
        held_on=timezone.localdate(),
        place="Salle 2",
        capacity=1,
    )


@pytest.fixture
def upstream_client(client, upstream):
    client.force_login(User.objects.get(pk=upstream.user_id))
    return client


def invite(client, session, *households, **answers):
    chosen = [one.public_id for one in households]
    url = reverse("candidates:session_invite", args=[session.public_id])
    return client.post(url, {"once": uuid4(), "households": chosen, **answers})


def cancel(client, session):
    url = reverse("candidates:session_cancel", args=[session.public_id])
    return client.post(url, {"once": uuid4()}, follow=True)


def invited() -> int:
    with database_context(system("relecture")):
        return SessionInvitation.objects.standing().count()


def test_a_full_meeting_warns_and_takes_a_reason(households, session, upstream_client):
    warned = invite(upstream_client, session, *households)

    assert warned.status_code == 422
    assert "Il n’y a plus de place à cette réunion" in warned.content.decode()
    assert invited() == 0

    why = {"reason": "Une chaise de plus."}
    assert invite(upstream_client, session, *households, **why).status_code == 302

    assert invited() == 2
    with database_context(system("relecture")):
        assert Note.objects.filter(text="Une chaise de plus.").exists()


def test_a_meeting_with_room_left_asks_nothing(households, session, upstream_client):
    assert invite(upstream_client, session, households[0]).status_code == 302

    assert invited() == 1


def test_a_meeting_is_cancelled_from_its_page(households, session, upstream_client):
    invite(upstream_client, session, households[0])
    url = reverse("candidates:session_cancel", args=[session.public_id])
    assert "Annuler cette réunion" in upstream_client.get(url).content.decode()

    told = cancel(upstream_client, session).content.decode()

    session.refresh_from_db()
    assert session.cancelled_on == timezone.localdate()
    assert "La réunion est annulée" in told
    assert invited() == 0


def test_a_meeting_is_cancelled_once(session, upstream_client):
    cancel(upstream_client, session)

    assert "déjà annulée" in cancel(upstream_client, session).content.decode()


def test_a_cancelled_meeting_takes_nobody(households, session, upstream_client):
    cancel(upstream_client, session)

    refused = invite(upstream_client, session, households[0])

    assert refused.status_code == 422
    assert "Cette réunion est annulée" in refused.content.decode()
    assert invited() == 0


def test_a_stranger_cancels_nothing(session, client):
    stranger = make_actor(OrganisationKind.UPSTREAM, name="Autre amont de test")
    client.force_login(User.objects.get(pk=stranger.user_id))

    assert cancel(client, session).status_code == 404

    session.refresh_from_db()
    assert session.cancelled_on is None
