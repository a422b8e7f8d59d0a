"""What of an offer, or of a month’s welcome, is kept for a household: until a day, or for good.

A thing of N places has N numbered units. A unit is used by at most one hold on any day, which the
database alone guarantees; a hold that has run out is over by the very shape of its period.
"""

import uuid
from datetime import date, timedelta
from typing import Self, TypeAlias

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Count, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from emile.core.history import keep_history
from emile.core.models import LedgerEntry, NextEntry, next_sequence
from emile.core.workflow import Staged
from operators.models import Organisation
from territories.enums import HoldEnd, HoldStage
from territories.models.offer import Offer
from territories.models.welcome import WelcomeSlot


Thing: TypeAlias = Offer | WelcomeSlot

TAKEN = (HoldStage.ATTRIBUTED, HoldStage.OCCUPIED)
# Using a place, but not for good.
UNDECIDED = (HoldStage.HELD, HoldStage.VISITED, HoldStage.FILED)


class HoldQuerySet(models.QuerySet["Hold"]):
    # Filters

    def live_on(self, day: date) -> Self:
        """Neither over nor run out. None ever begins later than the day it is written."""
        return self.filter(period__overlap=DateRange(day, None))

    def of(self, thing: Thing) -> Self:
        return self.filter(**{name_of(thing): thing})

    def of_holder(self, holder: uuid.UUID) -> Self:
        return self.filter(holder=holder)

    def using_a_place(self) -> Self:
        return self.filter(unit__isnull=False)

    def waiting(self) -> Self:
        return self.filter(stage=HoldStage.WAITING)

    # Shapes

    def with_rank(self, day: date) -> Self:
        """``rank`` in the queue, 1 for the first, and how many places are ``free``."""
        same = Q(offer=OuterRef("offer")) | Q(slot=OuterRef("slot"))
        live = Hold.objects.live_on(day).filter(same)
        places = Coalesce("offer__places", "slot__capacity", 0)
        return self.annotate(
            rank=_counted(live.waiting().filter(pk__lte=OuterRef("pk")), "offer", "slot"),
            free=places - _counted(live.using_a_place(), "offer", "slot"),
        )

    def for_list(self, day: date) -> Self:
        return (
            self.with_rank(day)
            .select_related(
                "slot__territory",
                "offer__territory",
                "offer__commune",
                "offer__provider",
                "offer__home",
                "offer__job__occupation",
                "offer__training__occupation",
            )
            .order_by("pk")
        )

    def with_next_entry(self) -> Self:
        """With the id and the number of the next row of the journal, right while the row is held."""
        events = HoldEvent.objects.filter(hold=OuterRef("pk"))
        return self.annotate(
            next_entry_id=NextEntry(HoldEvent), next_sequence=next_sequence(events)
        )


def name_of(thing: Thing) -> str:
    return "offer" if isinstance(thing, Offer) else "slot"


def held_units(thing: str, day: date) -> Coalesce:
    """How many units of the outer row, an offer or a slot, are used that day, taken or only held."""
    holds = Hold.objects.live_on(day).using_a_place().filter(**{thing: OuterRef("pk")})
    return _counted(holds, thing)


def taken_units(thing: str, day: date) -> Coalesce:
    holds = Hold.objects.live_on(day).filter(stage__in=TAKEN, **{thing: OuterRef("pk")})
    return _counted(holds, thing)


def waiting_for(thing: str, day: date) -> Coalesce:
    return _counted(Hold.objects.live_on(day).waiting().filter(**{thing: OuterRef("pk")}), thing)


def _counted(holds: HoldQuerySet, *thing: str) -> Coalesce:
    counted = holds.order_by().values(*thing).annotate(how_many=Count("pk")).values("how_many")
    return Coalesce(Subquery(counted), Value(0))


def never_twice(name: str, thing: str, whose: str, message: str) -> ExclusionConstraint:
    return ExclusionConstraint(
        name=name,
        expressions=[
            (thing, RangeOperators.EQUAL),
            (whose, RangeOperators.EQUAL),
            ("period", RangeOperators.OVERLAPS),
        ],
        violation_error_message=message,
    )


