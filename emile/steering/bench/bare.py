"""Tables filled without what makes each row dear: their triggers, who may read them, their foreign keys
and other indexes."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, models


# Foreign keys go first, and come back last: they lean on the others.
CONSTRAINTS = """
    SELECT conrelid::regclass, quote_ident(conname), pg_get_constraintdef(oid)
    FROM pg_constraint
    WHERE conrelid = ANY(%s::regclass[]) AND contype IN ('f', 'u', 'x')
    ORDER BY contype <> 'f', conname
"""
INDEXES = """
    SELECT indexrelid::regclass, pg_get_indexdef(indexrelid)
    FROM pg_index
    WHERE indrelid = ANY(%s::regclass[]) AND NOT indisprimary
    ORDER BY 1
"""
# Those whose owner too has to say who asks.
GUARDED = """
    SELECT oid::regclass FROM pg_class WHERE oid = ANY(%s::regclass[]) AND relforcerowsecurity
"""
# Nothing for a table whose key is another's.
NEXT_ID = "SELECT setval(pg_get_serial_sequence('{0}', '{1}'), max({1})) FROM {0}"


@contextmanager
def bare(written: Sequence[type[models.Model]]) -> Iterator[None]:
    """Expects a transaction of the owner of the tables: all is put back, and checked on every row,
    before it ends; when it fails, nothing has moved.

    Checks and primary keys stay. A history of these rows is not kept.
    """
    tables = [connection.ops.quote_name(model._meta.db_table) for model in written]
    with connection.cursor() as cursor:
        # What is still to be checked would hold the tables.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        guarded = _found(cursor, GUARDED, tables)
        for (table,) in guarded:
            cursor.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        constraints = _found(cursor, CONSTRAINTS, tables)
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        for table, name, _ in constraints:
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        indexes = _found(cursor, INDEXES, tables)
        for name, _ in indexes:
            cursor.execute(f"DROP INDEX {name}")
        yield
        for model in written:
            cursor.execute(NEXT_ID.format(model._meta.db_table, model._meta.pk.column))
        # Without knowing how many rows there are, keys would be checked one by one.
        cursor.execute(f"ANALYZE {', '.join(tables)}")
        cursor.execute("SET LOCAL maintenance_work_mem = '1GB'")
        for _, definition in indexes:
            cursor.execute(definition)
        for table, name, definition in reversed(constraints):
            cursor.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")
        for (table,) in guarded:
            cursor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def _found(cursor: Any, statement: str, tables: Sequence[str]) -> list[tuple[str, ...]]:
    cursor.execute(statement, [list(tables)])
    return list(cursor.fetchall())
