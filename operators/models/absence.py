import uuid
from datetime import date
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from emile.core.models.dated import Dated, DatedQuerySet, period
from operators.actors import Actor
from operators.models.membership import Membership


ONESELF = "Choisissez quelqu’un d’autre."
ALREADY = "Une absence est déjà notée à ces dates."


class AbsenceQuerySet(DatedQuerySet):
    # Filters

    def to_come(self, day: date) -> Self:
        """Those that are not over that day."""
        return self.filter(until__gte=day)

    def covered_by(self, actor: Actor) -> Self:
        """By this person, for this organisation."""
        return self.filter(
            substitute__user=actor.user_id, substitute__organisation=actor.organisation_id
        )

    # Scope

    def visible_to(self, actor: Actor | None) -> Self:
        """Those that concern one, or the team that one manages."""
        if actor is None:
            return self.none()
        here = self.filter(membership__organisation=actor.organisation_id)
        if actor.is_manager:
            return here
        return here.filter(Q(membership__user=actor.user_id) | Q(substitute__user=actor.user_id))

    # Shapes

    def for_list(self) -> Self:
        return self.select_related("membership__user", "substitute__user").order_by("since", "pk")


class Absence(Dated):
    """A member is away from one day to another, and somebody of the same organisation stands in.

    Nothing passes from one to the other: the files stay whose they are, and come back by themselves.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    membership = models.ForeignKey(
        Membership, models.CASCADE, related_name="absences", verbose_name="membre"
    )
    substitute = models.ForeignKey(
        Membership, models.CASCADE, related_name="covers", verbose_name="remplacé par"
    )
    # Nobody is away for ever: whoever leaves for good passes their files on.
    until = models.DateField("jusqu’au")

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = "absence"
        verbose_name_plural = "absences"
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                name="absence_is_covered_by_another",
                condition=~Q(membership=F("substitute")),
                violation_error_message=ONESELF,
            ),
            ExclusionConstraint(
                name="absence_one_at_a_time",
                expressions=[
                    ("membership", RangeOperators.EQUAL),
                    (period(), RangeOperators.OVERLAPS),
                ],
                violation_error_message=ALREADY,
            ),
        ]

    def __str__(self) -> str:
        return f"Absence {self.public_id}"

    def clean(self) -> None:
        super().clean()
        if self.substitute.organisation_id != self.membership.organisation_id:
            raise ValidationError({"substitute": "Choisissez quelqu’un de la même organisation."})
