"""The diagnosis: what is known of each theme, where the household would go, and who signed."""

from django.db import models

from candidates.enums import Theme, ThemeState
from candidates.models.parcours import Fact, Parcours
from emile.core.history import keep_history


@keep_history()
class Diagnosis(models.Model):
    """The socio-professional diagnosis of a parcours: ten themes, then a signature."""

    parcours = models.OneToOneField(
        Parcours, models.CASCADE, related_name="diagnosis", verbose_name="parcours"
    )
    version = models.PositiveIntegerField("version", default=1, editable=False)
    summary = models.TextField("synthèse à relire avec la personne", max_length=5000, blank=True)
    saw_adult_papers = models.BooleanField("papiers des adultes vus", null=True, blank=True)

    class Meta:
        verbose_name = "diagnostic"
        verbose_name_plural = "diagnostics"

    def __str__(self) -> str:
        return f"{self.parcours_id}"


@keep_history()
class DiagnosisTheme(models.Model):
    diagnosis = models.ForeignKey(
        Diagnosis, models.CASCADE, related_name="themes", verbose_name="diagnostic"
    )
    theme = models.CharField("thème", max_length=20, choices=Theme)
    state = models.CharField(
        "état", max_length=20, choices=ThemeState, default=ThemeState.NOT_ASKED
    )
    text = models.TextField("ce qu’il faut savoir", max_length=5000, blank=True)

    class Meta:
        verbose_name = "thème du diagnostic"
        verbose_name_plural = "thèmes du diagnostic"
        constraints = [
            models.UniqueConstraint(name="diagnosistheme_once", fields=["diagnosis", "theme"]),
        ]

    def __str__(self) -> str:
        return f"{self.theme} {self.state}"


@keep_history()
class DiagnosisSignature(Fact):
    """The sign-off: which version of the diagnosis was read back and signed."""

    diagnosis = models.ForeignKey(
        Diagnosis, models.CASCADE, related_name="signatures", verbose_name="diagnostic"
    )
    version = models.PositiveIntegerField("version signée")

    class Meta:
        verbose_name = "signature du diagnostic"
        verbose_name_plural = "signatures du diagnostic"

    def __str__(self) -> str:
        return f"{self.diagnosis_id} v{self.version}"


@keep_history()
class TerritoryWish(models.Model):
    """A territory the household would go to, in its order of preference."""

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="wishes", verbose_name="parcours"
    )
    territory = models.ForeignKey(
        "territories.Territory", models.PROTECT, related_name="+", verbose_name="territoire"
    )
    rank = models.PositiveSmallIntegerField("ordre")

    class Meta:
        verbose_name = "territoire souhaité"
        verbose_name_plural = "territoires souhaités"
        constraints = [
            models.UniqueConstraint(
                name="territorywish_once",
                fields=["parcours", "territory"],
                violation_error_message="Ce territoire est déjà dans la liste.",
            ),
            models.UniqueConstraint(
                name="territorywish_ranked",
                fields=["parcours", "rank"],
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rank} {self.territory_id}"
