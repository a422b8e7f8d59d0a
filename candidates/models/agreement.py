"""Who says yes: each adult after the stay, then every party to the project."""

from django.db import models
from django.db.models import Q

from candidates.enums import Answer, AnswerMeans, Party
from candidates.models.parcours import Fact
from candidates.models.person import Person
from candidates.models.placement import Placement
from emile.core.history import keep_history


@keep_history()
class HouseholdAnswer(Fact):
    """One adult's own answer after the stay; the last one counts. A no carries no penalty."""

    placement = models.ForeignKey(
        Placement, models.CASCADE, related_name="household_answers", verbose_name="positionnement"
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="adulte")
    answer = models.CharField("réponse", max_length=20, choices=Answer)

    class Meta:
        verbose_name = "réponse du ménage"
        verbose_name_plural = "réponses du ménage"

    def __str__(self) -> str:
        return self.answer


@keep_history()
class PartyAgreement(Fact):
    """One party's answer on the content it was shown, known by the hash of its sections.

    When the content changes, the hash no longer matches and the party is asked again. Noted on
    behalf of a party, it says how the answer was given, and by whom. ``organisation`` holds the
    seat, when one is known to: the same may hold two, each then answered by somebody else.
    """

    placement = models.ForeignKey(
        Placement, models.CASCADE, related_name="agreements", verbose_name="positionnement"
    )
    party = models.CharField("partie", max_length=20, choices=Party)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="adulte"
    )
    organisation = models.ForeignKey(
        "operators.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="organisation qui répond",
    )
    content_hash = models.CharField("empreinte du contenu", max_length=64)
    agrees = models.BooleanField("d’accord")
    means = models.CharField("comment", max_length=20, choices=AnswerMeans)
    answered_by = models.CharField("donnée par", max_length=150, blank=True)

    class Meta:
        verbose_name = "avis d’une partie"
        verbose_name_plural = "avis des parties"
        constraints = [
            models.CheckConstraint(
                name="partyagreement_adult_is_named",
                condition=Q(party=Party.ADULT, person__isnull=False)
                | (~Q(party=Party.ADULT) & Q(person__isnull=True)),
                violation_error_message="L’avis d’un adulte est celui d’une personne du ménage.",
            ),
            models.CheckConstraint(
                name="partyagreement_on_behalf_says_by_whom",
                condition=Q(means=AnswerMeans.SELF) | ~Q(answered_by=""),
                violation_error_message="Indiquez qui a donné cet avis.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.agrees}"
