"""One template per run, made as a deployment makes it; copies for workers and committing tests."""

import fcntl
import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Barrier
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from psycopg import sql

from emile.launcher.paths import RUN as RUN_FOLDER, make_private
from emile.launcher.processes import is_alive
from tests.harness.environment import RUN, WORKER


ROOT = Path(__file__).resolve().parents[2]
OWNER_URL = os.environ["DATABASE_OWNER_URL"]
PREFIX = f"test_{RUN}"
TEMPLATE = f"{PREFIX}_template"
LOCK = make_private(RUN_FOLDER) / f"{PREFIX}.lock"
FLUSHED = {"transactional_db", "live_server", "django_db_reset_sequences"}
APPS = ("operators", "territories", "candidates", "matching")
# What a new database depends on.
SOURCES = (
    "emile/core/management/commands/*.py",
    "emile/settings/*.py",
    "requirements.lock",
    "territories/management/commands/*.py",
    "territories/reference/**/*",
    "territories/services/**/*.py",
    *(f"{app}/migrations/*.py" for app in ("emile/core", "emile/steering", *APPS)),
)


def named(url: str, database: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{database}"))


def as_owner(statement: str, *names: str) -> list[tuple[Any, ...]]:
    query = sql.SQL(statement).format(*map(sql.Identifier, names))
    with psycopg.connect(OWNER_URL, autocommit=True) as owner:
        cursor = owner.execute(query)
        return cursor.fetchall() if cursor.description else []


def databases() -> set[str]:
    return {name for (name,) in as_owner("SELECT datname FROM pg_database")}


def drop(database: str) -> None:
    as_owner("DROP DATABASE IF EXISTS {} WITH (FORCE)", database)


def copy(source: str, database: str) -> None:
    drop(database)
    as_owner("CREATE DATABASE {} TEMPLATE {}", database, source)


def deploy_to(database: str) -> None:
    """Migrations, grants and reference data: what a deployment does, by the same command."""
    environment = {**os.environ, "DATABASE_URL": named(OWNER_URL, database)}
    command = [sys.executable, "-W", "ignore", str(ROOT / "manage.py"), "prepare_database"]
    outcome = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if outcome.returncode:
        raise RuntimeError(f"The template database can't be made:\n{outcome.stderr[-3000:]}")


def fingerprint() -> str:
    digest = hashlib.sha256()
    for path in sorted({path for pattern in SOURCES for path in ROOT.glob(pattern)}):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(f"{path.relative_to(ROOT)}\n".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def drop_leftovers() -> None:
    """What killed runs left behind: their number names no process any more."""
    for database in databases():
        if (left := re.match(r"test_(\d+)_", database)) and not is_alive(int(left[1])):
            drop(database)
    for lock in RUN_FOLDER.glob("test_*.lock"):
        if not is_alive(int(lock.stem.removeprefix("test_"))):
            lock.unlink()


def make_template() -> None:
    """Migrating from zero is slow: the result is kept for later runs from the same sources."""
    drop_leftovers()
    base = f"base_{fingerprint()}"
    try:
        copy(base, TEMPLATE)
    except psycopg.errors.InvalidCatalogName:
        draft = f"{PREFIX}_draft"
        as_owner("CREATE DATABASE {}", draft)
        deploy_to(draft)
        as_owner("ALTER DATABASE {} RENAME TO {}", draft, TEMPLATE)
        with suppress(psycopg.errors.ObjectInUse):
            for outdated in databases():
                if outdated.startswith("base_"):
                    as_owner("DROP DATABASE IF EXISTS {}", outdated)
            copy(TEMPLATE, base)


def ensure(database: str, make: Callable[[], None]) -> None:
    """Made once per run, by the first worker that needs it; a failure is told to the others."""
    with LOCK.open("a+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        if failure := file.read():
            raise RuntimeError(failure)
        if database in databases():
            return
        try:
            make()
        except Exception as error:
            file.write(f"{database} can't be made: {error}")
            raise


def pytest_sessionfinish(session: pytest.Session) -> None:
    """The controller outlives its workers and clears the run's databases away."""
    if hasattr(session.config, "workerinput"):
        return
    for database in databases():
        if database.startswith(f"{PREFIX}_"):
            drop(database)
    LOCK.unlink(missing_ok=True)


def pytest_runtest_setup(item: pytest.Item) -> None:
    marker = item.get_closest_marker("django_db")
    flushed = FLUSHED.intersection(getattr(item, "fixturenames", ()))
    if flushed or (marker and (marker.args or marker.kwargs)):
        pytest.fail("Flushing truncates reference data: use committing_db or server.")


@contextmanager
def connected_to(database: str) -> Iterator[None]:
    """Point Django there. Threads share the settings, so theirs follow."""
    before = connection.settings_dict["NAME"]
    connections.close_all()
    connection.settings_dict["NAME"] = database
    try:
        yield
    finally:
        connections.close_all()
        connection.settings_dict["NAME"] = before


@pytest.fixture(scope="session")
def template_database(django_test_environment: None) -> str:
    ensure(TEMPLATE, make_template)
    return TEMPLATE


@pytest.fixture(scope="session")
def django_db_setup(template_database: str, django_db_blocker: Any) -> Iterator[None]:
    """The worker's own copy, reached with the application's login, for tests that roll back."""
    database = f"{PREFIX}_{WORKER}"
    copy(TEMPLATE, database)
    with django_db_blocker.unblock(), connected_to(database):
        yield
        connections.close_all()
    drop(database)


@contextmanager
def committing_to(
    database: str, request: pytest.FixtureRequest, blocker: Any, source: str = TEMPLATE
) -> Iterator[None]:
    if request.node.get_closest_marker("django_db") or "db" in request.fixturenames:
        pytest.fail("A test either rolls back (db) or commits (committing_db, server).")
    copy(source, database)
    try:
        with blocker.unblock(), connected_to(database):
            yield
    finally:
        drop(database)


@pytest.fixture
def committing_db(
    request: pytest.FixtureRequest, template_database: str, django_db_blocker: Any
) -> Iterator[None]:
    """A database of its own for a test that commits: threads, locks, ``on_commit``."""
    with committing_to(f"{PREFIX}_{WORKER}_committing", request, django_db_blocker):
        yield


@pytest.fixture
def at_once(committing_db: None) -> Callable[..., list[Any]]:
    """Run acts at the same instant, each in a thread with its own connection.

    Gives their results in order; an exception is a result.
    """

    def run(*acts: Callable[[], Any]) -> list[Any]:
        barrier = Barrier(len(acts))

        def run_one(act: Callable[[], Any]) -> Any:
            try:
                connection.ensure_connection()
                barrier.wait(timeout=60)
                return act()
            except Exception as error:  # noqa: BLE001
                return error
            finally:
                connection.close()

        with ThreadPoolExecutor(len(acts)) as pool:
            return list(pool.map(run_one, acts))

    return run


@pytest.fixture
def count_queries() -> Callable[[Callable[[], Any]], int]:
    """How many statements a call costs."""

    def count(call: Callable[[], Any]) -> int:
        with CaptureQueriesContext(connection) as queries:
            call()
        return len(queries)

    return count
