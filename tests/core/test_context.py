"""The database knows for whom each transaction speaks, and shows nothing otherwise."""

import pytest
from django.db import DataError, connection, transaction

from emile.core.context import DatabaseContext, database_context, system


pytestmark = pytest.mark.django_db


def setting(name: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s, true)", [name])
        return cursor.fetchone()[0] or ""


def test_a_context_is_told_to_the_open_transaction_and_taken_back():
    with database_context(DatabaseContext(kind="host", user=7, organisation=12)):
        assert setting("emile.kind") == "host"
        assert setting("emile.organisation") == "12"

    assert setting("emile.kind") == ""
    assert setting("emile.organisation") == ""


def test_an_inner_context_gives_way_to_the_outer_one():
    with database_context(DatabaseContext(kind="host", user=7, organisation=12)):
        with database_context(system("a test")):
            assert setting("emile.kind") == "system"

        assert setting("emile.kind") == "host"


def test_history_is_told_who_and_why():
    with database_context(system("nightly check")):
        assert "nightly check" in setting("pghistory.context_metadata")


def test_the_error_of_a_statement_is_not_hidden_by_the_way_back():
    with (
        pytest.raises(DataError, match="division by zero"),
        database_context(DatabaseContext(kind="host", user=7, organisation=12)),
        transaction.atomic(),
        database_context(system("a test")),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT 1 / 0")

    assert setting("emile.kind") == ""
