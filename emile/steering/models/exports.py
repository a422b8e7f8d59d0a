"""What somebody took away in a file: who, what, why, how many rows. Its bytes do not stay."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse

from emile.core.exports import ExportFormat
from emile.core.models import Asked, AskedQuerySet, Checked, ProducedState
from operators.actors import Actor
from operators.enums import OrganisationKind


class Exported(models.TextChoices):
    HOUSEHOLDS = "households", "Liste des ménages"
    FIGURES = "figures", "Indicateurs du pilotage"


class ExportQuerySet(AskedQuerySet["Export"]):
    # Scope

    def visible_to(self, actor: Actor | None) -> Self:
        """One's own under that hat; the coordinator reads the log of all of them."""
        if actor is None:
            return self.none()
        return self.all() if actor.kind == OrganisationKind.COORDINATOR else self.of(actor)

    def of(self, actor: Actor) -> Self:
        """Those whose file this actor may have."""
        return self.filter(
            asked_by=actor.user_id, organisation=actor.organisation_id, role=actor.kind
        )

    # Filters

    def downloadable(self, today: date) -> Self:
        return self.ready().filter(kept_until__gte=today)

    # Shapes

    def for_list(self) -> Self:
        return self.select_related("asked_by", "organisation").order_by("-pk")


class Export(Asked):
    """``query`` holds the filters as in the address, somebody's name maybe: it goes once the file
    is made. ``filters`` are what the log keeps of them, in words and without that name."""

    what = models.CharField("contenu", max_length=20, choices=Exported)
    asked_by = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="demandé par"
    )
    organisation = models.ForeignKey(
        "operators.Organisation", models.PROTECT, related_name="+", verbose_name="organisation"
    )
    role = models.CharField("au titre de", max_length=20, choices=OrganisationKind)
    query = models.TextField("filtres de l’adresse", blank=True)
    filters = models.JSONField("filtres", default=list, blank=True)
    format = models.CharField("format", max_length=4, choices=ExportFormat)
    reason = models.CharField("raison", max_length=300, blank=True)
    expected = models.PositiveIntegerField("lignes attendues", default=0)
    row_count = models.PositiveIntegerField("lignes écrites", default=0)

    objects = ExportQuerySet.as_manager()

    class Meta(Asked.Meta):
        verbose_name = "export"
        verbose_name_plural = "exports"
        constraints = [
            models.CheckConstraint(
                name="export_ready_is_kept_for_a_while",
                condition=~Q(state=ProducedState.READY) | Q(kept_until__isnull=False),
                violation_error_message="Un export prêt a une date d’effacement.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.public_id}"

    def get_absolute_url(self) -> str:
        """Where its bytes are."""
        return reverse("steering:export_file", args=[self.public_id])


class ExportFile(Checked):
    """The bytes of one, apart: the coordinator reads the log of everybody's exports, and nobody
    reads the file of somebody else."""

    export = models.OneToOneField(
        Export, models.CASCADE, primary_key=True, related_name="file", verbose_name="export"
    )
    content = models.BinaryField("contenu")

    class Meta:
        verbose_name = "fichier d’un export"
        verbose_name_plural = "fichiers des exports"

    def __str__(self) -> str:
        return str(self.export_id)
