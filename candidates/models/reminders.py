"""What was said to whom, and what each person wants to be told."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from candidates.enums import DigestRhythm, ReminderKind
from candidates.models.parcours import Parcours
from emile.core.models import Checked


class DigestRound(Checked):
    """The messages of one day, in Paris, were written: all of them together, or none."""

    day = models.DateField(
        "jour",
        unique=True,
        error_messages={"unique": "Les messages de ce jour sont déjà écrits."},
    )
    written_at = models.DateTimeField("écrits le")
    count = models.PositiveIntegerField("messages")

    class Meta:
        verbose_name = "tournée du jour"
        verbose_name_plural = "tournées du jour"

    def __str__(self) -> str:
        return f"{self.day}"


class Digest(Checked):
    """The one message of a person's day, in Paris."""

    user = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="personne"
    )
    day = models.DateField("jour")
    written_at = models.DateTimeField("écrit le")

    class Meta:
        verbose_name = "message du jour"
        verbose_name_plural = "messages du jour"
        constraints = [
            models.UniqueConstraint(
                name="digest_one_a_day",
                fields=["user", "day"],
                violation_error_message="Cette personne a déjà eu son message du jour.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.day}"


class Reminder(Checked):
    """Something that was said of a file, to a person, once.

    ``occurrence`` tells it from the next one of the same kind: a due date, a paper and its last day.
    """

    digest = models.ForeignKey(
        Digest, models.CASCADE, related_name="reminders", verbose_name="message du jour"
    )
    user = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="personne"
    )
    # In whose name the person was told.
    organisation = models.ForeignKey(
        "operators.Organisation", models.PROTECT, related_name="+", verbose_name="organisation"
    )
    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="reminders", verbose_name="parcours"
    )
    kind = models.CharField("pourquoi", max_length=20, choices=ReminderKind)
    occurrence = models.CharField("à propos de", max_length=40)
    about_on = models.DateField("date concernée")
    said_on = models.DateField("dit le")

    class Meta:
        verbose_name = "rappel"
        verbose_name_plural = "rappels"
        constraints = [
            models.UniqueConstraint(
                name="reminder_said_once",
                fields=["user", "parcours", "kind", "occurrence"],
                violation_error_message="Cela lui a déjà été rappelé.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.occurrence}"


class MessagePreference(Checked):
    """How often one person is written to, and what they no longer want to be reminded of."""

    user = models.OneToOneField(
        "operators.User",
        models.CASCADE,
        related_name="message_preference",
        verbose_name="personne",
    )
    rhythm = models.CharField(
        "message du jour", max_length=10, choices=DigestRhythm, default=DigestRhythm.DAILY
    )
    muted = ArrayField(
        models.CharField(max_length=20, choices=ReminderKind),
        verbose_name="rappels refusés",
        default=list,
        blank=True,
    )

    class Meta:
        verbose_name = "messages voulus"
        verbose_name_plural = "messages voulus"

    def __str__(self) -> str:
        return f"{self.user_id}"
