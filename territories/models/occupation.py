from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models

from emile.core.models import Checked
from territories.models.geography import searchable


class Occupation(Checked):
    """An occupation of the ROME, version 4: written by ``load_reference`` only."""

    code = models.CharField("code ROME", max_length=5, unique=True)
    label = models.CharField("intitulé", max_length=250)
    keywords = models.TextField(
        "mots courants",
        blank=True,
        help_text="Ce que les gens disent quand l’intitulé ne le dit pas.",
    )
    naf_divisions = ArrayField(
        models.CharField(max_length=2),
        default=list,
        blank=True,
        verbose_name="secteurs d’activité",
        help_text="Divisions de la nomenclature d’activités française.",
    )
    is_current = models.BooleanField("métier actuel", default=True)
    label_norm = models.GeneratedField(
        expression=searchable("label"), output_field=models.TextField(), db_persist=True
    )
    keywords_norm = models.GeneratedField(
        expression=searchable("keywords"), output_field=models.TextField(), db_persist=True
    )

    class Meta:
        verbose_name = "métier"
        indexes = [
            GinIndex(OpClass("label_norm", name="gin_trgm_ops"), name="occupation_label_trigrams"),
        ]

    def __str__(self) -> str:
        return f"{self.label} ({self.code})"
