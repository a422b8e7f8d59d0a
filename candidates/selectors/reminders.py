"""When whoever has the hand was last asked where it stands."""

from datetime import datetime, timedelta

from django.db.models import BigIntegerField, OuterRef, QuerySet, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from candidates.models import Parcours, ParcoursEvent


# Two letters within a day say no more than one, whoever asks.
COOLDOWN = timedelta(hours=24)


def last_reminder() -> Subquery:
    """Of the outer file, to the organisation that has the hand now: when it was asked."""
    return Subquery(_asked().values("recorded_at")[:1])


def reminded_at(parcours: Parcours) -> datetime | None:
    found: datetime | None = (
        Parcours.objects.filter(pk=parcours.pk).values_list(last_reminder(), flat=True).get()
    )
    return found


def next_reminder_at(parcours: Parcours, now: datetime) -> datetime | None:
    """None when one may leave at once."""
    last = reminded_at(parcours)
    return last + COOLDOWN if last and now < last + COOLDOWN else None


def _asked() -> QuerySet[ParcoursEvent]:
    awaited = Cast(KeyTextTransform("awaited", "payload"), BigIntegerField())
    asked = (
        ParcoursEvent.objects.standing()
        .annotate(awaited=awaited)
        .filter(parcours=OuterRef("pk"), kind="remind", awaited=OuterRef("owner_organisation"))
    )
    return asked.order_by("-recorded_at")
