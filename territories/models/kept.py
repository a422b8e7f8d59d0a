"""What those who keep a territory's board write on it, and must confirm now and then."""

import uuid
from datetime import date
from typing import Any, Generic, Self, TypeVar

from django.db import models
from django.db.models import Exists, OuterRef, Q

from emile.core.models import NextEntry, next_sequence
from emile.core.workflow import Staged
from operators.actors import Actor
from territories.models.freshness import FreshnessRule
from territories.models.territory import Territory


KeptT = TypeVar("KeptT", bound="Kept")


def kept_by(actor: Actor, day: date) -> Exists:
    return Exists(Territory.objects.kept_by(actor, day).filter(pk=OuterRef("territory")))


def confirmed_q(day: date, rule: FreshnessRule) -> Q:
    return Q(confirmed_on__gte=rule.stale_before(day))


class KeptQuerySet(models.QuerySet[KeptT], Generic[KeptT]):
    # Filters

    def open_on(self, day: date) -> Self:
        """What counts that day, however long ago it was confirmed."""
        raise NotImplementedError

    def fresh_on(self, day: date, rule: FreshnessRule) -> Self:
        """What one may count on: the only rows that matching reads."""
        return self.open_on(day).filter(confirmed_q(day, rule))

    def to_confirm_on(self, day: date, rule: FreshnessRule) -> Self:
        return self.open_on(day).filter(confirmed_on__lt=rule.stale_before(day))

    # Shapes

    def marked_for(self, actor: Actor, day: date) -> Self:
        """``is_mine``: the actor may change it."""
        return self.annotate(is_mine=kept_by(actor, day))

    def for_detail(self) -> Self:
        raise NotImplementedError

    def with_next_entry(self) -> Self:
        """With the id and the number of the next row of the journal, right while the row is held."""
        events: Any = self.model._meta.get_field("events")
        journal = events.related_model
        entries = journal.objects.filter(**{events.field.name: OuterRef("pk")})
        return self.annotate(next_entry_id=NextEntry(journal), next_sequence=next_sequence(entries))


class Kept(Staged):
    """Its ``status`` is moved by ``territories.workflow`` alone; its ``events`` are its journal."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.PositiveIntegerField("version", default=1, editable=False)
    confirmed_on = models.DateField("confirmée le", editable=False)

    status: Any
    territory: Any
    events: Any

    class Meta:
        abstract = True

    @property
    def stage(self) -> str:
        stage: str = self.status
        return stage

    @property
    def standing(self) -> str:
        """It has no other state than its status."""
        return ""

    def is_past(self, day: date) -> bool:
        raise NotImplementedError

    def is_stale(self, day: date, rule: FreshnessRule) -> bool:
        return self.confirmed_on < rule.stale_before(day)
