import uuid
from typing import Self

from django.db import models
from django.utils import timezone

from emile.core.models import Checked
from operators.actors import Actor
from operators.enums import MembershipRole, OrganisationKind


class MembershipQuerySet(models.QuerySet["Membership"]):
    # Scope

    def visible_to(self, actor: Actor | None) -> Self:
        """Those of one's own organisation; all of them for the coordinator."""
        if actor is None:
            return self.none()
        if actor.kind is OrganisationKind.COORDINATOR:
            return self.all()
        return self.filter(organisation=actor.organisation_id)

    # Filters

    def active(self) -> Self:
        """Memberships that open the platform: nothing on their way is closed."""
        return self.filter(is_active=True, user__is_active=True, organisation__is_active=True)

    def managers(self) -> Self:
        return self.filter(role=MembershipRole.MANAGER)

    # Shapes

    def for_list(self) -> Self:
        return self.select_related("user").order_by(
            "-is_active", "user__last_name", "user__first_name", "pk"
        )

    def for_detail(self) -> Self:
        return self.select_related("user", "organisation")


class Membership(Checked):
    """The right of a person to act for an organisation, until it is withdrawn."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        "operators.User",
        models.PROTECT,
        related_name="memberships",
        verbose_name="personne",
    )
    organisation = models.ForeignKey(
        "operators.Organisation",
        models.PROTECT,
        related_name="memberships",
        verbose_name="organisation",
    )
    role = models.CharField(
        "rôle", max_length=10, choices=MembershipRole, default=MembershipRole.MEMBER
    )
    is_active = models.BooleanField("accès ouvert", default=True)
    joined_at = models.DateTimeField("arrivée", default=timezone.now, editable=False)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "appartenance"
        verbose_name_plural = "appartenances"
        constraints = [
            models.UniqueConstraint(
                name="membership_once_per_organisation",
                fields=["user", "organisation"],
                violation_error_message="Cette personne appartient déjà à l’organisation.",
            ),
        ]

    def __str__(self) -> str:
        return f"Membership {self.public_id}"

    @property
    def is_manager(self) -> bool:
        return self.role == MembershipRole.MANAGER

    def as_actor(self, kind: OrganisationKind | None = None) -> Actor:
        """The actor that this membership makes, under one hat of its organisation."""
        return Actor(
            user_id=self.user_id,
            organisation_id=self.organisation_id,
            kind=kind or self.organisation.hats[0],
            is_manager=self.is_manager,
        )
