"""The slow things that acts ask for."""

import time
from datetime import datetime, timedelta
from typing import Any

from celery import shared_task
from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils import timezone

from emile.core.carriers import NOT_TAKEN, carrier_of, is_refused
from emile.core.models import REPORTED, Channel, MessageFailure, MessageState, OutboxMessage
from emile.core.outbox import backoff
from emile.core.quiet_hours import next_open


LEASE = timedelta(minutes=3)
MAX_ATTEMPTS = 8
LONGEST_ROUND = timedelta(hours=24)
# Shorter than the lease, by far: a row is never in two hands.
SOFT_SECONDS, HARD_SECONDS = 60, 90
# For a database that restarts between the relay's answer and what is kept of it.
PAUSES = (0.5, 1, 2, 4, 8)


@shared_task(soft_time_limit=SOFT_SECONDS, time_limit=HARD_SECONDS)
def deliver(*, message_id: int) -> None:
    """Send one message. Safe to run twice: the second one finds it leased or sent."""
    message = _claim(message_id)
    if message is None:
        return
    # Whatever goes wrong: a message that nobody counted would be tried for ever.
    try:
        carrier = carrier_of(message)
        carrier.prepare()
    except Exception as error:  # noqa: BLE001
        _put_back(message, error)
        return
    try:
        named = carrier.send()
    except NOT_TAKEN as error:
        _put_back(message, error)
    except Exception as error:  # noqa: BLE001
        _put_back(message, error, is_in_doubt=True)
    else:
        _say_sent(message, named)
    finally:
        carrier.close()


@transaction.atomic
def _claim(message_id: int) -> OutboxMessage | None:
    """Take the row for three minutes, unless another worker has it.

    One whose worker never came back may have left: a decision then waits for a person. One that
    all its workers died of is left to be seen. A text message waits for the morning, and what
    would come too late does not leave.
    """
    now = timezone.now()
    rows = OutboxMessage.objects.due(now).select_for_update(of=("self",), skip_locked=True)
    message = rows.filter(pk=message_id).first()
    if message is None:
        return None
    if message.is_decision and message.is_in_doubt:
        _settle(message, state=MessageState.TO_CHECK)
        return None
    leaves_at = next_open(now) if message.channel == Channel.SMS else now
    if message.useless_after and message.useless_after <= leaves_at:
        _settle(message, state=MessageState.FAILED, failure=MessageFailure.TOO_LATE)
        return None
    if leaves_at > now:
        _settle(message, send_after=leaves_at)
        return None
    if message.attempts >= MAX_ATTEMPTS:
        _settle(message, state=MessageState.FAILED, failure=MessageFailure.EXHAUSTED)
        return None
    message.leased_until = now + LEASE
    message.attempts += 1
    message.tried_since = message.tried_since or now
    message.save(update_fields=["leased_until", "attempts", "tried_since"])
    return message


def _put_back(message: OutboxMessage, error: Exception, *, is_in_doubt: bool = False) -> None:
    """Wait longer and longer, then stop trying and leave the row to be seen."""
    now = timezone.now()
    said = f"{type(error).__name__}: {error}"[:200]
    if message.is_decision and is_in_doubt:
        _settle(message, state=MessageState.TO_CHECK, last_error=said)
    elif is_refused(error):
        _settle(message, state=MessageState.FAILED, failure=MessageFailure.REFUSED, last_error=said)
    elif message.attempts >= MAX_ATTEMPTS or _has_lasted(message, now):
        _settle(
            message, state=MessageState.FAILED, failure=MessageFailure.EXHAUSTED, last_error=said
        )
    else:
        _settle(message, send_after=now + backoff(message.pk, message.attempts), last_error=said)


def _has_lasted(message: OutboxMessage, now: datetime) -> bool:
    return message.tried_since is not None and now - message.tried_since >= LONGEST_ROUND


def _settle(message: OutboxMessage, **changes: Any) -> None:
    """Let go of the row, unless its lease has passed to another worker meanwhile."""
    mine = OutboxMessage.objects.filter(
        pk=message.pk, state=MessageState.WAITING, attempts=message.attempts
    )
    mine.update(leased_until=None, **changes)


def _say_sent(message: OutboxMessage, named: str) -> None:
    """It has left whatever became of the row: this is tried again while a database restarts.

    A report may have come meanwhile: it says more, but the next one may use the name that is kept here.
    """
    left = OutboxMessage.objects.filter(pk=message.pk)
    sent = left.exclude(state__in=REPORTED)
    at = timezone.now()
    for pause in (*PAUSES, None):
        try:
            sent.update(state=MessageState.SENT, sent_at=at, leased_until=None, failure="")
            if named:
                left.update(carrier_id=named)
        except (OperationalError, InterfaceError):
            if pause is None:
                raise
            connection.close()
            time.sleep(pause)
        else:
            return
