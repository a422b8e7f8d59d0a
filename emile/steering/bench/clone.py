"""A few lives become many: the rows of the files are copied, with other ids, names of their own to
the database (uuid, reference) and other dates. The same lives give the same copies.

Rows are made by the server, and never leave it: sent by COPY, each would go out and come back.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from django.apps import apps
from django.db import connection, models, transaction

from candidates.enums import OPEN_STANDINGS
from candidates.models import Household, Parcours, Person
from candidates.reference.household import ALPHABET, RANDOM_LENGTH, check_character
from emile.core.context import database_context, system


ROOTS = {Household, Person, Parcours}
# A life that is over is told again at any time of five years; others within a month of today.
YEARS, DAYS = 5, 30
SHIFT = f"CASE WHEN life.is_over THEN copy * {YEARS * 365} / %(copies)s ELSE copy %% {DAYS} END"
COPIES_AT_ONCE = 50
# What acts name by id. What is in lists stays as it was: only corrections read it.
NAMED = "{stay,visit,placement,action,cost,aid,brake,hold,person}"
# Prime to the number of references there are in a year: each number has its own, far from the next.
SPREAD = 7_919_771


@transaction.atomic
def multiply_files(
    total: int, *, today: date, tell: Callable[[str], object] = lambda _: None
) -> int:
    """Copy the files there are until ``total``; how many there are."""
    with database_context(system("banc d’essai")), connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute("SET LOCAL work_mem = '256MB'")
        there = Parcours.objects.count()
        copies = max(total // there - 1, 0)
        parts = parts_of_files()
        stride = max(
            model._default_manager.aggregate(last=models.Max("pk"))["last"] or 0 for model in parts
        )
        _keep_lives(parts)
        _keep_references(copies, stride, today)
        for model in parts:
            _rename(model)
            statement = _copy(model, set(parts))
            for first in range(1, copies + 1, COPIES_AT_ONCE):
                last = min(first + COPIES_AT_ONCE - 1, copies)
                numbers = {"copies": copies, "stride": stride, "first": first, "last": last}
                cursor.execute(statement, numbers)
            tell(str(model._meta.verbose_name_plural))
    return there * (copies + 1)


def parts_of_files() -> list[type[models.Model]]:
    """What hangs on a household, a person or a file, by however many foreign keys."""
    owned = [
        model
        for model in apps.get_app_config("candidates").get_models()
        if not hasattr(model, "pgh_tracked_model")
    ]
    parts: set[type[models.Model]] = set(ROOTS)
    while found := {
        model
        for model in owned
        if model not in parts and parts.intersection(field.related_model for field in _keys(model))
    }:
        parts |= found
    return [model for model in owned if model in parts]


def _keys(model: type[models.Model]) -> list[models.Field]:
    return [field for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)]


def _copy(model: type[models.Model], parts: set[type[models.Model]]) -> str:
    """No value from outside enters this statement."""
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    columns = ", ".join(_column(field) for field in fields)
    values = ", ".join(_value(model, field, parts) for field in fields)
    table, key = _names(model)
    return f"""
        INSERT INTO {table} ({columns})
        SELECT {values}
        FROM bench_life AS life
        JOIN {table} AS original ON original.{key} = life.id
        CROSS JOIN generate_series(%(first)s, %(last)s) AS copy
        WHERE life.part = '{model._meta.db_table}'
        ORDER BY copy, life.id
    """  # noqa: S608


def _value(model: type[models.Model], field: models.Field, parts: set[type[models.Model]]) -> str:
    column = f"original.{_column(field)}"
    if field.primary_key or field.related_model in parts:
        return f"{column} + copy * %(stride)s"
    if model is Household and field.name == "reference":
        return "(SELECT reference FROM bench_reference WHERE id = original.id + copy * %(stride)s)"
    if _is_name(field):
        # Where a paper is kept, too: that of a copy leads to no file.
        return f"md5({column}::text || '-' || copy)::{field.db_type(connection)}"
    if field.name == "payload":
        return f"""CASE WHEN {column} ?| '{NAMED}' THEN {column} || (
            SELECT jsonb_object_agg(key, value::bigint + copy * %(stride)s)
            FROM jsonb_each_text({column}) WHERE key = ANY('{NAMED}') AND value IS NOT NULL
        ) ELSE {column} END"""  # noqa: S608
    return _earlier(column, field)


def _is_name(field: models.Field) -> bool:
    is_key = field.unique and isinstance(field, models.CharField)
    return is_key or isinstance(field, models.UUIDField)


def _earlier(column: str, field: models.Field) -> str:
    match field.get_internal_type():
        case "DateField":
            return f"{column} - ({SHIFT})"
        case "DateTimeField":
            return f"{column} - ({SHIFT}) * interval '1 day'"
        case "DateRangeField":
            moved = [f"{bound}({column}) - ({SHIFT})" for bound in ("lower", "upper")]
            return f"daterange({', '.join(moved)})"
        case _:
            return column


def _rename(model: type[models.Model]) -> None:
    """Names that were drawn become those of the row: the copies have theirs from them."""
    table, key = _names(model)
    for field in model._meta.concrete_fields:
        if _is_name(field) and not field.primary_key:
            name = f"md5('{model._meta.db_table}-{field.column}-' || original.{key})"
            if field.column == "reference":
                name = f"(SELECT reference FROM bench_reference WHERE id = original.{key})"  # noqa: S608
            column, kind = _column(field), field.db_type(connection)
            with connection.cursor() as cursor:
                cursor.execute(f"UPDATE {table} AS original SET {column} = {name}::{kind}")  # noqa: S608


def _names(model: type[models.Model]) -> tuple[str, str]:
    return connection.ops.quote_name(model._meta.db_table), _column(model._meta.pk)


def _column(field: models.Field) -> str:
    """Of a concrete field: one that isn't has no column, which Django's types can't say."""
    return connection.ops.quote_name(str(field.column))


