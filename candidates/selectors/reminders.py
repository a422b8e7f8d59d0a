"""When whoever has the hand was last asked where it stands."""

from datetime import date

from django.db.models import BigIntegerField, OuterRef, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from candidates.models import Parcours, ParcoursEvent


def last_reminder() -> Subquery:
    """Of the outer file, to the organisation that has the hand now."""
    awaited = Cast(KeyTextTransform("awaited", "payload"), BigIntegerField())
    asked = (
        ParcoursEvent.objects.standing()
        .annotate(awaited=awaited)
        .filter(parcours=OuterRef("pk"), kind="remind", awaited=OuterRef("owner_organisation"))
    )
    return Subquery(asked.order_by("-occurred_on").values("occurred_on")[:1])


def reminded_on(parcours: Parcours) -> date | None:
    found: date | None = (
        Parcours.objects.filter(pk=parcours.pk).values_list(last_reminder(), flat=True).get()
    )
    return found
