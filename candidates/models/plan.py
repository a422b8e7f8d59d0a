"""The action plan, on its three parallel axes."""

import uuid

from django.db import models

from candidates.enums import PlanAxis
from candidates.models.parcours import Parcours
from emile.core.history import keep_history


@keep_history()
class PlanAction(models.Model):
    """One line of the action plan, on one of its three parallel axes."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="plan_actions", verbose_name="parcours"
    )
    axis = models.CharField("axe", max_length=10, choices=PlanAxis)
    label = models.CharField("action", max_length=200)
    due_on = models.DateField("avant le", null=True, blank=True)
    done_on = models.DateField("faite le", null=True, blank=True)

    class Meta:
        verbose_name = "action du plan"
        verbose_name_plural = "actions du plan"

    def __str__(self) -> str:
        return f"{self.axis} {self.pk}"
