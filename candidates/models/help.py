"""What the coordinator writes to help those who use the platform."""

from django.db import models
from django.urls import reverse

from candidates.enums import Stage
from emile.core.history import keep_history
from emile.core.models import Checked


class HelpSheetQuerySet(models.QuerySet["HelpSheet"]):
    def published(self) -> "HelpSheetQuerySet":
        return self.filter(is_published=True)

    def in_order(self) -> "HelpSheetQuerySet":
        return self.order_by("rank", "pk")


@keep_history(exclude=["rank"])
class HelpSheet(Checked):
    """A page of help that everyone may read. Its address never changes, its words do."""

    slug = models.SlugField("adresse", max_length=60, unique=True, editable=False)
    title = models.CharField("titre", max_length=120)
    body = models.TextField(
        "texte",
        max_length=8000,
        help_text=(
            "Une ligne vide sépare les paragraphes\u00a0; une ligne qui commence par «\u00a0-\u00a0» "
            "est un point d’une liste."
        ),
    )
    stage = models.CharField(
        "étape",
        max_length=20,
        choices=Stage,
        blank=True,
        help_text="La fiche est alors proposée sur les dossiers qui sont à cette étape.",
    )
    is_published = models.BooleanField("publiée", default=True)
    rank = models.PositiveSmallIntegerField("ordre", default=0)
    version = models.PositiveIntegerField("version", default=1, editable=False)

    objects = HelpSheetQuerySet.as_manager()

    class Meta:
        verbose_name = "fiche d’aide"
        verbose_name_plural = "fiches d’aide"

    def __str__(self) -> str:
        return self.slug

    def get_absolute_url(self) -> str:
        return reverse("candidates:help_sheet", args=[self.slug])
