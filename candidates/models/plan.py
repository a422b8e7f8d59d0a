"""The action plan on its three parallel axes, trials at work, and the time all this may take."""

import uuid
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from candidates.enums import (
    ActionOwner,
    ActionState,
    PlanAxis,
    TrialOutcome,
    TrialPurpose,
)
from candidates.models.journal import Fact
from candidates.models.parcours import Parcours
from emile.core.history import keep_history
from emile.core.models import Checked


# What the law allows at most, in one business.
LONGEST_TRIAL = relativedelta(months=1)


@keep_history()
class PlanAction(Checked):
    """One line of the action plan: whose it is, by when, how far it is."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.PositiveIntegerField("version", default=1, editable=False)
    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="plan_actions", verbose_name="parcours"
    )
    brake = models.ForeignKey(
        "candidates.Brake",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="actions",
        verbose_name="frein que cette action lève",
    )
    axis = models.CharField("axe", max_length=10, choices=PlanAxis)
    label = models.CharField("action", max_length=200)
    owner = models.CharField(
        "qui s’en charge", max_length=20, choices=ActionOwner, default=ActionOwner.HOUSEHOLD
    )
    owner_name = models.CharField("son nom", max_length=100, blank=True)
    due_on = models.DateField("avant le", null=True, blank=True)
    state = models.CharField("état", max_length=20, choices=ActionState, default=ActionState.TO_DO)
    done_on = models.DateField("faite le", null=True, blank=True)

    class Meta:
        verbose_name = "action du plan"
        verbose_name_plural = "actions du plan"
        constraints = [
            models.CheckConstraint(
                name="planaction_done_has_its_day",
                condition=~Q(state=ActionState.DONE) | Q(done_on__isnull=False),
                violation_error_message="Dites quand l’action a été faite.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.axis} {self.pk}"

    @property
    def is_over(self) -> bool:
        return self.state in {ActionState.DONE, ActionState.DROPPED}

    def is_late_on(self, day: date) -> bool:
        return not self.is_over and self.due_on is not None and self.due_on < day


@keep_history()
class WorkTrial(Fact):
    """A PMSMP: some days in a business, under an agreement (Cerfa 13912). Not an immersion stay."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="work_trials", verbose_name="parcours"
    )
    person = models.ForeignKey(
        "candidates.Person", models.PROTECT, related_name="work_trials", verbose_name="personne"
    )
    purpose = models.CharField("objet", max_length=20, choices=TrialPurpose)
    occupation = models.ForeignKey(
        "territories.Occupation", models.PROTECT, related_name="+", verbose_name="métier"
    )
    business = models.CharField("entreprise ou structure d’accueil", max_length=200)
    agreement_number = models.CharField(
        "numéro de la convention", max_length=40, blank=True, help_text="Cerfa 13912."
    )
    starts_on = models.DateField("du")
    ends_on = models.DateField("au")

    class Meta:
        verbose_name = "PMSMP"
        verbose_name_plural = "PMSMP"
        constraints = [
            models.CheckConstraint(
                name="worktrial_ends_after_it_starts",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message="La fin précède le début.",
            ),
            # Whatever the month, never more than 31 days; ``clean`` counts the month itself.
            models.CheckConstraint(
                name="worktrial_one_month_at_most",
                condition=Q(ends_on__lt=F("starts_on") + timedelta(days=31)),
                violation_error_message="Une PMSMP dure un mois au plus.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.starts_on}"

    def clean(self) -> None:
        if self.ends_on and self.starts_on and self.ends_on >= self.starts_on + LONGEST_TRIAL:
            raise ValidationError(
                {"ends_on": "Une PMSMP dure un mois au plus\u00a0: rapprochez la fin du début."},
                code="too_long",
            )


@keep_history()
class WorkTrialReport(Fact):
    """How a trial at work went, and what it says of the project."""

    trial = models.ForeignKey(
        WorkTrial, models.CASCADE, related_name="reports", verbose_name="PMSMP"
    )
    outcome = models.CharField("déroulement", max_length=20, choices=TrialOutcome)
    text = models.TextField("ce qu’on en retient", blank=True)

    class Meta:
        verbose_name = "bilan de PMSMP"
        verbose_name_plural = "bilans de PMSMP"

    def __str__(self) -> str:
        return self.outcome


@keep_history()
class UpstreamExtension(Fact):
    """More time to prepare: a later limit than the six months, from the day it is given."""

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="extensions", verbose_name="parcours"
    )
    given_on = models.DateField("accordée le")
    until = models.DateField("jusqu’au")

    class Meta:
        verbose_name = "prolongation de la préparation"
        verbose_name_plural = "prolongations de la préparation"
        constraints = [
            models.CheckConstraint(
                name="upstreamextension_ahead",
                condition=Q(until__gt=F("given_on")),
                violation_error_message="La nouvelle limite est déjà passée.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.until}"
