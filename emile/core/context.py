"""Who the database is being spoken to for.

One value, carried by a ContextVar, written by the database backend (``emile.core.db``) at the start
of every transaction. Row-level security and the history triggers read it there; without it the
application login sees no case and can change none.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass

from django.db import connection
from psycopg.pq import TransactionStatus


@dataclass(frozen=True, slots=True)
class DatabaseContext:
    """On whose behalf: a person of an organisation, or the platform for a named purpose.

    ``kind`` is an organisation kind, or ``system``, which row-level security lets read every case:
    the purpose then says why, in every row of history that follows.
    """

    kind: str
    user: int | None = None
    organisation: int | None = None
    purpose: str = ""


SYSTEM_KIND = "system"
_current: ContextVar[DatabaseContext | None] = ContextVar("database_context", default=None)

SET_CONTEXT = """
    SELECT set_config('emile.kind', %s, true),
           set_config('emile.user', %s, true),
           set_config('emile.organisation', %s, true),
           set_config('pghistory.context_metadata', %s, true)
"""


def system(purpose: str) -> DatabaseContext:
    """The platform itself, reading every case for a reason that it names."""
    return DatabaseContext(kind=SYSTEM_KIND, purpose=purpose)


def current() -> DatabaseContext | None:
    return _current.get()


def parameters() -> list[str]:
    """What SET_CONTEXT expects; empty strings stand for the absence of a context."""
    context = _current.get()
    if context is None:
        return ["", "", "", ""]
    return [
        context.kind,
        str(context.user or ""),
        str(context.organisation or ""),
        json.dumps({key: value for key, value in asdict(context).items() if value}),
    ]


def write_to_database() -> None:
    """Tell the current transaction; one that can only roll back is left alone.

    An error in a savepoint is known to PostgreSQL before Django: going back to that savepoint puts
    the settings back too, and the error must not be hidden by another one.
    """
    if not connection.in_atomic_block or connection.needs_rollback:
        return
    if connection.connection.info.transaction_status != TransactionStatus.INERROR:
        with connection.cursor() as cursor:
            cursor.execute(SET_CONTEXT, parameters())


@contextmanager
def database_context(context: DatabaseContext | None) -> Iterator[None]:
    """Speak to the database for ``context`` until the block ends, then for whoever it was before.

    Transactions opened inside start with it; one already open is told at once and told back, when
    that changes anything.
    """
    before = _current.get()
    speak_for(context)
    try:
        yield
    finally:
        speak_for(before)


def speak_for(context: DatabaseContext | None) -> None:
    """Speak for another one until the ``database_context`` around ends; nothing when it is the same.

    For a story whose acts follow one another: going back to nobody after each would be told twice.
    """
    if context != _current.get():
        _current.set(context)
        write_to_database()
