"""Passations: those that were done, and those that are decided for a day to come."""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from candidates.enums import PlannedOutcome
from candidates.models.access import ACCESS_ROLES, CaseAccess
from candidates.models.journal import Fact
from candidates.models.parcours import Parcours
from emile.core.history import keep_history
from emile.core.models import Checked
from operators.actors import Actor
from operators.enums import OrganisationKind


class BetweenHands(Checked):
    """From whom to whom, and in which role: what every passation says."""

    role = models.CharField(
        "à quel titre",
        max_length=20,
        choices=[(role.value, role.label) for role in ACCESS_ROLES],
    )
    giver = models.ForeignKey(
        "operators.Organisation",
        models.PROTECT,
        related_name="+",
        verbose_name="organisation avant",
    )
    receiver = models.ForeignKey(
        "operators.Organisation",
        models.PROTECT,
        related_name="+",
        verbose_name="organisation après",
    )

    class Meta:
        abstract = True


@keep_history()
class HandOver(BetweenHands, Fact):
    """A file passes to other hands: another organisation, another person, or both.

    The delay of the stage starts again on that day; the six months of the preparation do not.
    """

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="hand_overs", verbose_name="parcours"
    )
    handed_on = models.DateField("le")

    class Meta:
        verbose_name = "passation"
        verbose_name_plural = "passations"

    def __str__(self) -> str:
        return f"{self.parcours_id} {self.receiver_id}"


class PlannedHandOverQuerySet(models.QuerySet["PlannedHandOver"]):
    def visible_to(self, actor: Actor | None) -> Self:
        """The coordinator's are all; others see those that give or take files of theirs."""
        if actor is None:
            return self.none()
        if actor.kind == OrganisationKind.COORDINATOR:
            return self.all()
        return self.concerning(actor.organisation_id).filter(role=actor.kind)

    def concerning(self, organisation_id: int) -> Self:
        return self.filter(Q(giver=organisation_id) | Q(receiver=organisation_id))

    def waiting(self) -> Self:
        return self.filter(carried_out_at__isnull=True, cancelled_at__isnull=True)

    def due(self, day: date) -> Self:
        """Those whose day has come; an older one was missed, and is not lost."""
        return self.waiting().filter(planned_on__lte=day)

    def taking(self, parcours_id: int) -> Self:
        """Those that would take this file as it stands, if their day had come."""
        held = CaseAccess.objects.current().filter(
            parcours=parcours_id, organisation=OuterRef("giver"), role=OuterRef("role")
        )
        followed = Parcours.objects.of_worker(OuterRef("whose")).filter(pk=parcours_id)
        return self.waiting().filter(Exists(held), Q(whose=None) | Exists(followed))

    def for_list(self) -> Self:
        return self.select_related("giver", "receiver", "whose", "worker", "planned_by")


@keep_history()
class PlannedHandOver(BetweenHands):
    """The files of an organisation, or of one of its people, go to other hands on a day to come.

    Until then nothing moves, and it can be cancelled. On its day it is carried out once, on behalf
    of whoever decided it while they had the right to.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    whose = models.ForeignKey(
        "operators.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="dossiers de",
    )
    worker = models.ForeignKey(
        "operators.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="personne qui les reprend",
    )
    reason = models.TextField("motif", max_length=500)
    planned_on = models.DateField("prévue le")
    planned_by = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="décidée par"
    )
    planned_for = models.ForeignKey(
        "operators.Organisation",
        models.PROTECT,
        related_name="+",
        verbose_name="organisation qui a décidé",
    )
    planned_as = models.CharField(
        "casquette de cette organisation",
        max_length=20,
        choices=[(role.value, role.label) for role in ACCESS_ROLES],
    )
    planned_at = models.DateTimeField("décidée le")
    cancelled_by = models.ForeignKey(
        "operators.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="annulée par",
    )
    cancelled_at = models.DateTimeField("annulée le", null=True, blank=True)
    carried_out_at = models.DateTimeField("faite le", null=True, blank=True)

    objects = PlannedHandOverQuerySet.as_manager()

    class Meta:
        verbose_name = "passation prévue"
        verbose_name_plural = "passations prévues"
        constraints = [
            models.UniqueConstraint(
                name="plannedhandover_one_waiting",
                fields=["giver", "role", "whose"],
                nulls_distinct=False,
                condition=Q(carried_out_at__isnull=True, cancelled_at__isnull=True),
                violation_error_message=(
                    "Une passation de ces dossiers est déjà prévue\u00a0: annulez-la d’abord."
                ),
            ),
            models.CheckConstraint(
                name="plannedhandover_done_or_cancelled",
                condition=Q(carried_out_at__isnull=True) | Q(cancelled_at__isnull=True),
                violation_error_message="Une passation faite ne s’annule plus.",
            ),
            models.CheckConstraint(
                name="plannedhandover_cancelled_by_somebody",
                condition=Q(cancelled_at__isnull=True) | Q(cancelled_by__isnull=False),
                violation_error_message="Une passation annulée l’est par quelqu’un.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.giver_id} {self.receiver_id} {self.planned_on}"

    def get_absolute_url(self) -> str:
        return reverse("candidates:planned_hand_over", args=[self.public_id])

    @property
    def is_waiting(self) -> bool:
        return self.carried_out_at is None and self.cancelled_at is None

    @property
    def actor(self) -> Actor:
        """Whoever decided it, as they were that day: only managers and coordinators pass files."""
        return Actor(
            user_id=self.planned_by_id,
            organisation_id=self.planned_for_id,
            kind=OrganisationKind(self.planned_as),
            is_manager=True,
        )


@keep_history()
class PlannedFile(Checked):
    """A file that a planned passation concerns, from the first day or since it came to its giver;
    once the day has come, or once it has left before, what became of it."""

    planned = models.ForeignKey(
        PlannedHandOver, models.CASCADE, related_name="files", verbose_name="passation prévue"
    )
    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="planned_hand_overs", verbose_name="parcours"
    )
    outcome = models.CharField("suite", max_length=20, choices=PlannedOutcome, blank=True)

    class Meta:
        verbose_name = "dossier d’une passation prévue"
        verbose_name_plural = "dossiers d’une passation prévue"
        constraints = [
            models.UniqueConstraint(
                name="plannedfile_once",
                fields=["planned", "parcours"],
                violation_error_message="Ce dossier est déjà dans cette passation.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.planned_id} {self.parcours_id}"
