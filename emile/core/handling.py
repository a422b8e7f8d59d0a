"""What a person decides about a message that was stopped. Each decision is journalled."""

from datetime import datetime

from django.db import transaction

from emile.core.errors import DomainError
from emile.core.models import Handling, MessageHandling, MessageState, OutboxMessage
from emile.core.outbox import nudge


# From which states.
ALLOWED = {
    Handling.RETRIED: (MessageState.FAILED, MessageState.TO_CHECK),
    Handling.DISCARDED: (MessageState.FAILED, MessageState.TO_CHECK),
    Handling.RECEIVED: (MessageState.TO_CHECK,),
}


class AlreadyHandled(DomainError):
    """Somebody decided before, or the act that wrote the message took it back."""

    def __init__(self) -> None:
        super().__init__("Ce message n’attend plus cette décision.", code="already_handled")


@transaction.atomic
def handle_message(
    *, user_id: int, message_id: int, verb: Handling, now: datetime, reason: str = ""
) -> None:
    """Raises AlreadyHandled, and writes nothing, when the message does not wait for that."""
    rows = OutboxMessage.objects.filter(pk=message_id, state__in=ALLOWED[verb])
    message = rows.select_for_update(of=("self",)).first()
    if message is None:
        raise AlreadyHandled
    decided = MessageHandling(
        message_id=message.pk, key=message.key, verb=verb, reason=reason, user_id=user_id, at=now
    )
    decided.full_clean()
    decided.save()
    match verb:
        case Handling.RETRIED:
            message.state, message.failure = MessageState.WAITING, ""
            message.attempts, message.tried_since, message.send_after = 0, None, now
            transaction.on_commit(lambda: nudge(message_id), robust=True)
        case Handling.DISCARDED:
            message.state = MessageState.DISCARDED
        case Handling.RECEIVED:
            # It left at the try that nobody heard of again.
            message.state = MessageState.SENT
            message.sent_at = message.tried_since or message.created_at
    message.leased_until = None
    message.save()
