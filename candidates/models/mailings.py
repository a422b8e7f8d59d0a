"""Information to many: what was written, to whom it was aimed, and each letter that it became."""

import uuid
from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from candidates.enums import Barrier, MailingAudience, MailingState, Stage
from candidates.models.parcours import Parcours
from emile.core.history import keep_history
from emile.core.models import Checked
from operators.enums import OrganisationKind


if TYPE_CHECKING:
    from operators.actors import Actor


class MailingQuerySet(models.QuerySet["Mailing"]):
    # Scope

    def visible_to(self, actor: "Actor | None") -> Self:
        """Those of one's organisation, under the same hat; the coordinator reads what the others
        have sent."""
        if actor is None:
            return self.none()
        ours = Q(organisation=actor.organisation_id, role=actor.kind)
        if actor.kind == OrganisationKind.COORDINATOR:
            return self.filter(ours | ~Q(state=MailingState.DRAFT))
        return self.filter(ours)

    # Filters

    def left_aside(self, now: datetime) -> Self:
        """To be gone on with, and in nobody's hands."""
        free = Q(leased_until__isnull=True) | Q(leased_until__lt=now)
        return self.filter(free, state=MailingState.WRITING)

    # Shapes

    def for_page(self) -> Self:
        return self.select_related("organisation", "author", "stopped_by", "territory")


@keep_history(exclude=["leased_until", "attempts"])
class Mailing(Checked):
    """One text for many: households of some stages or of a territory, or those who orient in a
    département.

    Whom it is for is looked up again at each reading of the draft, and settled when it is
    confirmed: ``left_out`` then says how many are not written to, by ``Barrier``.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(
        "operators.Organisation", models.PROTECT, related_name="+", verbose_name="organisation"
    )
    role = models.CharField("au titre de", max_length=20, choices=OrganisationKind)
    author = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="écrit par"
    )
    audience = models.CharField("à qui", max_length=20, choices=MailingAudience)
    stages = ArrayField(
        models.CharField(max_length=20, choices=Stage),
        verbose_name="étapes",
        default=list,
        blank=True,
    )
    territory = models.ForeignKey(
        "territories.Territory",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="territoire d’accueil",
    )
    departement = models.CharField("département", max_length=3, blank=True)
    subject = models.CharField("objet", max_length=120, blank=True)
    text = models.TextField("texte", max_length=5000, blank=True)
    state = models.CharField(
        "état", max_length=10, choices=MailingState, default=MailingState.DRAFT
    )
    created_at = models.DateTimeField("commencé le")
    confirmed_at = models.DateTimeField("confirmé le", null=True, blank=True)
    left_out = models.JSONField("non joints", default=dict, blank=True)
    stopped_at = models.DateTimeField("arrêté le", null=True, blank=True)
    stopped_by = models.ForeignKey(
        "operators.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="arrêté par",
    )
    attempts = models.PositiveSmallIntegerField("essais", default=0)
    leased_until = models.DateTimeField("pris en charge jusqu’à", null=True, blank=True)

    objects = MailingQuerySet.as_manager()

    class Meta:
        verbose_name = "envoi groupé"
        verbose_name_plural = "envois groupés"
        constraints = [
            models.CheckConstraint(
                name="mailing_is_confirmed_with_its_text",
                condition=Q(state=MailingState.DRAFT, confirmed_at__isnull=True)
                | ~Q(state=MailingState.DRAFT)
                & Q(confirmed_at__isnull=False)
                & ~Q(subject="")
                & ~Q(text=""),
                violation_error_message="Un envoi confirmé a un objet et un texte.",
            ),
            models.CheckConstraint(
                name="mailing_stopped_by_somebody",
                condition=~Q(state=MailingState.STOPPED)
                | Q(stopped_at__isnull=False, stopped_by__isnull=False),
                violation_error_message="Un envoi arrêté l’est par quelqu’un.",
            ),
            models.CheckConstraint(
                name="mailing_to_prescribers_names_a_departement",
                condition=~Q(audience=MailingAudience.PRESCRIBERS) | ~Q(departement=""),
                violation_error_message="Choisissez un département.",
            ),
        ]
        indexes = [
            models.Index(
                name="mailing_to_go_on_with",
                fields=["leased_until"],
                condition=Q(state=MailingState.WRITING),
            ),
            models.Index(name="mailing_latest", fields=["organisation", "-created_at", "-id"]),
        ]

    def __str__(self) -> str:
        return f"{self.audience} {self.public_id}"

    def get_absolute_url(self) -> str:
        return reverse("candidates:mailing_detail", args=[self.public_id])

    @property
    def is_draft(self) -> bool:
        return self.state == MailingState.DRAFT

    @property
    def is_to_households(self) -> bool:
        return self.audience == MailingAudience.HOUSEHOLDS


class MailingRecipient(Checked):
    """One letter of a mailing, settled when it is confirmed: to a household, or to a body that
    orients (to ``user``, when the body has no address of its own).

    ``handled_at`` is when the letter was written; or found, at the last moment, to be one that must
    not be (``barrier``). A letter taken back leaves no message.
    """

    mailing = models.ForeignKey(
        Mailing, models.CASCADE, related_name="recipients", verbose_name="envoi groupé"
    )
    parcours = models.ForeignKey(
        Parcours,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="mailings",
        verbose_name="parcours",
    )
    organisation = models.ForeignKey(
        "operators.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="organisation",
    )
    user = models.ForeignKey(
        "operators.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="personne",
    )
    message = models.OneToOneField(
        "core.OutboxMessage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="mailing_recipient",
        verbose_name="message",
    )
    handled_at = models.DateTimeField("traité le", null=True, blank=True)
    barrier = models.CharField(
        "pourquoi écarté", max_length=20, choices=Barrier, blank=True, default=""
    )

    class Meta:
        verbose_name = "destinataire d’un envoi groupé"
        verbose_name_plural = "destinataires d’un envoi groupé"
        constraints = [
            models.CheckConstraint(
                name="mailingrecipient_is_a_household_or_a_body",
                condition=Q(parcours__isnull=False, organisation__isnull=True, user__isnull=True)
                | Q(parcours__isnull=True, organisation__isnull=False),
                violation_error_message="Un destinataire est un ménage ou une structure.",
            ),
            models.UniqueConstraint(
                name="mailingrecipient_once",
                fields=["mailing", "parcours", "organisation", "user"],
                nulls_distinct=False,
                violation_error_message="Ce destinataire est déjà dans l’envoi.",
            ),
        ]
        indexes = [
            models.Index(
                name="mailingrecipient_to_write",
                fields=["mailing", "id"],
                condition=Q(handled_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mailing_id} {self.pk}"