@keep_history()
class Hold(Staged):
    """A place of an offer or of a welcome slot kept for a household, or its turn in the queue.

    ``holder`` is the public id of a file: who that is, is known where files are. Its stage is moved
    by ``territories.workflow.holds`` alone.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    offer = models.ForeignKey(
        Offer, models.PROTECT, null=True, blank=True, related_name="holds", verbose_name="offre"
    )
    slot = models.ForeignKey(
        WelcomeSlot,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="holds",
        verbose_name="mois d’accueil",
    )
    unit = models.PositiveSmallIntegerField("numéro de la place", null=True, blank=True)
    holder = models.UUIDField("retenue pour", db_index=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name="retenue par"
    )
    stage = models.CharField("état", max_length=20, choices=HoldStage)
    period = DateRangeField("jours")
    ended_for = models.CharField("fin", max_length=20, choices=HoldEnd, blank=True)

    objects = HoldQuerySet.as_manager()

    class Meta:
        verbose_name = "réservation"
        constraints = [
            never_twice(
                "hold_one_per_place_of_an_offer",
                "offer",
                "unit",
                "Cette place est déjà retenue pour un autre ménage.",
            ),
            never_twice(
                "hold_one_per_place_of_a_slot",
                "slot",
                "unit",
                "Cette place est déjà retenue pour un autre ménage.",
            ),
            never_twice(
                "hold_one_per_holder_and_offer",
                "offer",
                "holder",
                "Cette offre est déjà retenue ou demandée pour ce ménage.",
            ),
            never_twice(
                "hold_one_per_holder_and_slot",
                "slot",
                "holder",
                "Une place de ce mois est déjà retenue pour ce ménage.",
            ),
            models.CheckConstraint(
                name="hold_is_of_one_thing",
                condition=Q(offer__isnull=False, slot__isnull=True)
                | Q(offer__isnull=True, slot__isnull=False),
                violation_error_message="Une réservation porte sur une offre ou sur un mois.",
            ),
            models.CheckConstraint(
                name="hold_has_a_place_unless_it_waits",
                condition=Q(stage=HoldStage.ENDED)
                | Q(stage=HoldStage.WAITING, unit__isnull=True)
                | (~Q(stage=HoldStage.WAITING) & Q(unit__gte=1)),
                violation_error_message="Une réservation porte sur une place numérotée.",
            ),
            models.CheckConstraint(
                name="hold_lasts_for_good_once_taken",
                condition=Q(stage__in=TAKEN, period__upper_inf=True)
                | (~Q(stage__in=TAKEN) & Q(period__upper_inf=False)),
                violation_error_message="Seule une place attribuée l’est sans date de fin.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stage} #{self.pk}"

    @property
    def thing(self) -> Thing:
        thing: Thing = self.offer or self.slot  # type: ignore[assignment]
        return thing

    @property
    def standing(self) -> str:
        """A hold has no other state than its stage."""
        return ""

    @property
    def until(self) -> date | None:
        """Its last day; None when it has none, or never had a first one."""
        return self.period.upper - timedelta(days=1) if self.period.upper else None

    def is_over(self, day: date) -> bool:
        upper = self.period.upper
        return self.period.isempty or (upper is not None and upper <= day)


class HoldEvent(LedgerEntry):
    """One act on one hold. The payload has what it was before, for whoever takes the act back."""

    hold = models.ForeignKey(
        Hold, models.PROTECT, related_name="events", verbose_name="réservation"
    )
    from_stage = models.CharField("état avant", max_length=20, choices=HoldStage, blank=True)
    to_stage = models.CharField("état après", max_length=20, choices=HoldStage)

    class Meta:
        verbose_name = "acte sur une réservation"
        verbose_name_plural = "actes sur les réservations"
        constraints = [
            models.UniqueConstraint(name="holdevent_in_order", fields=["hold", "sequence"]),
        ]
