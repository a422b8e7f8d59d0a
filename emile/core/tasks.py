"""The slow things that acts ask for."""

from datetime import timedelta

from celery import shared_task
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from emile.core.models import MessageState, OutboxMessage
from emile.core.outbox import backoff


LEASE = timedelta(minutes=3)
MAX_ATTEMPTS = 8


@shared_task
def deliver(*, message_id: int) -> None:
    """Send one message. Safe to run twice: the second one finds it leased or sent."""
    message = _claim(message_id)
    if message is None:
        return
    try:
        EmailMessage(message.subject, message.body, to=[message.recipient]).send()
    # Whatever it is: a message that nobody counted would be tried for ever.
    except Exception as error:  # noqa: BLE001
        _put_back(message, error)
    else:
        message.state, message.sent_at = MessageState.SENT, timezone.now()
        message.leased_until = None
        message.save(update_fields=["state", "sent_at", "leased_until"])


@transaction.atomic
def _claim(message_id: int) -> OutboxMessage | None:
    """Take the row for three minutes, unless another worker has it.

    One that all its workers died of is left to be seen.
    """
    now = timezone.now()
    rows = OutboxMessage.objects.due(now).select_for_update(of=("self",), skip_locked=True)
    message = rows.filter(pk=message_id).first()
    if message is None:
        return None
    if message.attempts >= MAX_ATTEMPTS:
        message.state, message.leased_until = MessageState.FAILED, None
        message.save(update_fields=["state", "leased_until"])
        return None
    message.leased_until = now + LEASE
    message.attempts += 1
    message.save(update_fields=["leased_until", "attempts"])
    return message


def _put_back(message: OutboxMessage, error: Exception) -> None:
    """Wait longer and longer, then stop trying and leave the row to be seen."""
    message.leased_until = None
    message.last_error = f"{type(error).__name__}: {error}"[:200]
    if message.attempts >= MAX_ATTEMPTS:
        message.state = MessageState.FAILED
    else:
        message.send_after = timezone.now() + backoff(message.attempts)
    message.save(update_fields=["state", "leased_until", "last_error", "send_after"])
