"""The slow things that acts ask for."""

import smtplib
import time
from contextlib import suppress
from datetime import datetime, timedelta
from email.mime.text import MIMEText
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from celery import shared_task
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils import timezone
from icalendar import Calendar

from emile.core.models import MessageFailure, MessageState, OutboxMessage
from emile.core.outbox import backoff


LEASE = timedelta(minutes=3)
MAX_ATTEMPTS = 8
LONGEST_ROUND = timedelta(hours=24)
# Shorter than the lease, by far: a row is never in two hands.
SOFT_SECONDS, HARD_SECONDS = 60, 90
# For a database that restarts between the relay's answer and what is kept of it.
PAUSES = (0.5, 1, 2, 4, 8)
CALENDAR_FILE = "emile.ics"
# The relay answered, and did not take the message.
NOT_TAKEN = (smtplib.SMTPRecipientsRefused, smtplib.SMTPResponseException)


@shared_task(soft_time_limit=SOFT_SECONDS, time_limit=HARD_SECONDS)
def deliver(*, message_id: int) -> None:
    """Send one message. Safe to run twice: the second one finds it leased or sent."""
    message = _claim(message_id)
    if message is None:
        return
    relay = get_connection()
    # Whatever goes wrong: a message that nobody counted would be tried for ever.
    try:
        letter = _letter(message, relay)
        relay.open()
    except Exception as error:  # noqa: BLE001
        _put_back(message, error)
        return
    try:
        letter.send()
    except NOT_TAKEN as error:
        _put_back(message, error)
    except Exception as error:  # noqa: BLE001
        _put_back(message, error, is_in_doubt=True)
    else:
        _say_sent(message)
    finally:
        # What the relay says once it has taken the message changes nothing.
        with suppress(Exception):
            relay.close()


def message_id_of(key: str) -> str:
    """The same for the same intention: a letter box that gets it twice may show it once."""
    host = urlsplit(settings.SITE_URL).hostname
    return f"<{sha256(key.encode()).hexdigest()[:40]}@{host}>"


def _letter(message: OutboxMessage, relay: BaseEmailBackend) -> EmailMessage:
    """Raises for what can not be written, before anything is said to the relay."""
    letter = EmailMessage(
        message.subject,
        message.body,
        to=[message.recipient],
        headers={"Message-ID": message_id_of(message.key)},
        connection=relay,
    )
    if message.calendar:
        letter.attach(_calendar_of(message))
    letter.message()
    return letter


def _calendar_of(message: OutboxMessage) -> MIMEText:
    """Says in its type what it asks for, as letter boxes expect of an invitation."""
    part = MIMEText(message.calendar, "calendar", "utf-8")
    part.set_param("method", str(Calendar.from_ical(message.calendar)["method"]))
    part.add_header("Content-Disposition", "attachment", filename=CALENDAR_FILE)
    return part


@transaction.atomic
def _claim(message_id: int) -> OutboxMessage | None:
    """Take the row for three minutes, unless another worker has it.

    One whose worker never came back may have left: a decision then waits for a person. One that
    all its workers died of is left to be seen.
    """
    now = timezone.now()
    rows = OutboxMessage.objects.due(now).select_for_update(of=("self",), skip_locked=True)
    message = rows.filter(pk=message_id).first()
    if message is None:
        return None
    if message.is_decision and message.is_in_doubt:
        _settle(message, state=MessageState.TO_CHECK)
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
    elif _is_refused(error):
        _settle(message, state=MessageState.FAILED, failure=MessageFailure.REFUSED, last_error=said)
    elif message.attempts >= MAX_ATTEMPTS or _has_lasted(message, now):
        _settle(
            message, state=MessageState.FAILED, failure=MessageFailure.EXHAUSTED, last_error=said
        )
    else:
        _settle(message, send_after=now + backoff(message.pk, message.attempts), last_error=said)


def _is_refused(error: Exception) -> bool:
    """For ever: the relay knows the address and will not have it."""
    if not isinstance(error, smtplib.SMTPRecipientsRefused):
        return False
    return all(code >= 500 for code, _ in error.recipients.values())


def _has_lasted(message: OutboxMessage, now: datetime) -> bool:
    return message.tried_since is not None and now - message.tried_since >= LONGEST_ROUND


def _settle(message: OutboxMessage, **changes: Any) -> None:
    """Let go of the row, unless its lease has passed to another worker meanwhile."""
    mine = OutboxMessage.objects.filter(
        pk=message.pk, state=MessageState.WAITING, attempts=message.attempts
    )
    mine.update(leased_until=None, **changes)


def _say_sent(message: OutboxMessage) -> None:
    """It has left whatever became of the row: this is tried again while a database restarts."""
    sent = OutboxMessage.objects.filter(pk=message.pk)
    at = timezone.now()
    for pause in (*PAUSES, None):
        try:
            sent.update(state=MessageState.SENT, sent_at=at, leased_until=None, failure="")
        except (OperationalError, InterfaceError):
            if pause is None:
                raise
            connection.close()
            time.sleep(pause)
        else:
            return
