from django.db import models
from django.db.models import F, Q

from candidates.enums import Stage
from emile.core.models import Checked
from territories.models import Territory


# Below that, a duration says more of these files than of those to come (``interface.md``).
FEWEST_FILES = 10


class StageDuration(Checked):
    """How long files took to pass a stage: made as a whole by ``measure_durations`` only.

    Those of a territory, or of the whole programme when it is empty. In calendar days, pauses
    included: it is what a household waits.
    """

    stage = models.CharField("étape", max_length=20, choices=Stage)
    # What is derived from the journal goes with the territory.
    territory = models.ForeignKey(
        Territory, models.CASCADE, null=True, related_name="+", verbose_name="territoire"
    )
    half_within = models.PositiveIntegerField("la moitié en moins de, en jours")
    most_within = models.PositiveIntegerField("huit sur dix en moins de, en jours")
    files = models.PositiveIntegerField("dossiers")
    measured_on = models.DateField("mesurée le")

    class Meta:
        verbose_name = "durée d’une étape"
        verbose_name_plural = "durées des étapes"
        constraints = [
            models.UniqueConstraint(
                name="stageduration_once",
                fields=["stage", "territory"],
                nulls_distinct=False,
                violation_error_message="Cette durée est déjà mesurée.",
            ),
            models.CheckConstraint(
                name="stageduration_of_enough_files",
                condition=Q(files__gte=FEWEST_FILES),
                violation_error_message="Il n’y a pas assez de dossiers pour une durée.",
            ),
            models.CheckConstraint(
                name="stageduration_in_order",
                condition=Q(most_within__gte=F("half_within")),
                violation_error_message="Huit dossiers sur dix ne vont pas plus vite que la moitié.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stage}\u00a0: {self.half_within} à {self.most_within} jours"
