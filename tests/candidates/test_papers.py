"""Papers sent as files: quarantine, scan, reading by those who may at that moment, erasure."""

import re
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings as django_settings
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import DocumentKind, DocumentState
from candidates.jobs import erase_papers, examine_document, sweep_quarantine
from candidates.models import CaseAccess, Household, QuarantinedFile, SupportingDocument
from candidates.selectors.documents import missing_documents
from candidates.services.quarantine import examine
from emile.core.context import database_context, system
from emile.core.models import ReadLog
from emile.core.uploads import ScannerDown, ScannerKind
from emile.launcher.ports import LOOPBACK, any_free
from emile.settings import env
from operators.enums import OrganisationKind
from tests.core.uploads import NAMES, REFUSED, REFUSED_LATER
from tests.factories import (
    act,
    at_immersion,
    at_positioning,
    let_out,
    make_actor,
    orient,
    propose,
    send_paper,
)
from tests.factories.papers import pdf, picture


pytestmark = pytest.mark.django_db


class Away:
    """A clamd that does not answer."""

    kind = ScannerKind.CLAMD

    def threat_in(self, content: bytes) -> str | None:
        raise ScannerDown("connection refused")


class Clean(Away):
    def threat_in(self, content: bytes) -> str | None:
        return None


@pytest.fixture
def parcours(prescriber, coordinator):
    return orient(prescriber)


@pytest.fixture
def upload(signed_in, parcours):
    """Send the form as a browser does."""

    def send(actor, content, *, name="papier.pdf", **fields):
        url = reverse("candidates:act", args=[parcours.public_id, "upload_document"])
        body = {"kind": "benefits", "on": timezone.localdate(), "once": uuid4(), **fields}
        return signed_in(actor).post(url, {**body, "file": SimpleUploadedFile(name, content)})

    return send


def address_of(document):
    with database_context(system("test")):
        args = [document.parcours.public_id, document.public_id]
    return reverse("candidates:document_download", args=args)


def section_of(parcours):
    return reverse("candidates:file_exchanges", args=[parcours.public_id])


def documents():
    with database_context(system("test")):
        return list(SupportingDocument.objects.order_by("pk"))


def is_stored(document):
    return storages["documents"].exists(document.storage_key)


@pytest.fixture
def get(signed_in):
    """What somebody gets of a paper, read to its end."""

    def read(actor, document):
        answer = signed_in(actor).get(address_of(document))
        answer.body = b"".join(answer.streaming_content) if answer.streaming else b""
        return answer

    return read


# Sent


def test_a_paper_is_sent_checked_and_read(
    parcours, prescriber, coordinator, signed_in, upload, get
):
    answer = upload(prescriber, picture(size=(800, 600)), name="CAF.jpg")
    assert answer.url.endswith("/echanges/#papers")
    [document] = documents()
    assert document.state == DocumentState.QUARANTINED
    assert "En cours de vérification" in signed_in(prescriber).get(section_of(parcours)).text

    let_out(document)

    page = signed_in(coordinator).get(section_of(parcours)).text
    assert address_of(document) in page
    assert "Analyse limitée" in page
    assert "Sera effacée le" in page
    got = get(coordinator, document)
    assert got.body.startswith(b"\xff\xd8\xff")


@pytest.mark.parametrize("name", sorted(set(REFUSED) - {"too large"}))
def test_a_refused_file_says_why_and_leaves_nothing(upload, prescriber, name):
    answer = upload(prescriber, REFUSED[name][0])

    assert answer.status_code == 422
    assert 'id="id_file"' in answer.text
    assert documents() == []


def test_one_that_is_too_large_is_refused_before_it_is_read(upload, prescriber):
    answer = upload(prescriber, REFUSED["too large"][0])

    assert "dépasse 10\u00a0Mo" in answer.text


