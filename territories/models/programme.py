from datetime import date
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from emile.core.models.dated import Dated, DatedQuerySet, period
from territories.models.geography import Commune


class ProgrammePeriod(Dated):
    """A year of the programme, which is not a calendar year."""

    slug = models.SlugField("clé", unique=True, help_text="Son nom dans le fichier du programme.")
    label = models.CharField("intitulé", max_length=100)
    target_persons = models.PositiveIntegerField(
        "objectif", null=True, blank=True, help_text="Personnes à installer pendant la période."
    )
    target_territories = models.PositiveIntegerField("territoires prévus", null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = "période du programme"
        verbose_name_plural = "périodes du programme"
        constraints = [
            *Dated.Meta.constraints,
            ExclusionConstraint(
                name="programme_period_never_overlaps",
                expressions=[(period(), RangeOperators.OVERLAPS)],
                violation_error_message="Une autre période couvre déjà une partie de ces dates.",
            ),
        ]

    def __str__(self) -> str:
        return self.label


class DepartureAreaQuerySet(DatedQuerySet):
    def containing(self, commune: Commune) -> Self:
        return self.filter(communes=commune.today)

    def open_in(self, departement_code: str, day: date) -> Self:
        """The areas of that day with at least one commune of the département."""
        return self.on(day).filter(communes__departement__code=departement_code).distinct()


class DepartureArea(Dated):
    """Where households may leave from: a list of communes, for some time."""

    slug = models.SlugField("clé", unique=True, help_text="Son nom dans le fichier du programme.")
    name = models.CharField("nom", max_length=100)
    communes = models.ManyToManyField(
        Commune, blank=True, related_name="departure_areas", verbose_name="communes"
    )

    objects = DepartureAreaQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = "territoire de départ"
        verbose_name_plural = "territoires de départ"

    def __str__(self) -> str:
        return self.name
