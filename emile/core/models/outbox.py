"""Messages written with the act that causes them, sent after it is committed."""

from datetime import datetime
from typing import Self

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q


class MessageState(models.TextChoices):
    WAITING = "waiting", "À envoyer"
    SENT = "sent", "Envoyé"
    DELIVERED = "delivered", "Remis"
    BOUNCED = "bounced", "Non remis"
    FAILED = "failed", "Échec"
    TO_CHECK = "to_check", "À vérifier"
    DISCARDED = "discarded", "Écarté"


class Channel(models.TextChoices):
    EMAIL = "email", "Courriel"
    SMS = "sms", "SMS"


# Told afterwards by whoever carried it. Without a word from them a message stays sent.
REPORTED = (MessageState.DELIVERED, MessageState.BOUNCED)
# They are in no hands of ours any more.
LEFT = (MessageState.SENT, *REPORTED)
# They wait for a person of the coordinator: nothing happens to them by itself.
STOPPED = (MessageState.FAILED, MessageState.TO_CHECK)


class MessageFailure(models.TextChoices):
    EXHAUSTED = "exhausted", "Tous les essais ont échoué"
    REFUSED = "refused", "Adresse refusée"
    TOO_LATE = "too_late", "Trop tard pour être utile"


class Handling(models.TextChoices):
    """What a person did with a message that was stopped."""

    RETRIED = "retried", "Réessayé"
    DISCARDED = "discarded", "Écarté"
    RECEIVED = "received", "Marqué comme reçu"


class OutboxQuerySet(models.QuerySet["OutboxMessage"]):
    def due(self, now: datetime) -> Self:
        """Waiting, not before its time, and not in the hands of a live worker."""
        return self.filter(
            Q(leased_until__isnull=True) | Q(leased_until__lt=now),
            state=MessageState.WAITING,
            send_after__lte=now,
        )

    def stopped(self) -> Self:
        return self.filter(state__in=STOPPED)


