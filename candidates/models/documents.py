"""The papers that are asked for, and how they stop being missing. No file is kept."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef

from candidates.enums import DocumentKind, DocumentReceipt
from candidates.models.journal import Fact, counts_q
from candidates.models.parcours import Parcours
from emile.core.history import keep_history


class DocumentRequestQuerySet(models.QuerySet["DocumentRequest"]):
    def missing(self) -> Self:
        """Asked for, and not received yet."""
        received = DocumentReception.objects.filter(counts_q(), request=OuterRef("pk"))
        return self.filter(counts_q(), ~Exists(received))


@keep_history()
class DocumentRequest(Fact):
    """A paper asked for, of one person or of the whole household, by a day."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="document_requests", verbose_name="parcours"
    )
    person = models.ForeignKey(
        "candidates.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="personne",
        help_text="Vide quand le papier concerne tout le ménage.",
    )
    kind = models.CharField("pièce", max_length=20, choices=DocumentKind)
    wanted_by = models.DateField("avant le")

    objects = DocumentRequestQuerySet.as_manager()

    class Meta:
        verbose_name = "pièce demandée"
        verbose_name_plural = "pièces demandées"

    def __str__(self) -> str:
        return self.kind


@keep_history()
class DocumentReception(Fact):
    """The paper was seen, or somebody else has it: seeing it is enough."""

    request = models.ForeignKey(
        DocumentRequest, models.CASCADE, related_name="receptions", verbose_name="pièce demandée"
    )
    means = models.CharField("comment", max_length=20, choices=DocumentReceipt)

    class Meta:
        verbose_name = "pièce reçue"
        verbose_name_plural = "pièces reçues"

    def __str__(self) -> str:
        return self.means
