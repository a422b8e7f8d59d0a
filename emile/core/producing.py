"""How a worker makes what was asked for: it claims the row for a while, makes it, keeps its bytes.

Whoever takes over a row that was left half-way counts one attempt more: only the last one ends it.
"""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from django.db import transaction

from emile.core.models.produced import PENDING, Produced, ProducedQuerySet, ProducedState


LEASE = timedelta(minutes=3)
MOST_ATTEMPTS = 3
Clock = Callable[[], datetime]
P = TypeVar("P", bound=Produced)


@transaction.atomic
def claim(rows: ProducedQuerySet[P], document_id: int, now: datetime) -> P | None:
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
    """False when somebody else took it over, whose bytes stay."""
    return _end(
        document,
        state=ProducedState.READY,
        content=content,
        size=len(content),
        digest=hashlib.sha256(content).hexdigest(),
        as_of=document.as_of,
        **found,
    )


@transaction.atomic
def fail(document: Produced) -> None:
    _end(document, state=ProducedState.FAILED)


def _end(document: Produced, **found: object) -> bool:
    rows = type(document)._default_manager.filter(pk=document.pk, attempts__lte=document.attempts)
    return bool(rows.filter(state__in=PENDING).update(leased_until=None, **found))
