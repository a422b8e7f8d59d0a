from typing import Self

from django.db import models
from django.db.models import Q

from emile.core.models import Checked
from matching.verdict.score import RULES, USUAL, Weights


FIRST_VERSION = 1


class PublishedWeightsQuerySet(models.QuerySet["PublishedWeights"]):
    def newest_first(self) -> Self:
        return self.select_related("author").order_by("-version")

    def in_force(self) -> tuple[int, Weights]:
        """The last version and its points; before any was published, the usual ones."""
        last = self.order_by("-version").values_list("version", "points").first()
        if last is None:
            return FIRST_VERSION, USUAL
        version, points = last
        # A term that did not exist then keeps its usual points.
        return version, {name: int(points.get(name, usual)) for name, usual in USUAL.items()}


class PublishedWeights(Checked):
    """What each term of the score earns, from a version on. The first one is in the code."""

    append_only = True

    version = models.PositiveIntegerField("version", unique=True)
    points = models.JSONField("points par terme")
    reason = models.CharField("pourquoi", max_length=500)
    author = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="publiée par"
    )
    published_at = models.DateTimeField("publiée le")

    objects = PublishedWeightsQuerySet.as_manager()

    class Meta:
        verbose_name = "barème du classement"
        verbose_name_plural = "barèmes du classement"
        constraints = [
            models.CheckConstraint(
                name="publishedweights_after_the_first",
                condition=Q(version__gt=FIRST_VERSION),
                violation_error_message="La première version est celle du programme.",
            )
        ]

    def __str__(self) -> str:
        return f"v{self.version}"

    @property
    def changes(self) -> list[tuple[str, int, int]]:
        """Term, usual points, points here: those that differ."""
        return [
            (rule.label, rule.points, self.points[name])
            for name, rule in RULES.items()
            if self.points.get(name, rule.points) != rule.points
        ]
