"""Messages are written with their cause and leave once, whatever the broker and the relay do."""

import time
from contextlib import contextmanager
from datetime import timedelta
from queue import Empty
from uuid import uuid4

import pytest
import time_machine
from aiosmtpd.controller import Controller
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_celery_beat.models import PeriodicTask
from django_celery_beat.schedulers import DatabaseScheduler

from emile.celery import app
from emile.core import outbox
from emile.core.handling import AlreadyHandled, handle_message
from emile.core.jobs import sweep_outbox
from emile.core.models import (
    Handling,
    MessageFailure,
    MessageHandling,
    MessageState,
    OutboxMessage,
)
from emile.core.tasks import LEASE, LONGEST_ROUND, MAX_ATTEMPTS, deliver
from emile.launcher.ports import LOOPBACK, any_free
from tests.operators.factories import MembershipFactory


QUEUE = "celery"
PAGE_SECONDS = 3


@pytest.fixture
def broker():
    """The real queue, empty; ``work`` does what it holds, as a worker would."""
    with app.connection_for_read() as connection, connection.SimpleQueue(QUEUE) as queue:
        queue.clear()

        def work():
            count = 0
            while True:
                try:
                    order = queue.get(timeout=0.5)
                except Empty:
                    return count
                _, arguments, _ = order.payload
                app.tasks[order.headers["task"]](**arguments)
                order.ack()
                count += 1

        yield work
        queue.clear()


@contextmanager
def no_broker():
    """The application as configured for a broker that nobody answers for."""
    with pytest.MonkeyPatch.context() as away:
        away.setattr(app.conf, "broker_url", f"redis://{LOOPBACK}:{any_free()}/0")
        away.setattr(app.amqp, "_producer_pool", None)
        yield


def write(key="salut", **changes):
    fields = {
        "recipient": "awa@exemple.test",
        "subject": "Votre dossier",
        "body": "L’équipe d’Aurillac vous attend.",
    }
    with transaction.atomic():
        outbox.send_email(key=key, **fields | changes)
    return OutboxMessage.objects.get(key=key)


# The ordinary way


def test_a_message_leaves_once_its_cause_is_committed(committing_db, broker, smtp_sink):
    message = write()

    assert broker() == 1

    (letter,) = smtp_sink
    message.refresh_from_db()
    assert (letter["To"], letter["Subject"]) == ("awa@exemple.test", "Votre dossier")
    assert letter.get_content().strip() == "L’équipe d’Aurillac vous attend."
    assert (message.state, message.attempts, message.leased_until) == (MessageState.SENT, 1, None)


def test_a_cause_that_is_undone_leaves_no_message(committing_db, broker, smtp_sink):
    with transaction.atomic():
        outbox.send_email(recipient="awa@exemple.test", subject="s", body="b", key="undone")
        transaction.set_rollback(True)

    assert not OutboxMessage.objects.exists()
    assert (broker(), smtp_sink) == (0, [])


def test_one_intention_is_one_message(committing_db, broker, smtp_sink):
    write(subject="Première fois")
    write(subject="Deuxième fois")

    broker()

    assert [letter["Subject"] for letter in smtp_sink] == ["Première fois"]


def test_an_order_given_twice_sends_once(committing_db, broker, smtp_sink):
    message = write()
    outbox.nudge(message.pk)

    assert broker() == 2

    assert len(smtp_sink) == 1


def test_two_workers_at_the_same_instant_send_once(at_once, smtp_sink):
    message = write()

    outcomes = at_once(*[lambda: deliver(message_id=message.pk)] * 4)

    assert outcomes == [None] * 4
    assert len(smtp_sink) == 1


def test_a_past_that_is_being_written_asks_no_worker(committing_db, broker, smtp_sink):
    with outbox.without_nudges():
        message = write()

    assert (broker(), smtp_sink) == (0, [])
    assert message.state == MessageState.WAITING


# One of many


