"""Two workers and one import, two imports of one file, at the same instant."""

import pytest
from django.utils import timezone

from operators.enums import OrganisationKind
from territories.enums import ImportStatus
from territories.models import Offer, OfferEvent, OfferImport
from territories.services.imports import move_import
from tests.factories import make_actor, make_mandate
from tests.territories.importing import A_HOME, checked, csv_of, worked_on


@pytest.fixture
def host(committing_db):
    actor = make_actor(OrganisationKind.HOST)
    make_mandate(actor, "cantal")
    return actor


def test_two_workers_do_the_work_once(host, at_once):
    imported = checked(host, csv_of(A_HOME))
    move_import(imported=imported, step="confirm", now=timezone.now())

    at_once(lambda: worked_on(imported), lambda: worked_on(imported))

    imported.refresh_from_db()
    assert (imported.status, imported.new_count) == (ImportStatus.DONE, 1)
    assert OfferEvent.objects.count() == 1


def test_one_file_imported_twice_at_once_makes_its_offers_once(host, at_once):
    both = [checked(host, csv_of(A_HOME)) for _ in range(2)]
    for imported in both:
        move_import(imported=imported, step="confirm", now=timezone.now())

    outcomes = at_once(*(lambda one=one: worked_on(one) for one in both))

    assert {type(one) for one in outcomes} == {OfferImport}
    assert sorted(one.new_count for one in outcomes) == [0, 1]
    assert Offer.objects.count() == 1
