"""Where a household would go, where it would not, and what matters to it."""

from django.db import models

from candidates.models.parcours import Parcours
from emile.core.history import keep_history
from emile.core.models import Checked


@keep_history()
class Aspirations(Checked):
    """The page of projects and wishes: its version guards them all, projects of adults included."""

    parcours = models.OneToOneField(
        Parcours, models.CASCADE, related_name="aspirations", verbose_name="parcours"
    )
    version = models.PositiveIntegerField("version", default=1, editable=False)
    what_matters = models.TextField("ce qui compte pour le ménage", max_length=2000, blank=True)

    class Meta:
        verbose_name = "souhaits du ménage"
        verbose_name_plural = "souhaits des ménages"

    def __str__(self) -> str:
        return f"{self.parcours_id}"


@keep_history()
class TerritoryWish(Checked):
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
class TerritoryRefusal(Checked):
    """« Pas là »: a territory to which the household would not go; it need not say why."""

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="refused_territories", verbose_name="parcours"
    )
    territory = models.ForeignKey(
        "territories.Territory", models.PROTECT, related_name="+", verbose_name="territoire"
    )
    why = models.CharField("pourquoi", max_length=200, blank=True)

    class Meta:
        verbose_name = "territoire refusé"
        verbose_name_plural = "territoires refusés"
        constraints = [
            models.UniqueConstraint(
                name="territoryrefusal_once",
                fields=["parcours", "territory"],
                violation_error_message="Ce territoire est déjà dans la liste.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.territory_id}"
