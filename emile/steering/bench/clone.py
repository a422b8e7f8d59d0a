"""A few lives become many: the rows of the files are copied, with other ids, names of their own to
the database (uuid, reference) and other dates."""

from datetime import date

from django.apps import apps
from django.db import connection, models, transaction

from candidates.models import Household, Parcours, Person
from candidates.reference import new_reference
from emile.core.context import database_context, system


ROOTS = {Household, Person, Parcours}
# Each copy of a file is a day older than the one before, within a month.
DAYS = 30


@transaction.atomic
def multiply_files(total: int, *, today: date) -> int:
    """Copy the files there are until ``total``, in one statement per table; how many there are.

    What the journal's payloads name by id is left as it was: only corrections read it.
    """
    with database_context(system("banc d’essai")), connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")
        there = Parcours.objects.count()
        copies = max(total // there - 1, 0)
        parts = parts_of_files()
        stride = max(
            model._default_manager.aggregate(last=models.Max("pk"))["last"] or 0 for model in parts
        )
        _keep_references(copies, stride, today)
        for model in parts:
            cursor.execute(_copy(model, set(parts), stride), {"copies": copies, "stride": stride})
        # The keys of the copies are checked here rather than by whoever commits.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
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
        model for model in owned if model not in parts and _parents(model).intersection(parts)
    }:
        parts |= found
    return [model for model in owned if model in parts]


def _parents(model: type[models.Model]) -> set[type[models.Model]]:
    return {
        field.related_model
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and isinstance(field.related_model, type)
    }


def _copy(model: type[models.Model], parts: set[type[models.Model]], stride: int) -> str:
    """No value from outside enters this statement."""
    quote = connection.ops.quote_name
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    table = quote(model._meta.db_table)
    columns = ", ".join(quote(field.attname) for field in fields)
    values = ", ".join(_value(model, field, parts) for field in fields)
    return f"""
        INSERT INTO {table} ({columns})
        SELECT {values}
        FROM {table} AS original CROSS JOIN generate_series(1, %(copies)s) AS copy
        WHERE original.{quote(model._meta.pk.attname)} <= %(stride)s
    """  # noqa: S608


def _value(model: type[models.Model], field: models.Field, parts: set[type[models.Model]]) -> str:
    column = f"original.{connection.ops.quote_name(field.attname)}"
    if field.primary_key or field.related_model in parts:
        return f"{column} + copy * %(stride)s"
    if isinstance(field, models.UUIDField):
        return "gen_random_uuid()"
    if model is Household and field.name == "reference":
        return "(SELECT reference FROM bench_reference WHERE id = original.id + copy * %(stride)s)"
    if field.unique and isinstance(field, models.CharField):
        # Where a paper is kept: that of a copy leads to no file.
        return f"md5({column} || '-' || copy)"
    return _earlier(column, field)


def _earlier(column: str, field: models.Field) -> str:
    match field.get_internal_type():
        case "DateField":
            return f"{column} - copy %% {DAYS}"
        case "DateTimeField":
            return f"{column} - (copy %% {DAYS}) * interval '1 day'"
        case "DateRangeField":
            moved = [f"{bound}({column}) - copy %% {DAYS}" for bound in ("lower", "upper")]
            return f"daterange({', '.join(moved)})"
        case _:
            return column


def _keep_references(copies: int, stride: int, today: date) -> None:
    """One for each household to come: they have a check character that SQL can't compute."""
    keys = [
        key + copy * stride
        for key in Household.objects.values_list("pk", flat=True)
        for copy in range(1, copies + 1)
    ]
    taken = set(Household.objects.values_list("reference", flat=True))
    new: set[str] = set()
    while len(new) < len(keys):
        new |= {new_reference(today) for _ in range(len(keys) - len(new))} - taken
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMPORARY TABLE bench_reference (id bigint PRIMARY KEY, reference text)"
            " ON COMMIT DROP"
        )
        cursor.execute(
            "INSERT INTO bench_reference SELECT * FROM unnest(%s::bigint[], %s::text[])",
            [keys, sorted(new)],
        )
