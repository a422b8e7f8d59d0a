"""A mailing that is killed, resumed or stopped on the way: each letter is written once, or not at all."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from candidates import jobs
from candidates.enums import LetterFate, MailingState
from candidates.models import Mailing, MailingRecipient
from candidates.services import mailing_runs
from emile.core.context import database_context, system
from emile.core.models import OutboxMessage
from emile.core.tasks import deliver
from operators.enums import OrganisationKind
from tests.factories import (
    confirm_mailing,
    draft_mailing,
    make_actor,
    orient,
    reachable,
    write_what_was_confirmed,
)


def a_draft_for(how_many):
    """Of a coordinator, for so many households."""
    coordinator = make_actor(OrganisationKind.COORDINATOR)
    prescriber = make_actor(OrganisationKind.PRESCRIBER)
    for _ in range(how_many):
        reachable(orient(prescriber))
    return coordinator, draft_mailing(coordinator)


def confirmed(how_many):
    return confirm_mailing(*a_draft_for(how_many))


def again(mailing):
    with database_context(system("test")), transaction.atomic():
        return Mailing.objects.get(pk=mailing.pk)


def letters():
    return OutboxMessage.objects.filter(gives_way=True).order_by("pk")


def recipients():
    return list(letters().values_list("recipient", flat=True))


@pytest.fixture
def by_twos(monkeypatch):
    monkeypatch.setattr(mailing_runs, "SLICE", 2)


class Killed(BaseException):
    """What nothing catches."""


def test_two_tabs_at_the_same_instant_are_one_mailing(at_once):
    coordinator, mailing = a_draft_for(3)

    def confirm():
        return confirm_mailing(coordinator, mailing).pk

    outcomes = at_once(confirm, confirm)

    assert outcomes.count(mailing.pk) == 1
    with database_context(system("test")), transaction.atomic():
        assert MailingRecipient.objects.count() == 3


@pytest.mark.parametrize("dies_at", range(1, 6))
def test_killed_in_the_middle_of_a_slice_each_letter_is_written_once(
    committing_db, by_twos, dies_at
):
    mailing = confirmed(5)
    count = 0

    def dying(execute, sql, params, many, context):
        nonlocal count
        count += 'INSERT INTO "core_outboxmessage"' in sql
        if count == dies_at:
            raise Killed
        return execute(sql, params, many, context)

    with connection.execute_wrapper(dying), pytest.raises(Killed):
        write_what_was_confirmed()
    kept = letters().count()
    held = jobs.sweep_mailings()
    with time_machine.travel(timezone.now() + mailing_runs.LEASE + timedelta(seconds=1)):
        found = jobs.sweep_mailings()
        write_what_was_confirmed()
        write_what_was_confirmed()

    assert kept == (dies_at - 1) // 2 * 2
    assert (held, found) == (0, 1)
    assert len(recipients()) == len(set(recipients())) == 5
    assert again(mailing).state == MailingState.WRITTEN


def test_two_workers_at_the_same_instant_write_each_letter_once(at_once, by_twos):
    mailing = confirmed(5)

    at_once(*[lambda: mailing_runs.carry_on(mailing_id=mailing.pk, clock=timezone.now)] * 4)

    assert len(recipients()) == len(set(recipients())) == 5


def test_another_worker_goes_on_after_so_many_slices(committing_db, by_twos, monkeypatch):
    monkeypatch.setattr(mailing_runs, "SLICES_AT_ONCE", 2)
    mailing = confirmed(5)

    write_what_was_confirmed()
    assert (letters().count(), again(mailing).leased_until) == (4, None)
    write_what_was_confirmed()

    assert (letters().count(), again(mailing).state) == (5, MailingState.WRITTEN)


def test_stopped_in_the_middle_what_has_not_left_is_taken_back(
    committing_db, by_twos, monkeypatch, smtp_sink, signed_in, submit
):
    monkeypatch.setattr(mailing_runs, "SLICES_AT_ONCE", 2)
    coordinator, draft = a_draft_for(5)
    mailing = confirm_mailing(coordinator, draft)
    write_what_was_confirmed()
    gone = letters().first()
    deliver(message_id=gone.pk)

    browser = signed_in(coordinator)
    move = reverse("candidates:mailing_move", args=[mailing.public_id, "arreter"])
    answer = submit(move, follow=True)
    write_what_was_confirmed()

    assert "3 messages repris" in answer.text
    assert len(smtp_sink) == 1
    assert list(letters()) == [gone]
    counts = browser.get(mailing.get_absolute_url()).context["progress"].counts
    assert counts == {
        **dict.fromkeys(LetterFate.values, 0),
        LetterFate.SENT: 1,
        LetterFate.RECALLED: 3,
        LetterFate.TO_WRITE: 1,
    }
