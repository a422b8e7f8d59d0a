"""Settling: the two tracks, the effective date, the visits that follow, and how it ended."""

from django.db import models

from candidates.enums import (
    DecidedBy,
    HousingSolution,
    JobSolution,
    MilestoneKind,
    Outcome,
    Track,
    YesNoUnknown,
)
from candidates.models.parcours import Fact, Parcours
from candidates.models.person import Person
from candidates.models.placement import Placement
from emile.core.history import keep_history


@keep_history()
class JobCommitment(Fact):
    """Job track: a hiring commitment, an entry into training, self-employment or interim.

    Like the other track, and what is granted in their place, it is that of one placement.
    """

    placement = models.ForeignKey(
        Placement, models.CASCADE, related_name="job_commitments", verbose_name="positionnement"
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="personne")
    kind = models.CharField("solution", max_length=20, choices=JobSolution)
    occupation = models.ForeignKey(
        "territories.Occupation", models.PROTECT, related_name="+", verbose_name="métier"
    )
    with_whom = models.CharField("employeur ou organisme de formation", max_length=200, blank=True)
    starts_on = models.DateField("début le")

    class Meta:
        verbose_name = "engagement d’emploi ou de formation"
        verbose_name_plural = "engagements d’emploi ou de formation"

    def __str__(self) -> str:
        return f"{self.kind} {self.starts_on}"


@keep_history()
class HousingCommitment(Fact):
    """Housing track: an attribution, a lease, or another lodging that may be lived in."""

    placement = models.ForeignKey(
        Placement, models.CASCADE, related_name="housing_commitments", verbose_name="positionnement"
    )
    kind = models.CharField("solution", max_length=20, choices=HousingSolution)
    commune = models.ForeignKey(
        "territories.Commune", models.PROTECT, related_name="+", verbose_name="commune"
    )
    landlord = models.CharField("bailleur", max_length=200, blank=True)
    available_on = models.DateField("disponible le")

    class Meta:
        verbose_name = "solution de logement"
        verbose_name_plural = "solutions de logement"

    def __str__(self) -> str:
        return f"{self.kind} {self.available_on}"


@keep_history()
class TrackDerogation(Fact):
    """The coordinator lets the household settle with one track incomplete, for a reason."""

    placement = models.ForeignKey(
        Placement, models.CASCADE, related_name="track_derogations", verbose_name="positionnement"
    )
    track = models.CharField("volet", max_length=10, choices=Track)

    class Meta:
        verbose_name = "dérogation"
        verbose_name_plural = "dérogations"

    def __str__(self) -> str:
        return self.track


@keep_history()
class Installation(Fact):
    """The household moved in, that day."""

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="installations", verbose_name="parcours"
    )
    effective_on = models.DateField("installation faite le")

    class Meta:
        verbose_name = "installation"
        verbose_name_plural = "installations"

    def __str__(self) -> str:
        return f"{self.effective_on}"


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


@keep_history()
class Suspension(Fact):
    """The file sleeps until its review date, for a reason of the coordinator's list."""

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="suspensions", verbose_name="parcours"
    )
    reason = models.ForeignKey(
        "candidates.Reason", models.PROTECT, related_name="+", verbose_name="motif"
    )
    review_on = models.DateField("à revoir le")

    class Meta:
        verbose_name = "suspension"
        verbose_name_plural = "suspensions"

    def __str__(self) -> str:
        return f"{self.review_on}"


@keep_history()
class Exit(Fact):
    """The household leaves the programme before the end: why, and whose decision it was."""

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="exits", verbose_name="parcours"
    )
    reason = models.ForeignKey(
        "candidates.Reason", models.PROTECT, related_name="+", verbose_name="motif"
    )
    decided_by = models.CharField("décidée par", max_length=20, choices=DecidedBy)

    class Meta:
        verbose_name = "sortie du programme"
        verbose_name_plural = "sorties du programme"

    def __str__(self) -> str:
        return f"{self.decided_by}"
