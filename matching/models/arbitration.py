"""One run of *Arbitrage*: what it was computed on, what it found, and what people decided of it."""

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Self

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from candidates.models.placement import LIVE_PLACEMENTS
from emile.core.models import Checked
from matching.arbitration.decide import Fairness
from matching.enums import ArbitrationStatus, RulingKind
from operators.actors import Actor
from operators.enums import OrganisationKind


PER_CENT = 100


class ArbitrationQuerySet(models.QuerySet["Arbitration"]):
    # Scope

    def visible_to(self, actor: Actor | None) -> Self:
        """It weighs every household against the others: the coordinator's alone."""
        if actor is None or actor.kind != OrganisationKind.COORDINATOR:
            return self.none()
        return self.all()

    # Filters

    def left_aside(self, now: datetime) -> Self:
        """To be computed, and in nobody's hands."""
        free = Q(leased_until__isnull=True) | Q(leased_until__lt=now)
        return self.filter(free, status=ArbitrationStatus.COMPUTING)

    # Shapes

    def for_list(self) -> Self:
        """Without what it was computed on, which is large."""
        return (
            self.defer("problem", "outcome").select_related("asked_by").order_by("-asked_at", "-pk")
        )


class Arbitration(Checked):
    """``problem`` holds keys and points, never a name; ``outcome`` what the solver found last.

    ``version`` grows with each ruling: whoever decides on an older page is told.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    on = models.DateField("jour des offres et des dossiers")
    status = models.CharField(
        "état", max_length=20, choices=ArbitrationStatus, default=ArbitrationStatus.COMPUTING
    )
    seniority = models.PositiveSmallIntegerField(
        "poids de l’attente, en pour cent", default=0, validators=[MaxValueValidator(PER_CENT)]
    )
    floor = models.PositiveSmallIntegerField(
        "plancher par type de ménage, en pour cent",
        default=0,
        validators=[MaxValueValidator(PER_CENT)],
    )
    keeps_places = models.BooleanField("garde des places pour les ménages à venir", default=False)
    asked_by = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="demandé par"
    )
    asked_at = models.DateTimeField("demandé le")
    ended_at = models.DateTimeField("terminé le", null=True, blank=True)
    rules_version = models.PositiveSmallIntegerField("version des règles")
    weights_version = models.PositiveIntegerField("version du barème")
    solver = models.CharField("solveur", max_length=60, blank=True)
    looked_at = models.PositiveIntegerField("ménages regardés", default=0)
    to_look_at = models.PositiveIntegerField("ménages à regarder", default=0)
    of_the_past = models.PositiveIntegerField("dont dossiers passés", default=0)
    attempts = models.PositiveSmallIntegerField("essais", default=0)
    leased_until = models.DateTimeField("pris en charge jusqu’à", null=True, blank=True)
    message = models.CharField("ce qui l’a arrêté", max_length=500, blank=True)
    problem = models.BinaryField("données du calcul", default=bytes)
    fingerprint = models.CharField("empreinte des données", max_length=64, blank=True)
    outcome = models.JSONField("résultat", default=dict, blank=True)
    version = models.PositiveIntegerField("version", default=0)

    objects = ArbitrationQuerySet.as_manager()

    class Meta:
        verbose_name = "arbitrage"
        verbose_name_plural = "arbitrages"
        constraints = [
            models.CheckConstraint(
                name="arbitration_never_ahead_of_itself",
                condition=Q(looked_at__lte=F("to_look_at")),
                violation_error_message="Il n’y a pas autant de ménages.",
            ),
            models.UniqueConstraint(
                name="arbitration_one_at_a_time",
                fields=["status"],
                condition=Q(status=ArbitrationStatus.COMPUTING),
                violation_error_message="Un calcul est déjà en cours.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d} {self.public_id}"

    def get_absolute_url(self) -> str:
        return reverse("matching:arbitration", args=[self.public_id])

    @property
    def is_working(self) -> bool:
        return self.status == ArbitrationStatus.COMPUTING

    @property
    def households(self) -> int:
        return self.to_look_at - self.of_the_past

    @property
    def fairness(self) -> Fairness:
        return Fairness(self.seniority, self.floor)


class RulingQuerySet(models.QuerySet["Ruling"]):
    def in_order(self) -> Self:
        return self.select_related("placement", "author").order_by("sequence")


class Ruling(Checked):
    """What somebody decided of one household in a run, and what it cost the others that day.

    ``choice`` is its place among the household's choices in the problem.
    """

    append_only = True

    arbitration = models.ForeignKey(
        Arbitration, models.CASCADE, related_name="rulings", verbose_name="arbitrage"
    )
    sequence = models.PositiveIntegerField("numéro")
    parcours = models.ForeignKey(
        "candidates.Parcours", models.CASCADE, related_name="+", verbose_name="parcours"
    )
    kind = models.CharField("décision", max_length=20, choices=RulingKind)
    choice = models.PositiveIntegerField("choix", null=True, blank=True)
    placement = models.ForeignKey(
        "candidates.Placement",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="positionnement",
    )
    cost = models.IntegerField("points perdus", default=0)
    lost = models.PositiveIntegerField("ménages qui n’ont plus de place", default=0)
    reason = models.CharField("pourquoi", max_length=500, blank=True)
    author = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="décidé par"
    )
    decided_at = models.DateTimeField("décidé le")

    objects = RulingQuerySet.as_manager()

    class Meta:
        verbose_name = "décision d’arbitrage"
        verbose_name_plural = "décisions d’arbitrage"
        constraints = [
            models.UniqueConstraint(name="ruling_in_order", fields=["arbitration", "sequence"]),
            models.CheckConstraint(
                name="ruling_gives_something",
                condition=~Q(kind__in=[RulingKind.GIVE, RulingKind.PROPOSE])
                | Q(choice__isnull=False),
                violation_error_message="Dites ce que reçoit le ménage.",
            ),
            models.CheckConstraint(
                name="ruling_says_why",
                condition=~Q(kind__in=[RulingKind.GIVE, RulingKind.NOTHING]) | ~Q(reason=""),
                violation_error_message="Dites pourquoi.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.arbitration_id} {self.sequence}"

    @property
    def counts(self) -> bool:
        """A proposal that could not be made, or that is over, says nothing any more."""
        if self.kind == RulingKind.PROPOSE:
            return self.placement is not None and self.placement.status in LIVE_PLACEMENTS
        return self.kind != RulingKind.REFUSED


def standing_rulings(rulings: Iterable[Ruling]) -> dict[int, Ruling]:
    """By parcours, the last word on each, unless it was taken back. ``rulings`` come in order, with
    their placements."""
    last = {one.parcours_id: one for one in rulings if one.counts}
    return {key: one for key, one in last.items() if one.kind != RulingKind.UNDO}
