"""What waits for an organisation, and what it waits for from others."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from candidates.models import Parcours
from operators.actors import Actor


# Enough for a day's work; the list shows them all.
SHOWN = 50


@dataclass(frozen=True, slots=True)
class ToDo:
    """``late`` and the two others are counts of exactly the rows behind their links."""

    rows: list[Parcours]
    total: int
    late: int
    elsewhere: int


def to_do(*, actor: Actor, today: date) -> ToDo:
    """The most urgent first: by due date, then by how long it has waited."""
    mine = Parcours.objects.visible_to(actor).waiting_for(actor.organisation_id, today)
    counted = mine.aggregate(total=Count("pk"), late=Count("pk", filter=Q(due_on__lt=today)))
    return ToDo(
        rows=list(mine.for_list().order_by("due_on", "stage_since", "pk")[:SHOWN]),
        **counted,
        elsewhere=Parcours.objects.visible_to(actor)
        .elsewhere(actor.organisation_id, today)
        .count(),
    )
