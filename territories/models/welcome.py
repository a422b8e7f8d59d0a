"""How many households a territory can welcome, month by month."""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from emile.core.history import keep_history
from emile.core.models import Checked, LedgerEntry
from territories.models.territory import Territory


MOST_WELCOMED = 200


def month_of(day: date) -> date:
    return day.replace(day=1)


class WelcomeSlotQuerySet(models.QuerySet["WelcomeSlot"]):
    def of_months(self, territory: Territory, first: date, last: date) -> Self:
        return self.filter(territory=territory, month__gte=first, month__lte=last)

    def counted_on(self, day: date) -> Self:
        """With ``in_use`` places, of which ``taken`` ones for good."""
        from territories.models.hold import held_units, taken_units

        return self.annotate(in_use=held_units("slot", day), taken=taken_units("slot", day))


@keep_history()
class WelcomeSlot(Checked):
    """One month of one territory. Its capacity is unknown until somebody has said it: never zero."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    territory = models.ForeignKey(
        Territory, models.PROTECT, related_name="slots", verbose_name="territoire"
    )
    month = models.DateField("mois", help_text="Son premier jour.")
    capacity = models.PositiveSmallIntegerField("ménages", null=True, blank=True)
    note = models.CharField("précision", max_length=200, blank=True)

    objects = WelcomeSlotQuerySet.as_manager()

    class Meta:
        verbose_name = "capacité d’accueil d’un mois"
        verbose_name_plural = "capacités d’accueil par mois"
        constraints = [
            models.UniqueConstraint(
                name="welcomeslot_one_per_month",
                fields=["territory", "month"],
                violation_error_message="Ce mois est déjà renseigné.",
            ),
            models.CheckConstraint(
                name="welcomeslot_is_a_first_day",
                condition=Q(month__day=1),
                violation_error_message="Un mois se note par son premier jour.",
            ),
            models.CheckConstraint(
                name="welcomeslot_welcomes_that_many",
                condition=Q(capacity__isnull=True) | Q(capacity__lte=MOST_WELCOMED),
                violation_error_message=f"Indiquez {MOST_WELCOMED} ménages au plus.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.territory} {self.month:%m/%Y}"

    def get_absolute_url(self) -> str:
        return self.territory.get_absolute_url()

    @property
    def places(self) -> int:
        """What may be held; nothing as long as nobody has said how much."""
        return self.capacity or 0


class CapacityEvent(LedgerEntry):
    """One writing of the months of a territory; the payload has each month that changed."""

    territory = models.ForeignKey(
        Territory, models.PROTECT, related_name="capacity_events", verbose_name="territoire"
    )

    class Meta:
        verbose_name = "acte sur la capacité d’accueil"
        verbose_name_plural = "actes sur la capacité d’accueil"
        constraints = [
            models.UniqueConstraint(
                name="capacityevent_in_order", fields=["territory", "sequence"]
            ),
        ]
