"""Messages that wait for a person."""

from datetime import datetime
from typing import Any

from emile.core.models import MessageState, OutboxMessage


def stop_message(*, now: datetime, key: str = "stopped", **fields: Any) -> OutboxMessage:
    """Nobody knows whether it has left, unless ``state`` says otherwise."""
    return OutboxMessage.objects.create(
        **{
            "key": key,
            "recipient": "awa@exemple.test",
            "subject": "Une décision a été prise",
            "body": "Le texte.",
            "state": MessageState.TO_CHECK,
            "is_decision": True,
            "attempts": 1,
            "created_at": now,
            "send_after": now,
            **fields,
        }
    )
