"""What the programme pays: the convention of each operator, and what a night of shelter costs."""

import uuid
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.validators import MinValueValidator
from django.db import models

from emile.core.history import keep_history
from emile.core.models import Checked
from emile.core.models.dated import Dated, DatedQuerySet, period
from emile.core.prose import euros
from operators.actors import Actor
from operators.enums import OrganisationKind
from territories.models.setting import Setting, one_version_a_day


# Who is paid by the State to carry the programme.
PAID = (OrganisationKind.COORDINATOR, OrganisationKind.UPSTREAM, OrganisationKind.HOST)
OVERLAP = "Une convention de cette organisation couvre déjà une partie de ces jours."


class ConventionQuerySet(DatedQuerySet):
    def visible_to(self, actor: Actor | None) -> Self:
        """All for those who steer; to an operator, its own."""
        if actor is None:
            return self.none()
        if actor.kind in (OrganisationKind.COORDINATOR, OrganisationKind.NATIONAL):
            return self.all()
        return self.filter(organisation=actor.organisation_id)

    def between(self, first: object, last: object) -> Self:
        """Those that hold on at least one of these days, both included."""
        return self.filter(since__lte=last, until__gte=first)

    def for_list(self) -> Self:
        return self.select_related("organisation").prefetch_related("objectives")


@keep_history()
class Convention(Dated):
    """What an operator is paid for, from one day to another, in euros. ``version`` grows each time it
    is edited."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(
        "operators.Organisation",
        models.PROTECT,
        related_name="conventions",
        verbose_name="organisation",
    )
    reference = models.CharField("référence", max_length=60)
    signed_on = models.DateField("signée le")
    amount = models.DecimalField(
        "montant",
        max_digits=11,
        decimal_places=2,
        validators=[MinValueValidator(0, "Un montant n’est pas négatif.")],
    )
    version = models.PositiveIntegerField("version", default=0, editable=False)

    objects = ConventionQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = "convention"
        verbose_name_plural = "conventions"
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                name="convention_has_an_end",
                condition=models.Q(until__isnull=False),
                violation_error_message="Dites jusqu’à quel jour court la convention.",
            ),
            ExclusionConstraint(
                name="convention_one_at_a_time",
                expressions=[
                    ("organisation", RangeOperators.EQUAL),
                    (period(), RangeOperators.OVERLAPS),
                ],
                violation_error_message=OVERLAP,
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def days(self) -> int:
        return (self.until - self.since).days + 1 if self.until else 0


@keep_history()
class Objective(Checked):
    """How many of what an indicator counts an operator is to reach by the end of its convention."""

    convention = models.ForeignKey(
        Convention, models.CASCADE, related_name="objectives", verbose_name="convention"
    )
    code = models.CharField("indicateur", max_length=40)
    target = models.PositiveIntegerField("objectif")

    class Meta:
        verbose_name = "objectif"
        verbose_name_plural = "objectifs"
        constraints = [
            models.UniqueConstraint(name="objective_once", fields=["convention", "code"]),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.target}"


@keep_history(exclude=["rank"])
class UnitCost(Setting):
    """What one unit costs, from a day on. ``source`` says where the figure comes from."""

    label = models.CharField("ce qui est compté", max_length=120)
    amount = models.DecimalField(
        "montant",
        max_digits=8,
        decimal_places=2,
        help_text="En euros.",
        validators=[MinValueValidator(0, "Un montant n’est pas négatif.")],
    )
    source = models.CharField("source", max_length=200, help_text="D’où vient ce montant.")

    class Meta(Setting.Meta):
        verbose_name = "coût unitaire"
        verbose_name_plural = "coûts unitaires"
        constraints = [
            *Setting.Meta.constraints,
            one_version_a_day(
                "unitcost_one_in_force",
                "code",
                violation_error_message="Un montant est déjà en vigueur ces jours-là.",
            ),
        ]

    @property
    def details(self) -> str:
        return f"{euros(self.amount)}. {self.source}"
