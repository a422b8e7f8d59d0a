"""The indicators as people read them: words that the coordinator may change, from a day on."""

from django.core.validators import MaxValueValidator
from django.db import models

from emile.core.history import keep_history
from territories.models.setting import Setting, one_version_a_day


class Family(models.TextChoices):
    ACTIVITY = "activity", "Activité"
    DELAYS = "delays", "Délais"
    COHORTS = "cohorts", "Où en sont les ménages orientés"
    LEAVING = "leaving", "Sorties, refus et pertes"
    WORK = "work", "Emploi et formation"
    HOUSING = "housing", "Logement"
    LIVING = "living", "Conditions de vie"
    TERRITORY = "territory", "Apport aux territoires"
    QUALITY = "quality", "Qualité des données"


@keep_history(exclude=["rank"])
class Indicator(Setting):
    """What a figure means. How it is computed is ``FORMULAS[code]``; both have the same codes.

    Where figures are masked, a count under ``minimum_cell`` is not shown.
    """

    family = models.CharField("famille", max_length=20, choices=Family)
    label = models.CharField("nom", max_length=120)
    sentence = models.CharField("définition", max_length=400)
    part = models.CharField("ce qui est compté", max_length=200)
    whole = models.CharField("parmi", max_length=200, blank=True)
    excludes = models.CharField("ce qui n’est pas compté", max_length=300, blank=True)
    owner = models.CharField("responsable de la définition", max_length=100)
    minimum_cell = models.PositiveSmallIntegerField(
        "effectif minimal",
        default=5,
        validators=[MaxValueValidator(50, "Un effectif minimal ne dépasse pas 50.")],
    )

    class Meta(Setting.Meta):
        verbose_name = "indicateur"
        verbose_name_plural = "indicateurs"
        constraints = [
            *Setting.Meta.constraints,
            one_version_a_day(
                "indicator_one_in_force",
                "code",
                violation_error_message="Une définition de cet indicateur est déjà en vigueur.",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def details(self) -> str:
        return self.sentence
