"""What a household would find where it goes: a job or a training for each adult, a home."""

import uuid

from django.db import models
from django.db.models import Q

from candidates.enums import AGREED_TO, Certainty, ContractKind, Typology, WorkKind
from candidates.models.person import Person
from candidates.models.placement import Placement
from emile.core.history import keep_history
from emile.core.models import Checked


@keep_history()
class PlacementJob(Checked):
    """The job or training of one adult who moves, from what is looked for to what is signed."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.PositiveIntegerField("version", default=1, editable=False)
    placement = models.ForeignKey(
        Placement, models.CASCADE, related_name="jobs", verbose_name="positionnement"
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="personne")
    kind = models.CharField("solution", max_length=20, choices=WorkKind, default=WorkKind.JOB)
    certainty = models.CharField(
        "où on en est", max_length=20, choices=Certainty, default=Certainty.SEARCHING
    )
    occupation = models.ForeignKey(
        "territories.Occupation", models.PROTECT, related_name="+", verbose_name="métier"
    )
    employer = models.CharField("employeur ou organisme de formation", max_length=200, blank=True)
    contract = models.CharField("contrat", max_length=20, choices=ContractKind, blank=True)
    weekly_hours = models.DecimalField(
        "heures par semaine", max_digits=4, decimal_places=1, null=True, blank=True
    )
    starts_on = models.DateField("début le", null=True, blank=True)
    details = models.CharField("précisions", max_length=300, blank=True)

    class Meta:
        verbose_name = "emploi ou formation du projet"
        verbose_name_plural = "emplois et formations du projet"
        constraints = [
            models.UniqueConstraint(
                name="placementjob_one_per_adult",
                fields=["placement", "person"],
                violation_error_message="Cette personne a déjà une solution dans ce projet.",
            ),
            models.CheckConstraint(
                name="placementjob_hours_of_a_week",
                condition=Q(weekly_hours__isnull=True)
                | Q(weekly_hours__gt=0, weekly_hours__lte=60),
                violation_error_message="Vérifiez le nombre d’heures par semaine.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.placement_id} {self.kind} {self.certainty}"

    @property
    def has_an_employer_to_ask(self) -> bool:
        """Once promised. Nobody employs whoever creates their own job."""
        return self.certainty in AGREED_TO and self.kind != WorkKind.SELF_EMPLOYED


@keep_history()
class PlacementHome(Checked):
    """The home of the project, from what is looked for to what is signed."""

    version = models.PositiveIntegerField("version", default=1, editable=False)
    placement = models.OneToOneField(
        Placement, models.CASCADE, related_name="home", verbose_name="positionnement"
    )
    certainty = models.CharField(
        "où on en est", max_length=20, choices=Certainty, default=Certainty.SEARCHING
    )
    landlord = models.CharField("bailleur ou gestionnaire", max_length=200, blank=True)
    typology = models.CharField("type de logement", max_length=2, choices=Typology, blank=True)
    commune = models.ForeignKey(
        "territories.Commune",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="commune",
    )
    rent = models.DecimalField(
        "loyer mensuel hors charges", max_digits=7, decimal_places=2, null=True, blank=True
    )
    charges = models.DecimalField(
        "charges mensuelles", max_digits=7, decimal_places=2, null=True, blank=True
    )
    surface = models.PositiveSmallIntegerField("surface en m²", null=True, blank=True)
    available_on = models.DateField("disponible le", null=True, blank=True)
    details = models.CharField("précisions", max_length=300, blank=True)

    class Meta:
        verbose_name = "logement du projet"
        verbose_name_plural = "logements du projet"
        constraints = [
            models.CheckConstraint(
                name="placementhome_costs_nothing_less",
                condition=(Q(rent__isnull=True) | Q(rent__gte=0))
                & (Q(charges__isnull=True) | Q(charges__gte=0)),
                violation_error_message="Un loyer ne peut pas être négatif.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.placement_id} {self.certainty}"
