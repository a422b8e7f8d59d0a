"""When a household and a team are to meet."""

import uuid
from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef

from candidates.enums import AppointmentKind, AppointmentState
from candidates.models.parcours import Parcours
from emile.core.history import keep_history
from emile.core.models import Checked


if TYPE_CHECKING:
    from operators.actors import Actor


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    # Scope

    def visible_to(self, actor: "Actor | None") -> Self:
        """Those of the files that the actor may open."""
        its_files = Parcours.objects.visible_to(actor).filter(pk=OuterRef("parcours"))
        return self.filter(Exists(its_files))

    # Filters

    def planned(self) -> Self:
        return self.filter(state=AppointmentState.PLANNED)

    def on(self, day: date) -> Self:
        return self.filter(starts_at__date=day)

    def from_day(self, day: date) -> Self:
        return self.filter(starts_at__date__gte=day)

    # Shapes

    def for_list(self) -> Self:
        return self.select_related("organisation", "worker", "parcours__household")


@keep_history()
class Appointment(Checked):
    """Its place and purpose are read by every team of the file; it belongs to the one that made it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="appointments", verbose_name="parcours"
    )
    organisation = models.ForeignKey(
        "operators.Organisation", models.PROTECT, related_name="+", verbose_name="organisation"
    )
    worker = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="avec"
    )
    kind = models.CharField("où", max_length=10, choices=AppointmentKind)
    starts_at = models.DateTimeField("quand")
    place = models.CharField("adresse, numéro ou lien", max_length=200, blank=True)
    purpose = models.CharField("pour", max_length=200, blank=True)
    state = models.CharField(
        "état", max_length=10, choices=AppointmentState, default=AppointmentState.PLANNED
    )

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = "rendez-vous"
        verbose_name_plural = "rendez-vous"
        constraints = [
            models.UniqueConstraint(
                name="appointment_one_at_a_time",
                fields=["parcours", "worker", "starts_at"],
                condition=models.Q(state=AppointmentState.PLANNED),
                violation_error_message="Ce rendez-vous est déjà noté.",
            ),
        ]
        indexes = [models.Index(name="appointment_by_day", fields=["organisation", "starts_at"])]

    def __str__(self) -> str:
        return f"{self.starts_at} {self.state}"

    @property
    def is_planned(self) -> bool:
        return self.state == AppointmentState.PLANNED
