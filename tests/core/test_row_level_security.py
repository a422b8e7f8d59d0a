"""The second lock: what PostgreSQL refuses to the application's login, whatever the pages say."""

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.utils import timezone
from psycopg import sql

from candidates.models import CaseAccess, Parcours
from candidates.selectors.holders import holders_of
from emile.core.context import database_context, system
from emile.core.management.commands.prepare_database import append_only_models
from operators.actors import Actor
from operators.enums import OrganisationKind
from tests.factories import make_actor, orient


pytestmark = pytest.mark.django_db
LOCKED = ("candidates_household", "candidates_parcours", "candidates_caseaccess")
FILES_ONLY = LOCKED[:2]
HISTORIES = tuple(f"{table}history" for table in LOCKED)
APPEND_ONLY = sorted(
    (model._meta.db_table, model._meta.pk.column) for model in append_only_models()
)


def run(statement, *names):
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
        return cursor.fetchall() if cursor.description else cursor.rowcount


def count_rows(table):
    return run("SELECT count(*) FROM {}", table)[0][0]


def seen_by(actor):
    with database_context(actor.database_context):
        return [count_rows(table) for table in FILES_ONLY]


@pytest.fixture
def prescriber() -> Actor:
    return make_actor(OrganisationKind.PRESCRIBER)


@pytest.fixture
def parcours(prescriber) -> Parcours:
    make_actor(OrganisationKind.COORDINATOR)
    return orient(prescriber)


def give(parcours, actor, role, *, until=None):
    with database_context(system("test")):
        CaseAccess.objects.create(
            parcours=parcours,
            organisation_id=actor.organisation_id,
            role=role,
            granted_by_id=actor.organisation_id,
            since=timezone.now(),
            until=until,
        )


# The login


def test_the_application_can_go_round_no_lock():
    (rights,) = run(
        "SELECT current_user, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole"
        " FROM pg_roles WHERE rolname = current_user"
    )

    assert rights == ("emile_app", False, False, False, False)


def test_the_application_owns_no_table():
    assert run("SELECT tablename FROM pg_tables WHERE tableowner = current_user") == []


@pytest.mark.parametrize("table", LOCKED + HISTORIES)
def test_the_lock_holds_for_the_owner_of_the_table_too(table):
    forced = run("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")

    assert (table,) in forced


# Reading


@pytest.mark.parametrize("table", LOCKED + HISTORIES)
def test_without_context_there_is_nothing(parcours, table):
    with database_context(system("test")):
        assert count_rows(table) >= 1

    assert count_rows(table) == 0


@pytest.mark.parametrize("table", HISTORIES)
def test_the_past_of_a_file_is_for_those_who_hold_it(parcours, prescriber, table):
    with database_context(prescriber.database_context):
        assert count_rows(table) >= 1

    outsider = make_actor(OrganisationKind.PRESCRIBER, name="Tout autre")
    with database_context(outsider.database_context):
        assert count_rows(table) == 0


def test_the_platform_knows_who_holds_a_file_and_opens_nothing_to_whoever_asked(
    parcours, prescriber
):
    outsider = make_actor(OrganisationKind.PRESCRIBER, name="Tout autre")

    with database_context(outsider.database_context):
        assert holders_of(parcours.pk, [OrganisationKind.PRESCRIBER]) == [
            prescriber.organisation_id
        ]
        assert holders_of(parcours.pk, [OrganisationKind.HOST]) == []
        assert [count_rows(table) for table in LOCKED] == [0, 0, 0]


def test_those_who_hold_the_file_see_it(parcours, prescriber):
    assert seen_by(prescriber) == [1, 1]


@pytest.mark.parametrize("kind", OrganisationKind)
def test_another_organisation_sees_nothing_but_the_coordinator(parcours, kind):
    expected = [1, 1] if kind == OrganisationKind.COORDINATOR else [0, 0]

    assert seen_by(make_actor(kind, name="Tout autre")) == expected


