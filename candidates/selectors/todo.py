"""What waits for an organisation, and what it waits for from others."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from candidates.models import Parcours
from candidates.models.life import urgent_q
from candidates.models.parcours import ParcoursQuerySet
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


def in_list(files: ParcoursQuerySet) -> QuerySet[Any]:
    """With ``is_urgent``: the household has lost its lodging."""
    return files.for_list().annotate(is_urgent=urgent_q())


def to_do(*, actor: Actor, today: date) -> ToDo:
    """Households without a roof first; then by due date, and by how long it has waited."""
    mine = Parcours.objects.visible_to(actor).waiting_for(actor.organisation_id, today)
    counted = mine.aggregate(total=Count("pk"), late=Count("pk", filter=Q(due_on__lt=today)))
    return ToDo(
        rows=list(in_list(mine).order_by("-is_urgent", "due_on", "stage_since", "pk")[:SHOWN]),
        **counted,
        elsewhere=Parcours.objects.visible_to(actor)
        .elsewhere(actor.organisation_id, today)
        .count(),
    )
