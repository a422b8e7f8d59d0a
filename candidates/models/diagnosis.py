"""The diagnosis: what is known of each theme, and who signed."""

from typing import NamedTuple

from django.contrib.postgres.fields import ArrayField
from django.db import models

from candidates.enums import Need, Theme, ThemeState
from candidates.models.journal import Fact
from candidates.models.parcours import Parcours
from emile.core.history import keep_history
from emile.core.models import Checked


class ThemeAnswer(NamedTuple):
    """What somebody writes of a theme."""

    state: ThemeState
    text: str = ""
    needs: tuple[str, ...] = ()


class Conclusion(NamedTuple):
    """What closes a diagnosis: the words read back to the person, and the adults' papers."""

    summary: str = ""
    saw_adult_papers: bool | None = None


@keep_history()
class Diagnosis(Checked):
    """The socio-professional diagnosis of a parcours: ten themes, a conclusion, a signature.

    ``version`` grows with each save. A theme and the conclusion remember in which version they were
    last written: two people writing two of them do not stand in each other's way.
    """

    parcours = models.OneToOneField(
        Parcours, models.CASCADE, related_name="diagnosis", verbose_name="parcours"
    )
    version = models.PositiveIntegerField("version", default=1, editable=False)
    summary = models.TextField("synthèse à relire avec la personne", max_length=5000, blank=True)
    saw_adult_papers = models.BooleanField("papiers des adultes vus", null=True, blank=True)
    concluded_in = models.PositiveIntegerField("conclusion écrite en version", default=0)

    class Meta:
        verbose_name = "diagnostic"
        verbose_name_plural = "diagnostics"

    def __str__(self) -> str:
        return f"{self.parcours_id}"

    @property
    def conclusion(self) -> Conclusion:
        return Conclusion(self.summary, self.saw_adult_papers)


@keep_history()
class DiagnosisTheme(Checked):
    diagnosis = models.ForeignKey(
        Diagnosis, models.CASCADE, related_name="themes", verbose_name="diagnostic"
    )
    theme = models.CharField("thème", max_length=20, choices=Theme)
    state = models.CharField(
        "état", max_length=20, choices=ThemeState, default=ThemeState.NOT_ASKED
    )
    needs = ArrayField(
        models.CharField(max_length=30, choices=Need),
        verbose_name="besoins",
        default=list,
        blank=True,
    )
    text = models.TextField("ce qu’il faut savoir", max_length=5000, blank=True)
    written_in = models.PositiveIntegerField("écrit en version", default=0)
    written_by = models.ForeignKey(
        "operators.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="écrit par",
    )
    written_at = models.DateTimeField("écrit le", null=True, blank=True)

    class Meta:
        verbose_name = "thème du diagnostic"
        verbose_name_plural = "thèmes du diagnostic"
        constraints = [
            models.UniqueConstraint(name="diagnosistheme_once", fields=["diagnosis", "theme"]),
        ]

    def __str__(self) -> str:
        return f"{self.theme} {self.state}"

    @property
    def answer(self) -> ThemeAnswer:
        return ThemeAnswer(ThemeState(self.state), self.text, tuple(self.needs))

    @property
    def need_labels(self) -> list[str]:
        return [str(Need(need).label) for need in self.needs]


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
