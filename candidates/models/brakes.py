"""What stands in a household's way: since when, what it blocks, and when it was lifted."""

import uuid

from django.db import models
from django.db.models import F, Q

from candidates.enums import BrakeKind, Hindered, Theme
from candidates.models.parcours import Parcours
from candidates.models.person import Person
from emile.core.history import keep_history
from emile.core.models import Checked


@keep_history()
class Brake(Checked):
    """A brake is of a theme; of one person when it is not everybody's. Lifted, it stays readable."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="brakes", verbose_name="parcours"
    )
    theme = models.CharField("thème", max_length=20, choices=Theme)
    kind = models.CharField("frein", max_length=30, choices=BrakeKind)
    details = models.CharField("précisions", max_length=200, blank=True)
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="personne concernée",
    )
    hinders = models.CharField("ce qu’il bloque", max_length=20, choices=Hindered)
    since = models.DateField("depuis le")
    resolved_on = models.DateField("levé le", null=True, blank=True)
    resolution = models.CharField("comment", max_length=200, blank=True)

    class Meta:
        verbose_name = "frein"
        verbose_name_plural = "freins"
        constraints = [
            models.CheckConstraint(
                name="brake_resolved_after_it_began",
                condition=Q(resolved_on__isnull=True) | Q(resolved_on__gte=F("since")),
                violation_error_message="Un frein n’est pas levé avant d’avoir commencé.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def label(self) -> str:
        """The words of the list, or those that were written when none of them fits."""
        kind = BrakeKind(self.kind)
        if kind == BrakeKind.OTHER and self.details:
            return self.details
        return str(kind.label)
