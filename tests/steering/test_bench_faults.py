"""The bench of faults: it sees what is lost, what comes twice, and what waits for a person."""

from datetime import timedelta
from email.message import EmailMessage
from mailbox import Maildir

import pytest
from django.utils import timezone

from emile.core.carriers import message_id_of
from emile.core.models import MessageState, OutboxMessage
from emile.steering.bench.faults import (
    DECISIONS,
    Letters,
    Report,
    as_table,
    commit_to_sent_p95,
    tally,
)


@pytest.fixture
def letters(db):
    letters = Letters()
    for _ in range(2 * DECISIONS):
        letters.write()
    return letters


def receive(folder, *keys):
    box = Maildir(folder, create=True)
    for key in keys:
        letter = EmailMessage()
        letter["Message-ID"] = message_id_of(key)
        letter.set_content("Message-ID: <d’un-autre@exemple.test>")
        box.add(letter)


def test_one_letter_in_ten_tells_a_decision(letters):
    written = OutboxMessage.objects.filter(key__in=letters.confirmed)

    assert written.count() == len(letters.confirmed) == 2 * DECISIONS
    assert written.filter(is_decision=True).count() == 2
    assert letters.are_waiting()


def test_what_arrived_once_is_neither_lost_nor_doubled(letters, tmp_path):
    receive(tmp_path / "box", *letters.confirmed)

    found = tally(letters, tmp_path / "box")

    assert (found.lost, found.doubled_reminders, found.doubled_decisions) == (0, 0, 0)


def test_what_is_missing_and_what_came_twice_is_counted(letters, tmp_path):
    decisions = sorted(key for key in letters.confirmed if ":decision:" in key)
    reminders = sorted(letters.confirmed - set(decisions))
    # A decision that waits for a person is held; a reminder that vanished from the base is lost.
    held = OutboxMessage.objects.filter(key=decisions[0])
    held.update(state=MessageState.TO_CHECK)
    OutboxMessage.objects.filter(key=reminders[0]).delete()
    receive(
        tmp_path / "box", *reminders[2:], reminders[5], reminders[5], decisions[1], decisions[1]
    )

    found = tally(letters, tmp_path / "box")

    assert found.lost == 2
    assert found.doubled_reminders == 2
    assert found.doubled_decisions == 1
    assert found.held_decisions == 1


def test_the_wait_is_that_of_all_but_the_slowest(letters):
    now = timezone.now()
    for rank, message in enumerate(OutboxMessage.objects.order_by("pk")):
        message.state, message.created_at = MessageState.SENT, now
        message.sent_at = now + timedelta(seconds=rank)
        message.save()

    assert commit_to_sent_p95() == 18.0
    assert not letters.are_waiting()


def test_the_document_has_what_a_machine_reads():
    report = Report(
        kills=1000,
        letters=3000,
        lost=1,
        doubled_reminders=2,
        doubled_decisions=0,
        held_decisions=4,
        sent_p95_s=0.2,
        broker_drain_s=30.0,
        db_back_s=1.5,
        pages={"200": 900, "503": 3},
        seconds=700.0,
    )

    assert {
        "kills",
        "lost",
        "doubled_reminders",
        "doubled_decisions",
        "broker_drain_s",
        "db_back_s",
    } <= set(report.document)
    table = as_table(report)
    assert "perdus\u00a0: 1" in table
    assert "503\u00a0: 3" in table