def test_what_is_one_of_many_leaves_after_everything_else(committing_db, broker, smtp_sink):
    for number in range(5):
        write(key=f"many{number}", subject="Rencontre", gives_way=True)
    write(key="decision", subject="Une décision", is_decision=True)
    write(key="reset", subject="Mot de passe")

    broker()

    assert [letter["Subject"] for letter in smtp_sink] == [
        "Une décision",
        "Mot de passe",
        *["Rencontre"] * 5,
    ]


def test_the_sweep_finds_what_is_one_of_many_last(committing_db, broker, smtp_sink, monkeypatch):
    monkeypatch.setattr("emile.core.jobs.BATCH", 2)
    with outbox.without_nudges():
        for number in range(3):
            write(key=f"many{number}", subject="Rencontre", gives_way=True)
        write(key="decision", subject="Une décision", is_decision=True)

    sweep_outbox()
    broker()

    assert [letter["Subject"] for letter in smtp_sink] == ["Une décision", "Rencontre"]


# What the nudge loses


def test_the_sweep_finds_what_the_nudge_lost(committing_db, broker, smtp_sink):
    now = timezone.now()
    OutboxMessage.objects.create(
        key="lost", recipient="awa@exemple.test", created_at=now, send_after=now
    )

    found = sweep_outbox()
    broker()

    assert (found, len(smtp_sink), sweep_outbox()) == (1, 1, 0)


def test_a_clock_that_is_killed_has_kept_what_it_called(committing_db, broker):
    DatabaseScheduler(app=app)
    sweeps = PeriodicTask.objects.filter(name__in=["sweep-outbox", "sweep-quarantine"])
    sweeps.update(last_run_at=timezone.now() - timedelta(minutes=1))
    before = timezone.now()

    clock = DatabaseScheduler(app=app)
    while clock.tick() == 0:
        pass

    assert [sweep.last_run_at >= before for sweep in sweeps] == [True, True]


def test_the_sweep_leaves_alone_what_a_live_worker_holds(committing_db, broker, smtp_sink):
    message = write()
    broker()
    now = timezone.now()
    OutboxMessage.objects.filter(pk=message.pk).update(
        state=MessageState.WAITING, sent_at=None, leased_until=now + LEASE
    )

    held = sweep_outbox()
    with time_machine.travel(now + LEASE + timedelta(seconds=1)):
        abandoned = sweep_outbox()

    assert (held, abandoned) == (0, 1)


def test_a_page_works_without_broker_and_its_message_waits(committing_db, broker, smtp_sink):
    member = MembershipFactory()
    form = {"once": str(uuid4()), "email": member.user.email}
    start = time.monotonic()

    with no_broker():
        answer = Client().post(reverse("operators:password_reset"), form)

    assert answer.status_code == 302
    assert time.monotonic() - start < PAGE_SECONDS
    waiting = OutboxMessage.objects.get()
    assert (waiting.recipient, waiting.state) == (member.user.email, MessageState.WAITING)
    assert (broker(), smtp_sink) == (0, [])


def test_what_waited_for_the_broker_leaves_when_it_is_back(committing_db, broker, smtp_sink):
    with no_broker():
        write()
    waited = broker() == 0

    sweep_outbox()
    broker()

    assert waited
    assert len(smtp_sink) == 1


# A relay that refuses


