"""What holds from one day to another, both included; an open end is an empty ``until``."""

from datetime import date
from typing import Self

from django.contrib.postgres.fields import DateRangeField, RangeBoundary
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.expressions import Combinable

from emile.core.models.checked import Checked


class DatedQuerySet(models.QuerySet):
    @staticmethod
    def on_q(day: date | Combinable, prefix: str = "") -> Q:
        """The condition of ``on``, usable across a relation: ``on_q(day, "mandates__")``."""
        return Q(**{f"{prefix}since__lte": day}) & (
            Q(**{f"{prefix}until__isnull": True}) | Q(**{f"{prefix}until__gte": day})
        )

    def on(self, day: date | Combinable) -> Self:
        return self.filter(self.on_q(day))


ENDS_BEFORE_IT_STARTS = "La date de fin est antérieure à la date de début."


class Dated(Checked):
    since = models.DateField("depuis le")
    until = models.DateField("jusqu’au", null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_ends_after_it_starts",
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                violation_error_message=ENDS_BEFORE_IT_STARTS,
            )
        ]

    def clean(self) -> None:
        # Beside the field, and before PostgreSQL is asked about a range that can't exist.
        if self.since and self.until and self.until < self.since:
            raise ValidationError({"until": ENDS_BEFORE_IT_STARTS})

    def is_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


def period() -> Func:
    """The days of the row as a range, for exclusion constraints."""
    return Func(
        F("since"),
        F("until"),
        RangeBoundary(inclusive_upper=True),
        function="daterange",
        output_field=DateRangeField(),
    )