@pytest.mark.parametrize("kind", OrganisationKind)
def test_the_same_organisation_under_another_hat_sees_nothing(parcours, prescriber, kind):
    worn = Actor(prescriber.user_id, prescriber.organisation_id, kind)
    sees = kind in {OrganisationKind.PRESCRIBER, OrganisationKind.COORDINATOR}

    assert seen_by(worn) == ([1, 1] if sees else [0, 0])


def test_an_access_that_has_ended_shows_nothing(parcours):
    upstream = make_actor(OrganisationKind.UPSTREAM)
    give(parcours, upstream, OrganisationKind.UPSTREAM, until=timezone.now())

    assert seen_by(upstream) == [0, 0]


def test_an_organisation_sees_its_own_accesses_and_those_it_gave(parcours, prescriber):
    upstream = make_actor(OrganisationKind.UPSTREAM)
    give(parcours, upstream, OrganisationKind.UPSTREAM)

    with database_context(upstream.database_context):
        rows = run("SELECT organisation_id, granted_by_id FROM candidates_caseaccess")

    assert rows
    assert all(upstream.organisation_id in row for row in rows)


# Writing


@pytest.mark.parametrize("table", LOCKED)
def test_another_organisation_changes_and_deletes_nothing(parcours, table):
    outsider = make_actor(OrganisationKind.HOST)

    with database_context(outsider.database_context):
        assert run("UPDATE {} SET id = id", table) == 0
        assert run("DELETE FROM {}", table) == 0


@pytest.mark.parametrize("is_for_itself", [True, False])
def test_no_organisation_gives_an_access(parcours, prescriber, is_for_itself):
    outsider = make_actor(OrganisationKind.HOST)
    receiver = outsider if is_for_itself else prescriber

    with (
        database_context(outsider.database_context),
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
    ):
        CaseAccess.objects.create(
            parcours=parcours,
            organisation_id=receiver.organisation_id,
            role=OrganisationKind.HOST,
            granted_by_id=receiver.organisation_id,
            since=timezone.now(),
        )


def test_no_organisation_opens_again_an_access_that_has_ended(parcours):
    upstream = make_actor(OrganisationKind.UPSTREAM)
    give(parcours, upstream, OrganisationKind.UPSTREAM, until=timezone.now())

    with database_context(upstream.database_context):
        assert count_rows("candidates_caseaccess") == 1
        assert run("UPDATE {} SET until = NULL", "candidates_caseaccess") == 0


def test_what_is_only_ever_added_to_is_known():
    assert {
        "candidates_parcoursevent",
        "candidates_parcourshistory",
        "candidates_caseaccesshistory",
        "candidates_householdhistory",
        "core_readlog",
        "operators_directoryevent",
    } <= {table for table, _ in APPEND_ONLY}


@pytest.mark.parametrize(("table", "key"), APPEND_ONLY)
@pytest.mark.parametrize("verb", ["UPDATE", "DELETE FROM", "TRUNCATE"])
def test_the_past_can_not_be_rewritten(table, key, verb):
    statement = f"{verb} {{}} SET {key} = {key}" if verb == "UPDATE" else f"{verb} {{}}"

    with (
        database_context(system("test")),
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        run(statement, table)


def test_a_change_says_for_whom_it_is_made_or_is_refused(parcours):
    """On a table whose rows the database hides from nobody, the trigger of its history refuses."""
    change = "UPDATE candidates_householdmember SET since = since - 1"

    with pytest.raises(IntegrityError, match="pgh_context"), transaction.atomic():
        run(change)

    with database_context(system("test")):
        assert run(change) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE candidates_parcours DISABLE ROW LEVEL SECURITY",
        "DROP POLICY read ON candidates_parcours",
        "ALTER TABLE candidates_householdmember DISABLE TRIGGER ALL",
        "SET ROLE emile_owner",
    ],
)
def test_the_application_can_not_open_the_lock_itself(statement):
    with pytest.raises(ProgrammingError), transaction.atomic():
        run(statement)
