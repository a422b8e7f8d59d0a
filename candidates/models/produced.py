"""The documents that a worker makes of a file: asked for, made, kept with what they show, erased."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse

from candidates.enums import ProducedKind
from candidates.models.parcours import Parcours
from candidates.models.stay import ImmersionStay
from emile.core.models import PENDING, AskedQuerySet, Produced, ProducedState
from operators.enums import OrganisationKind


if TYPE_CHECKING:
    from operators.actors import Actor


class ProducedDocumentQuerySet(AskedQuerySet["ProducedDocument"]):
    # Scope

    def visible_to(self, actor: "Actor | None") -> Self:
        """Those that one's own organisation asked for under that hat, of files it still opens; the
        coordinator's are all."""
        files = self.filter(parcours__in=Parcours.objects.visible_to(actor))
        if actor is None or actor.kind == OrganisationKind.COORDINATOR:
            return files
        return files.filter(organisation=actor.organisation_id, role=actor.kind)

    # Shapes

    def for_list(self) -> Self:
        """Without its bytes."""
        return self.defer("content").select_related("parcours").order_by("-pk")


class ProducedDocument(Produced):
    """One PDF of a file.

    ``sequence`` is the last act of the journal that it shows: the page says when acts have followed.
    """

    kind = models.CharField("document", max_length=20, choices=ProducedKind)
    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="produced", verbose_name="parcours"
    )
    stay = models.ForeignKey(
        ImmersionStay,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="séjour d’immersion",
    )
    asked_by = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="demandé par"
    )
    organisation = models.ForeignKey(
        "operators.Organisation", models.PROTECT, related_name="+", verbose_name="organisation"
    )
    role = models.CharField("au titre de", max_length=20, choices=OrganisationKind)
    sequence = models.PositiveIntegerField("dernier acte montré", null=True, blank=True)

    objects = ProducedDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "document produit"
        verbose_name_plural = "documents produits"
        constraints = [
            *Produced.Meta.constraints,
            # Asked for twice while it is being made, it is made once.
            models.UniqueConstraint(
                name="produceddocument_made_once_at_a_time",
                fields=["kind", "parcours", "stay", "organisation", "role"],
                condition=Q(state__in=PENDING),
                nulls_distinct=False,
                violation_error_message="Ce document est déjà en préparation.",
            ),
        ]
        indexes = [
            *Produced.Meta.indexes,
            models.Index(
                name="produceddocument_to_erase",
                fields=["kept_until"],
                condition=Q(state=ProducedState.READY),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.public_id}"

    def get_absolute_url(self) -> str:
        """Where its bytes are."""
        return reverse("candidates:printed", args=[self.parcours.public_id, self.public_id])