def _keep_lives(parts: Sequence[type[models.Model]]) -> None:
    """Of each row, whether the life that it tells is over: a life is all that hangs together."""
    life_of: dict[tuple[str, int], tuple[str, int]] = {}

    def life(row: tuple[str, int]) -> tuple[str, int]:
        while (up := life_of.setdefault(row, row)) != row:
            life_of[row] = life_of.setdefault(up, up)
            row = up
        return row

    for row, above in _hanging(parts):
        life_of[life(row)] = life(above)
    open_files = Parcours.objects.filter(standing__in=OPEN_STANDINGS).values_list("pk", flat=True)
    going_on = {life((Parcours._meta.db_table, pk)) for pk in open_files}
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMPORARY TABLE bench_life (part text, id bigint, is_over boolean,"
            " PRIMARY KEY (part, id)) ON COMMIT DROP"
        )
        with cursor.copy("COPY bench_life FROM STDIN") as lines:
            for row in list(life_of):
                lines.write_row((*row, life(row) not in going_on))


def _hanging(
    parts: Sequence[type[models.Model]],
) -> Iterator[tuple[tuple[str, int], tuple[str, int]]]:
    """Each row, and those that it hangs on; itself, at least."""
    for model in parts:
        above = {
            key.attname: other._meta.db_table
            for key in _keys(model)
            if (other := key.related_model) and other in parts
        }
        for pk, *ids in model._default_manager.values_list("pk", *above):
            row = (model._meta.db_table, pk)
            yield row, row
            for table, one in zip(above.values(), ids, strict=True):
                if one is not None:
                    yield row, (table, one)


def _keep_references(copies: int, stride: int, today: date) -> None:
    """One for each household to come: they have a check character that SQL can't compute."""
    households = list(Household.objects.order_by("pk").values_list("pk", flat=True))
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMPORARY TABLE bench_reference (id bigint PRIMARY KEY, reference text)"
            " ON COMMIT DROP"
        )
        with cursor.copy("COPY bench_reference FROM STDIN") as lines:
            for copy in range(copies + 1):
                for rank, pk in enumerate(households):
                    number = copy * len(households) + rank
                    lines.write_row((pk + copy * stride, _reference(number, today)))


def _reference(number: int, on: date) -> str:
    """Expects fewer numbers than a year has references, twenty million."""
    body, left = "", number * SPREAD % len(ALPHABET) ** RANDOM_LENGTH
    for _ in range(RANDOM_LENGTH):
        left, rank = divmod(left, len(ALPHABET))
        body += ALPHABET[rank]
    year = f"{on.year % 100:02d}"
    return f"EM-{year}-{body}-{check_character(year + body)}"
