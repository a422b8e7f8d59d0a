"""Lists and delays that the coordinator decides: rows, never constants. Retired, never deleted."""

from django.db import models
from django.db.models import Q

from candidates.enums import DecidedBy, ReasonUse
from territories.models.dated import Dated, DatedQuerySet


class DelayUnit(models.TextChoices):
    WORKING_DAYS = "working_days", "jours ouvrés"
    DAYS = "days", "jours"
    MONTHS = "months", "mois"


class DeadlinePolicy(Dated):
    """How long a stage, or a named event, may take. The version that counts is the one in force on
    entering the stage."""

    code = models.CharField("pour", max_length=40)
    count = models.PositiveSmallIntegerField("délai")
    unit = models.CharField("unité", max_length=20, choices=DelayUnit)

    objects = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = "délai"
        verbose_name_plural = "délais"
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                name="deadlinepolicy_one_in_force",
                fields=["code"],
                condition=Q(until__isnull=True),
                violation_error_message="Un délai est déjà en vigueur pour cette étape.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.count} {self.unit}"


class Reason(Dated):
    """Why a file stopped or a proposal was refused. Codes go to the journal, labels to people."""

    code = models.CharField("code", max_length=40)
    use = models.CharField("pour", max_length=20, choices=ReasonUse)
    label = models.CharField("libellé", max_length=120)
    decided_by = models.CharField(
        "décision habituelle", max_length=20, choices=DecidedBy, blank=True
    )
    rank = models.PositiveSmallIntegerField("ordre", default=0)

    objects = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = "motif"
        verbose_name_plural = "motifs"
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                name="reason_one_in_force",
                fields=["use", "code"],
                condition=Q(until__isnull=True),
                violation_error_message="Ce motif existe déjà.",
            ),
        ]

    def __str__(self) -> str:
        return self.code
