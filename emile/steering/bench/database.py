"""A database for the bench alone: made beside the present one by its owner, filled, dropped."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from urllib.parse import unquote, urlsplit, urlunsplit

import psycopg
from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection, connections
from psycopg import sql

from emile.steering.bench.clone import multiply_files, parts_of_files
from emile.steering.bench.offers import copied_tables, multiply_offers


SETTINGS = "emile.settings.bench"
OWNER, APP = "DATABASE_OWNER_URL", "DATABASE_URL"


@contextmanager
def bench_database(
    *, seeded: int, total: int, today: date, keep: bool
) -> Iterator[Mapping[str, str]]:
    """The environment of a server on it; this process speaks to it too, as the application."""
    with seeded_database(seeded=seeded, keep=keep) as variables:
        with connected_to(variables[OWNER]):
            _multiply(total, today)
        with connected_to(variables[APP]):
            yield variables


@contextmanager
def seeded_database(*, seeded: int, keep: bool) -> Iterator[Mapping[str, str]]:
    """One with the life of that many households."""
    with prepared_database(keep=keep) as variables:
        share = ["--households", str(seeded), "--processes", str(os.cpu_count() or 1)]
        _manage(variables, "seed_demo", *share)
        yield variables


@contextmanager
def prepared_database(*, keep: bool) -> Iterator[Mapping[str, str]]:
    """One with reference data and nobody in it."""
    if OWNER not in os.environ:
        raise CommandError(f"Le banc d’essai crée une base\u00a0: {OWNER} est nécessaire.")
    owner_url, name = os.environ[OWNER], f"emile_bench_{os.getpid()}"
    variables = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        APP: _named(os.environ[APP], name),
        OWNER: _named(owner_url, name),
    }
    _as_owner(owner_url, "CREATE DATABASE {}", name)
    try:
        _manage({**variables, APP: variables[OWNER]}, "prepare_database")
        yield variables
    finally:
        if keep:
            sys.stderr.write(f"La base {name} est gardée.\n")
        else:
            _as_owner(owner_url, "DROP DATABASE {} WITH (FORCE)", name)


@contextmanager
def connected_to(url: str) -> Iterator[None]:
    parts, before = urlsplit(url), dict(connection.settings_dict)
    connections.close_all()
    connection.settings_dict |= {
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
    }
    try:
        yield
    finally:
        connections.close_all()
        connection.settings_dict |= before


def _multiply(total: int, today: date) -> None:
    """Without a history of the copies: nothing reads it, and it would double the time."""
    tables = [*(model._meta.db_table for model in parts_of_files()), *copied_tables()]
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        multiply_files(total, today=today)
        multiply_offers()
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        cursor.execute("VACUUM ANALYZE")


def _as_owner(url: str, statement: str, name: str) -> None:
    with psycopg.connect(url, autocommit=True) as owner:
        owner.execute(sql.SQL(statement).format(sql.Identifier(name)))


def _named(url: str, database: str) -> str:
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, f"/{database}", parts.query, ""))


def _manage(variables: Mapping[str, str], *arguments: str) -> None:
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments]
    subprocess.run(command, env=dict(variables), stdout=sys.stderr, check=True)
