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
from django.db import connection, connections, transaction
from psycopg import sql

from emile.steering.bench.bare import bare
from emile.steering.bench.clone import multiply_files, parts_of_files
from emile.steering.bench.offers import COPIED, multiply_offers


SETTINGS = "emile.settings.bench"
PREFIX = "emile_bench_"
OWNER, APP = "DATABASE_OWNER_URL", "DATABASE_URL"


@contextmanager
def bench_database(
    *, seeded: int, total: int, today: date, keep: bool
) -> Iterator[Mapping[str, str]]:
    """The environment of a server on it; this process speaks to it too, as the application."""
    with seeded_database(seeded=seeded, keep=keep) as variables:
        with connected_to(variables[OWNER]):
            multiply(total, today)
        with connected_to(variables[APP]):
            yield variables


@contextmanager
def bulk_database(*, seeded: int, total: int, seed: int, today: date) -> Iterator[tuple[str, int]]:
    """Its name and how many files it has. It is kept under a name of its own, which ``existing_database`` takes up; whoever makes
    it again replaces it. One process tells its lives: their rows are numbered alike each time."""
    name = f"{PREFIX}{total}"
    with _database(name, keep=True, replace=True) as variables:
        _seed(variables, seeded, seed=seed, processes=1)
        with connected_to(variables[OWNER]):
            files = multiply(total, today)
        yield name, files


@contextmanager
def existing_database(name: str) -> Iterator[Mapping[str, str]]:
    """As ``bench_database``, on one that is there; raises CommandError for any other than a bench's."""
    if not name.startswith(PREFIX):
        raise CommandError(f"Le nom d’une base de banc d’essai commence par {PREFIX}.")
    variables = _variables(name)
    try:
        psycopg.connect(variables[OWNER]).close()
    except psycopg.OperationalError as error:
        raise CommandError(f"La base {name} ne répond pas\u00a0: {error}") from error
    with connected_to(variables[APP]):
        yield variables


@contextmanager
def seeded_database(*, seeded: int, keep: bool) -> Iterator[Mapping[str, str]]:
    """One with the life of that many households."""
    with prepared_database(keep=keep) as variables:
        _seed(variables, seeded, processes=os.cpu_count() or 1)
        yield variables


@contextmanager
def prepared_database(*, keep: bool) -> Iterator[Mapping[str, str]]:
    """One with reference data and nobody in it."""
    with _database(f"{PREFIX}{os.getpid()}", keep=keep) as variables:
        yield variables


@contextmanager
def _database(name: str, *, keep: bool, replace: bool = False) -> Iterator[Mapping[str, str]]:
    variables = _variables(name)
    if replace:
        _as_owner("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
    _as_owner("CREATE DATABASE {}", name)
    try:
        _manage({**variables, APP: variables[OWNER]}, "prepare_database")
        yield variables
    finally:
        if keep:
            sys.stderr.write(f"La base {name} est gardée.\n")
        else:
            _as_owner("DROP DATABASE {} WITH (FORCE)", name)


def _variables(name: str) -> dict[str, str]:
    if OWNER not in os.environ:
        raise CommandError(f"Le banc d’essai crée une base\u00a0: {OWNER} est nécessaire.")
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        APP: _named(os.environ[APP], name),
        OWNER: _named(os.environ[OWNER], name),
    }


def _seed(variables: Mapping[str, str], households: int, *, processes: int, seed: int = 1) -> None:
    share = ["--households", str(households), "--processes", str(processes), "--seed", str(seed)]
    _manage(variables, "seed_demo", *share)


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


def multiply(total: int, today: date) -> int:
    """How many files there are then. Expects to be connected as the owner of the tables; all the
    copies are there, or none is."""
    with transaction.atomic():
        with bare(parts_of_files()):
            files = multiply_files(
                total, today=today, tell=lambda part: sys.stderr.write(f"{part}\n")
            )
        with bare(COPIED):
            multiply_offers()
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("VACUUM ANALYZE")
    return files


def _as_owner(statement: str, name: str) -> None:
    with psycopg.connect(os.environ[OWNER], autocommit=True) as owner:
        owner.execute(sql.SQL(statement).format(sql.Identifier(name)))


def _named(url: str, database: str) -> str:
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, f"/{database}", parts.query, ""))


def _manage(variables: Mapping[str, str], *arguments: str) -> None:
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments]
    subprocess.run(command, env=dict(variables), stdout=sys.stderr, check=True)
