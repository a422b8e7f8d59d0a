"""Appointments: made from the file, read by its teams, closed once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import AppointmentKind, AppointmentState
from candidates.models import Appointment
from emile.core.workflow import TransitionRefused
from operators.enums import OrganisationKind as K
from operators.models import User
from tests import factories
from tests.factories import make_membership


pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator():
    return make_membership(K.COORDINATOR).as_actor(K.COORDINATOR)


@pytest.fixture
def parcours(coordinator):
    return factories.orient(make_membership(K.PRESCRIBER).as_actor(K.PRESCRIBER))


@pytest.fixture
def appointment(coordinator, parcours):
    return factories.act(
        services.plan_appointment,
        coordinator,
        parcours,
        worker=User.objects.get(pk=coordinator.user_id),
        kind=AppointmentKind.PHONE,
        starts_at=timezone.now() + timedelta(days=2),
        place="",
        purpose="Premier appel",
    )


def test_it_is_on_the_header_of_the_file_and_in_its_exchanges(
    client, coordinator, parcours, appointment
):
    client.force_login(User.objects.get(pk=coordinator.user_id))

    page = client.get(reverse("candidates:file_exchanges", args=[parcours.public_id])).text

    assert "Prochain rendez-vous" in page
    assert "Premier appel" in page


def test_what_became_of_it_is_said_once(coordinator, parcours, appointment):
    close = {"appointment": appointment, "state": AppointmentState.MISSED}
    factories.act(services.close_appointment, coordinator, parcours, **close)

    with pytest.raises(TransitionRefused) as refusal:
        factories.act(services.close_appointment, coordinator, parcours, **close)

    assert refusal.value.code == "state"
    assert Appointment.objects.get().state == AppointmentState.MISSED


def test_a_day_that_is_past_is_refused_beside_its_field(client, coordinator, parcours):
    client.force_login(User.objects.get(pk=coordinator.user_id))
    url = reverse("candidates:act", args=[parcours.public_id, "plan_appointment"])
    yesterday = timezone.localdate() - timedelta(days=1)
    typed = {
        "once": "7e57ed00-0000-4000-8000-000000000001",
        "starts_on": yesterday.isoformat(),
        "starts_at": "10:00",
        "kind": AppointmentKind.PHONE.value,
        "worker": coordinator.user_id,
    }

    response = client.post(url, typed)

    assert response.status_code == 422
    assert "Ce jour est passé" in response.text
    assert not Appointment.objects.exists()


def test_the_day_of_a_person_holds_their_own_appointments(client, coordinator, parcours):
    factories.act(
        services.plan_appointment,
        coordinator,
        parcours,
        worker=User.objects.get(pk=coordinator.user_id),
        kind=AppointmentKind.PHONE,
        starts_at=timezone.now(),
        place="01 00 00 00 00",
        purpose="",
    )
    client.force_login(User.objects.get(pk=coordinator.user_id))
    stranger = make_membership(K.COORDINATOR)

    mine = client.get(reverse("candidates:day")).text
    client.force_login(stranger.user)
    theirs = client.get(reverse("candidates:day")).text

    assert str(parcours.public_id) in mine
    assert "Aucun rendez-vous aujourd’hui" in theirs
