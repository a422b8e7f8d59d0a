"""What a person was sending when their session ended."""

from datetime import datetime, timedelta
from typing import Self
from uuid import uuid4

from django.db import models


KEPT_FOR = timedelta(hours=1)


class ParkedFormQuerySet(models.QuerySet["ParkedForm"]):
    def kept(self, now: datetime) -> Self:
        return self.filter(created_at__gt=now - KEPT_FOR)

    def expired(self, now: datetime) -> Self:
        return self.filter(created_at__lte=now - KEPT_FOR)


class ParkedForm(models.Model):
    """Read with ``emile.core.parked`` only: ``sealed`` opens with a key that is not in the database."""

    public_id = models.UUIDField("identifiant public", default=uuid4, unique=True, editable=False)
    user_id = models.BigIntegerField("personne")
    path = models.TextField("adresse")
    sealed = models.BinaryField("contenu chiffré")
    created_at = models.DateTimeField("reçu le", db_index=True)

    objects = ParkedFormQuerySet.as_manager()

    class Meta:
        verbose_name = "formulaire en attente"
        verbose_name_plural = "formulaires en attente"

    def __str__(self) -> str:
        return str(self.public_id)
