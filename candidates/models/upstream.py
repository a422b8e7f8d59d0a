"""What the upstream operator establishes: information given, diagnosis, plan, wishes."""

import uuid
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from candidates.enums import InformationMode, PlanAxis, Theme, ThemeState
from candidates.models.parcours import Fact, Parcours, counts_q
from emile.core.history import keep_history
from operators.enums import OrganisationKind


if TYPE_CHECKING:
    from operators.actors import Actor


class InformationSessionQuerySet(models.QuerySet["InformationSession"]):
    # Scope

    def visible_to(self, actor: "Actor | None") -> Self:
        """An upstream operator's own."""
        if actor is None or actor.kind != OrganisationKind.UPSTREAM:
            return self.none()
        return self.filter(organisation=actor.organisation_id)

    # Shapes

    def for_list(self) -> Self:
        """With how many households came (``came_count``) and how many did not (``missed_count``)."""
        return self.annotate(
            came_count=_households(was_present=True), missed_count=_households(was_present=False)
        )


def _households(*, was_present: bool) -> Coalesce:
    noted = Attendance.objects.filter(
        counts_q(), session=OuterRef("pk"), was_present=was_present
    ).order_by()
    per_session = noted.values("session").annotate(count=Count("parcours", distinct=True))
    return Coalesce(Subquery(per_session.values("count")), 0)


class InformationSession(models.Model):
    """A collective information meeting of an upstream operator, the one mandatory event."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(
        "operators.Organisation", models.PROTECT, related_name="+", verbose_name="organisée par"
    )
    held_on = models.DateField("date")
    starts_at = models.TimeField("heure", null=True, blank=True)
    place = models.CharField("lieu ou lien", max_length=200)

    objects = InformationSessionQuerySet.as_manager()

    class Meta:
        verbose_name = "réunion d’information"
        verbose_name_plural = "réunions d’information"
        constraints = [
            models.UniqueConstraint(
                name="informationsession_once",
                fields=["organisation", "held_on", "starts_at", "place"],
                nulls_distinct=False,
                violation_error_message="Cette réunion est déjà enregistrée.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.held_on}"

    def get_absolute_url(self) -> str:
        return reverse("candidates:session_detail", args=[self.public_id])


@keep_history()
class Attendance(Fact):
    """A household was informed, or did not come. Given individually or by phone, it counts."""

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="attendances", verbose_name="parcours"
    )
    session = models.ForeignKey(
        InformationSession,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="attendances",
        verbose_name="réunion",
    )
    mode = models.CharField("comment", max_length=20, choices=InformationMode)
    was_present = models.BooleanField("présence")

    class Meta:
        verbose_name = "présence à l’information"
        verbose_name_plural = "présences à l’information"
        constraints = [
            models.CheckConstraint(
                name="attendance_session_when_collective",
                condition=~Q(mode=InformationMode.SESSION) | Q(session__isnull=False),
                violation_error_message="Indiquez de quelle réunion il s’agit.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mode} {self.was_present}"


@keep_history()
class Diagnosis(models.Model):
    """The socio-professional diagnosis of a parcours: ten themes, then a signature."""

    parcours = models.OneToOneField(
        Parcours, models.CASCADE, related_name="diagnosis", verbose_name="parcours"
    )
    version = models.PositiveIntegerField("version", default=1, editable=False)
    summary = models.TextField("synthèse à relire avec la personne", max_length=5000, blank=True)
    saw_adult_papers = models.BooleanField("papiers des adultes vus", null=True, blank=True)

    class Meta:
        verbose_name = "diagnostic"
        verbose_name_plural = "diagnostics"

    def __str__(self) -> str:
        return f"{self.parcours_id}"


@keep_history()
class DiagnosisTheme(models.Model):
    diagnosis = models.ForeignKey(
        Diagnosis, models.CASCADE, related_name="themes", verbose_name="diagnostic"
    )
    theme = models.CharField("thème", max_length=20, choices=Theme)
    state = models.CharField(
        "état", max_length=20, choices=ThemeState, default=ThemeState.NOT_ASKED
    )
    text = models.TextField("ce qu’il faut savoir", max_length=5000, blank=True)

    class Meta:
        verbose_name = "thème du diagnostic"
        verbose_name_plural = "thèmes du diagnostic"
        constraints = [
            models.UniqueConstraint(name="diagnosistheme_once", fields=["diagnosis", "theme"]),
        ]

    def __str__(self) -> str:
        return f"{self.theme} {self.state}"


@keep_history()
class DiagnosisSignature(Fact):
    """The sign-off: which version of the diagnosis was read back and signed."""

    diagnosis = models.ForeignKey(
        Diagnosis, models.CASCADE, related_name="signatures", verbose_name="diagnostic"
    )
    version = models.PositiveIntegerField("version signée")

    class Meta:
        verbose_name = "signature du diagnostic"
        verbose_name_plural = "signatures du diagnostic"

    def __str__(self) -> str:
        return f"{self.diagnosis_id} v{self.version}"


@keep_history()
class TerritoryWish(models.Model):
    """A territory the household would go to, in its order of preference."""

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="wishes", verbose_name="parcours"
    )
    territory = models.ForeignKey(
        "territories.Territory", models.PROTECT, related_name="+", verbose_name="territoire"
    )
    rank = models.PositiveSmallIntegerField("ordre")

    class Meta:
        verbose_name = "territoire souhaité"
        verbose_name_plural = "territoires souhaités"
        constraints = [
            models.UniqueConstraint(
                name="territorywish_once",
                fields=["parcours", "territory"],
                violation_error_message="Ce territoire est déjà dans la liste.",
            ),
            models.UniqueConstraint(
                name="territorywish_ranked",
                fields=["parcours", "rank"],
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rank} {self.territory_id}"


@keep_history()
class PlanAction(models.Model):
    """One line of the action plan, on one of its three parallel axes."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="plan_actions", verbose_name="parcours"
    )
    axis = models.CharField("axe", max_length=10, choices=PlanAxis)
    label = models.CharField("action", max_length=200)
    due_on = models.DateField("avant le", null=True, blank=True)
    done_on = models.DateField("faite le", null=True, blank=True)

    class Meta:
        verbose_name = "action du plan"
        verbose_name_plural = "actions du plan"

    def __str__(self) -> str:
        return f"{self.axis} {self.pk}"
