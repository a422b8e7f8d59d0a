"""A document is asked for, made by a worker, kept for a while, erased."""

import hashlib
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from candidates.enums import PENDING, ProducedState
from candidates.models import ImmersionStay, Parcours, ProducedDocument
from candidates.notifications.monthly import tell_summary_is_ready
from candidates.pdf.documents import html_of
from candidates.pdf.territory import summary_html
from candidates.selectors.produced import Printable, last_sequence
from candidates.selectors.stay import stays_of
from emile.core.context import database_context, system
from emile.core.errors import DomainError
from emile.core.workers import call_worker
from operators.actors import Actor
from operators.enums import OrganisationKind


# The entrance that makes it: above services, hence by its name.
CARRY_ON = "candidates.jobs.carry_on_document"
PURPOSE = "documents PDF"
LEASE = timedelta(minutes=3)
MOST_ATTEMPTS = 3
KEPT_DAYS = 30
Clock = Callable[[], datetime]


class NotPrintable(DomainError):
    def __init__(self, why: str) -> None:
        super().__init__(why, code="not_printable")


class NoLongerReadable(Exception):
    """Whoever asked may not open the file any more."""


@transaction.atomic
def ask_document(
    *, actor: Actor, parcours: Parcours, wanted: Printable, now: datetime
) -> ProducedDocument:
    """Have it made; the one that is being made, or that shows the same acts, if there is one."""
    if wanted.refusal:
        raise NotPrintable(wanted.refusal)
    same = ProducedDocument.objects.filter(
        kind=wanted.kind,
        parcours=parcours,
        stay=wanted.stay,
        organisation=actor.organisation_id,
        role=actor.kind,
    )
    asked = ProducedDocument(
        kind=wanted.kind,
        parcours=parcours,
        stay=wanted.stay,
        asked_by_id=actor.user_id,
        organisation_id=actor.organisation_id,
        role=actor.kind,
        asked_at=now,
    )
    asked.full_clean(validate_constraints=False)
    # Two people ask at once: the unique index lets one through, once the other is committed.
    ProducedDocument.objects.bulk_create([asked], ignore_conflicts=True)
    # What a worker has just finished is seen by now, and by nobody's page yet.
    if made := same.ready().filter(sequence=last_sequence(parcours)).defer("content").first():
        same.filter(public_id=asked.public_id).delete()
        return made
    document = same.defer("content").latest("pk")
    transaction.on_commit(partial(nudge, document.pk), robust=True)
    return document


def nudge(document_id: int) -> None:
    call_worker(CARRY_ON, document_id=document_id)


def carry_on(*, document_id: int, clock: Clock) -> None:
    """Make it. Safe to run twice: the second finds it leased, or over."""
    from emile.core.pdf import print_pdf

    with database_context(system(PURPOSE)):
        document = _claim(document_id, clock())
        if document is None:
            return
        try:
            html = _read(document, clock())
        except NoLongerReadable:
            _end(document, state=ProducedState.FAILED)
            return
        _keep(document, print_pdf(html), clock())


@transaction.atomic
def _claim(document_id: int, now: datetime) -> ProducedDocument | None:
    rows = ProducedDocument.objects.left_aside(now).select_for_update(
        of=("self",), skip_locked=True
    )
    document = rows.filter(pk=document_id).defer("content").first()
    if document is None:
        return None
    document.attempts += 1
    if document.attempts > MOST_ATTEMPTS:
        _end(document, state=ProducedState.FAILED)
        return None
    document.state, document.leased_until = ProducedState.MAKING, now + LEASE
    document.save(update_fields=["attempts", "state", "leased_until"])
    return document


@transaction.atomic
def _read(document: ProducedDocument, now: datetime) -> str:
    document.as_of = now
    today = timezone.localdate(now)
    if document.territory:
        return summary_html(document, document.territory, today)
    return _read_file(document, today)


def _read_file(document: ProducedDocument, today: date) -> str:
    """As whoever asked reads it. No act may be written meanwhile: it shows one state of the file."""
    known = Parcours.objects.filter(produced=document.pk)
    known.select_for_update(of=("self",)).get()
    actor = Actor(
        document.asked_by_id or 0, document.organisation_id or 0, OrganisationKind(document.role)
    )
    with database_context(actor.database_context):
        mine = Parcours.objects.visible_to(actor).for_detail()
        parcours = mine.filter(produced=document.pk).first()
        if parcours is None:
            raise NoLongerReadable
        document.sequence = last_sequence(parcours)
        document.stay = _stay(document, actor, parcours)
        return html_of(document, parcours, today)


def _stay(document: ProducedDocument, actor: Actor, parcours: Parcours) -> ImmersionStay | None:
    if document.stay_id is None:
        return None
    stay = stays_of(actor, parcours).filter(pk=document.stay_id).first()
    if stay is None:
        raise NoLongerReadable
    return stay


@transaction.atomic
def _keep(document: ProducedDocument, content: bytes, now: datetime) -> None:
    """That of a month is an archive, and those it is for are told of it."""
    is_kept = _end(
        document,
        state=ProducedState.READY,
        content=content,
        size=len(content),
        digest=hashlib.sha256(content).hexdigest(),
        sequence=document.sequence,
        as_of=document.as_of,
        kept_until=None
        if document.territory
        else timezone.localdate(now) + timedelta(days=KEPT_DAYS),
    )
    if is_kept and document.territory:
        tell_summary_is_ready(document, document.territory)


@transaction.atomic
def _end(document: ProducedDocument, **found: object) -> bool:
    """False when somebody else took it over."""
    mine = ProducedDocument.objects.filter(pk=document.pk, attempts__lte=document.attempts)
    return bool(mine.filter(state__in=PENDING).update(leased_until=None, **found))


def erase_documents(*, today: date) -> int:
    """Those whose time is over: their row stays, their bytes go."""
    with database_context(system(PURPOSE)), transaction.atomic():
        return ProducedDocument.objects.to_erase(today).update(
            state=ProducedState.ERASED, content=b""
        )