class OutboxMessage(models.Model):
    """One e-mail, or one text message, to one person. ``key`` names the intention: the same one is never written twice.

    ``is_decision`` says that it tells a decision: when nobody can tell whether it has left, it is
    not sent again by itself.
    """

    public_id = models.UUIDField(
        "identifiant public", db_default=RandomUUID(), unique=True, editable=False
    )
    key = models.CharField("intention", max_length=200, unique=True)
    channel = models.CharField(
        "moyen", max_length=5, choices=Channel, default=Channel.EMAIL, db_default=Channel.EMAIL
    )
    # What it is called outside: the first part of a Message-ID, and what a provider of text messages
    # is told. ``carrier_id`` is the name that the provider answered, if it gave one.
    reference = models.CharField("référence", max_length=40, blank=True, default="", db_default="")
    carrier_id = models.CharField(
        "référence du fournisseur", max_length=100, blank=True, default="", db_default=""
    )
    # An address, or a number in E.164.
    recipient = models.CharField("destinataire", max_length=254)
    subject = models.CharField("objet", max_length=200)
    body = models.TextField("texte")
    calendar = models.TextField("agenda joint", blank=True, default="", db_default="")
    parcours_id = models.BigIntegerField("parcours", null=True, db_index=True)
    organisation_id = models.BigIntegerField("organisation", null=True)
    # The journal row of the act that wrote it: a correction recalls its own messages only.
    act_id = models.BigIntegerField("acte", null=True, db_index=True)
    is_decision = models.BooleanField("annonce une décision", default=False, db_default=False)
    # One of many: it lets every other message by.
    gives_way = models.BooleanField("passe après les autres", default=False, db_default=False)
    state = models.CharField(
        "état", max_length=10, choices=MessageState, default=MessageState.WAITING
    )
    attempts = models.PositiveSmallIntegerField("essais", default=0)
    failure = models.CharField(
        "pourquoi arrêté",
        max_length=10,
        choices=MessageFailure,
        blank=True,
        default="",
        db_default="",
    )
    created_at = models.DateTimeField("écrit le")
    send_after = models.DateTimeField("à envoyer à partir de")
    # What a reminder announces: it is not sent after that.
    useless_after = models.DateTimeField("sans objet à partir de", null=True)
    # Of a text message, as the networks count it; the cost in euros, as it was when it was written.
    segments = models.PositiveSmallIntegerField("segments", null=True)
    cost = models.DecimalField("coût", max_digits=8, decimal_places=4, null=True)
    leased_until = models.DateTimeField("pris en charge jusqu’à", null=True)
    # The first try of the present round: a round ends after eight tries or one day.
    tried_since = models.DateTimeField("essayé depuis", null=True)
    sent_at = models.DateTimeField("envoyé le", null=True)
    # Both, when it was first said to have arrived, and then not.
    delivered_at = models.DateTimeField("remis le", null=True)
    bounced_at = models.DateTimeField("non remis le", null=True)
    bounce_reason = models.CharField(
        "pourquoi non remis", max_length=200, blank=True, default="", db_default=""
    )
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
            models.Index(
                name="outbox_stopped",
                fields=["state", "-created_at", "-id"],
                condition=Q(state__in=STOPPED),
            ),
            models.Index(
                name="outbox_bounced",
                fields=["-created_at", "-id"],
                condition=Q(state=MessageState.BOUNCED),
            ),
            models.Index(
                name="outbox_by_reference", fields=["reference"], condition=~Q(reference="")
            ),
            models.Index(
                name="outbox_by_carrier_id", fields=["carrier_id"], condition=~Q(carrier_id="")
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="outboxmessage_sent_has_a_date",
                condition=~Q(state__in=LEFT) | Q(sent_at__isnull=False),
                violation_error_message="Un message envoyé a une date d’envoi.",
            ),
            models.CheckConstraint(
                name="outboxmessage_report_has_a_date",
                condition=(
                    ~Q(state=MessageState.DELIVERED)
                    | Q(delivered_at__isnull=False, bounced_at__isnull=True)
                )
                & (~Q(state=MessageState.BOUNCED) | Q(bounced_at__isnull=False)),
                violation_error_message="Un message remis, ou non remis, a la date où on l’a su.",
            ),
            models.CheckConstraint(
                name="outboxmessage_recipient_of_its_channel",
                condition=Q(channel=Channel.EMAIL, recipient__contains="@", segments__isnull=True)
                | Q(
                    channel=Channel.SMS,
                    recipient__regex=r"^\+[0-9]{8,15}$",
                    segments__isnull=False,
                    cost__isnull=False,
                ),
                violation_error_message="Un courriel va à une adresse, un SMS à un numéro.",
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def is_in_doubt(self) -> bool:
        """Whether nobody can tell if it has left: its worker never came back."""
        waits = self.state == MessageState.WAITING and self.leased_until is not None
        return waits or self.state == MessageState.TO_CHECK

    def is_in_hands(self, now: datetime) -> bool:
        waits = self.state == MessageState.WAITING
        return waits and self.leased_until is not None and self.leased_until >= now

    def has_left(self, now: datetime) -> bool:
        """One in the hands of a worker counts as gone."""
        return self.state in LEFT or self.is_in_hands(now)


class MessageHandling(models.Model):
    """Who decided what about a stopped message, and why. It outlives the message, which an act may take back."""

    message_id = models.BigIntegerField("message", db_index=True)
    key = models.CharField("intention", max_length=200)
    verb = models.CharField("geste", max_length=10, choices=Handling)
    reason = models.CharField("motif", max_length=200, blank=True)
    user_id = models.BigIntegerField("personne")
    at = models.DateTimeField("fait le", db_index=True)

    class Meta:
        verbose_name = "geste sur un message"
        verbose_name_plural = "gestes sur les messages"
        constraints = [
            models.CheckConstraint(
                name="messagehandling_discard_has_a_reason",
                condition=~Q(verb=Handling.DISCARDED) | ~Q(reason=""),
                violation_error_message="Dites pourquoi ce message est écarté.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.key}"
