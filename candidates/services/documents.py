"""Asking for papers, and noting that they were seen."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from candidates.enums import DocumentKind, DocumentReceipt
from candidates.models import DocumentReception, DocumentRequest, Parcours, Person
from candidates.notifications import decisions as letters
from candidates.selectors.paper_list import paper_list
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.errors import DomainError
from emile.core.workflow import TransitionRefused
from operators.actors import Actor


class AlreadyAsked(DomainError):
    def __init__(self, kinds: Collection[str]) -> None:
        labels = ", ".join(DocumentKind(kind).label for kind in kinds)
        super().__init__(f"Déjà demandé, pas encore reçu\u00a0: {labels}.", code="asked")


@transaction.atomic
def ask_documents(
    *,
    actor: Actor,
    parcours: Parcours,
    kinds: Collection[DocumentKind],
    wanted_by: date,
    on: date,
    now: datetime,
    person: Person | None = None,
) -> Parcours:
    """Several papers, of one person or of the whole household; the orienting body is told."""
    with PARCOURS_WORKFLOW.perform("ask_documents", parcours, actor=actor, on=on, now=now) as act:
        waiting = act.subject.document_requests.missing().filter(person=person, kind__in=kinds)
        if asked := list(waiting.order_by("pk").values_list("kind", flat=True)):
            raise AlreadyAsked(asked)
        for kind in kinds:
            DocumentRequest.objects.create(
                event_id=act.entry_id,
                parcours=act.subject,
                person=person,
                kind=kind,
                wanted_by=wanted_by,
            )
        act.payload["documents"] = list(kinds)
    letters.tell_documents_asked(act)
    return act.subject


@transaction.atomic
def see_document(
    *,
    actor: Actor,
    parcours: Parcours,
    kind: DocumentKind,
    means: DocumentReceipt,
    on: date,
    now: datetime,
    person: Person | None = None,
) -> Parcours:
    """A paper that was seen, whether it had been asked for or not."""
    with PARCOURS_WORKFLOW.perform("see_document", parcours, actor=actor, on=on, now=now) as act:
        asked = act.subject.document_requests.missing().filter(kind=kind, person=person)
        request = asked.order_by("wanted_by", "pk").first() or DocumentRequest.objects.create(
            event_id=act.entry_id, parcours=act.subject, person=person, kind=kind, wanted_by=on
        )
        DocumentReception.objects.create(event_id=act.entry_id, request=request, means=means)
        act.payload |= {"document": kind, "means": means}
    return act.subject


@transaction.atomic
def remind_papers(*, actor: Actor, parcours: Parcours, on: date, now: datetime) -> Parcours:
    """Tell the orienting body what is missing, and nothing else. Raises TransitionRefused when
    nothing is, when the day's reminder has left already, or when nobody can get one."""
    with PARCOURS_WORKFLOW.perform("remind_papers", parcours, actor=actor, on=on, now=now) as act:
        missing = paper_list(act.subject, on).missing
        if not missing:
            raise TransitionRefused("Aucune pièce attendue ne manque.", code="nothing")
        act.payload["documents"] = sorted({line.paper.kind for line in missing})
    if not letters.tell_papers_missing(act, missing):
        raise TransitionRefused(
            "Aucune adresse électronique n’est connue dans la structure qui oriente\u00a0: "
            "appelez-la.",
            code="nobody",
        )
    return act.subject


@transaction.atomic
def receive_document(
    *,
    actor: Actor,
    parcours: Parcours,
    request: DocumentRequest,
    means: DocumentReceipt,
    on: date,
    now: datetime,
) -> Parcours:
    """Raises TransitionRefused when somebody else noted it meanwhile."""
    with PARCOURS_WORKFLOW.perform(
        "receive_document", parcours, actor=actor, on=on, now=now
    ) as act:
        if not act.subject.document_requests.missing().filter(pk=request.pk).exists():
            raise TransitionRefused("Cette pièce est déjà notée comme reçue.", code="state")
        DocumentReception.objects.create(event_id=act.entry_id, request=request, means=means)
        act.payload |= {"document": request.kind, "means": means}
    return act.subject
