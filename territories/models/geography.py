"""The Code officiel géographique: written by ``load_reference`` only."""

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Expression, Func, Q, Value
from django.db.models.functions import Concat

from emile.core.models import Checked
from emile.core.search import Norm


def searchable(expression: Expression | str) -> Func:
    """Lower case, no accent, hyphens and apostrophes as spaces: « saint denis » is Saint-Denis."""
    return Func(
        Norm(expression),
        Value("-'"),
        Value("  "),
        function="translate",
        output_field=models.TextField(),
    )


class Region(Checked):
    code = models.CharField("code", max_length=3, unique=True)
    name = models.CharField("nom", max_length=100)

    class Meta:
        verbose_name = "région"

    def __str__(self) -> str:
        return self.name


class Departement(Checked):
    """A département, or an overseas collectivity, which is its own region."""

    code = models.CharField("code", max_length=3, unique=True)
    name = models.CharField("nom", max_length=100)
    region = models.ForeignKey(
        Region, models.PROTECT, related_name="departements", verbose_name="région"
    )

    class Meta:
        verbose_name = "département"

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"


class Epci(Checked):
    """An intercommunalité with its own taxation, known by its SIREN number."""

    code = models.CharField("code", max_length=9, unique=True)
    name = models.CharField("nom", max_length=200)
    kind = models.CharField("nature", max_length=10)

    class Meta:
        verbose_name = "intercommunalité"

    def __str__(self) -> str:
        return self.name


class CommuneQuerySet(models.QuerySet["Commune"]):
    def current(self) -> Self:
        return self.filter(is_current=True)

    def with_code(self, code: str) -> Self:
        """The commune of that INSEE code, current or not, and those of that postal code."""
        return self.filter(Q(code=code) | Q(is_current=True, postal_codes__contains=[code]))

    def for_choice(self) -> Self:
        return self.select_related("departement", "successor")


class Commune(Checked):
    """A commune, or a code that once was one and now resolves to its ``successor``.

    Merged communes and municipal arrondissements keep a row, so that old files stay readable.
    """

    code = models.CharField("code INSEE", max_length=5, unique=True)
    name = models.CharField("nom", max_length=100)
    other_names = models.CharField(
        "autres noms",
        max_length=500,
        blank=True,
        help_text="Communes déléguées qui portent le même code.",
    )
    departement = models.ForeignKey(
        Departement, models.PROTECT, related_name="communes", verbose_name="département"
    )
    epci = models.ForeignKey(
        Epci,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="communes",
        verbose_name="intercommunalité",
    )
    postal_codes = ArrayField(
        models.CharField(max_length=5), default=list, blank=True, verbose_name="codes postaux"
    )
    population = models.PositiveIntegerField("population municipale", null=True, blank=True)
    latitude = models.FloatField("latitude de la mairie", null=True, blank=True)
    longitude = models.FloatField("longitude de la mairie", null=True, blank=True)
    homes = models.PositiveIntegerField("logements", null=True, blank=True)
    vacant_homes = models.PositiveIntegerField("logements vacants", null=True, blank=True)
    is_current = models.BooleanField("commune actuelle", default=True)
    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name="commune qui lui succède",
    )
    name_norm = models.GeneratedField(
        expression=searchable("name"), output_field=models.TextField(), db_persist=True
    )
    all_names_norm = models.GeneratedField(
        expression=searchable(Concat("name", Value(" "), "other_names")),
        output_field=models.TextField(),
        db_persist=True,
    )

    objects = CommuneQuerySet.as_manager()

    class Meta:
        verbose_name = "commune"
        constraints = [
            models.CheckConstraint(
                name="commune_current_has_no_successor",
                condition=Q(is_current=False) | Q(successor__isnull=True),
                violation_error_message="Une commune actuelle n’a pas de commune qui lui succède.",
            )
        ]
        indexes = [
            GinIndex(OpClass("all_names_norm", name="gin_trgm_ops"), name="commune_name_trigrams"),
            GinIndex(fields=["postal_codes"], name="commune_postal_codes"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"

    @property
    def today(self) -> "Commune":
        """The commune that stands for this code now: itself, or its successor."""
        return self if self.successor is None else self.successor