@pytest.mark.parametrize("name", NAMES)
def test_no_name_is_kept_anywhere(upload, prescriber, name, get):
    content = pdf()

    answer = upload(prescriber, content, name=name)

    assert answer.status_code == 302
    [document] = documents()
    let_out(document)
    assert re.fullmatch("[0-9a-f]{40}", document.storage_key)
    got = get(prescriber, document)
    with database_context(system("test")):
        reference = document.parcours.household.reference
    assert got["Content-Disposition"] == (
        f'attachment; filename="attestation-caf-ou-msa-{reference}.pdf"'
    )
    assert got.body == content


def test_the_same_form_sent_twice_sends_one_file(upload, prescriber):
    key = uuid4()

    first, second = (upload(prescriber, pdf(), once=key) for _ in range(2))

    assert (first.status_code, second.status_code) == (302, 302)
    assert len(documents()) == 1


def test_a_paper_that_has_expired_is_not_taken(upload, prescriber):
    yesterday = timezone.localdate() - timedelta(days=1)

    answer = upload(prescriber, pdf(), expires_on=yesterday)

    assert "plus valable" in answer.text
    assert documents() == []


def test_a_host_that_was_only_asked_sends_nothing_and_reads_nothing(
    prescriber, coordinator, upstream, host, signed_in, get
):
    parcours = at_positioning(prescriber, coordinator, upstream)
    document = send_paper(prescriber, parcours)
    propose(upstream, parcours, host)

    page = signed_in(host).get(section_of(parcours)).text

    assert "Déposer une pièce" not in page
    assert address_of(document) not in page
    assert get(host, document).status_code == 404
    assert get(upstream, document).status_code == 200


# Checked


def test_nothing_is_read_before_it_is_checked(parcours, prescriber, coordinator, get):
    document = send_paper(prescriber, parcours, is_checked=False)

    for actor in (prescriber, coordinator):
        assert get(actor, document).status_code == 404
    assert not is_stored(document)


@pytest.mark.parametrize("name", REFUSED_LATER)
def test_what_a_worker_refuses_is_erased_and_told(parcours, prescriber, signed_in, name, get):
    document = send_paper(prescriber, parcours, content=REFUSED_LATER[name])

    assert document.state == DocumentState.REFUSED
    assert get(prescriber, document).status_code == 404
    assert document.refusal in signed_in(prescriber).get(section_of(parcours)).text
    assert not is_stored(document)
    with database_context(system("test")):
        assert not QuarantinedFile.objects.exists()


def test_a_scanner_that_is_down_leaves_it_in_quarantine_and_it_is_tried_again(
    parcours, prescriber, time_machine, get
):
    time_machine.move_to(timezone.now())
    document = send_paper(prescriber, parcours, is_checked=False)
    for _ in range(20):
        assert let_out(document, Away()).state == DocumentState.QUARANTINED
        assert sweep_quarantine() == 0
        time_machine.shift(timedelta(minutes=3))
        assert sweep_quarantine() == 1
    assert get(prescriber, document).status_code == 404

    assert let_out(document, Clean()).state == DocumentState.AVAILABLE
    assert document.scanner == ScannerKind.CLAMD


def test_the_worker_takes_the_scanner_of_the_settings(parcours, prescriber, settings):
    settings.CLAMD_URL = "tcp://127.0.0.1:1"
    document = send_paper(prescriber, parcours, is_checked=False)

    examine_document(document_id=document.pk)

    assert documents()[0].state == DocumentState.QUARANTINED
    settings.CLAMD_URL = ""
    with database_context(system("test")):
        QuarantinedFile.objects.update(try_at=timezone.now())
    examine_document(document_id=document.pk)
    assert documents()[0].state == DocumentState.AVAILABLE


def test_a_second_worker_finds_nothing_to_do(parcours, prescriber):
    document = send_paper(prescriber, parcours)
    checksum = document.checksum

    examine(document_id=document.pk, scanner=Away(), clock=timezone.now)

    assert (document.state, document.checksum) == (DocumentState.AVAILABLE, checksum)


