"""Where people are informed: the meetings of the programme, and who came."""

import uuid
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from candidates.enums import InformationMode
from candidates.models.parcours import Fact, Parcours, counts_q
from emile.core.history import keep_history
from operators.enums import OrganisationKind


if TYPE_CHECKING:
    from operators.actors import Actor


class InformationSessionQuerySet(models.QuerySet["InformationSession"]):
    # Scope

    def visible_to(self, actor: "Actor | None") -> Self:
        """An upstream operator's own."""
        if actor is None or actor.kind != OrganisationKind.UPSTREAM:
            return self.none()
        return self.filter(organisation=actor.organisation_id)

    # Shapes

    def for_list(self) -> Self:
        """With how many households came (``came_count``) and how many did not (``missed_count``)."""
        return self.annotate(
            came_count=_households(was_present=True), missed_count=_households(was_present=False)
        )


def _households(*, was_present: bool) -> Coalesce:
    noted = Attendance.objects.filter(
        counts_q(), session=OuterRef("pk"), was_present=was_present
    ).order_by()
    per_session = noted.values("session").annotate(count=Count("parcours", distinct=True))
    return Coalesce(Subquery(per_session.values("count")), 0)


class InformationSession(models.Model):
    """A collective information meeting of an upstream operator, the one mandatory event."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(
        "operators.Organisation", models.PROTECT, related_name="+", verbose_name="organisée par"
    )
    held_on = models.DateField("date")
    starts_at = models.TimeField("heure", null=True, blank=True)
    place = models.CharField("lieu ou lien", max_length=200)

    objects = InformationSessionQuerySet.as_manager()

    class Meta:
        verbose_name = "réunion d’information"
        verbose_name_plural = "réunions d’information"
        constraints = [
            models.UniqueConstraint(
                name="informationsession_once",
                fields=["organisation", "held_on", "starts_at", "place"],
                nulls_distinct=False,
                violation_error_message="Cette réunion est déjà enregistrée.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.held_on}"

    def get_absolute_url(self) -> str:
        return reverse("candidates:session_detail", args=[self.public_id])


@keep_history()
class Attendance(Fact):
    """A household was informed, or did not come. Given individually or by phone, it counts."""

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="attendances", verbose_name="parcours"
    )
    session = models.ForeignKey(
        InformationSession,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="attendances",
        verbose_name="réunion",
    )
    mode = models.CharField("comment", max_length=20, choices=InformationMode)
    was_present = models.BooleanField("présence")

    class Meta:
        verbose_name = "présence à l’information"
        verbose_name_plural = "présences à l’information"
        constraints = [
            models.CheckConstraint(
                name="attendance_session_when_collective",
                condition=~Q(mode=InformationMode.SESSION) | Q(session__isnull=False),
                violation_error_message="Indiquez de quelle réunion il s’agit.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mode} {self.was_present}"
