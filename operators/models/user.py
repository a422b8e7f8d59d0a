from typing import Self

from django.contrib.auth.models import (
    AbstractBaseUser,
    BaseUserManager,
    PermissionsMixin,
)
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from operators.actors import Actor
from operators.enums import OrganisationKind


class UserQuerySet(models.QuerySet["User"]):
    # Scope

    def visible_to(self, actor: Actor | None) -> Self:
        """Colleagues of the same organisation; everyone for the coordinator."""
        if actor is None:
            return self.none()
        if actor.kind is OrganisationKind.COORDINATOR:
            return self.all()
        return self.filter(memberships__organisation=actor.organisation_id)

    # Filters

    def known_as(self, email: str) -> Self:
        return self.filter(email=email.strip().lower())


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in. What they may do comes from their memberships, never from here."""

    # Stored in lower case: two spellings of one address cannot be two accounts.
    email = models.EmailField(
        "adresse électronique",
        unique=True,
        error_messages={"unique": "Un compte existe déjà avec cette adresse."},
    )
    first_name = models.CharField("prénom", max_length=150)
    last_name = models.CharField("nom", max_length=150)
    phone = models.CharField("téléphone", max_length=30, blank=True)
    is_active = models.BooleanField("compte ouvert", default=True)
    joined_at = models.DateTimeField("inscription", default=timezone.now, editable=False)

    # No ``create_user``: accounts are opened by services.
    objects = BaseUserManager.from_queryset(UserQuerySet)()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["first_name", "last_name"]

    class Meta:
        verbose_name = "personne"
        verbose_name_plural = "personnes"
        constraints = [
            models.CheckConstraint(
                name="user_email_is_lower_case",
                condition=Q(email=Lower("email")),
                violation_error_message="L’adresse électronique s’écrit en minuscules.",
            ),
        ]

    def __str__(self) -> str:
        return f"User {self.pk}"

    @property
    def is_staff(self) -> bool:
        """What Django's admin asks before opening: superusers only, and nobody else."""
        return self.is_superuser

    def get_full_name(self) -> str:
        return f"{self.first_name} {self.last_name}"

    def get_short_name(self) -> str:
        return self.first_name
