"""Lists and delays that the coordinator decides: rows, never constants. Retired, never deleted."""

from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from candidates.enums import (
    ChecklistCondition,
    DecidedBy,
    DocumentKind,
    PaperCondition,
    ReasonUse,
    Stage,
)
from emile.core.calendar import working_days_after, working_days_before
from emile.core.history import keep_history
from emile.core.models.dated import period
from territories.models.setting import Setting, one_version_a_day


class DelayUnit(models.TextChoices):
    WORKING_DAYS = "working_days", "jours ouvrés"
    DAYS = "days", "jours"
    MONTHS = "months", "mois"


@keep_history(exclude=["rank"])
class DeadlinePolicy(Setting):
    """How long a stage, or a named event, may take. The version that counts is the one in force on
    entering the stage."""

    count = models.PositiveSmallIntegerField(
        "délai",
        validators=[
            MinValueValidator(1, "Un délai dure un jour au moins."),
            MaxValueValidator(365, "Un délai ne dépasse pas 365."),
        ],
    )
    unit = models.CharField("unité", max_length=20, choices=DelayUnit)

    class Meta(Setting.Meta):
        verbose_name = "délai"
        verbose_name_plural = "délais"
        constraints = [
            *Setting.Meta.constraints,
            one_version_a_day(
                "deadlinepolicy_one_in_force",
                "code",
                violation_error_message="Un délai est déjà en vigueur pour cette étape.",
            ),
            models.CheckConstraint(
                name="deadlinepolicy_lasts",
                condition=Q(count__gte=1),
                violation_error_message="Un délai dure un jour au moins.",
            ),
        ]

    def after(self, start: date) -> date:
        match DelayUnit(self.unit):
            case DelayUnit.WORKING_DAYS:
                return working_days_after(start, self.count)
            case DelayUnit.DAYS:
                return start + timedelta(days=self.count)
            case DelayUnit.MONTHS:
                return start + relativedelta(months=self.count)

    def run_out_by(self, day: date) -> date:
        """The last start from which the delay is over that day."""
        match DelayUnit(self.unit):
            case DelayUnit.WORKING_DAYS:
                return working_days_before(day, self.count)
            case DelayUnit.DAYS:
                return day - timedelta(days=self.count)
            case DelayUnit.MONTHS:
                return _latest(day - relativedelta(months=self.count), self.after, day)

    def ahead_of(self, day: date) -> date:
        """The last date that is, that day, no farther than the delay."""
        if self.unit == DelayUnit.MONTHS:
            return _latest(self.after(day), lambda end: end - relativedelta(months=self.count), day)
        return self.after(day)


def _latest(first: date, shift: Callable[[date], date], day: date) -> date:
    """The last date that ``shift`` takes to that day or before: months have no one length."""
    while shift(first + timedelta(days=1)) <= day:
        first += timedelta(days=1)
    return first


@keep_history(exclude=["rank"])
class Reason(Setting):
    """Why a file stopped or a proposal was refused. Codes go to the journal, labels to people."""

    use = models.CharField("pour", max_length=20, choices=ReasonUse)
    label = models.CharField("libellé", max_length=120)
    decided_by = models.CharField(
        "décision habituelle", max_length=20, choices=DecidedBy, blank=True
    )

    class Meta(Setting.Meta):
        verbose_name = "motif"
        verbose_name_plural = "motifs"
        constraints = [
            *Setting.Meta.constraints,
            one_version_a_day(
                "reason_one_in_force",
                "use",
                "code",
                violation_error_message="Ce motif existe déjà.",
            ),
        ]


@keep_history(exclude=["rank"])
class EventKind(Setting):
    """An event of the programme's catalogue. Exactly one is the mandatory information meeting."""

    label = models.CharField("libellé", max_length=120)
    is_mandatory = models.BooleanField("obligatoire", default=False)

    class Meta(Setting.Meta):
        verbose_name = "type d’événement"
        verbose_name_plural = "types d’événements"
        constraints = [
            *Setting.Meta.constraints,
            one_version_a_day(
                "eventkind_one_in_force",
                "code",
                violation_error_message="Ce type d’événement existe déjà.",
            ),
            ExclusionConstraint(
                name="eventkind_one_mandatory",
                expressions=[(period(), RangeOperators.OVERLAPS)],
                condition=Q(is_mandatory=True),
                violation_error_message="Un seul type d’événement est obligatoire.",
            ),
        ]


@keep_history(exclude=["rank"])
class ChecklistItem(Setting):
    """Something to do before a household moves in, when its situation calls for it."""

    label = models.CharField("à faire", max_length=200)
    applies_to = models.CharField("pour qui", max_length=20, choices=ChecklistCondition)

    class Meta(Setting.Meta):
        verbose_name = "point à vérifier"
        verbose_name_plural = "points à vérifier"
        constraints = [
            *Setting.Meta.constraints,
            one_version_a_day(
                "checklistitem_one_in_force",
                "code",
                violation_error_message="Ce point existe déjà.",
            ),
        ]


@keep_history(exclude=["rank"])
class ExpectedPaper(Setting):
    """A paper that a household is expected to bring from a stage on, when its situation calls for
    it."""

    label = models.CharField("libellé", max_length=120)
    kind = models.CharField("pièce", max_length=20, choices=DocumentKind)
    applies_to = models.CharField("de qui", max_length=20, choices=PaperCondition)
    stage = models.CharField("à partir de l’étape", max_length=20, choices=Stage)

    class Meta(Setting.Meta):
        verbose_name = "pièce attendue"
        verbose_name_plural = "pièces attendues"
        constraints = [
            *Setting.Meta.constraints,
            one_version_a_day(
                "expectedpaper_one_in_force",
                "code",
                violation_error_message="Cette pièce est déjà dans la liste.",
            ),
        ]
