"""The stay that lets a household see for itself: its days, how one gets there, where one sleeps."""

import uuid
from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Exists, F, OuterRef, Q

from candidates.enums import StayChildcare, StayLodging, StaySide, Ticket, TravelMode
from candidates.models.journal import Fact, counts_q
from candidates.models.parcours import Parcours
from candidates.models.placement import Placement
from emile.core.history import keep_history
from emile.core.models import Checked


if TYPE_CHECKING:
    from operators.actors import Actor


# What is known of a stay besides its programme; all but the days may be unknown.
STAY_FIELDS = (
    "days",
    "outward_mode",
    "outward_ticket",
    "outward_from",
    "outward_leaves_at",
    "outward_to",
    "outward_arrives_at",
    "travel",
    "welcomer_name",
    "welcomer_phone",
    "local_transport",
    "return_mode",
    "return_ticket",
    "return_from",
    "return_leaves_at",
    "return_to",
    "return_arrives_at",
    "lodging_kind",
    "lodging",
    "lodging_address",
    "lodging_phone",
    "childcare",
    "childcare_details",
    "shelter_is_kept",
    "shelter_confirmed_by",
    "shelter_kept_until",
    "to_bring",
)


class ImmersionStayQuerySet(models.QuerySet["ImmersionStay"]):
    # Scope

    def visible_to(self, actor: "Actor | None") -> Self:
        """Those of the placements the actor may see: a host operator, its own only."""
        return self.filter(placement__in=Placement.objects.visible_to(actor))

    # Filters

    def planned(self) -> Self:
        """Those that took place, or will, as far as one knows."""
        return self.filter(is_cancelled=False)

    def untold(self) -> Self:
        """Those that were planned, and that nobody has reported on."""
        from candidates.models.stay_report import ImmersionReport

        told = ImmersionReport.objects.filter(counts_q(), stay=OuterRef("pk"))
        return self.planned().filter(~Exists(told))

    def during(self, days: DateRange) -> Self:
        return self.filter(days__overlap=days)


@keep_history()
class ImmersionStay(Checked):
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
    outward_mode = models.CharField("aller", max_length=20, choices=TravelMode, blank=True)
    outward_ticket = models.CharField("billet aller", max_length=20, choices=Ticket, blank=True)
    outward_from = models.CharField("départ de", max_length=120, blank=True)
    outward_leaves_at = models.TimeField("départ à", null=True, blank=True)
    outward_to = models.CharField("arrivée à (lieu)", max_length=120, blank=True)
    outward_arrives_at = models.TimeField("arrivée à", null=True, blank=True)
    travel = models.CharField("précisions sur le trajet", max_length=200, blank=True)
    welcomer_name = models.CharField("qui attend le ménage", max_length=100, blank=True)
    welcomer_phone = models.CharField("son téléphone", max_length=20, blank=True)
    local_transport = models.CharField("se déplacer sur place", max_length=200, blank=True)
    return_mode = models.CharField("retour", max_length=20, choices=TravelMode, blank=True)
    return_ticket = models.CharField("billet retour", max_length=20, choices=Ticket, blank=True)
    return_from = models.CharField("retour depuis", max_length=120, blank=True)
    return_leaves_at = models.TimeField("départ du retour à", null=True, blank=True)
    return_to = models.CharField("retour jusqu’à (lieu)", max_length=120, blank=True)
    return_arrives_at = models.TimeField("arrivée du retour à", null=True, blank=True)
    lodging_kind = models.CharField(
        "type d’hébergement", max_length=20, choices=StayLodging, blank=True
    )
    lodging = models.CharField("hébergement pendant le séjour", max_length=200, blank=True)
    lodging_address = models.CharField("adresse de l’hébergement", max_length=200, blank=True)
    lodging_phone = models.CharField("téléphone de l’hébergement", max_length=20, blank=True)
    childcare = models.CharField(
        "garde des enfants", max_length=20, choices=StayChildcare, blank=True
    )
    childcare_details = models.CharField("précisions sur la garde", max_length=200, blank=True)
    shelter_is_kept = models.BooleanField("place d’hébergement gardée", null=True, blank=True)
    shelter_confirmed_by = models.CharField("confirmé par", max_length=100, blank=True)
    shelter_kept_until = models.DateField("place gardée jusqu’au", null=True, blank=True)
    to_bring = models.TextField("à apporter", max_length=1000, blank=True)
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
    def is_open(self) -> bool:
        """Not cancelled, and of a placement that still has a future."""
        return self.placement.is_active and not self.is_cancelled

    @property
    def first_day(self) -> date:
        return self.days.lower

    @property
    def last_day(self) -> date:
        return self.days.upper - timedelta(days=1)

    @property
    def all_days(self) -> list[date]:
        length = (self.days.upper - self.days.lower).days
        return [self.days.lower + timedelta(days=rank) for rank in range(length)]


@keep_history()
class StayCancellation(Fact):
    """A stay that was planned did not take place, for a reason of the coordinator's list."""

    stay = models.ForeignKey(
        ImmersionStay, models.CASCADE, related_name="cancellations", verbose_name="séjour"
    )
    reason = models.ForeignKey(
        "candidates.Reason", models.PROTECT, related_name="+", verbose_name="motif"
    )
    side = models.CharField("d’où vient l’empêchement", max_length=20, choices=StaySide, blank=True)
    is_rebookable = models.BooleanField("peut être reprogrammé", null=True, blank=True)

    class Meta:
        verbose_name = "séjour non tenu"
        verbose_name_plural = "séjours non tenus"

    def __str__(self) -> str:
        return f"{self.stay_id}"


@keep_history()
class StayPostponement(Fact):
    """A stay keeps its programme and changes its days, for a reason of the coordinator's list."""

    stay = models.ForeignKey(
        ImmersionStay, models.CASCADE, related_name="postponements", verbose_name="séjour"
    )
    reason = models.ForeignKey(
        "candidates.Reason", models.PROTECT, related_name="+", verbose_name="motif"
    )
    days_before = DateRangeField("prévu du … au …")

    class Meta:
        verbose_name = "report d’un séjour"
        verbose_name_plural = "reports de séjours"

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
