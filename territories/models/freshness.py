"""How long one may count on what somebody said."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from emile.core.history import keep_history
from territories.models.setting import Setting, one_version_a_day


LONGEST_DAYS = 365
IN_ORDER = "On demande avant que ce soit à confirmer, et l’on ne relance plus après."


def days(label: str) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        label,
        validators=[
            MinValueValidator(1, "Un délai dure un jour au moins."),
            MaxValueValidator(LONGEST_DAYS, f"Un délai ne dépasse pas {LONGEST_DAYS} jours."),
        ],
    )


@keep_history(exclude=["rank"])
class FreshnessRule(Setting):
    """Days since the last confirmation: the contact is asked, the row leaves matching, and at last
    nobody is asked any more. The same for offers and for what territories expect."""

    ask_days = days("demander confirmation après, en jours")
    fresh_days = days("à confirmer après, en jours")
    forgotten_days = days("ne plus relancer après, en jours")

    class Meta(Setting.Meta):
        verbose_name = "fraîcheur"
        constraints = [
            *Setting.Meta.constraints,
            one_version_a_day(
                "freshnessrule_one_in_force",
                violation_error_message="Une règle est déjà en vigueur à ces dates.",
            ),
            models.CheckConstraint(
                name="freshnessrule_in_order",
                condition=Q(
                    ask_days__gte=1,
                    ask_days__lt=F("fresh_days"),
                    fresh_days__lt=F("forgotten_days"),
                ),
                violation_error_message=IN_ORDER,
            ),
        ]

    @classmethod
    def in_force(cls, day: date) -> "FreshnessRule":
        """Asked once per page, and handed to whatever looks at rows."""
        return cls.objects.on(day).get()

    def clean(self) -> None:
        super().clean()
        # Beside the field that is out of order.
        if self.ask_days and self.fresh_days and self.ask_days >= self.fresh_days:
            raise ValidationError({"ask_days": IN_ORDER})
        if self.fresh_days and self.forgotten_days and self.fresh_days >= self.forgotten_days:
            raise ValidationError({"forgotten_days": IN_ORDER})

    def stale_before(self, day: date) -> date:
        """What was confirmed before that day must be confirmed again."""
        return day - timedelta(days=self.fresh_days)
