from django.db import models
from django.db.models import F, Q

from emile.core.models import Checked


class Reach(Checked):
    """How far two communes are from each other: rebuilt as a whole by ``rebuild_reach`` only.

    An estimate, for every pair of communes of host territories that are near enough, both ways.
    """

    # Written from the communes themselves, which are never deleted: checking half a million keys
    # one by one would take longer than making the table.

    origin = models.ForeignKey(
        "territories.Commune",
        models.CASCADE,
        related_name="+",
        verbose_name="commune de départ",
        db_constraint=False,
    )
    destination = models.ForeignKey(
        "territories.Commune",
        models.CASCADE,
        related_name="+",
        verbose_name="commune d’arrivée",
        db_constraint=False,
    )
    km = models.PositiveSmallIntegerField("kilomètres par la route, estimés")
    minutes = models.PositiveSmallIntegerField("minutes en voiture, estimées")

    class Meta:
        verbose_name = "trajet entre deux communes"
        verbose_name_plural = "trajets entre deux communes"
        constraints = [
            models.UniqueConstraint(
                name="reach_once", fields=["origin", "destination"], include=["km", "minutes"]
            ),
            models.CheckConstraint(
                name="reach_leads_elsewhere",
                condition=~Q(origin=F("destination")),
                violation_error_message="Un trajet va d’une commune à une autre.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.origin_id} {self.destination_id}"
