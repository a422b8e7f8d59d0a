"""What whoever carried a message says of it afterwards: it has arrived, or it never will."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from emile.core.models import MessageState, OutboxMessage


@dataclass(frozen=True, slots=True)
class Report:
    """``message`` is what it is called outside: a Message-ID, our reference, or the provider's own
    name. ``state`` is one of ``REPORTED``."""

    message: str
    state: MessageState
    at: datetime
    reason: str = ""


@transaction.atomic
def keep_report(report: Report, *, now: datetime) -> OutboxMessage | None:
    """The message, when it is news that it did not arrive; nothing of one that nobody knows.

    Safe to be told twice, and in any order: it never goes back from not arrived. It ends every
    doubt about whether the message has left, and every other try.
    """
    name = report.message.strip().removeprefix("<").partition("@")[0]
    known = OutboxMessage.objects.filter(
        Q(reference=name) & ~Q(reference="") | Q(carrier_id=report.message) & ~Q(carrier_id="")
    )
    message = known.select_for_update(of=("self",)).order_by("-pk").first()
    if message is None:
        return None
    at, was_bounced = min(report.at, now), message.bounced_at is not None
    if report.state == MessageState.BOUNCED and not was_bounced:
        message.bounced_at, message.bounce_reason = at, report.reason[:200]
    elif report.state == MessageState.DELIVERED and message.delivered_at is None:
        message.delivered_at = at
    else:
        return None
    message.state = MessageState.BOUNCED if message.bounced_at else MessageState.DELIVERED
    message.sent_at = message.sent_at or message.tried_since or at
    message.leased_until, message.failure = None, ""
    message.save()
    return message if message.bounced_at and not was_bounced else None
