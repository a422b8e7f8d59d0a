"""What the list of households says besides its rows."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from candidates.models import Parcours
from candidates.models.life import urgent_q
from candidates.models.parcours import ParcoursQuerySet
from operators.actors import Actor


def in_table(files: ParcoursQuerySet) -> QuerySet[Any]:
    """With ``is_urgent``: the household has lost its lodging."""
    return files.for_table().annotate(is_urgent=urgent_q())


def unknown_references(actor: Actor, references: Sequence[str]) -> list[str]:
    """Those under which this actor has no file, whether somebody else has one or nobody.

    No query when nothing is asked.
    """
    if not references:
        return []
    mine = Parcours.objects.visible_to(actor).filter(household__reference__in=references)
    known = set(mine.values_list("household__reference", flat=True))
    return [reference for reference in references if reference not in known]
