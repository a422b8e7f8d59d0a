"""What fills the days of a stay, and what it costs."""

import uuid
from datetime import date, time
from typing import TYPE_CHECKING, Self, TypeVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import Deferrable, F, Func, Q

from candidates.enums import WITH_AN_EMPLOYER, CostPayer, StayCostKind, VisitKind
from candidates.models.stay import ImmersionStay
from emile.core.history import keep_history
from emile.core.models import Checked


if TYPE_CHECKING:
    from operators.actors import Actor


Part = TypeVar("Part", bound=models.Model)


class OfStayQuerySet(models.QuerySet[Part]):
    # Scope

    def visible_to(self, actor: "Actor | None") -> Self:
        return self.filter(stay__in=ImmersionStay.objects.visible_to(actor))

    # Filters

    def kept(self) -> Self:
        return self.filter(is_dropped=False)


class StayVisitQuerySet(OfStayQuerySet["StayVisit"]):
    def between(self, day: date, starts_at: time, ends_at: time) -> Self:
        """Those that share a moment with this one."""
        return self.filter(day=day, starts_at__lt=ends_at, ends_at__gt=starts_at)


def moment(hour: str) -> Func:
    """A day and an hour, on the clock of the place."""
    return Func(
        F("day"),
        F(hour),
        arg_joiner=" + ",
        template="(%(expressions)s)",
        output_field=models.DateTimeField(),
    )


@keep_history()
class StayVisit(Checked):
    """One moment of a stay: an employer at nine, a flat at two. Two can't share a moment.

    What is dropped stays, for the act that dropped it may be corrected.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    stay = models.ForeignKey(
        ImmersionStay, models.CASCADE, related_name="visits", verbose_name="séjour"
    )
    version = models.PositiveIntegerField("version", default=1, editable=False)
    day = models.DateField("jour")
    starts_at = models.TimeField("de")
    ends_at = models.TimeField("à")
    kind = models.CharField("quoi", max_length=20, choices=VisitKind)
    title = models.CharField("intitulé", max_length=120)
    place = models.CharField("lieu", max_length=200, blank=True)
    contact_name = models.CharField("qui reçoit le ménage", max_length=100, blank=True)
    contact_phone = models.CharField("téléphone", max_length=20, blank=True)
    note = models.CharField("à savoir", max_length=300, blank=True)
    is_dropped = models.BooleanField("retirée", default=False, editable=False)

    objects = StayVisitQuerySet.as_manager()

    class Meta:
        verbose_name = "visite d’un séjour"
        verbose_name_plural = "visites d’un séjour"
        constraints = [
            models.CheckConstraint(
                name="stayvisit_ends_after_it_starts",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message="L’heure de fin doit suivre l’heure de début.",
            ),
            ExclusionConstraint(
                name="stayvisit_no_overlap",
                expressions=[
                    (F("stay"), RangeOperators.EQUAL),
                    (
                        Func(
                            moment("starts_at"),
                            moment("ends_at"),
                            function="tsrange",
                            output_field=DateTimeRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(is_dropped=False),
                # All the visits of a stay are postponed at once.
                deferrable=Deferrable.IMMEDIATE,
                violation_error_message="Une autre visite est prévue à ce moment-là.",
            ),
        ]
        indexes = [
            models.Index(name="stayvisit_in_order", fields=["stay", "day", "starts_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.kind}"

    @property
    def asks_an_employer(self) -> bool:
        return self.kind in WITH_AN_EMPLOYER


# The others pay with money that is not the programme's.
PROGRAMME_PAYERS = (CostPayer.OPERATOR, CostPayer.UPSTREAM)


@keep_history()
class StayCost(Checked):
    """One expense of a stay: who is asked to pay, how much, how much was paid."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    stay = models.ForeignKey(
        ImmersionStay, models.CASCADE, related_name="costs", verbose_name="séjour"
    )
    version = models.PositiveIntegerField("version", default=1, editable=False)
    kind = models.CharField("dépense", max_length=20, choices=StayCostKind)
    payer = models.CharField("qui paie", max_length=20, choices=CostPayer)
    details = models.CharField("précisions", max_length=200, blank=True)
    amount_asked = models.DecimalField("montant demandé", max_digits=8, decimal_places=2)
    amount_paid = models.DecimalField(
        "montant payé", max_digits=8, decimal_places=2, null=True, blank=True
    )
    is_dropped = models.BooleanField("retirée", default=False, editable=False)

    objects = OfStayQuerySet.as_manager()

    class Meta:
        verbose_name = "dépense d’un séjour"
        verbose_name_plural = "dépenses d’un séjour"
        constraints = [
            models.CheckConstraint(
                name="staycost_is_positive",
                condition=Q(amount_asked__gte=0)
                & (Q(amount_paid__isnull=True) | Q(amount_paid__gte=0)),
                violation_error_message="Un montant ne peut pas être négatif.",
            ),
        ]

    @property
    def programme_cents(self) -> int:
        """What it costs the teams of the programme: what they paid, or were asked as long as nobody
        said."""
        if self.payer not in PROGRAMME_PAYERS:
            return 0
        amount = self.amount_asked if self.amount_paid is None else self.amount_paid
        return int(amount * 100)

    def __str__(self) -> str:
        return f"{self.kind} {self.amount_asked}"
