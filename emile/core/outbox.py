"""The transactional outbox: a message is written with its cause, and sent once that is committed."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.db.models.expressions import Combinable
from django.utils import timezone
from kombu.exceptions import OperationalError

from emile.core.carriers import reference_of
from emile.core.models import Channel, MessageState, OutboxMessage
from emile.core.models.outbox import OutboxQuerySet
from emile.core.sms import as_plain, measure


LONGEST_WAIT = timedelta(hours=8)
# Of the broker's queue: the lowest number is served first.
FIRST, LAST = 0, 9
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
    is_decision: bool = False,
    calendar: str = "",
    gives_way: bool = False,
    send_after: datetime | None = None,
    useless_after: datetime | None = None,
) -> int:
    """Write a message in the current transaction; its id. The same ``key`` twice writes one message.

    ``calendar`` is an iCalendar text, sent as an attachment. One that gives way is one of many:
    whatever else is to be sent leaves before it. It leaves at once, or after ``send_after``; past
    ``useless_after`` it does not leave at all.
    """
    return _write(
        OutboxMessage(
            key=key,
            recipient=recipient,
            subject=subject,
            body=body,
            parcours_id=parcours_id,
            organisation_id=organisation_id,
            act_id=act_id,
            is_decision=is_decision,
            calendar=calendar,
            gives_way=gives_way,
            useless_after=useless_after,
        ),
        send_after=send_after,
    )


def send_sms(
    *,
    number: str,
    subject: str,
    text: str,
    key: str,
    useless_after: datetime,
    parcours_id: int | None = None,
    organisation_id: int | None = None,
    act_id: int | None = None,
) -> int:
    """The same for a text message, in plain typography; ``number`` as ``mobile_number`` gives it,
    ``subject`` for our pages only.

    It leaves by day, before ``useless_after`` or not at all. Ask ``can_text`` first: without a
    provider it would never leave.
    """
    plain = as_plain(text)
    measured = measure(plain, segment_cost=settings.SMS_SEGMENT_COST)
    return _write(
        OutboxMessage(
            key=key,
            channel=Channel.SMS,
            recipient=number,
            subject=subject,
            body=plain,
            useless_after=useless_after,
            segments=measured.segments,
            cost=measured.cost,
            parcours_id=parcours_id,
            organisation_id=organisation_id,
            act_id=act_id,
        )
    )


def _write(message: OutboxMessage, *, send_after: datetime | None = None) -> int:
    message.created_at = timezone.now()
    message.send_after = send_after or message.created_at
    message.reference = reference_of(message.key)
    # One statement, without savepoint. A message already there keeps what it says and gives its id:
    # asking a worker for it again sends nothing twice.
    OutboxMessage.objects.bulk_create(
        [message], update_conflicts=True, unique_fields=["key"], update_fields=["key"]
    )
    if _nudges.get() and message.send_after <= message.created_at:
        transaction.on_commit(lambda: nudge(message.pk, gives_way=message.gives_way), robust=True)
    return message.pk


def recall(*, act_id: int, now: datetime) -> list[str]:
    """Delete what an act wrote and has not left; the addresses it reached, or may have reached."""
    gone = take_back(OutboxMessage.objects.filter(act_id=act_id), now=now)
    return sorted({one.recipient for one in gone})


@transaction.atomic(savepoint=False)
def take_back(messages: OutboxQuerySet, *, now: datetime) -> list[OutboxMessage]:
    """Delete those that have not left; those that have, or may have, in the order they were written.

    A message in the hands of a worker counts as gone; one said not to have arrived reached nobody.
    The rows are locked first: a worker that comes meanwhile passes over them, and none is deleted
    under one that has just taken it.
    """
    held = list(messages.select_for_update(of=("self",)).order_by("pk"))
    gone = [one for one in held if one.has_left(now)]
    if left := [one.pk for one in held if one not in gone]:
        OutboxMessage.objects.filter(pk__in=left).delete()
    arrived = [one for one in gone if one.state != MessageState.BOUNCED]
    return [one for one in held if one in arrived or one.is_in_doubt]


@transaction.atomic
def withdraw(messages: OutboxQuerySet, *, now: datetime) -> int:
    """Delete those that have not left; how many. One in the hands of a worker counts as gone.

    One whose last try ended badly may have left all the same: it is deleted too, and not sent again.
    """
    waiting = messages.filter(state=MessageState.WAITING)
    held = waiting.select_for_update(of=("self",)).order_by("pk")
    left = [one.pk for one in held if not one.is_in_hands(now)]
    OutboxMessage.objects.filter(pk__in=left).delete()
    return len(left)


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


def nudge(message_id: int, *, gives_way: bool = False) -> None:
    """Ask a worker to send now. Without broker nothing is lost: the sweep finds the row."""
    from emile.core.tasks import deliver

    try:
        deliver.apply_async(
            kwargs={"message_id": message_id}, retry=False, priority=LAST if gives_way else FIRST
        )
    except (OperationalError, OSError):
        log.warning("Broker unreachable: message %s waits for the sweep.", message_id)


def backoff(message_id: int, attempts: int) -> timedelta:
    """1, 4, 16… minutes then 8 hours at most, a quarter more or less: eight tries cover a day.

    The quarter is drawn from the message, so that what failed together does not come back together.
    """
    drawn = sha256(f"{message_id}:{attempts}".encode()).digest()[0] / 255
    wait = min(timedelta(minutes=4 ** max(attempts - 1, 0)), LONGEST_WAIT)
    return wait * (0.75 + drawn / 2)
