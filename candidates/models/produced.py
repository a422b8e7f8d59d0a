"""The documents that a worker makes as PDF: asked for, made, kept with what they show, erased."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Self
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.urls import reverse

from candidates.enums import PENDING, ProducedKind, ProducedState
from candidates.models.parcours import Parcours
from candidates.models.stay import ImmersionStay
from emile.core.models import Checked
from operators.enums import OrganisationKind


if TYPE_CHECKING:
    from operators.actors import Actor


class ProducedDocumentQuerySet(models.QuerySet["ProducedDocument"]):
    # Scope

    def visible_to(self, actor: "Actor | None") -> Self:
        """Those that one's own organisation asked for under that hat, of files it still opens; the
        coordinator's are all."""
        files = self.filter(parcours__in=Parcours.objects.visible_to(actor))
        if actor is None or actor.kind == OrganisationKind.COORDINATOR:
            return files
        return files.filter(organisation=actor.organisation_id, role=actor.kind)

    # Filters

    def summaries(self) -> Self:
        return self.filter(kind=ProducedKind.MONTHLY_SUMMARY)

    def left_aside(self, now: datetime) -> Self:
        """To be made, and in nobody's hands."""
        free = Q(leased_until__isnull=True) | Q(leased_until__lt=now)
        return self.filter(free, state__in=PENDING)

    def to_erase(self, today: date) -> Self:
        return self.filter(state=ProducedState.READY, kept_until__lt=today)

    def ready(self) -> Self:
        return self.filter(state=ProducedState.READY)

    # Shapes

    def for_list(self) -> Self:
        """Without its bytes."""
        return self.defer("content").select_related("parcours", "territory").order_by("-pk")


class ProducedDocument(Checked):
    """One PDF, of a file or of a month of a territory.

    ``sequence`` is the last act of the journal that it shows, and ``as_of`` the moment when the
    file was read: the page says when acts have followed. The row outlives its bytes.
    """

    public_id = models.UUIDField(default=uuid4, unique=True, editable=False)
    kind = models.CharField("document", max_length=20, choices=ProducedKind)
    parcours = models.ForeignKey(
        Parcours,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="produced",
        verbose_name="parcours",
    )
    stay = models.ForeignKey(
        ImmersionStay,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="séjour d’immersion",
    )
    territory = models.ForeignKey(
        "territories.Territory",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="territoire d’accueil",
    )
    month = models.DateField("mois", null=True, blank=True)
    asked_by = models.ForeignKey(
        "operators.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="demandé par",
    )
    organisation = models.ForeignKey(
        "operators.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="organisation",
    )
    role = models.CharField("au titre de", max_length=20, choices=OrganisationKind, blank=True)
    state = models.CharField(
        "état", max_length=10, choices=ProducedState, default=ProducedState.ASKED
    )
    asked_at = models.DateTimeField("demandé le")
    attempts = models.PositiveSmallIntegerField("essais", default=0)
    leased_until = models.DateTimeField("pris en charge jusqu’à", null=True, blank=True)
    sequence = models.PositiveIntegerField("dernier acte montré", null=True, blank=True)
    as_of = models.DateTimeField("données lues le", null=True, blank=True)
    kept_until = models.DateField("gardé jusqu’au", null=True, blank=True)
    size = models.PositiveIntegerField("octets", default=0)
    digest = models.CharField("empreinte", max_length=64, blank=True)
    content = models.BinaryField("contenu", default=bytes)

    objects = ProducedDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "document produit"
        verbose_name_plural = "documents produits"
        constraints = [
            models.CheckConstraint(
                name="produceddocument_of_a_file_or_of_a_month",
                condition=Q(
                    kind=ProducedKind.MONTHLY_SUMMARY,
                    parcours__isnull=True,
                    territory__isnull=False,
                    month__isnull=False,
                )
                | ~Q(kind=ProducedKind.MONTHLY_SUMMARY)
                & Q(
                    parcours__isnull=False,
                    territory__isnull=True,
                    month__isnull=True,
                    asked_by__isnull=False,
                    organisation__isnull=False,
                ),
                violation_error_message="Un document est celui d’un dossier ou d’un mois.",
            ),
            models.CheckConstraint(
                name="produceddocument_ready_has_its_bytes",
                condition=~Q(state=ProducedState.READY)
                | Q(size__gt=0, as_of__isnull=False) & ~Q(digest=""),
                violation_error_message="Un document prêt a un contenu.",
            ),
            # Asked for twice while it is being made, it is made once.
            models.UniqueConstraint(
                name="produceddocument_made_once_at_a_time",
                fields=["kind", "parcours", "stay", "organisation", "role"],
                condition=Q(state__in=PENDING, parcours__isnull=False),
                nulls_distinct=False,
                violation_error_message="Ce document est déjà en préparation.",
            ),
            models.UniqueConstraint(
                name="produceddocument_one_a_month",
                fields=["territory", "month"],
                condition=Q(territory__isnull=False),
                violation_error_message="Le point de ce mois existe déjà.",
            ),
        ]
        indexes = [
            models.Index(
                name="produceddocument_to_make",
                fields=["leased_until"],
                condition=Q(state__in=PENDING),
            ),
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
        if self.parcours is None:
            return reverse("candidates:monthly_summary", args=[self.public_id])
        return reverse("candidates:printed", args=[self.parcours.public_id, self.public_id])

    @property
    def is_pending(self) -> bool:
        return self.state in PENDING

    @property
    def is_ready(self) -> bool:
        return self.state == ProducedState.READY
