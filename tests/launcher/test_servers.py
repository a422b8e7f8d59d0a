"""The embedded servers, for real."""

import os
import signal

import psycopg
import pytest
import redis
from django.apps import apps
from django.db import ProgrammingError, connection, transaction

from emile.core.management.commands.prepare_database import append_only_models
from emile.launcher import processes
from emile.launcher.postgres import APP, OWNER, Postgres
from emile.launcher.valkey import Valkey


@pytest.fixture
def postgres(worker_id):
    postgres = Postgres(name=f"postgres-trial-{worker_id}", durable=True)
    postgres.wipe()
    postgres.start()
    yield postgres
    postgres.stop()
    postgres.wipe()


def test_a_killed_postgresql_comes_back_with_its_data(postgres):
    with psycopg.connect(postgres.url(OWNER)) as owner:
        owner.execute("CREATE TABLE kept (fact text)")
        owner.execute("INSERT INTO kept VALUES ('still there')")
    killed = postgres.child.process
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait()

    postgres.start()

    with psycopg.connect(postgres.url(OWNER)) as owner:
        assert owner.execute("SELECT fact FROM kept").fetchall() == [("still there",)]


def test_servers_that_stop_are_found_again_where_they_were(postgres, tmp_path):
    valkey = Valkey(tmp_path / "valkey", keeps=True, log=tmp_path / "log")
    valkey.start()
    addresses = (postgres.url(APP), valkey.url)

    for server in (postgres, valkey):
        server.stop()
        server.resume()

    assert (postgres.url(APP), valkey.url) == addresses
    with psycopg.connect(addresses[0]), redis.Redis.from_url(addresses[1]) as client:
        assert client.ping()
    valkey.stop()


def test_a_running_postgresql_is_joined_and_stopped_by_another(postgres):
    other = Postgres(name=postgres.name, durable=True)
    other.start()
    assert other.child is None
    assert other.url(APP) == postgres.url(APP)

    processes.stop([postgres.child])
    other.start()

    assert other.child is not None
    other.stop()


def test_passwords_are_asked_for(postgres):
    url = postgres.url(APP).replace(f"{APP}:", f"{APP}:not-")

    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(url)


def test_valkey_keeps_its_messages_through_a_kill(tmp_path):
    valkey = Valkey(tmp_path / "valkey", keeps=True, log=tmp_path / "log")
    valkey.start()
    with redis.Redis.from_url(valkey.url) as client:
        client.set("fact", "still there")
        client.bgrewriteaof()
    os.kill(valkey.child.process.pid, signal.SIGKILL)
    valkey.child.process.wait()

    valkey.start()

    with redis.Redis.from_url(valkey.url) as client:
        assert client.get("fact") == b"still there"
    valkey.stop()
    assert valkey.child.has_died


def test_the_application_s_login_has_no_privilege(db):
    with connection.cursor() as cursor:
        cursor.execute("""
            SELECT current_user, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole
            FROM pg_roles WHERE rolname = current_user
        """)
        assert cursor.fetchone() == (APP, False, False, False, False)


def test_the_application_s_login_can_not_change_the_schema(db):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connection.cursor().execute("CREATE TABLE forbidden (id int)")


def test_the_application_s_login_adds_to_history_and_never_rewrites_it(db):
    tables = sorted(model._meta.db_table for model in append_only_models())
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT name, array_agg(privilege ORDER BY privilege)
            FROM unnest(%s::text[]) AS name,
                 unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) AS privilege
            WHERE has_table_privilege(name, privilege)
            GROUP BY name ORDER BY name
            """,
            [tables],
        )
        granted = cursor.fetchall()

    assert granted == [(table, ["INSERT", "SELECT"]) for table in tables]
    assert apps.get_model("candidates.ParcoursEvent")._meta.db_table in tables
