"""When somebody last opened their « À faire »."""

from django.db import models

from emile.core.models import Checked


class LastVisit(Checked):
    """One person's, for one organisation. What happened after ``since`` is new to them.

    ``since`` is when the visit before began, ``opened_at`` when the one that is running did.
    """

    user = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="personne"
    )
    organisation = models.ForeignKey(
        "operators.Organisation", models.PROTECT, related_name="+", verbose_name="organisation"
    )
    since = models.DateTimeField("visite précédente")
    opened_at = models.DateTimeField("visite en cours depuis")

    class Meta:
        verbose_name = "dernière visite"
        verbose_name_plural = "dernières visites"
        constraints = [
            models.UniqueConstraint(
                name="lastvisit_once",
                fields=["user", "organisation"],
                violation_error_message="Cette visite est déjà notée.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.opened_at:%Y-%m-%d %H:%M}"
