"""Where a household might go, and the stay that lets it see for itself."""

import uuid
from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Exists, F, OuterRef, Q

from candidates.enums import (
    ACTIVE_PLACEMENTS,
    Certainty,
    PlacementStatus,
    StayOutcome,
)
from candidates.models.parcours import Fact, Parcours, counts_q
from emile.core.history import keep_history
from operators.enums import OrganisationKind


if TYPE_CHECKING:
    from operators.actors import Actor


LIVE_PLACEMENTS = (PlacementStatus.PROPOSED, *ACTIVE_PLACEMENTS)


class PlacementQuerySet(models.QuerySet["Placement"]):
    # Scope

    def visible_to(self, actor: "Actor | None") -> Self:
        """Those of the files the actor may open; a host operator sees its own only."""
        mine = self.filter(
            Exists(Parcours.objects.visible_to(actor).filter(pk=OuterRef("parcours")))
        )
        if actor is not None and actor.kind == OrganisationKind.HOST:
            return mine.filter(host=actor.organisation_id)
        return mine

    # Filters

    def proposed(self) -> Self:
        return self.filter(status=PlacementStatus.PROPOSED)

    def active(self) -> Self:
        """The one that was accepted, if any."""
        return self.filter(status__in=ACTIVE_PLACEMENTS)

    def live(self) -> Self:
        """Those for which a host operator holds the file."""
        return self.filter(status__in=LIVE_PLACEMENTS)

    # Shapes

    def for_detail(self) -> Self:
        return self.select_related("territory", "host", "occupation", "home_commune")


