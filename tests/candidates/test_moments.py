"""What people are to be at reaches their calendar with a letter, and leaves it the same way."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from candidates import services
from candidates.enums import AppointmentKind, AppointmentState, ContactKind, HousingPrecarity
from candidates.models import Household
from emile.core.context import database_context
from emile.core.models import OutboxMessage
from emile.core.tasks import deliver
from operators.models import User
from tests.factories import a_candidate, act, make_membership, orient


pytestmark = pytest.mark.django_db

AWA = "awa@personne.example"


@pytest.fixture
def a_file(prescriber, coordinator):
    """Of somebody who has an e-mail, which is safe or not."""

    def make(*, is_message_safe=True):
        email = {"kind": ContactKind.EMAIL, "value": AWA, "is_message_safe": is_message_safe}
        return orient(prescriber, people=[replace(a_candidate(), contacts=[email])])

    return make


def meet(actor, parcours, *, worker_id, days=2):
    return act(
        services.plan_appointment,
        actor,
        parcours,
        worker=User.objects.get(pk=worker_id),
        kind=AppointmentKind.OFFICE,
        starts_at=timezone.now() + timedelta(days=days),
        place="12 rue des Exemples, Aurillac",
        purpose="Point santé",
    )


def cancel(actor, parcours, appointment):
    state = AppointmentState.CANCELLED
    act(services.close_appointment, actor, parcours, appointment=appointment, state=state)


def letters():
    return OutboxMessage.objects.exclude(calendar="").order_by("pk")


def send_all():
    for message in letters():
        deliver(message_id=message.pk)


def event_of(letter):
    (part,) = letter.iter_attachments()
    calendar = Calendar.from_ical(part.get_content())
    (event,) = calendar.events
    assert part.get_content_type() == "text/calendar"
    assert part.get_filename() == "emile.ics"
    assert part["Content-Type"].params["method"] == calendar["method"]
    assert not calendar.errors
    assert not event.errors
    return event


def test_an_appointment_reaches_the_household_then_is_taken_back(a_file, coordinator, smtp_sink):
    parcours = a_file()
    appointment = meet(coordinator, parcours, worker_id=coordinator.user_id)
    send_all()
    cancel(coordinator, parcours, appointment)
    send_all()

    said, unsaid = smtp_sink
    planned, cancelled = event_of(said), event_of(unsaid)
    assert said["To"] == unsaid["To"] == AWA
    assert planned.start == appointment.starts_at.replace(microsecond=0)
    assert planned["location"] == "12 rue des Exemples, Aurillac"
    assert planned["uid"] == cancelled["uid"]
    assert (planned["sequence"], cancelled["sequence"]) == (0, 1)
    assert cancelled["status"] == "CANCELLED"
    for letter in smtp_sink:
        whole = letter.as_string() + letter.get_body().get_content()
        assert not any(word in whole for word in ("Awa", "Exemple,", "santé", "EM-"))


def test_what_has_not_left_does_not_leave_and_nothing_takes_it_back(a_file, coordinator):
    parcours = a_file()
    appointment = meet(coordinator, parcours, worker_id=coordinator.user_id)
    assert letters().count() == 1

    cancel(coordinator, parcours, appointment)

    assert not letters().exists()


@pytest.mark.parametrize(
    "hidden", [{"must_not_be_found": True}, {"housing_precarity": HousingPrecarity.VIOLENCE}]
)
def test_of_a_household_that_must_not_be_found_no_place_is_written(a_file, coordinator, hidden):
    parcours = a_file()
    with database_context(coordinator.database_context):
        Household.objects.filter(pk=parcours.household_id).update(**hidden)
        parcours.refresh_from_db()

    meet(coordinator, parcours, worker_id=coordinator.user_id)

    message = letters().get()
    assert "Aurillac" not in f"{message.subject} {message.body} {message.calendar}"


@pytest.mark.parametrize("is_message_safe", [False, None])
def test_in_doubt_nothing_is_written_to_the_household(a_file, coordinator, is_message_safe):
    parcours = a_file(is_message_safe=is_message_safe)

    meet(coordinator, parcours, worker_id=coordinator.user_id)

    assert not letters().exists()


def test_nothing_is_sent_of_what_is_noted_after_the_event(a_file, coordinator):
    meet(coordinator, a_file(), worker_id=coordinator.user_id, days=-1)

    assert not letters().exists()


def test_whoever_expects_the_household_is_told_when_a_colleague_noted_it(a_file, coordinator):
    parcours = a_file(is_message_safe=False)
    membership = make_membership(coordinator.kind)

    meet(coordinator, parcours, worker_id=membership.user_id)

    message = letters().get()
    assert message.recipient == membership.user.email
    with database_context(coordinator.database_context):
        reference = parcours.household.reference
    assert reference in message.body
    assert "Aurillac" not in message.body + message.calendar
