"""Text messages leave as letters do: once, by day, in time, through a provider or the letter box.

The provider here is a stand-in on the loopback: the real one is out of the tests' reach.
"""

import json
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from emile.core import outbox
from emile.core.carriers import can_text
from emile.core.models import Channel, MessageFailure, MessageState, OutboxMessage
from emile.core.tasks import deliver
from emile.launcher.ports import LOOPBACK, any_free


pytestmark = pytest.mark.django_db

NUMBER = "+33612345678"
TUESDAY_NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)
TUESDAY_NIGHT = datetime(2026, 11, 24, 20, tzinfo=UTC)
WEDNESDAY_8 = datetime(2026, 11, 25, 7, tzinfo=UTC)


@contextmanager
def provider(settings, *statuses, answer=None):
    """It answers each demand with the next of these, and keeps what it was asked."""
    asked = []
    left = iter(statuses)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append((self.headers["Authorization"], json.loads(body)))
            self.send_response(next(left))
            said = json.dumps(answer).encode() if answer is not None else b""
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_):
            pass

    with HTTPServer((LOOPBACK, 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        settings.SMS_URL = f"http://{LOOPBACK}:{server.server_port}/sms"
        settings.SMS_TOKEN = "jeton"
        yield asked
        server.shutdown()


def write(**changes):
    fields = {
        "number": NUMBER,
        "subject": "Rappel",
        "text": "EMILE\u00a0: l’équipe vous attend à 14\u00a0h\u00a030.",
        "key": "rappel",
        "useless_after": timezone.now() + timedelta(days=2),
    }
    message_id = outbox.send_sms(**fields | changes)
    return OutboxMessage.objects.get(pk=message_id)


@pytest.fixture(autouse=True)
def by_day():
    with time_machine.travel(TUESDAY_NOON, tick=False) as traveller:
        yield traveller


def test_a_text_is_plain_counted_and_shown_among_the_letters_of_a_laptop(smtp_sink, settings):
    settings.SMS_SEGMENT_COST = Decimal("0.06")
    message = write()

    deliver(message_id=message.pk)

    message.refresh_from_db()
    (letter,) = smtp_sink
    assert message.state == MessageState.SENT
    assert (message.segments, message.cost) == (1, Decimal("0.06"))
    assert letter["Subject"] == "SMS au 06 12 34 56 78"
    assert letter.get_content().strip() == "EMILE : l'équipe vous attend à 14 h 30."


def test_a_provider_is_asked_once_with_a_reference(settings):
    with provider(settings, 202) as asked:
        message = write()
        deliver(message_id=message.pk)
        deliver(message_id=message.pk)

    [(token, order)] = asked
    assert token == "Bearer jeton"
    assert (order["to"], order["from"], order["text"]) == (NUMBER, "EMILE", message.body)
    assert len(order["reference"]) == 40


@pytest.mark.parametrize(
    ("status", "state", "failure"),
    [
        (422, MessageState.FAILED, MessageFailure.REFUSED),
        (400, MessageState.FAILED, MessageFailure.REFUSED),
        (401, MessageState.WAITING, ""),
        (429, MessageState.WAITING, ""),
        (302, MessageState.WAITING, ""),
        (503, MessageState.WAITING, ""),
    ],
)
def test_what_a_provider_answers_decides(settings, status, state, failure):
    with provider(settings, status):
        message = write()
        deliver(message_id=message.pk)

    message.refresh_from_db()
    assert (message.state, message.failure, message.attempts) == (state, failure, 1)


def test_a_provider_that_is_away_is_tried_again(settings, by_day):
    settings.SMS_URL = f"http://{LOOPBACK}:{any_free()}/sms"
    message = write()
    deliver(message_id=message.pk)
    message.refresh_from_db()
    assert message.state == MessageState.WAITING

    by_day.move_to(message.send_after)
    with provider(settings, 200) as asked:
        deliver(message_id=message.pk)

    assert len(asked) == 1


def test_nobody_is_woken_a_text_waits_for_the_morning(smtp_sink, by_day):
    by_day.move_to(TUESDAY_NIGHT)
    message = write()

    deliver(message_id=message.pk)

    message.refresh_from_db()
    assert (smtp_sink, message.state, message.attempts) == ([], MessageState.WAITING, 0)
    assert message.send_after == WEDNESDAY_8
    by_day.move_to(WEDNESDAY_8)
    deliver(message_id=message.pk)
    assert len(smtp_sink) == 1


@pytest.mark.parametrize("useless_after", [TUESDAY_NIGHT + timedelta(hours=3), TUESDAY_NIGHT])
def test_what_would_come_too_late_does_not_leave(smtp_sink, by_day, useless_after):
    by_day.move_to(TUESDAY_NIGHT)
    message = write(useless_after=useless_after)

    deliver(message_id=message.pk)

    message.refresh_from_db()
    assert smtp_sink == []
    assert (message.state, message.failure) == (MessageState.FAILED, MessageFailure.TOO_LATE)


def test_a_letter_leaves_at_night(smtp_sink, by_day):
    by_day.move_to(TUESDAY_NIGHT)
    message_id = outbox.send_email(recipient="a@exemple.test", subject="s", body="b", key="k")

    deliver(message_id=message_id)

    assert len(smtp_sink) == 1


@pytest.mark.parametrize(
    "wrong", [{"recipient": "a@exemple.test"}, {"channel": Channel.EMAIL}, {"segments": None}]
)
def test_the_database_knows_a_number_from_an_address(wrong):
    message = write()

    with pytest.raises(IntegrityError), transaction.atomic():
        OutboxMessage.objects.filter(pk=message.pk).update(**wrong)


def test_without_provider_no_text_goes_anywhere(settings):
    settings.SMS_URL, settings.SMS_IN_LETTER_BOX = "", False
    assert not can_text()

    settings.SMS_IN_LETTER_BOX = True
    assert can_text()
