"""What leaves for researchers: asked for a purpose, approved by somebody else, made, downloaded."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from emile.core.history import keep_history
from emile.core.models import AskedQuerySet, Checked, Produced
from operators.enums import OrganisationKind


if TYPE_CHECKING:
    from operators.actors import Actor


class ReleaseDecision(models.TextChoices):
    WAITING = "waiting", "À examiner"
    APPROVED = "approved", "Approuvée"
    REFUSED = "refused", "Refusée"


class ResearchReleaseQuerySet(AskedQuerySet["ResearchRelease"]):
    # Scope

    def downloadable_by(self, actor: "Actor") -> Self:
        """By whoever asked, and by the coordinator."""
        ready = self.ready()
        if actor.kind == OrganisationKind.COORDINATOR:
            return ready
        return ready.filter(asked_by=actor.user_id)

    # Filters

    def left_aside(self, now: datetime) -> Self:
        """Nothing is made before it is approved."""
        return super().left_aside(now).filter(decision=ReleaseDecision.APPROVED)

    # Shapes

    def for_list(self) -> Self:
        """Without its bytes."""
        return self.defer("content").select_related("asked_by", "organisation", "decided_by")


@keep_history(exclude=["content"])
class ResearchRelease(Produced):
    """One archive for one laboratory. ``facts`` is what the k-anonymity report found, in numbers.

    The key of its pseudonyms is kept nowhere: made again, it would have others.
    """

    laboratory = models.CharField("laboratoire ou service destinataire", max_length=200)
    agreement = models.CharField("référence de la convention", max_length=100)
    purpose = models.TextField(
        "finalité",
        max_length=2000,
        validators=[MinLengthValidator(20, "Dites en une phrase au moins ce qui sera étudié.")],
    )
    asked_by = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="demandé par"
    )
    organisation = models.ForeignKey(
        "operators.Organisation", models.PROTECT, related_name="+", verbose_name="organisation"
    )
    decision = models.CharField(
        "décision", max_length=10, choices=ReleaseDecision, default=ReleaseDecision.WAITING
    )
    decided_by = models.ForeignKey(
        "operators.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="décidé par",
    )
    decided_at = models.DateTimeField("décidé le", null=True, blank=True)
    why_refused = models.CharField("motif du refus", max_length=500, blank=True)
    facts: "models.JSONField[dict[str, Any], dict[str, Any]]" = models.JSONField(
        "rapport de k-anonymat", default=dict, blank=True
    )

    objects = ResearchReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = "jeu de recherche"
        verbose_name_plural = "jeux de recherche"
        constraints = [
            *Produced.Meta.constraints,
            models.CheckConstraint(
                name="researchrelease_decided_by_somebody",
                condition=Q(
                    decision=ReleaseDecision.WAITING,
                    decided_by__isnull=True,
                    decided_at__isnull=True,
                )
                | Q(
                    ~Q(decision=ReleaseDecision.WAITING),
                    decided_by__isnull=False,
                    decided_at__isnull=False,
                ),
                violation_error_message="Une décision a un auteur et une date.",
            ),
            models.CheckConstraint(
                name="researchrelease_decided_by_another",
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("asked_by")),
                violation_error_message="Une autre personne que celle qui demande doit décider.",
            ),
            models.CheckConstraint(
                name="researchrelease_refused_with_a_reason",
                condition=Q(decision=ReleaseDecision.REFUSED) ^ Q(why_refused=""),
                violation_error_message="Un refus dit pourquoi.",
            ),
            models.CheckConstraint(
                name="researchrelease_made_once_approved",
                condition=Q(state="asked") | Q(decision=ReleaseDecision.APPROVED),
                violation_error_message="Rien n’est préparé avant l’approbation.",
            ),
            models.CheckConstraint(
                name="researchrelease_ready_is_kept_for_a_while",
                condition=~Q(state="ready") | Q(kept_until__isnull=False),
                violation_error_message="Un jeu de recherche s’efface à une date.",
            ),
        ]
        indexes = [*Produced.Meta.indexes]

    def __str__(self) -> str:
        return f"{self.laboratory} {self.public_id}"

    def get_absolute_url(self) -> str:
        return reverse("steering:research_release", args=[self.public_id])

    @property
    def is_waiting(self) -> bool:
        return self.decision == ReleaseDecision.WAITING

    @property
    def is_being_made(self) -> bool:
        return self.decision == ReleaseDecision.APPROVED and self.is_pending

    @property
    def told_state(self) -> str:
        """Of the decision until it is made, of the archive from then on."""
        if self.decision != ReleaseDecision.APPROVED:
            return str(self.get_decision_display())
        return "En préparation" if self.is_pending else str(self.get_state_display())


class ReleaseDownload(Checked):
    """Somebody took the archive, and became answerable for it."""

    release = models.ForeignKey(
        ResearchRelease,
        models.PROTECT,
        related_name="downloads",
        verbose_name="jeu de recherche",
    )
    user = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="téléchargé par"
    )
    organisation = models.ForeignKey(
        "operators.Organisation", models.PROTECT, related_name="+", verbose_name="organisation"
    )
    at = models.DateTimeField("téléchargé le")

    class Meta:
        verbose_name = "téléchargement"
        verbose_name_plural = "téléchargements"

    def __str__(self) -> str:
        return f"{self.release_id} {self.at}"
