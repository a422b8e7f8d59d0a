"""What became of what the clock does: the last run of each job, and nothing older."""

from django.db import models
from django.db.models import Q


class JobOutcome(models.TextChoices):
    RUNNING = "running", "En cours"
    SUCCEEDED = "succeeded", "Réussi"
    FAILED = "failed", "Échec"


class JobRun(models.Model):
    """The last run of one job, and when it last failed. ``reported`` is the number it gave."""

    name = models.CharField("travail", max_length=200, unique=True)
    started_at = models.DateTimeField("commencé le")
    ended_at = models.DateTimeField("fini le", null=True)
    outcome = models.CharField("issue", max_length=10, choices=JobOutcome)
    reported = models.BigIntegerField("nombre annoncé", null=True)
    error_class = models.CharField("erreur", max_length=100, blank=True)
    last_failed_at = models.DateTimeField("dernier échec le", null=True)

    class Meta:
        verbose_name = "dernier passage d’un travail"
        verbose_name_plural = "derniers passages des travaux"
        constraints = [
            models.CheckConstraint(
                name="jobrun_over_has_an_end",
                condition=Q(outcome=JobOutcome.RUNNING) | Q(ended_at__isnull=False),
                violation_error_message="Un passage terminé a une fin.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
