"""« Pièces et échanges »: appointments, papers, and what was said."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery

from candidates.enums import AppointmentState
from candidates.models import (
    Appointment,
    DocumentReception,
    DocumentRequest,
    Mailing,
    Parcours,
    counts_q,
)
from candidates.selectors.conversation import SHOWN, Conversation, conversations
from candidates.selectors.documents import missing_documents
from candidates.selectors.paper_list import PaperList, paper_list
from candidates.selectors.papers import SentPaper, sent_papers
from emile.core.models import OutboxMessage
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Organisation


@dataclass(frozen=True, slots=True)
class Letter:
    """A message about the file. Its text is for the organisation that it was written to; one of
    many is read on the page of its mailing, by those who may."""

    message: OutboxMessage
    to: str
    text: str
    mailing: UUID | None


@dataclass(frozen=True, slots=True)
class ExchangesPage:
    planned: list[Appointment]
    past: list[Appointment]
    missing: list[DocumentRequest]
    received: list[DocumentReception]
    expected: PaperList
    sent: list[SentPaper]
    tells_readings: bool
    conversations: list[Conversation]
    letters: list[Letter]


def exchanges_page(
    *, actor: Actor, parcours: Parcours, today: date, reads_papers: bool
) -> ExchangesPage:
    """What this reader may not read is not there."""
    tells_readings = actor.is_manager or actor.kind == OrganisationKind.COORDINATOR
    appointments = list(
        Appointment.objects.filter(parcours=parcours).for_list().order_by("starts_at", "pk")
    )
    return ExchangesPage(
        planned=[one for one in appointments if one.is_planned],
        past=[one for one in reversed(appointments) if not one.is_planned],
        missing=missing_documents(parcours),
        received=list(
            DocumentReception.objects.filter(counts_q(), request__parcours=parcours)
            .select_related("request__person", "event")
            .order_by("-event__occurred_on", "-pk")
        ),
        expected=paper_list(parcours, today),
        sent=sent_papers(parcours, tells_readings=tells_readings) if reads_papers else [],
        tells_readings=tells_readings,
        conversations=conversations(actor=actor, parcours=parcours),
        letters=_letters(actor, parcours),
    )


def _letters(actor: Actor, parcours: Parcours) -> list[Letter]:
    """Those written to the reader's organisation, or to the household; the coordinator knows that
    the others exist. To whom else a proposal was made is nobody else's affair."""
    organisations = Organisation.objects.filter(pk=OuterRef("organisation_id"))
    written = OutboxMessage.objects.filter(parcours_id=parcours.pk)
    if actor.kind != OrganisationKind.COORDINATOR:
        mine = Q(organisation_id=actor.organisation_id) | Q(organisation_id__isnull=True)
        written = written.filter(mine)
    mailings = Mailing.objects.visible_to(actor).filter(recipients__message=OuterRef("pk"))
    latest = written.annotate(
        to=Subquery(organisations.values("name")), mailing=Subquery(mailings.values("public_id"))
    ).order_by("-created_at", "-pk")
    return [
        Letter(
            message,
            message.to or "",
            message.body if message.organisation_id == actor.organisation_id else "",
            message.mailing,
        )
        for message in latest[:SHOWN]
    ]


def my_day(*, actor: Actor, day: date) -> list[Appointment]:
    """What this person has that day, in its order, with whom and how to reach them."""
    mine = Appointment.objects.visible_to(actor).filter(worker=actor.user_id)
    return list(
        mine.filter(organisation=actor.organisation_id)
        .exclude(state=AppointmentState.CANCELLED)
        .on(day)
        .for_list()
        .prefetch_related("parcours__household__members__person__contact_points")
        .order_by("starts_at", "pk")
    )
