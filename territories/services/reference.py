"""Bring the reference tables to the vintage of the files, by code, whatever they hold now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, models, transaction
from psycopg import sql

from emile.core.errors import DomainError
from territories.models import Commune, Departement, Epci, Occupation, ReferenceVintage, Region
from territories.reference.files import Dataset, manifest
from territories.reference.programme import PLAIN_WORDS, read_plain_words, sha256_of
from territories.services.programme import load_programme
from territories.services.vintages import is_loaded, record_vintage


class ReferenceCorrupted(DomainError):
    """A reference file is not the one that its manifest describes."""


@dataclass(frozen=True, slots=True)
class Table:
    """Where a dataset goes: for each column, what to read in the ``incoming`` lines.

    All columns of ``incoming`` are text, null when empty.
    """

    dataset: str
    model: type[models.Model]
    columns: Mapping[str, str]


TABLES = (
    Table("regions", Region, {"name": "name"}),
    Table(
        "departements",
        Departement,
        {
            "name": "name",
            "region_id": "(SELECT id FROM territories_region r WHERE r.code = incoming.region)",
        },
    ),
    Table("epci", Epci, {"name": "name", "kind": "kind"}),
    Table(
        "communes",
        Commune,
        {
            "name": "name",
            "other_names": "coalesce(other_names, '')",
            "departement_id": (
                "(SELECT id FROM territories_departement d WHERE d.code = incoming.departement)"
            ),
            "epci_id": "(SELECT id FROM territories_epci e WHERE e.code = incoming.epci)",
            "postal_codes": "coalesce(string_to_array(postal_codes, ' '), '{}')",
            "population": "population::integer",
            "latitude": "latitude::float",
            "longitude": "longitude::float",
            "homes": "homes::integer",
            "vacant_homes": "vacant_homes::integer",
            "is_current": "successor IS NULL",
            # Known once every commune has its row: see LINK_SUCCESSORS.
            "successor_id": "NULL::bigint",
        },
    ),
    Table(
        "occupations",
        Occupation,
        {
            "label": "label",
            "keywords": "''",
            "naf_divisions": "coalesce(string_to_array(naf_divisions, ' '), '{}')",
            "is_current": "true",
        },
    ),
)
UPSERT = """
    INSERT INTO {table} (code, {columns}) SELECT code, {values} FROM incoming
    ON CONFLICT (code) DO UPDATE SET ({columns}) = ROW({excluded})
    WHERE ({current}) IS DISTINCT FROM ({excluded})
"""
LINK_SUCCESSORS = """
    UPDATE territories_commune former SET successor_id = successor.id
    FROM incoming JOIN territories_commune successor ON successor.code = incoming.successor
    WHERE former.code = incoming.code
"""
# Files point at them: what a new vintage no longer knows stays, and is no longer proposed.
RETIRE = """
    UPDATE {table} SET is_current = false
    WHERE is_current AND NOT EXISTS (SELECT FROM incoming WHERE incoming.code = {table}.code)
"""
# A load leaves a pending list in the GIN indexes, which every search would read until a vacuum.
# Only their owner may merge it, and it is the owner who loads them the first time.
MERGE_PENDING = """
    SELECT gin_clean_pending_list(i.indexrelid)
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
    WHERE i.indrelid = %s::regclass AND a.amname = 'gin' AND pg_has_role(c.relowner, 'USAGE')
"""


@transaction.atomic
def load_reference(*, now: datetime, only_programme: bool = False) -> list[ReferenceVintage]:
    """Load what changed since the last time, and say what."""
    loaded: list[ReferenceVintage] = []
    if not only_programme:
        datasets = manifest()
        for table in TABLES:
            dataset = datasets[table.dataset]
            if not is_loaded(dataset.name, dataset.sha256):
                loaded.append(load_table(table, dataset, now=now))
    changed = {edition.name for edition in loaded}
    loaded += _load_plain_words(now=now, again="occupations" in changed)
    # Territories are lists of communes: a new geography redraws them.
    loaded += load_programme(now=now, again="communes" in changed)
    return loaded


def load_table(table: Table, dataset: Dataset, *, now: datetime) -> ReferenceVintage:
    if dataset.actual_sha256() != dataset.sha256:
        raise ReferenceCorrupted(
            f"Le fichier {dataset.file} n’est pas celui que décrit son manifeste.", code="checksum"
        )
    header = dataset.header()
    table_name = table.model._meta.db_table
    name = sql.Identifier(table_name)
    upsert = sql.SQL(UPSERT).format(
        table=name,
        columns=_comma(sql.Identifier(column) for column in table.columns),
        values=_comma(sql.SQL(value) for value in table.columns.values()),
        current=_comma(sql.Identifier(table_name, column) for column in table.columns),
        excluded=_comma(sql.Identifier("excluded", column) for column in table.columns),
    )
    _copy_into_incoming(header, dataset.content())
    with connection.cursor() as cursor:
        cursor.execute(upsert)
        if "successor" in header:
            cursor.execute(LINK_SUCCESSORS)
        if "is_current" in table.columns:
            cursor.execute(sql.SQL(RETIRE).format(table=name))
        cursor.execute(MERGE_PENDING, [table_name])
        cursor.execute(sql.SQL("ANALYZE {}").format(name))
    return record_vintage(
        name=dataset.name,
        vintage=dataset.vintage,
        checksum=dataset.sha256,
        row_count=dataset.rows,
        now=now,
    )


def _copy_into_incoming(header: list[str], content: bytes) -> None:
    fields = _comma(sql.SQL("{} text").format(sql.Identifier(name)) for name in header)
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS incoming")
        cursor.execute(
            sql.SQL("CREATE TEMPORARY TABLE incoming ({}) ON COMMIT DROP").format(fields)
        )
        with cursor.copy("COPY incoming FROM STDIN (FORMAT csv, HEADER)") as copy:
            copy.write(content)


def _comma(parts: Iterable[sql.Composable]) -> sql.Composed:
    return sql.SQL(", ").join(parts)


def _load_plain_words(*, now: datetime, again: bool) -> list[ReferenceVintage]:
    checksum = sha256_of(PLAIN_WORDS)
    if is_loaded("plain_words", checksum) and not again:
        return []
    vintage, words = read_plain_words()
    Occupation.objects.exclude(keywords="").update(keywords="")
    occupations = list(Occupation.objects.filter(code__in=words))
    for occupation in occupations:
        occupation.keywords = words[occupation.code]
    Occupation.objects.bulk_update(occupations, ["keywords"])
    edition = record_vintage(
        name="plain_words", vintage=vintage, checksum=checksum, row_count=len(words), now=now
    )
    return [edition]
