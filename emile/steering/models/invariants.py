"""What the steering keeps of what it has looked at."""

from django.db import models

from emile.core.models import Checked


class InvariantResult(Checked):
    """What last night's look at one rule found: how many files break it, and the first of them.

    One row per rule. A file is named by its public id and its household's reference.
    """

    code = models.SlugField("règle", max_length=40, unique=True)
    looked_at = models.DateTimeField("regardé le")
    count = models.PositiveIntegerField("dossiers en défaut")
    examples = models.JSONField("premiers dossiers", default=list, blank=True)

    class Meta:
        verbose_name = "règle vérifiée la nuit"
        verbose_name_plural = "règles vérifiées la nuit"

    def __str__(self) -> str:
        return f"{self.code} {self.count}"
