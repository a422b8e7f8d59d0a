"""What an organisation puts aside for a while."""

from django.db import models

from candidates.models.parcours import Parcours
from emile.core.history import keep_history
from emile.core.models import Checked


# In days.
LONGEST_SNOOZE = 30


@keep_history()
class Snooze(Checked):
    """A file that leaves « À faire » until a day, for a reason, and comes back by itself.

    It is the organisation's, as the list is: a colleague would do again what somebody put aside.
    Neither the due date nor what is said of it changes; another due date ends it.
    """

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="snoozes", verbose_name="parcours"
    )
    organisation = models.ForeignKey(
        "operators.Organisation", models.PROTECT, related_name="+", verbose_name="organisation"
    )
    user = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="mis de côté par"
    )
    reason = models.CharField("pourquoi", max_length=200)
    # The first day on which it is to do again.
    until = models.DateField("jusqu’au")
    due_on = models.DateField("échéance d’alors", editable=False)

    class Meta:
        verbose_name = "dossier mis de côté"
        verbose_name_plural = "dossiers mis de côté"
        constraints = [
            models.UniqueConstraint(
                name="snooze_once_per_organisation",
                fields=["parcours", "organisation"],
                violation_error_message="Ce dossier est déjà mis de côté.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.parcours_id} {self.until}"
