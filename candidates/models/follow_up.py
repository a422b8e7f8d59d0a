"""The visits that follow an installation, and how it ended."""

from django.db import models

from candidates.enums import (
    MilestoneKind,
    Outcome,
    YesNoUnknown,
)
from candidates.models.parcours import Fact, Parcours
from candidates.models.person import Person
from emile.core.history import keep_history


@keep_history()
class MilestoneVisit(Fact):
    """What one adult answered at a milestone. No answer is a counted answer."""

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="milestone_visits", verbose_name="parcours"
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="adulte")
    milestone = models.CharField("point de suivi", max_length=5, choices=MilestoneKind)
    still_there = models.CharField("toujours là", max_length=10, choices=YesNoUnknown)
    works_or_trains = models.CharField(
        "en emploi ou en formation", max_length=10, choices=YesNoUnknown
    )
    thinks_of_staying = models.CharField("pense rester", max_length=10, choices=YesNoUnknown)

    class Meta:
        verbose_name = "visite de suivi"
        verbose_name_plural = "visites de suivi"

    def __str__(self) -> str:
        return self.milestone


@keep_history()
class Closure(Fact):
    """The end of the follow-up, with its outcome."""

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="closures", verbose_name="parcours"
    )
    outcome = models.CharField("issue", max_length=30, choices=Outcome)

    class Meta:
        verbose_name = "clôture"
        verbose_name_plural = "clôtures"

    def __str__(self) -> str:
        return self.outcome
