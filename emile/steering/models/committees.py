"""What a committee examines, and what it says of each file."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from candidates.enums import Stage
from candidates.models import Parcours
from emile.core.history import keep_history
from emile.core.models import Checked
from operators.actors import Actor
from operators.enums import OrganisationKind


LONGEST = 2000


class CommitteeKind(models.TextChoices):
    IMMERSION = "immersion", "Comité des séjours d’immersion"
    VALIDATION = "validation", "Comité de validation"
    INSTALLATION = "installation", "Comité d’installation"
    STEERING = "steering", "Comité de pilotage"


# Where the files that it examines are. A steering committee has none: it examines what the field tells.
STAGE_OF: dict[str, Stage] = {
    CommitteeKind.IMMERSION: Stage.IMMERSION,
    CommitteeKind.VALIDATION: Stage.VALIDATION,
    CommitteeKind.INSTALLATION: Stage.INSTALLATION,
}


class CommitteeQuerySet(models.QuerySet["Committee"]):
    # Scope

    def visible_to(self, actor: Actor | None) -> Self:
        """All for the coordinator; to others, those where their organisation is present."""
        if actor is None:
            return self.none()
        if actor.kind == OrganisationKind.COORDINATOR:
            return self.all()
        present = Committee.organisations.through.objects.filter(
            committee=OuterRef("pk"), organisation=actor.organisation_id
        )
        return self.filter(Exists(present))

    # Shapes

    def for_list(self) -> Self:
        return self.prefetch_related("territories", "organisations")


class Committee(Checked):
    """A meeting: its kind, its day, the territories that it is about (none: all), who is present.

    ``version`` grows each time it is edited.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField("comité", max_length=20, choices=CommitteeKind)
    held_on = models.DateField("jour")
    territories = models.ManyToManyField(
        "territories.Territory", blank=True, related_name="+", verbose_name="territoires"
    )
    organisations = models.ManyToManyField(
        "operators.Organisation",
        blank=True,
        related_name="+",
        verbose_name="organisations présentes",
    )
    called_by = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="préparé par"
    )
    called_at = models.DateTimeField("préparé le")
    version = models.PositiveIntegerField("version", default=0, editable=False)

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        verbose_name = "comité"
        verbose_name_plural = "comités"
        indexes = [models.Index(name="committee_in_order", fields=["held_on", "id"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.held_on:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        return reverse("steering:committee", args=[self.public_id])

    @property
    def stage(self) -> Stage | None:
        return STAGE_OF.get(self.kind)

    @property
    def title(self) -> str:
        return f"{self.get_kind_display()} du {self.held_on:%d/%m/%Y}"

    @property
    def where(self) -> str:
        """Expects its territories prefetched."""
        names = sorted(one.name for one in self.territories.all())
        return ", ".join(names) or "Tout le programme"

    @property
    def present(self) -> list[str]:
        """Expects its organisations prefetched."""
        return sorted(one.name for one in self.organisations.all())


class CommitteeItemQuerySet(models.QuerySet["CommitteeItem"]):
    # Scope

    def visible_to(self, actor: Actor | None) -> Self:
        """Of the committees one knows of, the files one may open."""
        return self.filter(
            parcours__in=Parcours.objects.visible_to(actor),
            committee__in=Committee.objects.visible_to(actor),
        )

    # Shapes

    def for_list(self) -> Self:
        return self.select_related(
            "parcours__household", "parcours__territory", "parcours__owner_organisation"
        ).order_by("parcours__due_on", "pk")


@keep_history()
class CommitteeItem(Checked):
    """A file to examine, at the stage where it was then. ``decision`` is words: people act, in the
    file, and nothing here moves it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    committee = models.ForeignKey(
        Committee, models.CASCADE, related_name="items", verbose_name="comité"
    )
    parcours = models.ForeignKey(
        "candidates.Parcours", models.CASCADE, related_name="+", verbose_name="parcours"
    )
    stage = models.CharField("étape", max_length=20, choices=Stage)
    decision = models.CharField("décision", max_length=LONGEST, blank=True)
    decided_by = models.ForeignKey(
        "operators.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="notée par",
    )
    decided_at = models.DateTimeField("notée le", null=True, blank=True)
    version = models.PositiveIntegerField("version", default=0, editable=False)

    objects = CommitteeItemQuerySet.as_manager()

    class Meta:
        verbose_name = "dossier examiné"
        verbose_name_plural = "dossiers examinés"
        constraints = [
            models.UniqueConstraint(
                name="committee_item_once",
                fields=["committee", "parcours"],
                violation_error_message="Ce dossier est déjà à l’ordre du jour.",
            ),
            models.CheckConstraint(
                name="committee_item_decided_by_somebody",
                condition=Q(decision="", decided_by__isnull=True, decided_at__isnull=True)
                | (~Q(decision="") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                violation_error_message="Une décision a un auteur et une date.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.committee_id} {self.parcours_id}"

    @property
    def has_moved(self) -> bool:
        """Since it was put on the agenda; expects its file."""
        return self.stage != self.parcours.stage
