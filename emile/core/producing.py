"""How a worker makes what was asked for: it claims the row for a while, makes it, keeps its bytes.

Whoever takes over a row that was left half-way counts one attempt more: only the last one ends it.
"""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from django.db import transaction

from emile.core.models.produced import PENDING, Asked, AskedQuerySet, Produced, ProducedState


LEASE = timedelta(minutes=3)
MOST_ATTEMPTS = 3
Clock = Callable[[], datetime]
A = TypeVar("A", bound=Asked)


@transaction.atomic
def claim(rows: AskedQuerySet[A], document_id: int, now: datetime) -> A | None:
    """None when it is leased, or over; one that failed too often is ended here."""
    free = rows.left_aside(now).select_for_update(of=("self",), skip_locked=True)
    document = free.filter(pk=document_id).first()
    if document is None:
        return None
    document.attempts += 1
    if document.attempts > MOST_ATTEMPTS:
        fail(document)
        return None
    document.state, document.leased_until = ProducedState.MAKING, now + LEASE
    document.save(update_fields=["attempts", "state", "leased_until"])
    return document


@transaction.atomic
def keep(document: Produced, content: bytes, **found: object) -> bool:
    """As ``finish``, with its bytes."""
    return finish(
        document,
        content=content,
        size=len(content),
        digest=hashlib.sha256(content).hexdigest(),
        as_of=document.as_of,
        **found,
    )


def finish(asked: Asked, **found: object) -> bool:
    """False when somebody else took it over, whose work stays."""
    return _end(asked, state=ProducedState.READY, **found)


def fail(asked: Asked, **found: object) -> None:
    _end(asked, state=ProducedState.FAILED, **found)


@transaction.atomic
def _end(asked: Asked, **found: object) -> bool:
    rows = type(asked)._default_manager.filter(pk=asked.pk, attempts__lte=asked.attempts)
    return bool(rows.filter(state__in=PENDING).update(leased_until=None, **found))