def test_one_that_kills_its_workers_is_refused_in_the_end(parcours, prescriber, time_machine):
    class Deadly(Away):
        def threat_in(self, content: bytes) -> str | None:
            raise SystemExit

    time_machine.move_to(timezone.now())
    document = send_paper(prescriber, parcours, is_checked=False)
    for _ in range(5):
        with pytest.raises(SystemExit):
            let_out(document, Deadly())
        time_machine.shift(timedelta(minutes=4))

    assert let_out(document, Deadly()).state == DocumentState.REFUSED


def test_one_taken_back_while_it_is_checked_does_not_come_out(parcours, prescriber):
    document = send_paper(prescriber, parcours, is_checked=False)

    class Slow(Away):
        def threat_in(self, content: bytes) -> str | None:
            act(services.remove_document, prescriber, parcours, document=document)
            return None

    assert let_out(document, Slow()).state == DocumentState.ERASED
    assert not is_stored(document)


# Read


def test_it_is_saved_and_never_shown(parcours, prescriber, get):
    got = get(prescriber, send_paper(prescriber, parcours))

    assert got["Content-Disposition"].startswith("attachment;")
    assert got["Content-Type"] == "application/pdf"
    assert got["X-Content-Type-Options"] == "nosniff"
    assert got["Cache-Control"] == "private, no-store"
    assert "sandbox" in got["Content-Security-Policy"]
    assert "default-src 'none'" in got["Content-Security-Policy"]
    assert got.streaming


def test_rights_are_looked_at_again_each_time(prescriber, coordinator, upstream, host, get):
    parcours = at_immersion(prescriber, coordinator, upstream, host)
    document = send_paper(prescriber, parcours)
    assert get(host, document).status_code == 200

    with database_context(system("test")):
        held = CaseAccess.objects.filter(organisation=host.organisation_id)
        held.update(until=timezone.now())

    assert get(host, document).status_code == 404


def test_strangers_find_nothing(parcours, prescriber, get):
    document = send_paper(prescriber, parcours)
    for kind in OrganisationKind:
        stranger = make_actor(kind, name=f"Autre {kind.label}")
        expected = {200} if kind == OrganisationKind.COORDINATOR else {403, 404}
        assert get(stranger, document).status_code in expected


def test_a_paper_is_not_found_through_another_file(parcours, prescriber, signed_in):
    document = send_paper(prescriber, parcours)
    other = orient(prescriber)

    url = reverse("candidates:document_download", args=[other.public_id, document.public_id])

    assert signed_in(prescriber).get(url).status_code == 404


def test_of_a_household_that_must_not_be_found_nothing_is_read_after_a_hand_over(
    parcours, prescriber, signed_in, get
):
    document = send_paper(prescriber, parcours)
    with database_context(system("test")):
        CaseAccess.objects.filter(organisation=prescriber.organisation_id).update(
            until=timezone.now(), reads_until=timezone.now() + timedelta(days=30)
        )
    assert get(prescriber, document).status_code == 200

    with database_context(system("test")):
        Household.objects.filter(pk=parcours.household_id).update(must_not_be_found=True)

    assert get(prescriber, document).status_code == 404
    assert address_of(document) not in signed_in(prescriber).get(section_of(parcours)).text


def test_each_reading_is_written_and_told_to_whoever_answers_for_it(
    parcours, prescriber, coordinator, signed_in, get
):
    document = send_paper(prescriber, parcours)
    get(prescriber, document)

    [row] = ReadLog.objects.filter(page__startswith="piece:")
    assert row.page == f"piece:{document.public_id}"
    assert (row.user_id, row.household_id) == (prescriber.user_id, parcours.household_id)
    assert "Qui l’a téléchargée" in signed_in(coordinator).get(section_of(parcours)).text
    assert "Qui l’a téléchargée" not in signed_in(prescriber).get(section_of(parcours)).text


def test_a_file_that_the_disk_has_lost_is_not_found(parcours, prescriber, get):
    document = send_paper(prescriber, parcours)
    storages["documents"].delete(document.storage_key)

    assert get(prescriber, document).status_code == 404


