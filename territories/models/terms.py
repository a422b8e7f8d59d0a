"""What is offered exactly, by kind of offer."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from emile.core.history import keep_history
from emile.core.models import Checked
from territories.enums import (
    ContractKind,
    DrivingLicence,
    EnergyClass,
    LanguageLevel,
    Qualification,
    Schedule,
    Typology,
)
from territories.models.occupation import Occupation
from territories.models.offer import Offer


# Monthly, charges aside, in euros per square metre: beyond, a figure was mistyped.
CHEAPEST_SQUARE_METRE, DEAREST_SQUARE_METRE = 2, 40
# The same of a whole home, whose surface may be unknown.
LOWEST_RENT, HIGHEST_RENT = 50, 4000
# Square metres: the least that may be let (decree 2002-120, art. 4), and a bound against typos.
SMALLEST_HOME, LARGEST_HOME = 9, 400
LONGEST_WEEK = 60
ODD_WEEK = "Vérifiez le nombre d’heures par semaine."


@keep_history()
class HousingOffer(Checked):
    """A home to let. Unknown is null, or empty: it never counts as no."""

    offer = models.OneToOneField(
        Offer, models.CASCADE, primary_key=True, related_name="home", verbose_name="offre"
    )
    typology = models.CharField("type de logement", max_length=2, choices=Typology)
    surface = models.PositiveSmallIntegerField("surface", null=True, blank=True)
    rent = models.DecimalField("loyer hors charges", max_digits=8, decimal_places=2)
    charges = models.DecimalField("charges", max_digits=8, decimal_places=2, null=True, blank=True)
    deposit = models.DecimalField(
        "dépôt de garantie", max_digits=8, decimal_places=2, null=True, blank=True
    )
    floor = models.PositiveSmallIntegerField("étage", null=True, blank=True)
    has_lift = models.BooleanField("ascenseur", null=True, blank=True)
    is_accessible = models.BooleanField("accessible en fauteuil", null=True, blank=True)
    is_furnished = models.BooleanField("meublé", null=True, blank=True)
    energy_class = models.CharField(
        "classe énergétique", max_length=1, choices=EnergyClass, blank=True
    )

    class Meta:
        verbose_name = "offre de logement"
        verbose_name_plural = "offres de logement"
        constraints = [
            models.CheckConstraint(
                name="housingoffer_costs_nothing_less",
                condition=Q(rent__gte=0)
                & (Q(charges__isnull=True) | Q(charges__gte=0))
                & (Q(deposit__isnull=True) | Q(deposit__gte=0)),
                violation_error_message="Un montant ne peut pas être négatif.",
            ),
            models.CheckConstraint(
                name="housingoffer_is_large_enough",
                condition=Q(surface__isnull=True)
                | Q(surface__gte=SMALLEST_HOME, surface__lte=LARGEST_HOME),
                violation_error_message=f"Un logement se loue à partir de {SMALLEST_HOME}\u00a0m²\u00a0: "
                "vérifiez la surface.",
            ),
        ]

    def __str__(self) -> str:
        size = f", {self.surface}\u00a0m²" if self.surface else ""
        return f"{self.typology}{size}"

    def clean(self) -> None:
        """A rent is judged by the square metre, or by itself: « 60 » for « 600 » is caught."""
        rent: Decimal | None = self.rent
        if rent is None:
            return
        by_metre = rent / self.surface if self.surface else None
        if by_metre is not None and not CHEAPEST_SQUARE_METRE <= by_metre <= DEAREST_SQUARE_METRE:
            said = f"Ce loyer fait {by_metre:.0f}\u00a0€ par m²\u00a0: vérifiez le loyer et la surface."
            raise ValidationError({"rent": said})
        if not LOWEST_RENT <= rent <= HIGHEST_RENT:
            raise ValidationError({"rent": "Vérifiez ce loyer mensuel."})

    @property
    def whole_rent(self) -> Decimal:
        return self.rent + (self.charges or 0)


class Skilled(Checked):
    """What an occupation asks of a person."""

    occupation = models.ForeignKey(
        Occupation, models.PROTECT, related_name="+", verbose_name="métier"
    )
    title = models.CharField("intitulé", max_length=200, blank=True)
    qualification = models.CharField(
        "qualification demandée", max_length=20, choices=Qualification, blank=True
    )
    language = models.CharField(
        "niveau de français demandé", max_length=2, choices=LanguageLevel, blank=True
    )
    weekly_hours = models.DecimalField(
        "heures par semaine", max_digits=4, decimal_places=1, null=True, blank=True
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_hours_of_a_week",
                condition=Q(weekly_hours__isnull=True)
                | Q(weekly_hours__gt=0, weekly_hours__lte=LONGEST_WEEK),
                violation_error_message=ODD_WEEK,
            )
        ]

    def __str__(self) -> str:
        return self.title or self.occupation.label

    def clean(self) -> None:
        # Beside the field.
        if self.weekly_hours is not None and not 0 < self.weekly_hours <= LONGEST_WEEK:
            raise ValidationError({"weekly_hours": ODD_WEEK})


@keep_history()
class JobOffer(Skilled):
    """One or several positions alike."""

    offer = models.OneToOneField(
        Offer, models.CASCADE, primary_key=True, related_name="job", verbose_name="offre"
    )
    contract = models.CharField("contrat", max_length=20, choices=ContractKind)
    schedule = models.CharField("horaires", max_length=20, choices=Schedule, blank=True)
    licence = models.CharField("permis demandé", max_length=2, choices=DrivingLicence, blank=True)
    offers_training = models.BooleanField("formation possible à l’entrée", null=True, blank=True)
    monthly_pay = models.DecimalField(
        "salaire net mensuel", max_digits=8, decimal_places=2, null=True, blank=True
    )

    class Meta(Skilled.Meta):
        verbose_name = "offre d’emploi"
        verbose_name_plural = "offres d’emploi"


@keep_history()
class TrainingOffer(Skilled):
    """Seats in a training: for validation, a promise of training is worth a job."""

    offer = models.OneToOneField(
        Offer, models.CASCADE, primary_key=True, related_name="training", verbose_name="offre"
    )
    weeks = models.PositiveSmallIntegerField("durée en semaines", null=True, blank=True)
    is_paid = models.BooleanField("rémunérée", null=True, blank=True)
    leads_to = models.CharField("diplôme ou titre visé", max_length=200, blank=True)

    class Meta(Skilled.Meta):
        verbose_name = "offre de formation"
        verbose_name_plural = "offres de formation"