@keep_history()
class Placement(models.Model):
    """A proposal to a host operator for its territory: a target occupation, a job, a home.

    The job (or training) and the home are each to find, spotted, promised or signed: they are often
    found during the stay, or after it.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.PositiveIntegerField("version", default=1, editable=False)
    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="placements", verbose_name="parcours"
    )
    territory = models.ForeignKey(
        "territories.Territory", models.PROTECT, related_name="+", verbose_name="territoire"
    )
    host = models.ForeignKey(
        "operators.Organisation",
        models.PROTECT,
        related_name="+",
        verbose_name="opérateur d’accueil",
    )
    occupation = models.ForeignKey(
        "territories.Occupation", models.PROTECT, related_name="+", verbose_name="métier visé"
    )
    status = models.CharField(
        "état", max_length=20, choices=PlacementStatus, default=PlacementStatus.PROPOSED
    )
    proposed_on = models.DateField("proposé le")
    answer_due_on = models.DateField("réponse attendue avant le")
    message = models.TextField("message à l’opérateur", max_length=2000, blank=True)
    job_certainty = models.CharField(
        "emploi ou formation", max_length=20, choices=Certainty, default=Certainty.SEARCHING
    )
    job_details = models.CharField("précisions sur l’emploi", max_length=300, blank=True)
    home_certainty = models.CharField(
        "logement", max_length=20, choices=Certainty, default=Certainty.SEARCHING
    )
    home_details = models.CharField("précisions sur le logement", max_length=300, blank=True)
    home_commune = models.ForeignKey(
        "territories.Commune",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="commune du logement",
    )
    monthly_rent = models.DecimalField(
        "loyer mensuel, charges comprises", max_digits=7, decimal_places=2, null=True, blank=True
    )
    planned_move_on = models.DateField("installation prévue le", null=True, blank=True)

    objects = PlacementQuerySet.as_manager()

    class Meta:
        verbose_name = "positionnement"
        verbose_name_plural = "positionnements"
        constraints = [
            models.UniqueConstraint(
                name="placement_one_active_per_parcours",
                fields=["parcours"],
                condition=Q(status__in=ACTIVE_PLACEMENTS),
                violation_error_message="Un positionnement est déjà accepté pour ce ménage.",
            ),
            models.UniqueConstraint(
                name="placement_one_proposal_per_territory",
                fields=["parcours", "territory"],
                condition=Q(status=PlacementStatus.PROPOSED),
                violation_error_message="Ce territoire a déjà une proposition en attente.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.parcours_id} {self.status}"

    @property
    def is_proposed(self) -> bool:
        return self.status == PlacementStatus.PROPOSED

    @property
    def is_active(self) -> bool:
        return self.status in ACTIVE_PLACEMENTS


@keep_history()
class PlacementChange(Fact):
    """A placement went from one status to another; the first change has nothing before it."""

    placement = models.ForeignKey(
        Placement, models.CASCADE, related_name="changes", verbose_name="positionnement"
    )
    from_status = models.CharField("état avant", max_length=20, choices=PlacementStatus, blank=True)
    to_status = models.CharField("état après", max_length=20, choices=PlacementStatus)
    reason = models.ForeignKey(
        "candidates.Reason",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="motif",
    )

    class Meta:
        verbose_name = "changement d’un positionnement"
        verbose_name_plural = "changements des positionnements"

    def __str__(self) -> str:
        return f"{self.placement_id} {self.to_status}"


class ImmersionStayQuerySet(models.QuerySet["ImmersionStay"]):
    def planned(self) -> Self:
        """Those that took place, or will, as far as one knows."""
        return self.filter(is_cancelled=False)

    def untold(self) -> Self:
        """Those that were planned, and that nobody has reported on."""
        told = ImmersionReport.objects.filter(counts_q(), stay=OuterRef("pk"))
        return self.planned().filter(~Exists(told))

    def during(self, days: DateRange) -> Self:
        return self.filter(days__overlap=days)


@keep_history()
class ImmersionStay(models.Model):
    """A stay in the host territory, five days by default. ``days`` includes its last day.

    Two stays of one household can't overlap: the database refuses it.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="stays", verbose_name="parcours"
    )
    placement = models.ForeignKey(
        Placement, models.PROTECT, related_name="stays", verbose_name="positionnement"
    )
    version = models.PositiveIntegerField("version", default=1, editable=False)
    days = DateRangeField("du … au …")
    lodging = models.CharField("hébergement pendant le séjour", max_length=200, blank=True)
    travel = models.CharField("trajet", max_length=200, blank=True)
    programme = models.TextField("programme", max_length=5000, blank=True)
    is_cancelled = models.BooleanField("n’a pas eu lieu", default=False)

    objects = ImmersionStayQuerySet.as_manager()

    class Meta:
        verbose_name = "séjour d’immersion"
        verbose_name_plural = "séjours d’immersion"
        constraints = [
            ExclusionConstraint(
                name="immersionstay_no_overlap",
                expressions=[
                    (F("parcours"), RangeOperators.EQUAL),
                    (F("days"), RangeOperators.OVERLAPS),
                ],
                condition=Q(is_cancelled=False),
                violation_error_message="Ces dates chevauchent un autre séjour du ménage.",
            ),
            models.CheckConstraint(
                name="immersionstay_lasts_a_day_at_least",
                condition=Q(days__isempty=False),
                violation_error_message="Le dernier jour ne peut pas précéder le premier.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.parcours_id} {self.days}"

    @property
    def first_day(self) -> date:
        return self.days.lower

    @property
    def last_day(self) -> date:
        return self.days.upper - timedelta(days=1)


@keep_history()
class StayCancellation(Fact):
    """A stay that was planned did not take place, for a reason of the coordinator's list."""

    stay = models.ForeignKey(
        ImmersionStay, models.CASCADE, related_name="cancellations", verbose_name="séjour"
    )
    reason = models.ForeignKey(
        "candidates.Reason", models.PROTECT, related_name="+", verbose_name="motif"
    )

    class Meta:
        verbose_name = "séjour non tenu"
        verbose_name_plural = "séjours non tenus"

    def __str__(self) -> str:
        return f"{self.stay_id}"


@keep_history()
class ImmersionReport(Fact):
    """The operator's report on a stay that was held, in full or in part."""

    stay = models.ForeignKey(
        ImmersionStay, models.CASCADE, related_name="reports", verbose_name="séjour"
    )
    outcome = models.CharField("déroulement", max_length=20, choices=StayOutcome)
    work = models.TextField("ce qui a été vu côté emploi ou formation", max_length=5000)
    home = models.TextField("ce qui a été vu côté logement", max_length=5000)
    household_view = models.TextField("ce que le ménage en dit", max_length=5000)

    class Meta:
        verbose_name = "bilan de séjour"
        verbose_name_plural = "bilans de séjour"

    def __str__(self) -> str:
        return f"{self.stay_id}"


@keep_history()
class StayWaiver(Fact):
    """The project goes on without a stay; the reason is in the act's note."""

    placement = models.ForeignKey(
        Placement, models.CASCADE, related_name="stay_waivers", verbose_name="positionnement"
    )

    class Meta:
        verbose_name = "dispense de séjour"
        verbose_name_plural = "dispenses de séjour"

    def __str__(self) -> str:
        return f"{self.placement_id}"
