"""What was told of a stay: by the operator, by each adult, by those who might hire them."""

from django.db import models

from candidates.enums import Recommendation, StayOutcome, WouldHire, YesNoUnknown
from candidates.models.journal import Fact
from candidates.models.person import Person
from candidates.models.stay import ImmersionStay
from candidates.models.stay_programme import StayVisit
from emile.core.history import keep_history


@keep_history()
class ImmersionReport(Fact):
    """The operator's report on a stay that was held, in full or in part: enough to go on."""

    stay = models.ForeignKey(
        ImmersionStay, models.CASCADE, related_name="reports", verbose_name="séjour"
    )
    outcome = models.CharField("déroulement", max_length=20, choices=StayOutcome)
    work = models.TextField("ce qui a été vu côté emploi ou formation", max_length=5000)
    home = models.TextField("ce qui a été vu côté logement", max_length=5000)
    mobility = models.TextField("se déplacer au quotidien", max_length=5000, blank=True)
    strengths = models.TextField("ce qui a bien marché", max_length=5000, blank=True)
    worries = models.TextField("ce qui inquiète", max_length=5000, blank=True)
    # Empty on the reports made before it was asked.
    recommendation = models.CharField(
        "avis de l’équipe", max_length=20, choices=Recommendation, blank=True
    )

    class Meta:
        verbose_name = "bilan de séjour"
        verbose_name_plural = "bilans de séjour"

    def __str__(self) -> str:
        return f"{self.stay_id}"


@keep_history()
class HouseholdReport(Fact):
    """What one adult says of the stay, in two minutes and in that adult's own words."""

    stay = models.ForeignKey(
        ImmersionStay, models.CASCADE, related_name="household_reports", verbose_name="séjour"
    )
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="stay_reports", verbose_name="adulte"
    )
    liked = models.TextField("ce qui a plu", max_length=2000, blank=True)
    worries = models.TextField("ce qui inquiète", max_length=2000, blank=True)
    would_live_there = models.CharField("y vivrait", max_length=10, choices=YesNoUnknown)

    class Meta:
        verbose_name = "avis d’un adulte sur le séjour"
        verbose_name_plural = "avis des adultes sur le séjour"

    def __str__(self) -> str:
        return f"{self.stay_id} {self.would_live_there}"


@keep_history()
class EmployerReport(Fact):
    """One question after a visit: would you take this person?"""

    visit = models.ForeignKey(
        StayVisit, models.CASCADE, related_name="employer_reports", verbose_name="visite"
    )
    would_hire = models.CharField("prendrait la personne", max_length=10, choices=WouldHire)
    comment = models.TextField("commentaire", max_length=2000, blank=True)

    class Meta:
        verbose_name = "avis d’un employeur"
        verbose_name_plural = "avis des employeurs"

    def __str__(self) -> str:
        return f"{self.visit_id} {self.would_hire}"
