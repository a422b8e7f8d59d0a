"""A document is asked for, made by a worker, kept for a while, erased."""

from datetime import date, datetime, timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from candidates.models import ImmersionStay, Parcours, ProducedDocument
from candidates.pdf.documents import html_of
from candidates.selectors.produced import Printable, last_sequence
from candidates.selectors.stay import stays_of
from emile.core.context import database_context, system
from emile.core.errors import DomainError
from emile.core.models import ProducedState
from emile.core.producing import Clock, claim, fail, keep
from emile.core.workers import call_worker
from operators.actors import Actor
from operators.enums import OrganisationKind


# The entrance that makes it: above services, hence by its name.
CARRY_ON = "candidates.jobs.carry_on_document"
PURPOSE = "documents PDF"
KEPT_DAYS = 30


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
        rows = ProducedDocument.objects.defer("content")
        document = claim(rows, document_id, clock())
        if document is None:
            return
        try:
            html = _read(document, clock())
        except NoLongerReadable:
            fail(document)
            return
        kept_until = timezone.localdate(clock()) + timedelta(days=KEPT_DAYS)
        keep(document, print_pdf(html), sequence=document.sequence, kept_until=kept_until)


@transaction.atomic
def _read(document: ProducedDocument, now: datetime) -> str:
    """As whoever asked reads it. No act may be written meanwhile: it shows one state of the file."""
    document.as_of = now
    known = Parcours.objects.filter(produced=document.pk)
    known.select_for_update(of=("self",)).get()
    actor = Actor(document.asked_by_id, document.organisation_id, OrganisationKind(document.role))
    with database_context(actor.database_context):
        mine = Parcours.objects.visible_to(actor).for_detail()
        parcours = mine.filter(produced=document.pk).first()
        if parcours is None:
            raise NoLongerReadable
        document.sequence = last_sequence(parcours)
        document.stay = _stay(document, actor, parcours)
        return html_of(document, parcours, timezone.localdate(now))


def _stay(document: ProducedDocument, actor: Actor, parcours: Parcours) -> ImmersionStay | None:
    if document.stay_id is None:
        return None
    stay = stays_of(actor, parcours).filter(pk=document.stay_id).first()
    if stay is None:
        raise NoLongerReadable
    return stay


def erase_documents(*, today: date) -> int:
    """Those whose time is over: their row stays, their bytes go."""
    with database_context(system(PURPOSE)), transaction.atomic():
        return ProducedDocument.objects.to_erase(today).update(
            state=ProducedState.ERASED, content=b""
        )
