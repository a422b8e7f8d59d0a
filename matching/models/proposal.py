from django.db import models

from emile.core.models import Checked


class Proposal(Checked):
    """What a placement was proposed on: data, rules, weights and terms as they were that day.

    ``snapshot`` holds codes, figures and the sentences of the rules, never a name.
    """

    append_only = True

    placement = models.OneToOneField(
        "candidates.Placement",
        models.CASCADE,
        related_name="matching_proposal",
        verbose_name="positionnement",
    )
    home = models.ForeignKey(
        "territories.Offer", models.PROTECT, related_name="+", verbose_name="logement proposé"
    )
    job = models.ForeignKey(
        "territories.Offer",
        models.PROTECT,
        related_name="+",
        verbose_name="emploi ou formation proposé",
    )
    second_job = models.ForeignKey(
        "territories.Offer",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="poste pour un autre adulte",
    )
    rules_version = models.PositiveSmallIntegerField("version des règles")
    weights_version = models.PositiveIntegerField("version du barème")
    score = models.PositiveSmallIntegerField("points")
    snapshot = models.JSONField("ce qui a été proposé")

    class Meta:
        verbose_name = "proposition du rapprochement"
        verbose_name_plural = "propositions du rapprochement"

    def __str__(self) -> str:
        return f"{self.placement_id} v{self.rules_version}.{self.weights_version}"
