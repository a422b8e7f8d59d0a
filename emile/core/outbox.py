"""The transactional outbox: a message is written with its cause, and sent once that is committed."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.db.models.expressions import Combinable
from django.utils import timezone
from kombu.exceptions import OperationalError

from emile.core.models import MessageState, OutboxMessage


log = logging.getLogger(__name__)
_nudges: ContextVar[bool] = ContextVar("nudges", default=True)


def send_email(
    *,
    recipient: str,
    subject: str,
    body: str,
    key: str,
    parcours_id: int | None = None,
    organisation_id: int | None = None,
    act_id: int | None = None,
) -> None:
    """Write a message in the current transaction. The same ``key`` twice writes one message."""
    now = timezone.now()
    message = OutboxMessage(
        key=key,
        recipient=recipient,
        subject=subject,
        body=body,
        parcours_id=parcours_id,
        organisation_id=organisation_id,
        act_id=act_id,
        created_at=now,
        send_after=now,
    )
    # One statement, without savepoint. A message already there keeps what it says and gives its id:
    # asking a worker for it again sends nothing twice.
    OutboxMessage.objects.bulk_create(
        [message], update_conflicts=True, unique_fields=["key"], update_fields=["key"]
    )
    if _nudges.get():
        transaction.on_commit(lambda: nudge(message.pk), robust=True)


def recall(*, act_id: int, now: datetime) -> list[str]:
    """Delete what an act wrote and has not left; the addresses it reached.

    A message in the hands of a worker counts as gone.
    """
    written = OutboxMessage.objects.filter(act_id=act_id)
    gone = Q(state=MessageState.SENT) | Q(leased_until__gte=now)
    written.exclude(gone).delete()
    return sorted(set(written.values_list("recipient", flat=True)))


def date_as_sent(*, parcours_id: int, at: datetime | Combinable) -> None:
    """What waits about a file belongs to a past that is being written: it left then, not now.

    ``at`` may be an expression over the message, when several acts wrote to people.
    """
    OutboxMessage.objects.filter(parcours_id=parcours_id, state=MessageState.WAITING).update(
        state=MessageState.SENT, created_at=at, send_after=at, sent_at=at
    )


@contextmanager
def without_nudges() -> Iterator[None]:
    """For a past that is being written, whose messages ``date_as_sent`` will say have left."""
    token = _nudges.set(False)
    try:
        yield
    finally:
        _nudges.reset(token)


def nudge(message_id: int) -> None:
    """Ask a worker to send now. Without broker nothing is lost: the sweep finds the row."""
    from emile.core.tasks import deliver

    try:
        deliver.apply_async(kwargs={"message_id": message_id}, retry=False)
    except (OperationalError, OSError):
        log.warning("Broker unreachable: message %s waits for the sweep.", message_id)


def backoff(attempts: int) -> timedelta:
    """1, 2, 4… minutes, so that eight tries cover about four hours."""
    return timedelta(minutes=2 ** max(attempts - 1, 0))
