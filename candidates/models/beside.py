"""Beside the stages: a file that sleeps, a household that leaves."""

from django.db import models

from candidates.enums import (
    DecidedBy,
)
from candidates.models.journal import Fact
from candidates.models.parcours import Parcours
from emile.core.history import keep_history


@keep_history()
class Suspension(Fact):
    """The file sleeps until its review date, for a reason of the coordinator's list."""

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="suspensions", verbose_name="parcours"
    )
    reason = models.ForeignKey(
        "candidates.Reason", models.PROTECT, related_name="+", verbose_name="motif"
    )
    review_on = models.DateField("à revoir le")

    class Meta:
        verbose_name = "suspension"
        verbose_name_plural = "suspensions"

    def __str__(self) -> str:
        return f"{self.review_on}"


@keep_history()
class Exit(Fact):
    """The household leaves the programme before the end: why, and whose decision it was."""

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="exits", verbose_name="parcours"
    )
    reason = models.ForeignKey(
        "candidates.Reason", models.PROTECT, related_name="+", verbose_name="motif"
    )
    decided_by = models.CharField("décidée par", max_length=20, choices=DecidedBy)

    class Meta:
        verbose_name = "sortie du programme"
        verbose_name_plural = "sorties du programme"

    def __str__(self) -> str:
        return f"{self.decided_by}"
