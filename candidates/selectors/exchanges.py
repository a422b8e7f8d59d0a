"""« Pièces et échanges »: appointments, papers, and what was said."""

from dataclasses import dataclass
from datetime import date

from candidates.enums import AppointmentState
from candidates.models import (
    Appointment,
    DocumentReception,
    DocumentRequest,
    Note,
    Parcours,
    counts_q,
)
from candidates.selectors.documents import missing_documents
from operators.actors import Actor


# The latest; the timeline of the first page goes further back.
SHOWN = 50


@dataclass(frozen=True, slots=True)
class ExchangesPage:
    planned: list[Appointment]
    past: list[Appointment]
    missing: list[DocumentRequest]
    received: list[DocumentReception]
    notes: list[Note]


def exchanges_page(*, actor: Actor, parcours: Parcours) -> ExchangesPage:
    """Four queries. What this reader may not read is not there."""
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
        notes=list(
            Note.objects.visible_to(actor)
            .exchanges()
            .filter(parcours=parcours)
            .select_related("author", "organisation", "event")
            .order_by("-event__occurred_on", "-pk")[:SHOWN]
        ),
    )


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
