"""Settling: the two tracks, and the effective date."""

from django.db import models

from candidates.enums import (
    HousingSolution,
    JobSolution,
    Track,
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