def test_a_bucket_that_is_away_is_said_and_no_reading_is_written(
    parcours, prescriber, signed_in, settings
):
    document = send_paper(prescriber, parcours)
    url = f"s3://cle:secret@{LOOPBACK}:{any_free()}/pieces?region=fr-par"
    settings.STORAGES = settings.STORAGES | {"documents": env.private_files(url, "")}
    client = signed_in(prescriber)
    client.raise_request_exception = False

    answer = client.get(address_of(document))

    assert answer.status_code == 503
    assert "Attendez une dizaine de secondes" in answer.text
    assert not ReadLog.objects.filter(page__startswith="piece:").exists()


def test_a_paper_waits_in_quarantine_for_a_bucket_that_is_away(parcours, prescriber, settings):
    on_disk = settings.STORAGES
    url = f"s3://cle:secret@{LOOPBACK}:{any_free()}/pieces?region=fr-par"
    settings.STORAGES = on_disk | {"documents": env.private_files(url, "")}
    document = send_paper(prescriber, parcours)
    assert document.state == DocumentState.QUARANTINED

    settings.STORAGES = on_disk
    with database_context(system("test")):
        QuarantinedFile.objects.update(try_at=timezone.now())

    assert let_out(document).state == DocumentState.AVAILABLE


def test_what_is_stored_is_nobody_elses_to_read(parcours, prescriber, client):
    document = send_paper(prescriber, parcours)
    path = Path(storages["documents"].path(document.storage_key))

    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0
    static = (django_settings.BASE_DIR / "static", Path(django_settings.STATIC_ROOT))
    assert not any(path.is_relative_to(root) for root in static)
    assert client.get(storages["documents"].url(document.storage_key)).status_code == 404


# The second lock


def test_the_database_hides_papers_and_quarantine_from_strangers(parcours, prescriber):
    send_paper(prescriber, parcours)
    send_paper(prescriber, parcours, is_checked=False)
    models = (SupportingDocument, QuarantinedFile, SupportingDocument.history.rel.related_model)

    def seen_by(context):
        with database_context(context):
            return [model.objects.count() > 0 for model in models]

    outsider = make_actor(OrganisationKind.PRESCRIBER, name="Tout autre")
    assert seen_by(prescriber.database_context) == [True, True, True]
    assert seen_by(outsider.database_context) == [False, False, False]
    assert seen_by(None) == [False, False, False]


# Asked, taken back, erased


def test_it_answers_what_was_asked_once_it_is_checked(parcours, prescriber, coordinator):
    act(
        services.ask_documents,
        coordinator,
        parcours,
        kinds=[DocumentKind.TAX],
        wanted_by=timezone.localdate(),
    )
    document = send_paper(prescriber, parcours, kind=DocumentKind.TAX, is_checked=False)
    with database_context(prescriber.database_context):
        assert len(missing_documents(parcours)) == 1

    let_out(document)

    with database_context(prescriber.database_context):
        assert missing_documents(parcours) == []


def test_one_taken_back_is_erased_at_once(parcours, prescriber, signed_in, get):
    document = send_paper(prescriber, parcours)
    args = [parcours.public_id, "remove_document", document.public_id]
    url = reverse("candidates:act_about", args=args)
    assert "effacé tout de suite" in signed_in(prescriber).get(url).text

    answer = signed_in(prescriber).post(url, {"once": uuid4(), "on": timezone.localdate()})

    assert answer.status_code == 302
    assert not is_stored(document)
    assert get(prescriber, document).status_code == 404
    assert documents()[0].state == DocumentState.ERASED
    assert parcours.events.filter(kind="remove_document").count() == 1


def test_it_is_erased_on_the_day_that_was_told(parcours, prescriber, time_machine):
    document = send_paper(prescriber, parcours)
    time_machine.move_to(timezone.make_aware(timezone.datetime(2030, 1, 1)))
    with database_context(system("test")):
        SupportingDocument.objects.update(delete_on=timezone.localdate())

    assert erase_papers() == 1
    assert erase_papers() == 0

    assert documents()[0].state == DocumentState.ERASED
    assert not is_stored(document)
