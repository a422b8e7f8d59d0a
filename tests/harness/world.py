"""The world of the access table, made once per run: the template of those who read or walk it."""

import pickle
from typing import Any

import psycopg
import pytest

from tests.access import world as worlds
from tests.harness.database import (
    OWNER_URL,
    PREFIX,
    TEMPLATE,
    as_owner,
    connected_to,
    copy,
    ensure,
    named,
)


WORLD = f"{PREFIX}_world"
DRAFT = f"{PREFIX}_world_draft"


def make_world() -> None:
    """Its identifiers are kept in the database itself, and go wherever it is copied."""
    copy(TEMPLATE, DRAFT)
    with connected_to(DRAFT):
        world = worlds.build()
    with psycopg.connect(named(OWNER_URL, DRAFT)) as owner:
        owner.execute("CREATE TABLE world (pickled bytea)")
        owner.execute("INSERT INTO world VALUES (%s)", [pickle.dumps(world)])
    as_owner("ALTER DATABASE {} RENAME TO {}", DRAFT, WORLD)


def read_world() -> worlds.World:
    with psycopg.connect(named(OWNER_URL, WORLD)) as owner:
        [(pickled,)] = owner.execute("SELECT pickled FROM world").fetchall()
    return pickle.loads(pickled)  # noqa: S301


@pytest.fixture(scope="session")
def world_database(template_database: str, django_db_blocker: Any) -> str:
    with django_db_blocker.unblock():
        ensure(WORLD, make_world)
    return WORLD
