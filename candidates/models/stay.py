"""The stay that lets a household see for itself, and what was reported on it."""

import uuid
from datetime import date, timedelta
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Exists, F, OuterRef, Q

from candidates.enums import (
    StayOutcome,
)
from candidates.models.parcours import Fact, Parcours, counts_q
from candidates.models.placement import Placement
from emile.core.history import keep_history


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
