"""Papers sent as files: sent, taken back, read, and erased on the day that was told."""

import hashlib
import secrets
from datetime import date, datetime
from functools import partial

from django.core.files import File
from django.core.files.storage import Storage, storages
from django.db import transaction

from candidates.enums import DocumentKind, DocumentState
from candidates.models import KEPT_FOR, Parcours, Person, QuarantinedFile, SupportingDocument
from candidates.selectors.papers import page_of
from candidates.services.reading import log_reading
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.uploads import SentFile
from emile.core.workers import call_worker
from emile.core.workflow import TransitionRefused
from operators.actors import Actor


# The entrance that checks what is in quarantine: above services, hence by its name.
EXAMINE = "candidates.jobs.examine_document"


@transaction.atomic
def upload_document(
    *,
    actor: Actor,
    parcours: Parcours,
    file: SentFile,
    kind: DocumentKind,
    on: date,
    now: datetime,
    person: Person | None = None,
    expires_on: date | None = None,
) -> Parcours:
    """Put it in quarantine, and call a worker; it answers the oldest request for that paper."""
    sent = send_document(
        actor=actor,
        parcours=parcours,
        file=file,
        kind=kind,
        on=on,
        now=now,
        person=person,
        expires_on=expires_on,
    )
    return sent.parcours


@transaction.atomic
def send_document(
    *,
    actor: Actor,
    parcours: Parcours,
    file: SentFile,
    kind: DocumentKind,
    on: date,
    now: datetime,
    person: Person | None = None,
    expires_on: date | None = None,
) -> SupportingDocument:
    """``upload_document``, for whoever needs the paper itself."""
    with PARCOURS_WORKFLOW.perform("upload_document", parcours, actor=actor, on=on, now=now) as act:
        asked = act.subject.document_requests.missing().filter(kind=kind, person=person)
        document = SupportingDocument(
            event_id=act.entry_id,
            parcours=act.subject,
            person=person,
            request=asked.order_by("wanted_by", "pk").first(),
            kind=kind,
            # Nobody's name, and nothing that a guess would find.
            storage_key=secrets.token_hex(20),
            format=file.inspected.format,
            size=len(file.content),
            pages=file.inspected.pages,
            checksum=hashlib.sha256(file.content).hexdigest(),
            uploaded_by_id=actor.user_id,
            organisation_id=actor.organisation_id,
            uploaded_at=now,
            expires_on=expires_on,
            delete_on=on + KEPT_FOR,
        )
        document.full_clean(exclude=["event"])
        document.save()
        QuarantinedFile.objects.create(document=document, content=file.content, try_at=now)
        act.payload |= {"document": kind, "file": document.pk}
    transaction.on_commit(partial(nudge, document.pk), robust=True)
    return document


@transaction.atomic
def remove_document(
    *,
    actor: Actor,
    parcours: Parcours,
    document: SupportingDocument,
    on: date,
    now: datetime,
) -> Parcours:
    """Erase it at once. Raises TransitionRefused when it has been already."""
    with PARCOURS_WORKFLOW.perform("remove_document", parcours, actor=actor, on=on, now=now) as act:
        held = hold(document.pk)
        if held is None:
            raise TransitionRefused("Cette pièce est déjà effacée.", code="state")
        erase(held)
        act.payload |= {"document": held.kind, "file": held.pk}
    return act.subject


@transaction.atomic
def open_document(*, actor: Actor, document: SupportingDocument, now: datetime) -> File:
    """Its content, once it is written who reads it. Raises FileNotFoundError."""
    log_reading(
        actor=actor,
        public_id=document.parcours.public_id,
        page=page_of(document),
        now=now,
    )
    return storage().open(document.storage_key)


def erase_due(*, on: date) -> int:
    """Those whose day has come; how many. One transaction each: a disk that fails stops no other."""
    # Whom the database is spoken to for is told at the start of a transaction.
    with transaction.atomic():
        due = SupportingDocument.objects.due_for_erasure(on).order_by("pk")
        document_ids = list(due.values_list("pk", flat=True))
    for document_id in document_ids:
        with transaction.atomic():
            if held := hold(document_id):
                erase(held)
    return len(document_ids)


def hold(document_id: int) -> SupportingDocument | None:
    """Its row, until the end of the transaction; None once it is erased."""
    rows = SupportingDocument.objects.select_for_update(of=("self",))
    return rows.filter(pk=document_id).exclude(state=DocumentState.ERASED).first()


def erase(held: SupportingDocument) -> None:
    """Its bytes, wherever they are; that there was one stays in the journal."""
    QuarantinedFile.objects.filter(document=held).delete()
    held.state, held.refusal = DocumentState.ERASED, ""
    held.save(update_fields=["state", "refusal"])
    # Last: a disk that refuses leaves everything as it was.
    storage().delete(held.storage_key)


def storage() -> Storage:
    return storages["documents"]


def nudge(document_id: int) -> None:
    call_worker(EXAMINE, document_id=document_id)
