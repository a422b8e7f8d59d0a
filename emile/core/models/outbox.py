"""Messages written with the act that causes them, sent after it is committed."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q


class MessageState(models.TextChoices):
    WAITING = "waiting", "À envoyer"
    SENT = "sent", "Envoyé"
    FAILED = "failed", "Échec"


class OutboxQuerySet(models.QuerySet["OutboxMessage"]):
    def due(self, now: datetime) -> Self:
        """Waiting, not before its time, and not in the hands of a live worker."""
        return self.filter(
            Q(leased_until__isnull=True) | Q(leased_until__lt=now),
            state=MessageState.WAITING,
            send_after__lte=now,
        )


class OutboxMessage(models.Model):
    """One e-mail to one person. ``key`` names the intention: the same one is never written twice."""

    key = models.CharField("intention", max_length=200, unique=True)
    recipient = models.EmailField("destinataire")
    subject = models.CharField("objet", max_length=200)
    body = models.TextField("texte")
    parcours_id = models.BigIntegerField("parcours", null=True, db_index=True)
    organisation_id = models.BigIntegerField("organisation", null=True)
    # The journal row of the act that wrote it: a correction recalls its own messages only.
    act_id = models.BigIntegerField("acte", null=True, db_index=True)
    state = models.CharField(
        "état", max_length=10, choices=MessageState, default=MessageState.WAITING
    )
    attempts = models.PositiveSmallIntegerField("essais", default=0)
    created_at = models.DateTimeField("écrit le")
    send_after = models.DateTimeField("à envoyer à partir de")
    leased_until = models.DateTimeField("pris en charge jusqu’à", null=True)
    sent_at = models.DateTimeField("envoyé le", null=True)
    last_error = models.CharField("dernière erreur", max_length=200, blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = "message à envoyer"
        verbose_name_plural = "messages à envoyer"
        indexes = [
            models.Index(
                name="outbox_waiting",
                fields=["send_after"],
                condition=Q(state=MessageState.WAITING),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="outboxmessage_sent_has_a_date",
                condition=~Q(state=MessageState.SENT) | Q(sent_at__isnull=False),
                violation_error_message="Un message envoyé a une date d’envoi.",
            ),
        ]

    def __str__(self) -> str:
        return self.key
