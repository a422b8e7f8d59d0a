"""Two workers and one paper, and what the clock does, with transactions that commit."""

from datetime import timedelta

import pytest
from django.core.files.storage import storages
from django.db import transaction
from django.utils import timezone

from candidates import services
from candidates.enums import DocumentState
from candidates.jobs import erase_papers, examine_document, sweep_quarantine
from candidates.models import QuarantinedFile, SupportingDocument
from emile.core.context import database_context, system
from operators.enums import OrganisationKind
from tests.factories import act, make_actor, orient, send_paper


@pytest.fixture
def prescriber(committing_db):
    make_actor(OrganisationKind.COORDINATOR)
    return make_actor(OrganisationKind.PRESCRIBER)


@pytest.fixture
def waiting(prescriber):
    return send_paper(prescriber, orient(prescriber), is_checked=False)


def read(document):
    with database_context(system("test")), transaction.atomic():
        return SupportingDocument.objects.select_related("parcours").get(pk=document.pk)


def test_two_workers_let_it_out_once(waiting, at_once):
    at_once(*[lambda: examine_document(document_id=waiting.pk)] * 2)

    found = read(waiting)
    assert found.state == DocumentState.AVAILABLE
    with database_context(system("test")), transaction.atomic():
        let_out = SupportingDocument.history.rel.related_model.objects.filter(
            pgh_obj=waiting.pk, state=DocumentState.AVAILABLE
        )
        assert let_out.count() == 1


def test_one_taken_back_as_it_comes_out_is_erased(waiting, prescriber, at_once):
    parcours = read(waiting).parcours

    at_once(
        lambda: examine_document(document_id=waiting.pk),
        lambda: act(services.remove_document, prescriber, parcours, document=waiting),
    )

    assert read(waiting).state == DocumentState.ERASED
    assert not storages["documents"].exists(waiting.storage_key)
    with database_context(system("test")), transaction.atomic():
        assert not QuarantinedFile.objects.exists()


def test_the_clock_finds_what_waits_and_erases_what_is_over(waiting):
    assert sweep_quarantine() == 1
    examine_document(document_id=waiting.pk)
    assert sweep_quarantine() == 0
    assert erase_papers() == 0

    with database_context(system("test")), transaction.atomic():
        yesterday = timezone.localdate() - timedelta(days=1)
        SupportingDocument.objects.update(delete_on=yesterday)

    assert erase_papers() == 1
    assert read(waiting).state == DocumentState.ERASED
    assert not storages["documents"].exists(waiting.storage_key)
