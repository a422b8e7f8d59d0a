"""What a worker makes and keeps: asked for, made, ready, erased."""

from datetime import date, datetime
from typing import Any, ClassVar, Self, TypeVar
from uuid import uuid4

from django.db import models
from django.db.models import Q

from emile.core.models.checked import Checked


class ProducedState(models.TextChoices):
    ASKED = "asked", "Demandé"
    MAKING = "making", "En préparation"
    READY = "ready", "Prêt"
    FAILED = "failed", "Échec"
    ERASED = "erased", "Effacé"


# A worker has something to do with it.
PENDING = (ProducedState.ASKED, ProducedState.MAKING)
A = TypeVar("A", bound="Asked", covariant=True)


class AskedQuerySet(models.QuerySet[A]):
    # Filters

    def left_aside(self, now: datetime) -> Self:
        """To be made, and in nobody's hands."""
        free = Q(leased_until__isnull=True) | Q(leased_until__lt=now)
        return self.filter(free, state__in=PENDING)

    def pending(self) -> Self:
        return self.filter(state__in=PENDING)

    def ready(self) -> Self:
        return self.filter(state=ProducedState.READY)

    def to_erase(self, today: date) -> Self:
        return self.filter(state=ProducedState.READY, kept_until__lt=today)


class Asked(Checked):
    """Something for a worker to make. ``kept_until`` is empty for an archive."""

    public_id = models.UUIDField(default=uuid4, unique=True, editable=False)
    state = models.CharField(
        "état", max_length=10, choices=ProducedState, default=ProducedState.ASKED
    )
    asked_at = models.DateTimeField("demandé le")
    attempts = models.PositiveSmallIntegerField("essais", default=0)
    leased_until = models.DateTimeField("pris en charge jusqu’à", null=True, blank=True)
    kept_until = models.DateField("gardé jusqu’au", null=True, blank=True)

    class Meta:
        abstract = True
        indexes: ClassVar[list[Any]] = [
            models.Index(
                name="%(class)s_to_make",
                fields=["leased_until"],
                condition=Q(state__in=PENDING),
            ),
        ]

    @property
    def is_pending(self) -> bool:
        return self.state in PENDING

    @property
    def is_ready(self) -> bool:
        return self.state == ProducedState.READY


class Produced(Asked):
    """A document. ``as_of`` is the moment when what it shows was read. The row outlives its bytes."""

    as_of = models.DateTimeField("données lues le", null=True, blank=True)
    size = models.PositiveIntegerField("octets", default=0)
    digest = models.CharField("empreinte", max_length=64, blank=True)
    content = models.BinaryField("contenu", default=bytes)

    class Meta(Asked.Meta):
        abstract = True
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="%(class)s_ready_has_its_bytes",
                condition=~Q(state=ProducedState.READY)
                | Q(size__gt=0, as_of__isnull=False) & ~Q(digest=""),
                violation_error_message="Un document prêt a un contenu.",
            ),
        ]
