"""Thousands of new rows at once, by COPY: a third of what ``bulk_create`` costs on both sides.

Triggers and constraints see them as any others. Their values are those of the columns, already
checked: nothing is converted but JSON. What has a default in the database is left to it.
"""

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any

from django.db import connection, models
from django.db.models import NOT_PROVIDED
from psycopg import sql


def copy_in(rows: Sequence[models.Model]) -> None:
    """Insert new rows of one model, and give them their ids."""
    if not rows:
        return
    options = rows[0]._meta
    if options.auto_field and rows[0].pk is None:
        for row, pk in zip(rows, _next_ids(options.db_table, len(rows)), strict=True):
            row.pk = pk
    names = [
        field.attname
        for field in options.concrete_fields
        if not field.generated and field.db_default is NOT_PROVIDED
    ]
    _copy(type(rows[0]), names, map(attrgetter(*names), rows))
    for row in rows:
        row._state.adding = False  # noqa: SLF001
        row._state.db = connection.alias  # noqa: SLF001


def copy_values(model: type[models.Model], rows: Sequence[Mapping[str, Any]]) -> None:
    """The same for rows that nobody needs as objects, half of the cost of which is to make them.

    Each names, in the same order, every column that has no default in the database.
    """
    if rows:
        _copy(model, list(rows[0]), (row.values() for row in rows))


def _copy(model: type[models.Model], names: Sequence[str], rows: Iterable[Iterable[Any]]) -> None:
    fields: list[Any] = [model._meta.get_field(name) for name in names]
    documents = {
        place: field for place, field in enumerate(fields) if isinstance(field, models.JSONField)
    }
    columns = sql.SQL(", ").join(sql.Identifier(field.column) for field in fields)
    table = sql.Identifier(model._meta.db_table)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(table, columns)
    with (
        connection.cursor() as cursor,
        connection.wrap_database_errors,
        cursor.copy(statement) as copy,
    ):
        for row in rows:
            values = list(row)
            for place, field in documents.items():
                values[place] = field.get_db_prep_save(values[place], connection)
            copy.write_row(values)


def _next_ids(table: str, how_many: int) -> list[int]:
    reserve = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
    with connection.cursor() as cursor:
        cursor.execute(reserve, [table, how_many])
        return [pk for (pk,) in cursor.fetchall()]
