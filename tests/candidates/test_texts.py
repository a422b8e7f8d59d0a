"""What reaches a phone: two days before an appointment, the day before a stay, once, and nothing more."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from candidates import services
from candidates.enums import AppointmentKind, AppointmentState, ContactKind, Link, ReasonUse
from candidates.models import ContactPoint, Household, ImmersionStay
from candidates.services.texts import write_texts
from emile.core.context import database_context, system
from emile.core.models import Channel, MessageState, OutboxMessage
from emile.core.tasks import deliver
from operators.models import User
from tests.factories import (
    a_candidate,
    act,
    at_immersion,
    leave,
    orient,
    plan_stay,
    reason_to,
    suspend,
)


pytestmark = pytest.mark.django_db

PARIS = ZoneInfo("Europe/Paris")
# A Tuesday; the Friday after is the day of the appointment.
NOW = datetime(2026, 12, 1, 10, tzinfo=PARIS)
FRIDAY_14 = datetime(2026, 12, 4, 14, 30, tzinfo=PARIS)
MOBILE = {"kind": ContactKind.OWN_PHONE, "value": "+33612345678", "is_message_safe": True}
EMAIL = {"kind": ContactKind.EMAIL, "value": "awa@personne.example", "is_message_safe": True}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def a_file(prescriber, coordinator):
    def make(*contacts):
        return orient(prescriber, people=[replace(a_candidate(), contacts=list(contacts))])

    return make


def meet(actor, parcours, at=FRIDAY_14):
    return act(
        services.plan_appointment,
        actor,
        parcours,
        worker=User.objects.get(pk=actor.user_id),
        kind=AppointmentKind.OFFICE,
        starts_at=at,
        place="12 rue des Exemples",
        purpose="Point santé",
    )


def texts(**filters):
    rows = OutboxMessage.objects.filter(key__startswith="text-", **filters)
    return list(rows.order_by("pk"))


def on(clock, day, hour=9):
    clock.move_to(datetime.combine(day, time(hour, 5), PARIS))
    return write_texts(now=timezone.now())


def test_an_appointment_is_recalled_two_days_before_once(a_file, coordinator, clock):
    meet(coordinator, a_file(MOBILE, EMAIL))
    friday = FRIDAY_14.date()
    assert on(clock, friday - timedelta(days=3)) == 0

    for hour in range(8, 20):
        on(clock, friday - timedelta(days=2), hour)
    on(clock, friday - timedelta(days=1))
    on(clock, friday)

    (text,) = texts()
    assert (text.channel, text.recipient) == (Channel.SMS, "+33612345678")
    assert text.body.startswith("EMILE : rendez-vous le vendredi 4 décembre 2026 à 14 h 30, 12 rue")
    assert "Point santé" not in text.body
    assert "dites-le à votre équipe" in text.body
    assert text.useless_after == FRIDAY_14


def test_after_a_stop_what_still_makes_sense_is_said(a_file, coordinator, clock):
    meet(coordinator, a_file(MOBILE))

    on(clock, FRIDAY_14.date(), hour=8)
    on(clock, FRIDAY_14.date(), hour=15)

    assert len(texts()) == 1


def test_what_falls_on_a_sunday_or_a_holiday_is_said_before(a_file, coordinator, clock):
    # Two days before Sunday 27 December is Christmas; before Monday 28 is Saturday 26.
    meet(coordinator, a_file(MOBILE), datetime(2026, 12, 27, 11, tzinfo=PARIS))

    assert on(clock, datetime(2026, 12, 23, tzinfo=PARIS).date()) == 0
    assert on(clock, datetime(2026, 12, 24, tzinfo=PARIS).date()) == 1
    assert on(clock, datetime(2026, 12, 25, tzinfo=PARIS).date()) == 0


@pytest.mark.parametrize(
    ("contacts", "reached"),
    [
        ([MOBILE, EMAIL], ["+33612345678"]),
        ([MOBILE | {"value": "+33145678901"}, EMAIL], ["awa@personne.example"]),
        ([MOBILE | {"takes_sms": False}, EMAIL], ["awa@personne.example"]),
        ([MOBILE | {"is_message_safe": None}, EMAIL], ["awa@personne.example"]),
        ([MOBILE | {"kind": ContactKind.THIRD_PARTY}], []),
        ([MOBILE | {"is_message_safe": False}, EMAIL | {"is_message_safe": None}], []),
    ],
    ids=["mobile", "landline", "refused", "in doubt", "somebody else's", "nothing is safe"],
)
def test_whoever_can_be_reached_safely_is(a_file, coordinator, clock, contacts, reached):
    meet(coordinator, a_file(*contacts))

    on(clock, FRIDAY_14.date() - timedelta(days=2))

    assert [text.recipient for text in texts()] == reached


def test_without_provider_the_reminder_is_a_letter(a_file, coordinator, clock, settings):
    settings.SMS_IN_LETTER_BOX = False
    meet(coordinator, a_file(MOBILE, EMAIL))

    on(clock, FRIDAY_14.date() - timedelta(days=2))

    (letter,) = texts()
    assert (letter.channel, letter.recipient) == (Channel.EMAIL, "awa@personne.example")
    assert "SMS" not in letter.body
    assert letter.body.startswith("Bonjour,\n\nRendez-vous le vendredi 4 décembre")


def test_a_cancelled_appointment_is_not_recalled(a_file, coordinator, clock):
    parcours = a_file(MOBILE)
    appointment = meet(coordinator, parcours)
    cancel(coordinator, parcours, appointment)

    on(clock, FRIDAY_14.date() - timedelta(days=2))

    assert texts() == []


def test_cancelled_before_it_leaves_it_does_not_leave(a_file, coordinator, clock):
    parcours = a_file(MOBILE)
    appointment = meet(coordinator, parcours)
    on(clock, FRIDAY_14.date() - timedelta(days=2))

    cancel(coordinator, parcours, appointment)

    assert texts() == []


def test_cancelled_after_it_has_left_the_phone_is_told(a_file, coordinator, clock, smtp_sink):
    parcours = a_file(MOBILE)
    appointment = meet(coordinator, parcours)
    on(clock, FRIDAY_14.date() - timedelta(days=2))
    deliver(message_id=texts()[0].pk)

    cancel(coordinator, parcours, appointment)

    said, unsaid = texts()
    assert said.state == MessageState.SENT
    assert unsaid.recipient == said.recipient
    assert "du vendredi 4 décembre 2026 à 14 h 30 annulé" in unsaid.body


@pytest.mark.parametrize("end", [suspend, leave])
def test_what_waits_does_not_leave_once_the_file_is_suspended_or_over(
    a_file, coordinator, clock, end
):
    parcours = a_file(MOBILE)
    meet(coordinator, parcours)
    on(clock, FRIDAY_14.date() - timedelta(days=2))
    assert len(texts()) == 1

    end(coordinator, parcours)

    assert texts() == []


REFUSED = [{"is_message_safe": False}, {"takes_sms": False}, {"is_message_safe": None}]


@pytest.mark.parametrize("said", REFUSED)
def test_a_phone_that_is_not_written_to_any_more_is_not_told_of_a_cancellation(
    a_file, coordinator, clock, smtp_sink, said
):
    parcours = a_file(MOBILE)
    appointment = meet(coordinator, parcours)
    on(clock, FRIDAY_14.date() - timedelta(days=2))
    deliver(message_id=texts()[0].pk)
    describe(coordinator, parcours, **said)

    cancel(coordinator, parcours, appointment)

    assert [text.state for text in texts()] == [MessageState.SENT]


@pytest.mark.parametrize("said", REFUSED)
def test_what_waits_does_not_leave_for_a_phone_that_is_not_written_to_any_more(
    a_file, coordinator, clock, said
):
    parcours, other = a_file(MOBILE), a_file(MOBILE)
    meet(coordinator, parcours)
    meet(coordinator, other)
    on(clock, FRIDAY_14.date() - timedelta(days=2))

    describe(coordinator, parcours, **said)

    assert [text.parcours_id for text in texts()] == [other.pk]


def test_a_letter_that_waits_does_not_leave_for_an_address_that_is_not_safe_any_more(
    a_file, coordinator
):
    parcours = a_file(EMAIL)
    meet(coordinator, parcours)
    letters = OutboxMessage.objects.filter(recipient=EMAIL["value"])
    assert letters.count() == 1

    describe(coordinator, parcours, EMAIL, is_message_safe=False)

    assert not letters.exists()


@pytest.mark.parametrize(
    ("noted", "otherwise"),
    [
        (MOBILE, MOBILE | {"kind": ContactKind.SHARED_PHONE, "is_message_safe": False}),
        (MOBILE, MOBILE | {"value": "06 12 34 56 78", "takes_sms": False}),
        (EMAIL, EMAIL | {"value": "Awa@Personne.example", "is_message_safe": False}),
    ],
)
def test_in_doubt_about_a_number_or_an_address_it_is_not_written_to(
    prescriber, coordinator, clock, noted, otherwise
):
    partner = replace(a_candidate(first_name="Binta"), link=Link.PARTNER, contacts=[otherwise])
    parcours = orient(prescriber, people=[replace(a_candidate(), contacts=[noted]), partner])
    meet(coordinator, parcours)

    on(clock, FRIDAY_14.date() - timedelta(days=2))

    assert texts() == []
    assert not OutboxMessage.objects.filter(recipient=noted["value"]).exists()


def test_a_file_that_is_suspended_or_over_is_silent(a_file, coordinator, clock):
    parcours = a_file(MOBILE)
    meet(coordinator, parcours)
    suspend(coordinator, parcours)

    assert on(clock, FRIDAY_14.date() - timedelta(days=2)) == 0


def test_a_household_that_hides_is_told_when_and_not_where(a_file, coordinator, clock):
    parcours = a_file(MOBILE)
    meet(coordinator, parcours)
    with database_context(system("test")):
        Household.objects.filter(pk=parcours.household_id).update(must_not_be_found=True)

    on(clock, FRIDAY_14.date() - timedelta(days=2))

    (text,) = texts()
    assert "vendredi 4 décembre" in text.body
    assert "rue" not in text.body


def test_a_reminder_that_waits_says_where_no_more_once_the_household_hides(
    a_file, coordinator, clock
):
    parcours = a_file(MOBILE)
    meet(coordinator, parcours)
    on(clock, FRIDAY_14.date() - timedelta(days=2))
    with database_context(system("test")):
        household = Household.objects.get(pk=parcours.household_id)
    act(
        services.edit_household,
        coordinator,
        parcours,
        household=household,
        version=household.version,
        must_not_be_found=True,
    )
    assert texts() == []

    on(clock, FRIDAY_14.date() - timedelta(days=2), hour=10)

    (text,) = texts()
    assert "rue" not in text.body


def test_whoever_leaves_does_not_learn_where_the_others_go(prescriber, coordinator):
    partner = replace(a_candidate(first_name="Binta"), link=Link.PARTNER, contacts=[])
    parcours = orient(prescriber, people=[replace(a_candidate(), contacts=[EMAIL]), partner])
    meet(coordinator, parcours)
    with database_context(system("test")):
        household = Household.objects.get(pk=parcours.household_id)
        leaving = [household.members.get(link=Link.CANDIDATE).person]

    act(
        services.separate,
        coordinator,
        parcours,
        household=household,
        leaving=leaving,
        in_both=[],
        must_not_be_found=True,
    )

    assert not OutboxMessage.objects.filter(recipient=EMAIL["value"]).exists()


@pytest.fixture
def stay(prescriber, coordinator, upstream, host):
    people = [replace(a_candidate(), contacts=[MOBILE])]
    parcours = at_immersion(prescriber, coordinator, upstream, host, people=people)
    return plan_stay(
        host,
        parcours,
        (NOW + timedelta(days=9)).date(),
        outward_to="gare d’Aurillac",
        outward_arrives_at=time(14, 10),
        welcomer_name="Paul Martin",
        welcomer_phone="+33699001122",
    )


def test_the_day_before_a_stay_says_who_waits_and_whom_to_call(stay, clock):
    assert on(clock, stay.first_day - timedelta(days=2)) == 0

    on(clock, stay.first_day - timedelta(days=1))
    on(clock, stay.first_day)

    (text,) = texts()
    assert "Arrivée à 14 h 10, gare d'Aurillac" in text.body
    assert "Paul Martin vous attend, 06 99 00 11 22" in text.body
    assert "Urgence : 112, par SMS 114" in text.body


def test_a_stay_of_a_household_that_hides_says_neither_where_nor_who(stay, clock):
    with database_context(system("test")):
        Household.objects.filter(pk=stay.parcours.household_id).update(must_not_be_found=True)

    on(clock, stay.first_day - timedelta(days=1))

    (text,) = texts()
    assert not [word for word in ("Aurillac", "Martin", "06 99", "Cantal") if word in text.body]


def test_a_stay_that_does_not_take_place_is_silent(stay, clock):
    with database_context(system("test")):
        ImmersionStay.objects.filter(pk=stay.pk).update(is_cancelled=True)

    assert on(clock, stay.first_day - timedelta(days=1)) == 0


def put_off(host, stay, days):
    day = stay.first_day + timedelta(days=days)
    act(
        services.reschedule_stay,
        host,
        stay.parcours,
        stay=stay,
        days=DateRange(day, day + timedelta(days=5)),
        stay_reason=reason_to(ReasonUse.STAY_NOT_HELD),
        keeps_programme=True,
    )


def call_off(host, stay):
    reason = reason_to(ReasonUse.STAY_NOT_HELD)
    act(services.cancel_stay, host, stay.parcours, stay=stay, stay_reason=reason)


CHANGES = [lambda host, stay: put_off(host, stay, 3), call_off, lambda h, s: leave(h, s.parcours)]


@pytest.mark.parametrize("change", CHANGES)
def test_a_phone_that_was_told_of_a_stay_is_told_not_to_leave(stay, host, clock, smtp_sink, change):
    on(clock, stay.first_day - timedelta(days=1))
    deliver(message_id=texts()[0].pk)

    change(host, stay)

    said, unsaid = texts()
    assert said.state == MessageState.SENT
    assert unsaid.recipient == said.recipient
    assert "ne commence pas jeudi 10 décembre 2026. Ne partez pas" in unsaid.body


@pytest.mark.parametrize("change", CHANGES)
def test_a_stay_that_nobody_was_told_of_changes_in_silence(stay, host, clock, change):
    on(clock, stay.first_day - timedelta(days=1))

    change(host, stay)

    assert texts() == []


def test_a_refusal_is_noted_with_the_number(a_file, coordinator):
    parcours = a_file(MOBILE)

    describe(coordinator, parcours, takes_sms=False)

    with database_context(system("test")):
        assert ContactPoint.objects.get().takes_sms is False


def describe(actor, parcours, contact=MOBILE, **said):
    """Write again what is known of a way to reach the candidate."""
    with database_context(system("test")):
        person = parcours.household.members.get(link=Link.CANDIDATE).person
    act(services.record_contact, actor, parcours, person=person, **contact | said)


def cancel(actor, parcours, appointment):
    state = AppointmentState.CANCELLED
    act(services.close_appointment, actor, parcours, appointment=appointment, state=state)
