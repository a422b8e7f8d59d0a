"""What the coordinator decides, in rows that follow each other from a day on."""

from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from emile.core.models.dated import Dated, DatedQuerySet, period


def one_version_a_day(name: str, *key: str, **options: Any) -> ExclusionConstraint:
    """The versions of a row share its key, and never hold on the same day."""
    return ExclusionConstraint(
        name=name,
        expressions=[
            *((field, RangeOperators.EQUAL) for field in key),
            (period(), RangeOperators.OVERLAPS),
        ],
        **options,
    )


class Setting(Dated):
    """A row of a list of the coordinator's. A change is a new row, with the same code, from a day on.

    ``rank`` orders the list and has no versions; it is left out of the history too.
    """

    code = models.CharField("code", max_length=40)
    rank = models.PositiveSmallIntegerField("ordre", default=0)
    version = models.PositiveIntegerField("version", default=1, editable=False)

    objects = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.code
