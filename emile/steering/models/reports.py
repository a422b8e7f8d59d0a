"""Figures on paper: of a territory for its State services, of the programme, of an organisation."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from emile.core.models import PENDING, AskedQuerySet, Produced
from emile.steering.models.figures import Scope


class ReportQuerySet(AskedQuerySet["Report"]):
    # Filters

    def monthly(self) -> "ReportQuerySet":
        """Those of the clock."""
        return self.filter(asked_by__isnull=True)

    # Shapes

    def for_list(self) -> "ReportQuerySet":
        """Without their bytes."""
        return self.defer("content", "note").select_related("territory", "organisation")


class Report(Produced):
    """The months ``first`` to ``last`` (their first days) of one scope, as PDF, with a page to reword
    (``note``, ODT). An archive: asked for again, another one is made.

    The clock asks for that of each territory every month, nobody then: ``asked_by`` is empty.
    """

    scope = models.CharField("périmètre", max_length=20, choices=Scope)
    territory = models.ForeignKey(
        "territories.Territory",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="territoire d’accueil",
    )
    organisation = models.ForeignKey(
        "operators.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="organisation",
    )
    first = models.DateField("premier mois")
    last = models.DateField("dernier mois")
    asked_by = models.ForeignKey(
        "operators.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="demandé par",
    )
    note = models.BinaryField("note", default=bytes)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = "rapport"
        verbose_name_plural = "rapports"
        constraints = [
            *Produced.Meta.constraints,
            models.CheckConstraint(
                name="report_is_of_its_scope",
                condition=Q(
                    scope=Scope.TERRITORY, territory__isnull=False, organisation__isnull=True
                )
                | Q(scope=Scope.NATIONAL, territory__isnull=True, organisation__isnull=True)
                | Q(
                    scope__in=(Scope.HOST, Scope.UPSTREAM, Scope.PRESCRIBER),
                    territory__isnull=True,
                    organisation__isnull=False,
                ),
                violation_error_message="Un rapport est celui d’un territoire, du programme ou d’une organisation.",
            ),
            models.CheckConstraint(
                name="report_months_in_order",
                condition=Q(first__lte=models.F("last")),
                violation_error_message="Le dernier mois précède le premier.",
            ),
            models.UniqueConstraint(
                name="report_made_once_at_a_time",
                fields=["scope", "territory", "organisation", "first", "last"],
                condition=Q(state__in=PENDING, asked_by__isnull=False),
                nulls_distinct=False,
                violation_error_message="Ce rapport est déjà en préparation.",
            ),
            models.UniqueConstraint(
                name="report_one_a_month",
                fields=["territory", "first"],
                condition=Q(asked_by__isnull=True),
                violation_error_message="Le rapport de ce mois existe déjà.",
            ),
        ]
        indexes = [*Produced.Meta.indexes]

    def __str__(self) -> str:
        return f"{self.scope} {self.public_id}"

    def get_absolute_url(self) -> str:
        """Where its bytes are."""
        return reverse("steering:report", args=[self.public_id])

    @property
    def subject(self) -> str:
        return str(self.territory or self.organisation or Scope.NATIONAL.label)

    @property
    def scope_id(self) -> str:
        """As figures name it."""
        return str(self.territory_id or self.organisation_id or "")

    @property
    def is_of_a_month(self) -> bool:
        return self.first == self.last
