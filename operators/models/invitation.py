import uuid
from datetime import datetime
from hashlib import sha256
from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from emile.core.models import Checked
from operators.actors import Actor
from operators.enums import MembershipRole, OrganisationKind


def hash_token(token: str) -> str:
    """A token holds 256 random bits: it needs no slow hash."""
    return sha256(token.encode()).hexdigest()


class InvitationQuerySet(models.QuerySet["Invitation"]):
    # Scope

    def visible_to(self, actor: Actor | None) -> Self:
        """A manager sees those of the organisation; the coordinator sees them all."""
        match actor:
            case Actor(kind=OrganisationKind.COORDINATOR):
                return self.all()
            case Actor(is_manager=True):
                return self.filter(organisation=actor.organisation_id)
            case _:
                return self.none()

    # Filters

    def waiting(self) -> Self:
        """Neither accepted nor revoked; the link itself may have expired."""
        return self.filter(accepted_at__isnull=True, revoked_at__isnull=True)

    def with_token(self, token: str) -> Self:
        return self.filter(token_hash=hash_token(token))

    # Shapes

    def for_list(self) -> Self:
        return self.order_by("email", "pk")

    def for_detail(self) -> Self:
        return self.select_related("organisation", "invited_by")


class Invitation(Checked):
    """An address asked to join an organisation, by a link that serves once and expires."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(
        "operators.Organisation",
        models.PROTECT,
        related_name="invitations",
        verbose_name="organisation",
    )
    email = models.EmailField("adresse électronique")
    role = models.CharField(
        "rôle", max_length=10, choices=MembershipRole, default=MembershipRole.MEMBER
    )
    # The link's token is known to its recipient only; a copy of this table opens nothing.
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    # Nobody: the command line, for the first person of the coordination.
    invited_by = models.ForeignKey(
        "operators.User",
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="envoyée par",
    )
    expires_at = models.DateTimeField("valable jusqu’au")
    accepted_at = models.DateTimeField("acceptée le", null=True, editable=False)
    revoked_at = models.DateTimeField("annulée le", null=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = "invitation"
        verbose_name_plural = "invitations"
        constraints = [
            models.UniqueConstraint(
                name="invitation_waits_once_per_address",
                fields=["organisation", "email"],
                condition=Q(accepted_at__isnull=True, revoked_at__isnull=True),
                violation_error_message="Une invitation attend déjà à cette adresse.",
            ),
            models.CheckConstraint(
                name="invitation_ends_in_one_way",
                condition=Q(accepted_at__isnull=True) | Q(revoked_at__isnull=True),
                violation_error_message="Une invitation est acceptée ou annulée, pas les deux.",
            ),
            models.CheckConstraint(
                name="invitation_email_is_lower_case",
                condition=Q(email=Lower("email")),
                violation_error_message="L’adresse électronique s’écrit en minuscules.",
            ),
        ]

    def __str__(self) -> str:
        return f"Invitation {self.public_id}"

    @property
    def is_waiting(self) -> bool:
        return self.accepted_at is None and self.revoked_at is None

    def has_expired(self, now: datetime) -> bool:
        return now >= self.expires_at
