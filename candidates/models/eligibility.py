"""The seven criteria: a versioned rule set held as data, and every judgement made with it."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from candidates.enums import CallOutcome
from candidates.models.journal import Fact
from candidates.models.parcours import Parcours
from emile.core.history import keep_history
from emile.core.models import Checked
from emile.core.models.dated import Dated, DatedQuerySet, period


class Criterion(models.TextChoices):
    """The facts that can be judged: ``candidates.eligibility`` gathers each from a household."""

    COMMITMENT = "commitment", "Structure qui oriente engagée à co-accompagner"
    DEPARTURE = "departure", "Territoire de départ"
    MAJORITY = "majority", "Majorité"
    LANGUAGE = "language", "Niveau de français"
    PRECARITY = "precarity", "Précarité de logement"
    LAWFUL_STAY = "lawful_stay", "Situation régulière de chaque adulte"
    VOLUNTEERING = "volunteering", "Volontariat"


class Operator(models.TextChoices):
    """The closed list of comparisons that a rule may make."""

    IS_TRUE = "is_true", "est vrai"
    AT_LEAST = "at_least", "au moins"
    LEVEL_AT_LEAST = "level_at_least", "niveau au moins"
    AMONG = "among", "parmi"


@keep_history()
class EligibilityRuleSet(Dated):
    """The criteria in force between two dates. Judgements keep the version they were made with."""

    version = models.PositiveIntegerField("version", unique=True)

    objects = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = "jeu de critères"
        verbose_name_plural = "jeux de critères"
        constraints = [
            *Dated.Meta.constraints,
            ExclusionConstraint(
                name="eligibilityruleset_one_in_force",
                expressions=[(period(), RangeOperators.OVERLAPS)],
                violation_error_message="D’autres critères sont déjà en vigueur à ces dates.",
            ),
        ]

    def __str__(self) -> str:
        return f"v{self.version}"


class EligibilityRule(Checked):
    """A fact, an operator, a value; and what to tell somebody who does not meet it."""

    rule_set = models.ForeignKey(
        EligibilityRuleSet, models.CASCADE, related_name="rules", verbose_name="jeu de critères"
    )
    rank = models.PositiveSmallIntegerField("ordre")
    criterion = models.CharField("critère", max_length=20, choices=Criterion)
    operator = models.CharField("comparaison", max_length=20, choices=Operator)
    value = models.JSONField("valeur attendue", null=True, blank=True)
    cure = models.CharField("ce qui y remédierait", max_length=300)

    class Meta:
        verbose_name = "critère d’éligibilité"
        verbose_name_plural = "critères d’éligibilité"
        constraints = [
            models.UniqueConstraint(name="eligibilityrule_order", fields=["rule_set", "rank"]),
        ]

    def __str__(self) -> str:
        return f"{self.criterion} {self.operator}"


class EligibilityEvaluation(Checked):
    """One judgement of the criteria: the version, what was looked at, what came out.

    ``inputs`` and ``results`` are keyed by criterion; results are ``Verdict`` codes.
    """

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="evaluations", verbose_name="parcours"
    )
    rule_set = models.ForeignKey(
        EligibilityRuleSet, models.PROTECT, related_name="+", verbose_name="jeu de critères"
    )
    evaluated_at = models.DateTimeField("évaluée le")
    inputs = models.JSONField("valeurs examinées")
    results = models.JSONField("résultats")

    class Meta:
        verbose_name = "évaluation de l’éligibilité"
        verbose_name_plural = "évaluations de l’éligibilité"

    def __str__(self) -> str:
        return f"{self.parcours_id} {self.evaluated_at:%Y-%m-%d}"


@keep_history()
class CallAttempt(Fact):
    """A call of the coordinator to the household: the phone contact of the eligibility stage."""

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="calls", verbose_name="parcours"
    )
    contact = models.ForeignKey(
        "candidates.ContactPoint",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="numéro appelé",
    )
    outcome = models.CharField("résultat", max_length=20, choices=CallOutcome)
    next_call_on = models.DateField("rappeler le", null=True, blank=True)

    class Meta:
        verbose_name = "appel"
        verbose_name_plural = "appels"

    def __str__(self) -> str:
        return self.outcome


@keep_history()
class EligibilityDecision(Fact):
    """The coordinator's answer, on an evaluation. An override of the criteria has its reason."""

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="eligibility_decisions", verbose_name="parcours"
    )
    evaluation = models.ForeignKey(
        EligibilityEvaluation, models.PROTECT, related_name="+", verbose_name="évaluation"
    )
    override_reason = models.TextField("motif de la dérogation", blank=True)
    message = models.TextField("mot à l’opérateur", blank=True)

    class Meta:
        verbose_name = "décision d’éligibilité"
        verbose_name_plural = "décisions d’éligibilité"

    def __str__(self) -> str:
        return f"{self.parcours_id}"
