"""Who says yes: each adult after the stay, then every party to the project."""

from django.db import models
from django.db.models import Q

from candidates.enums import Answer, AnswerMeans, Party
from candidates.models.journal import Fact
from candidates.models.person import Person
from candidates.models.placement import Placement
from emile.core.history import keep_history


# The parties that stand for one adult of the household.
OF_ONE_ADULT = (Party.ADULT, Party.EMPLOYER)


@keep_history()
class HouseholdAnswer(Fact):
    """One adult's own answer after the stay; the last one counts. A no carries no penalty.

    Whoever needs time says when to be asked again.
    """

    placement = models.ForeignKey(
        Placement, models.CASCADE, related_name="household_answers", verbose_name="positionnement"
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="adulte")
    answer = models.CharField("réponse", max_length=20, choices=Answer)
    means = models.CharField("comment", max_length=20, choices=AnswerMeans, blank=True)
    ask_again_on = models.DateField("à redemander le", null=True, blank=True)

    class Meta:
        verbose_name = "réponse du ménage"
        verbose_name_plural = "réponses du ménage"
        constraints = [
            models.CheckConstraint(
                name="householdanswer_asked_again_when_in_doubt",
                condition=Q(answer=Answer.NEEDS_TIME) | Q(ask_again_on__isnull=True),
                violation_error_message="On ne redemande qu’à une personne qui a besoin de temps.",
            ),
        ]

    def __str__(self) -> str:
        return self.answer


@keep_history()
class PartyAgreement(Fact):
    """One party's answer on the content it was shown, known by the hash of its sections.

    When the content changes, the hash no longer matches and the party is asked again; what it was
    shown tells it what has changed. Noted on
    behalf of a party, it says how the answer was given, and by whom. ``organisation`` holds the
    seat, when one is known to: the same may hold two, each then answered by somebody else.
    """

    placement = models.ForeignKey(
        Placement, models.CASCADE, related_name="agreements", verbose_name="positionnement"
    )
    party = models.CharField("partie", max_length=20, choices=Party)
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="adulte",
        help_text="Qui répond, ou de qui c’est l’employeur.",
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
    # By line of the project, its value and how it read: names and free words are not kept.
    shown = models.JSONField("ce qui lui a été montré", default=dict)
    agrees = models.BooleanField("d’accord")
    means = models.CharField("comment", max_length=20, choices=AnswerMeans)
    answered_by = models.CharField("donnée par", max_length=150, blank=True)

    class Meta:
        verbose_name = "avis d’une partie"
        verbose_name_plural = "avis des parties"
        constraints = [
            models.CheckConstraint(
                name="partyagreement_adult_is_named",
                condition=Q(party__in=OF_ONE_ADULT, person__isnull=False)
                | (~Q(party__in=OF_ONE_ADULT) & Q(person__isnull=True)),
                violation_error_message="L’avis d’un adulte, ou de son employeur, est celui d’une "
                "personne du ménage.",
            ),
            models.CheckConstraint(
                name="partyagreement_on_behalf_says_by_whom",
                condition=Q(means=AnswerMeans.SELF) | ~Q(answered_by=""),
                violation_error_message="Indiquez qui a donné cet avis.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.agrees}"
