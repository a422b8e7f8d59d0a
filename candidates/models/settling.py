"""Settling: the two tracks, and the effective date."""

from datetime import date

from dateutil.relativedelta import relativedelta
from django.db import models
from django.db.models import F, Q

from candidates.enums import (
    ContractKind,
    HousingSolution,
    JobSolution,
    Track,
)
from candidates.models.journal import Fact
from candidates.models.parcours import Parcours
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
    contract = models.CharField("contrat", max_length=20, choices=ContractKind, blank=True)
    weekly_hours = models.DecimalField(
        "heures par semaine", max_digits=4, decimal_places=1, null=True, blank=True
    )
    is_qualifying = models.BooleanField("formation qualifiante", null=True, blank=True)
    starts_on = models.DateField("début le")
    ends_on = models.DateField("fin le", null=True, blank=True)
    first_pay_on = models.DateField("premier versement le", null=True, blank=True)

    class Meta:
        verbose_name = "engagement d’emploi ou de formation"
        verbose_name_plural = "engagements d’emploi ou de formation"
        constraints = [
            models.CheckConstraint(
                name="jobcommitment_ends_after_it_starts",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                violation_error_message="La fin du contrat précède son début.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.starts_on}"

    @property
    def expected_pay_on(self) -> date:
        """Without another word, people are paid at the end of their first month."""
        return self.first_pay_on or self.starts_on + relativedelta(day=31)


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
    # Social housing is complete once attributed, a lease once signed.
    attributed_on = models.DateField("attribué ou signé le", null=True, blank=True)
    reference = models.CharField("référence d’attribution", max_length=60, blank=True)
    ends_on = models.DateField("fin le", null=True, blank=True)

    class Meta:
        verbose_name = "solution de logement"
        verbose_name_plural = "solutions de logement"
        constraints = [
            models.CheckConstraint(
                name="housingcommitment_social_once_attributed",
                condition=~Q(kind=HousingSolution.SOCIAL) | Q(attributed_on__isnull=False),
                violation_error_message="Un logement social compte une fois attribué\u00a0: "
                "indiquez la date d’attribution.",
            ),
            models.CheckConstraint(
                name="housingcommitment_ends_after_it_starts",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("available_on")),
                violation_error_message="La fin de ce logement précède son début.",
            ),
        ]

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
class TrackLoss(Fact):
    """A job or a home fell through: that track is open again, the other one is not touched."""

    job = models.ForeignKey(
        JobCommitment,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="losses",
        verbose_name="emploi ou formation",
    )
    home = models.ForeignKey(
        HousingCommitment,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="losses",
        verbose_name="logement",
    )
    reason = models.ForeignKey(
        "candidates.Reason", models.PROTECT, related_name="+", verbose_name="motif"
    )

    class Meta:
        verbose_name = "emploi ou logement perdu"
        verbose_name_plural = "emplois ou logements perdus"
        constraints = [
            models.CheckConstraint(
                name="trackloss_of_one_track",
                condition=Q(job__isnull=True, home__isnull=False)
                | Q(job__isnull=False, home__isnull=True),
                violation_error_message="Indiquez l’emploi ou le logement perdu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.job_id or self.home_id}"


@keep_history()
class DateSlip(Fact):
    """The planned day of the installation was moved, and why."""

    placement = models.ForeignKey(
        Placement, models.CASCADE, related_name="date_slips", verbose_name="positionnement"
    )
    planned_before = models.DateField("prévue avant le", null=True, blank=True)
    planned_after = models.DateField("prévue maintenant le")
    reason = models.ForeignKey(
        "candidates.Reason", models.PROTECT, related_name="+", verbose_name="motif"
    )

    class Meta:
        verbose_name = "date déplacée"
        verbose_name_plural = "dates déplacées"

    def __str__(self) -> str:
        return f"{self.planned_before} {self.planned_after}"


@keep_history()
class FastTrack(Fact):
    """« Voie rapide »: work starts before everyone could agree; their answers follow within days."""

    placement = models.ForeignKey(
        Placement, models.CASCADE, related_name="fast_tracks", verbose_name="positionnement"
    )
    starts_on = models.DateField("début le")
    agreements_due_on = models.DateField("accords attendus avant le")

    class Meta:
        verbose_name = "voie rapide"
        verbose_name_plural = "voies rapides"

    def __str__(self) -> str:
        return f"{self.starts_on}"


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
