"""What the field runs into, told by whoever meets it: « remontée de terrain »."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse

from candidates.enums import OPEN_STAGES
from emile.core.history import keep_history
from emile.core.models import Checked
from operators.actors import Actor
from operators.enums import OrganisationKind


LONGEST = 2000


class FieldTheme(models.TextChoices):
    HOUSING = "housing", "Logement"
    WORK = "work", "Emploi"
    TRAINING = "training", "Formation"
    MOBILITY = "mobility", "Mobilité"
    HEALTH = "health", "Santé"
    PERMITS = "permits", "Titres de séjour"
    CHILDREN = "children", "Enfants, garde et école"
    SUPPORT = "support", "Accompagnement"
    MONEY = "money", "Aides et ressources"
    PLATFORM = "platform", "Plateforme"
    OTHER = "other", "Autre"


class FieldReportQuerySet(models.QuerySet["FieldReport"]):
    # Scope

    def visible_to(self, actor: Actor | None) -> Self:
        """All for the coordinator and the national level, who steer; to others, those of their
        organisation."""
        if actor is None:
            return self.none()
        if actor.kind in {OrganisationKind.COORDINATOR, OrganisationKind.NATIONAL}:
            return self.all()
        return self.filter(organisation=actor.organisation_id)

    # Filters

    def unanswered(self) -> Self:
        return self.filter(answer="")

    def answered(self) -> Self:
        return self.exclude(answer="")

    def for_committee(self) -> Self:
        return self.filter(is_for_committee=True)

    # Shapes

    def for_list(self) -> Self:
        return self.select_related("territory", "organisation", "author", "committee")


@keep_history()
class FieldReport(Checked):
    """A theme, a stage, a territory and a text without names.

    ``version`` grows with each answer: whoever answers on an older page is told.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    theme = models.CharField("thème", max_length=20, choices=FieldTheme)
    stage = models.CharField(
        "étape du parcours",
        max_length=20,
        choices=[(one.value, one.label) for one in OPEN_STAGES],
        blank=True,
    )
    territory = models.ForeignKey(
        "territories.Territory",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="territoire d’accueil",
    )
    text = models.CharField("difficulté", max_length=LONGEST)
    organisation = models.ForeignKey(
        "operators.Organisation", models.PROTECT, related_name="+", verbose_name="organisation"
    )
    author = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="signalée par"
    )
    reported_at = models.DateTimeField("signalée le")
    answer = models.CharField("réponse", max_length=LONGEST, blank=True)
    answered_by = models.ForeignKey(
        "operators.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="réponse de",
    )
    answered_at = models.DateTimeField("réponse du", null=True, blank=True)
    is_for_committee = models.BooleanField("à l’ordre du jour du prochain comité", default=False)
    committee = models.ForeignKey(
        "steering.Committee",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="comité qui l’examine",
        editable=False,
    )
    version = models.PositiveIntegerField("version", default=0, editable=False)

    objects = FieldReportQuerySet.as_manager()

    class Meta:
        verbose_name = "remontée de terrain"
        verbose_name_plural = "remontées de terrain"
        constraints = [
            models.CheckConstraint(
                name="field_report_answered_by_somebody",
                condition=Q(answer="", answered_by__isnull=True, answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_by__isnull=False, answered_at__isnull=False)),
                violation_error_message="Une réponse a un auteur et une date.",
            ),
            models.CheckConstraint(
                name="field_report_says_something",
                condition=~Q(text=""),
                violation_error_message="Décrivez la difficulté.",
            ),
        ]
        indexes = [models.Index(name="field_report_in_order", fields=["reported_at", "id"])]

    def __str__(self) -> str:
        return f"{self.theme} {self.public_id}"

    def get_absolute_url(self) -> str:
        """Where it is answered."""
        return reverse("steering:field_report", args=[self.public_id])

    @property
    def is_answered(self) -> bool:
        return bool(self.answer)

    @property
    def where(self) -> str:
        """At which stage and in which territory, when it was told."""
        stage = self.get_stage_display() if self.stage else ""
        return ", ".join(filter(None, (stage, str(self.territory or ""))))
