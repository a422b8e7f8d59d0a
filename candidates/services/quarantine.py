"""What a worker does with a file in quarantine: have it scanned, keep what is safe of it, let it out."""

import hashlib
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.db import transaction

from candidates.enums import DocumentState
from candidates.models import QuarantinedFile, SupportingDocument
from candidates.services.papers import hold, nudge, storage
from emile.core.context import database_context, system
from emile.core.uploads import FileFormat, Scanner, ScannerDown, UnsafeFile, inspect
from emile.core.uploads.images import redraw


log = logging.getLogger(__name__)
LEASE = timedelta(minutes=3)
# For a scanner or a disk that is away: a file is not refused for their sake.
RETRY = timedelta(minutes=2)
MOST_ATTEMPTS = 5
BATCH = 100
INFECTED = (
    "Un virus a été trouvé dans ce fichier, qui est effacé. Prévenez la personne qui l’a fourni, et "
    "envoyez une photo du papier."
)
UNREADABLE = (
    "Ce fichier n’a pas pu être vérifié, et il est effacé. Photographiez le papier et envoyez la "
    "photo."
)
Clock = Callable[[], datetime]


def examine(*, document_id: int, scanner: Scanner, clock: Clock) -> None:
    """Safe to run twice: the second finds it in the hands of the first, or out.

    What is not decided stays in quarantine, and the sweep comes back to it.
    """
    with database_context(system("vérification des pièces")):
        claimed = _claim(document_id, clock())
        if claimed is None:
            return
        try:
            _decide(claimed, bytes(claimed.content), scanner)
        except (ScannerDown, OSError) as reason:
            log.warning("Document %s stays in quarantine: %s", document_id, reason)
            _put_back(claimed, clock())


def sweep(*, now: datetime) -> int:
    """Those that wait, or that a worker left half-way; how many."""
    with database_context(system("vérification des pièces")), transaction.atomic():
        due = QuarantinedFile.objects.due(now).order_by("try_at", "pk")
        document_ids = list(due.values_list("pk", flat=True)[:BATCH])
    for document_id in document_ids:
        nudge(document_id)
    return len(document_ids)


@transaction.atomic
def _claim(document_id: int, now: datetime) -> QuarantinedFile | None:
    rows = QuarantinedFile.objects.due(now).select_for_update(of=("self",), skip_locked=True)
    claimed = rows.filter(pk=document_id).first()
    if claimed is None:
        return None
    claimed.attempts += 1
    claimed.leased_until = now + LEASE
    claimed.save(update_fields=["attempts", "leased_until"])
    return claimed


def _decide(claimed: QuarantinedFile, content: bytes, scanner: Scanner) -> None:
    if claimed.attempts > MOST_ATTEMPTS:
        _refuse(claimed, UNREADABLE)
        return
    if threat := scanner.threat_in(content):
        log.warning("Document %s: %s found.", claimed.pk, threat)
        _refuse(claimed, INFECTED)
        return
    try:
        inspected = inspect(content)
        safe = redraw(content) if inspected.format.is_picture else content
    except UnsafeFile as refusal:
        _refuse(claimed, str(refusal))
        return
    _let_out(claimed, safe, scanner)


@transaction.atomic
def _let_out(claimed: QuarantinedFile, safe: bytes, scanner: Scanner) -> None:
    """The bytes first: they can be read only once the row says so."""
    held = _still_ours(claimed)
    if held is None:
        return
    # A worker that died here before has left them.
    storage().delete(held.storage_key)
    storage().save(held.storage_key, ContentFile(safe))
    held.state, held.scanner = DocumentState.AVAILABLE, scanner.kind
    held.format = FileFormat(held.format).kept_as
    held.size, held.checksum = len(safe), hashlib.sha256(safe).hexdigest()
    held.full_clean(exclude=["event"])
    held.save()
    claimed.delete()


@transaction.atomic
def _refuse(claimed: QuarantinedFile, why: str) -> None:
    """Nothing of it is kept but why."""
    held = _still_ours(claimed)
    if held is None:
        return
    held.state, held.refusal = DocumentState.REFUSED, why
    held.save(update_fields=["state", "refusal"])
    claimed.delete()


def _still_ours(claimed: QuarantinedFile) -> SupportingDocument | None:
    """None when it was taken back meanwhile, or when another worker has it by now."""
    held = hold(claimed.pk)
    same = QuarantinedFile.objects.filter(pk=claimed.pk, attempts=claimed.attempts)
    return held if held and same.exists() else None


@transaction.atomic
def _put_back(claimed: QuarantinedFile, now: datetime) -> None:
    QuarantinedFile.objects.filter(pk=claimed.pk, attempts=claimed.attempts).update(
        attempts=0, leased_until=None, try_at=now + RETRY
    )
