"""Two workers and one import, two imports of one file, at the same instant."""

from threading import Event
from time import monotonic

import pytest
from django.db import connection, transaction
from django.utils import timezone

from operators.enums import OrganisationKind
from territories.enums import ImportStatus
from territories.models import Offer, OfferEvent, OfferImport
from territories.services.imports import move_import
from tests.factories import make_actor, make_mandate
from tests.factories.holds import hold
from tests.territories.importing import A_HOME, TITLES, brought, checked, csv_of, worked_on


@pytest.fixture
def host(committing_db):
    actor = make_actor(OrganisationKind.HOST)
    make_mandate(actor, "cantal")
    return actor


def test_two_workers_do_the_work_once(host, at_once):
    imported = checked(host, csv_of(A_HOME))
    move_import(actor=host, imported=imported, step="confirm", now=timezone.now())

    at_once(lambda: worked_on(imported), lambda: worked_on(imported))

    imported.refresh_from_db()
    assert (imported.status, imported.new_count) == (ImportStatus.DONE, 1)
    assert OfferEvent.objects.count() == 1


def test_one_file_imported_twice_at_once_makes_its_offers_once(host, at_once):
    both = [checked(host, csv_of(A_HOME)) for _ in range(2)]
    for imported in both:
        move_import(actor=host, imported=imported, step="confirm", now=timezone.now())

    outcomes = at_once(*(lambda one=one: worked_on(one) for one in both))

    assert {type(one) for one in outcomes} == {OfferImport}
    assert sorted(one.new_count for one in outcomes) == [0, 1]
    assert Offer.objects.count() == 1


WAITING_FOR_ME = """
    SELECT EXISTS (SELECT FROM pg_locks WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid)))
"""


def is_waited_for():
    with connection.cursor() as cursor:
        cursor.execute(WAITING_FOR_ME)
        return cursor.fetchone()[0]


def test_places_held_while_an_import_waits_are_not_taken_back(host, at_once):
    titles = (*TITLES[:4], "Nombre de logements", "Bailleur")
    brought(host, csv_of((*A_HOME[:4], "2", A_HOME[-1]), titles=titles))
    fewer = checked(host, csv_of((*A_HOME[:4], "1", A_HOME[-1]), titles=titles))
    move_import(actor=host, imported=fewer, step="confirm", now=timezone.now())
    upstream, are_held = make_actor(OrganisationKind.UPSTREAM), Event()

    def hold_both():
        until = monotonic() + 30
        with transaction.atomic():
            for _ in range(2):
                hold(upstream, Offer.objects.get())
            are_held.set()
            while not is_waited_for():
                assert monotonic() < until

    def bring():
        are_held.wait(timeout=30)
        return worked_on(fewer)

    _, done = at_once(hold_both, bring)

    assert (done.refused_count, done.changed_count) == (1, 0)
    assert Offer.objects.get().places == 2
