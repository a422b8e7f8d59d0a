from django.db import models

from emile.core.models import Checked


class ReferenceVintage(Checked):
    """Which edition of a reference file the database holds."""

    name = models.CharField("jeu de données", max_length=50, unique=True)
    vintage = models.CharField("millésime", max_length=50)
    checksum = models.CharField("empreinte", max_length=64)
    row_count = models.PositiveIntegerField("lignes")
    loaded_at = models.DateTimeField("chargé le")

    class Meta:
        verbose_name = "millésime"

    def __str__(self) -> str:
        return f"{self.name} {self.vintage}"