@pytest.fixture
def no_relay(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = LOOPBACK, any_free()


def test_a_failure_is_tried_again_later(committing_db, broker, no_relay):
    message = write()
    before = timezone.now()

    broker()

    message.refresh_from_db()
    assert (message.state, message.attempts) == (MessageState.WAITING, 1)
    assert message.leased_until is None
    wait = outbox.backoff(message.pk, 1)
    assert before + wait <= message.send_after <= timezone.now() + wait
    assert "ConnectionRefusedError" in message.last_error
    assert sweep_outbox() == 0


def test_it_waits_longer_and_longer_then_is_left_to_be_seen(committing_db, broker, no_relay):
    message = write()
    waits = []

    while message.state == MessageState.WAITING:
        with time_machine.travel(message.send_after, tick=False):
            deliver(message_id=message.pk)
            message.refresh_from_db()
            waits.append(message.send_after - timezone.now())

    asked = [1, 4, 16, 64, 256, 480, 480]
    drawn = [wait / timedelta(minutes=one) for wait, one in zip(waits, asked, strict=False)]
    assert (message.state, message.attempts) == (MessageState.FAILED, MAX_ATTEMPTS)
    assert message.failure == MessageFailure.EXHAUSTED
    assert all(0.75 <= one <= 1.25 for one in drawn)
    assert len(set(drawn)) > 1
    assert sweep_outbox() == 0


def test_a_message_that_can_not_be_written_is_counted_too(committing_db, broker, smtp_sink):
    message = write(subject="Deux\nlignes")

    broker()

    message.refresh_from_db()
    assert (message.state, message.attempts) == (MessageState.WAITING, 1)
    assert message.leased_until is None
    assert "BadHeaderError" in message.last_error


def test_a_message_that_all_its_workers_died_of_is_left_to_be_seen(
    committing_db, broker, smtp_sink
):
    message = write()
    abandoned = timezone.now() - timedelta(minutes=1)
    OutboxMessage.objects.filter(pk=message.pk).update(
        attempts=MAX_ATTEMPTS, leased_until=abandoned
    )

    broker()

    message.refresh_from_db()
    assert (message.state, message.leased_until) == (MessageState.FAILED, None)
    assert smtp_sink == []


def test_it_leaves_when_the_relay_is_back(committing_db, broker, settings, smtp_sink):
    there, settings.EMAIL_PORT = settings.EMAIL_PORT, any_free()
    message = write()
    broker()

    settings.EMAIL_PORT = there
    message.refresh_from_db()
    with time_machine.travel(message.send_after + timedelta(seconds=1)):
        sweep_outbox()
        broker()

    assert len(smtp_sink) == 1


# Taking back


def test_what_has_not_left_is_taken_back_and_what_has_is_told(committing_db, broker, smtp_sink):
    write("reached", recipient="awa@exemple.test", parcours_id=7, act_id=1)
    broker()
    write("waiting", recipient="bo@exemple.test", parcours_id=7, act_id=1)
    write("later act", recipient="cleo@exemple.test", parcours_id=7, act_id=2)

    reached = outbox.recall(act_id=1, now=timezone.now())

    assert reached == ["awa@exemple.test"]
    assert set(OutboxMessage.objects.values_list("key", flat=True)) == {"reached", "later act"}


def test_what_nobody_heard_of_again_counts_as_having_reached(committing_db, smtp_sink):
    message = write(act_id=1)
    abandon(message)

    reached = outbox.recall(act_id=1, now=timezone.now())

    assert reached == ["awa@exemple.test"]
    assert not OutboxMessage.objects.exists()


def test_what_a_worker_takes_at_the_same_instant_is_not_deleted_under_it(at_once, smtp_sink):
    message = write(act_id=1)

    at_once(
        lambda: deliver(message_id=message.pk),
        lambda: outbox.recall(act_id=1, now=timezone.now()),
    )

    kept = OutboxMessage.objects.filter(state=MessageState.SENT).count()
    assert kept == len(smtp_sink)
    assert not OutboxMessage.objects.exclude(state=MessageState.SENT).exists()


# A worker that never came back


def abandon(message):
    """As a worker killed with the lease in hand leaves it."""
    OutboxMessage.objects.filter(pk=message.pk).update(
        state=MessageState.WAITING,
        attempts=1,
        tried_since=timezone.now() - timedelta(minutes=4),
        leased_until=timezone.now() - timedelta(minutes=1),
    )


def test_a_decision_in_doubt_waits_for_a_person(committing_db, broker, smtp_sink):
    message = write(is_decision=True)
    abandon(message)

    sweep_outbox()
    broker()

    message.refresh_from_db()
    assert (message.state, message.leased_until) == (MessageState.TO_CHECK, None)
    assert (smtp_sink, sweep_outbox()) == ([], 0)


def test_another_message_in_doubt_is_sent_again(committing_db, broker, smtp_sink):
    abandon(write())

    sweep_outbox()
    broker()

    assert len(smtp_sink) == 1


class Cut:
    """A relay that hangs up once it has the text, or refuses the address."""

    def __init__(self, *, refuses=False):
        self.refuses = refuses

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if self.refuses:
            return "550 5.1.1 No such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        server.transport.abort()
        return "451 never said"


@contextmanager
def relay(settings, handler):
    controller = Controller(handler, hostname=LOOPBACK, port=any_free())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = LOOPBACK, controller.port
    try:
        yield
    finally:
        controller.stop()


def test_a_decision_is_not_sent_again_when_the_relay_hung_up_on_its_text(committing_db, settings):
    decision, reminder = write("decision", is_decision=True), write("reminder")

    with relay(settings, Cut()):
        deliver(message_id=decision.pk)
        deliver(message_id=reminder.pk)

    for message in (decision, reminder):
        message.refresh_from_db()
    assert (decision.state, reminder.state) == (MessageState.TO_CHECK, MessageState.WAITING)
    assert "SMTPServerDisconnected" in decision.last_error


def test_an_address_refused_for_ever_fails_at_once(committing_db, settings):
    message = write(is_decision=True)

    with relay(settings, Cut(refuses=True)):
        deliver(message_id=message.pk)

    message.refresh_from_db()
    assert (message.state, message.attempts) == (MessageState.FAILED, 1)
    assert message.failure == MessageFailure.REFUSED


def test_a_round_ends_after_one_day(committing_db, no_relay):
    message = write(is_decision=True)
    OutboxMessage.objects.filter(pk=message.pk).update(
        attempts=2, tried_since=timezone.now() - LONGEST_ROUND
    )

    deliver(message_id=message.pk)

    message.refresh_from_db()
    assert (message.state, message.attempts) == (MessageState.FAILED, 3)


def test_the_same_intention_has_the_same_number_everywhere(committing_db, broker, smtp_sink):
    write()
    broker()
    OutboxMessage.objects.all().delete()
    write()
    broker()

    first, second = (letter["Message-ID"] for letter in smtp_sink)
    assert first == second


# A person decides


def stopped(state, key="arrêté"):
    return OutboxMessage.objects.create(
        key=key,
        recipient="awa@exemple.test",
        state=state,
        attempts=MAX_ATTEMPTS,
        created_at=timezone.now(),
        send_after=timezone.now(),
    )


def decide(message, verb, reason=""):
    handle_message(user_id=1, message_id=message.pk, verb=verb, now=timezone.now(), reason=reason)
    message.refresh_from_db()


def test_a_message_tried_again_leaves(committing_db, broker, smtp_sink):
    message = stopped(MessageState.FAILED)

    decide(message, Handling.RETRIED)
    broker()

    message.refresh_from_db()
    assert (message.state, message.attempts) == (MessageState.SENT, 1)
    assert len(smtp_sink) == 1
    journal = MessageHandling.objects.get()
    assert (journal.verb, journal.user_id, journal.key) == (Handling.RETRIED, 1, "arrêté")


def test_a_message_is_put_aside_with_a_reason(db):
    message = stopped(MessageState.FAILED)

    with pytest.raises(ValidationError):
        decide(message, Handling.DISCARDED)
    decide(message, Handling.DISCARDED, reason="Adresse d’une structure fermée")

    assert message.state == MessageState.DISCARDED
    assert MessageHandling.objects.get().reason == "Adresse d’une structure fermée"


def test_only_what_is_to_be_checked_may_have_been_received(db):
    failed, doubtful = stopped(MessageState.FAILED, "un"), stopped(MessageState.TO_CHECK, "deux")

    with pytest.raises(AlreadyHandled):
        decide(failed, Handling.RECEIVED)
    decide(doubtful, Handling.RECEIVED)

    assert doubtful.state == MessageState.SENT
    assert doubtful.sent_at == doubtful.created_at


def test_two_people_decide_once(at_once):
    message = stopped(MessageState.TO_CHECK)
    now = timezone.now()

    outcomes = at_once(
        *[lambda: handle_message(user_id=1, message_id=message.pk, verb=Handling.RECEIVED, now=now)]
        * 4
    )

    assert [type(one) for one in outcomes].count(AlreadyHandled) == 3
    assert MessageHandling.objects.count() == 1
