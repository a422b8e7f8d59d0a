"""Where a household might go, and what it would find there."""

import uuid
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q

from candidates.enums import (
    ACTIVE_PLACEMENTS,
    PlacementStatus,
)
from candidates.models.journal import Fact, counts_q
from candidates.models.parcours import Parcours
from emile.core.history import keep_history
from emile.core.models import Checked
from operators.enums import OrganisationKind


if TYPE_CHECKING:
    from operators.actors import Actor


LIVE_PLACEMENTS = (PlacementStatus.PROPOSED, *ACTIVE_PLACEMENTS)


class PlacementQuerySet(models.QuerySet["Placement"]):
    # Scope

    def visible_to(self, actor: "Actor | None") -> Self:
        """Those of the files the actor may open; a host operator sees its own only, and the one
        that led to the follow-up it took over."""
        mine = self.filter(
            Exists(Parcours.objects.visible_to(actor).filter(pk=OuterRef("parcours")))
        )
        if actor is None or actor.kind != OrganisationKind.HOST:
            return mine
        from candidates.models.handover import HandOver

        taken = HandOver.objects.filter(
            counts_q(),
            parcours=OuterRef("parcours"),
            role=actor.kind,
            receiver=actor.organisation_id,
        )
        settled = Exists(taken) & Q(status__in=ACTIVE_PLACEMENTS)
        return mine.filter(Q(host=actor.organisation_id) | settled)

    # Filters

    def proposed(self) -> Self:
        return self.filter(status=PlacementStatus.PROPOSED)

    def active(self) -> Self:
        """The one that was accepted, if any."""
        return self.filter(status__in=ACTIVE_PLACEMENTS)

    def live(self) -> Self:
        """Those for which a host operator holds the file."""
        return self.filter(status__in=LIVE_PLACEMENTS)

    # Shapes

    def for_detail(self) -> Self:
        """With its project: the home is joined, the jobs come in the order of their writing."""
        from candidates.models.project import PlacementJob

        jobs = PlacementJob.objects.select_related("person", "occupation").order_by("pk")
        return self.select_related(
            "territory", "host", "occupation", "home__commune"
        ).prefetch_related(Prefetch("jobs", jobs))


@keep_history()
class Placement(Checked):
    """A proposal to a host operator for its territory, with a target occupation.

    The jobs (or trainings) and the home are records of their own: they are often found during the
    stay, or after it. One that nobody has written of is still to find.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.PositiveIntegerField("version", default=1, editable=False)
    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="placements", verbose_name="parcours"
    )
    territory = models.ForeignKey(
        "territories.Territory", models.PROTECT, related_name="+", verbose_name="territoire"
    )
    host = models.ForeignKey(
        "operators.Organisation",
        models.PROTECT,
        related_name="+",
        verbose_name="opérateur d’accueil",
    )
    occupation = models.ForeignKey(
        "territories.Occupation", models.PROTECT, related_name="+", verbose_name="métier visé"
    )
    status = models.CharField(
        "état", max_length=20, choices=PlacementStatus, default=PlacementStatus.PROPOSED
    )
    proposed_on = models.DateField("proposé le")
    answer_due_on = models.DateField("réponse attendue avant le")
    message = models.TextField("message à l’opérateur", max_length=2000, blank=True)
    planned_move_on = models.DateField("installation prévue le", null=True, blank=True)

    objects = PlacementQuerySet.as_manager()

    class Meta:
        verbose_name = "positionnement"
        verbose_name_plural = "positionnements"
        constraints = [
            models.UniqueConstraint(
                name="placement_one_active_per_parcours",
                fields=["parcours"],
                condition=Q(status__in=ACTIVE_PLACEMENTS),
                violation_error_message="Un positionnement est déjà accepté pour ce ménage.",
            ),
            models.UniqueConstraint(
                name="placement_one_proposal_per_territory",
                fields=["parcours", "territory"],
                condition=Q(status=PlacementStatus.PROPOSED),
                violation_error_message="Ce territoire a déjà une proposition en attente.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.parcours_id} {self.status}"

    @property
    def is_proposed(self) -> bool:
        return self.status == PlacementStatus.PROPOSED

    @property
    def is_active(self) -> bool:
        return self.status in ACTIVE_PLACEMENTS


@keep_history()
class PlacementChange(Fact):
    """A placement went from one status to another; the first change has nothing before it."""

    placement = models.ForeignKey(
        Placement, models.CASCADE, related_name="changes", verbose_name="positionnement"
    )
    from_status = models.CharField("état avant", max_length=20, choices=PlacementStatus, blank=True)
    to_status = models.CharField("état après", max_length=20, choices=PlacementStatus)
    reason = models.ForeignKey(
        "candidates.Reason",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="motif",
    )

    class Meta:
        verbose_name = "changement d’un positionnement"
        verbose_name_plural = "changements des positionnements"

    def __str__(self) -> str:
        return f"{self.placement_id} {self.to_status}"
