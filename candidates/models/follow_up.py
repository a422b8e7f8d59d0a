"""The visits that follow an installation, what is seen at each, and how it ended."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from candidates.enums import (
    ChildrenAtSchool,
    Company,
    DynamicExit,
    Employment,
    GettingAround,
    HealthAccess,
    MilestoneKind,
    Outcome,
    ResidentialKind,
    Resources,
    Sector,
    SnapshotPoint,
    TrainingState,
    YesNoUnknown,
)
from candidates.models.journal import Fact
from candidates.models.parcours import Parcours
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
    # Empty once the follow-up is over: it is not asked any more.
    thinks_of_staying = models.CharField(
        "pense rester", max_length=10, choices=YesNoUnknown, blank=True
    )

    class Meta:
        verbose_name = "visite de suivi"
        verbose_name_plural = "visites de suivi"

    def __str__(self) -> str:
        return self.milestone

    @property
    def is_answer(self) -> bool:
        return {self.still_there, self.works_or_trains} != {YesNoUnknown.UNKNOWN}


@keep_history()
class MissedVisit(Fact):
    """A visit that did not take place: it is an attempt, with its reason and the next date."""

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="missed_visits", verbose_name="parcours"
    )
    milestone = models.CharField("point de suivi", max_length=5, choices=MilestoneKind)
    reason = models.ForeignKey(
        "candidates.Reason", models.PROTECT, related_name="+", verbose_name="motif"
    )
    next_on = models.DateField("prochaine visite le")

    class Meta:
        verbose_name = "visite qui n’a pas eu lieu"
        verbose_name_plural = "visites qui n’ont pas eu lieu"

    def __str__(self) -> str:
        return f"{self.milestone} {self.next_on}"


@keep_history()
class SituationSnapshot(Fact):
    """How one adult lives at one point of the parcours. Empty is unknown, never a no."""

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="snapshots", verbose_name="parcours"
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="adulte")
    point = models.CharField("moment", max_length=20, choices=SnapshotPoint)
    employment = models.CharField("situation", max_length=20, choices=Employment, blank=True)
    occupation = models.ForeignKey(
        "territories.Occupation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="métier",
    )
    sector = models.CharField("secteur", max_length=20, choices=Sector, blank=True)
    weekly_hours: "models.DecimalField[Decimal | None, Decimal | None]" = models.DecimalField(
        "heures par semaine", max_digits=4, decimal_places=1, null=True, blank=True
    )
    training = models.CharField("formation", max_length=20, choices=TrainingState, blank=True)
    resources = models.CharField(
        "ressource principale", max_length=20, choices=Resources, blank=True
    )
    lodging = models.CharField("logement", max_length=20, choices=ResidentialKind, blank=True)
    health_access = models.CharField(
        "accès aux soins", max_length=20, choices=HealthAccess, blank=True
    )
    getting_around = models.CharField(
        "déplacements", max_length=20, choices=GettingAround, blank=True
    )
    schooling = models.CharField(
        "école et garde des enfants", max_length=20, choices=ChildrenAtSchool, blank=True
    )
    company = models.CharField("entourage", max_length=20, choices=Company, blank=True)
    satisfaction = models.PositiveSmallIntegerField(
        "satisfaction, de 1 à 5",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(5)],
    )

    class Meta:
        verbose_name = "situation d’un adulte"
        verbose_name_plural = "situations des adultes"
        constraints = [
            models.CheckConstraint(
                name="situationsnapshot_satisfaction_from_1_to_5",
                condition=Q(satisfaction__isnull=True) | Q(satisfaction__range=(1, 5)),
                violation_error_message="La satisfaction va de 1 à 5.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.point}"


# What one asks of a situation: the rest says whose it is, and when.
SNAPSHOT_FIELDS = (
    "employment",
    "weekly_hours",
    "occupation",
    "sector",
    "training",
    "resources",
    "lodging",
    "health_access",
    "getting_around",
    "schooling",
    "company",
    "satisfaction",
)


@keep_history()
class FollowUpExtension(Fact):
    """The follow-up lasts longer than six months, twelve at most."""

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="follow_up_extensions", verbose_name="parcours"
    )
    until = models.DateField("accompagnement jusqu’au")

    class Meta:
        verbose_name = "prolongation de l’accompagnement"
        verbose_name_plural = "prolongations de l’accompagnement"

    def __str__(self) -> str:
        return f"{self.until}"


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
class AdultOutcome(Fact):
    """What one adult has reached when the follow-up ends, in the words of « sorties dynamiques »."""

    closure = models.ForeignKey(
        Closure, models.CASCADE, related_name="adults", verbose_name="clôture"
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="adulte")
    reached = models.CharField("sortie", max_length=20, choices=DynamicExit)

    class Meta:
        verbose_name = "sortie d’un adulte"
        verbose_name_plural = "sorties des adultes"

    def __str__(self) -> str:
        return self.reached
