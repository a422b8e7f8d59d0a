"""What figures are made of: facts counted from the journal, and their sums.

Everything here is written by ``emile.steering.services.figures`` and can be made again from the
journal by ``rebuild_summaries``. Facts hold codes and ids of files, never a name.
"""

from django.db import models

from emile.core.models import Checked


class Scope(models.TextChoices):
    """Of whom figures are the figures."""

    NATIONAL = "national", "Tout le programme"
    TERRITORY = "territory", "Territoire d’accueil"
    HOST = "host", "Opérateur d’accueil"
    UPSTREAM = "upstream", "Opérateur amont"
    PRESCRIBER = "prescriber", "Structure qui oriente"
    DEPARTURE = "departure", "Département de départ"


class Axis(models.TextChoices):
    """On which month a fact counts: the one when it happened, or that of the orientation."""

    PERIOD = "period", "Mois de l’acte"
    COHORT = "cohort", "Mois d’orientation"


class CountedFact(Checked):
    """One fact of one file, as the journal tells it; ``number`` is negative when an act takes back
    what an earlier one had counted.

    The facts of a file recorded until a day add up to what was known of it that day.
    """

    parcours = models.ForeignKey(
        "candidates.Parcours",
        models.CASCADE,
        related_name="+",
        db_index=False,
        verbose_name="parcours",
    )
    measure = models.CharField("mesure", max_length=20)
    detail = models.CharField("détail", max_length=60, blank=True)
    value = models.SmallIntegerField("valeur", default=0)
    number = models.IntegerField("nombre")
    happened_on = models.DateField("fait le")
    recorded_on = models.DateField("enregistré le")
    cohort = models.DateField("mois d’orientation")
    household_type = models.CharField("composition", max_length=20)
    departure = models.CharField("département de départ", max_length=3, blank=True)
    territory_id = models.BigIntegerField("territoire", null=True)
    host_id = models.BigIntegerField("opérateur d’accueil", null=True)
    upstream_id = models.BigIntegerField("opérateur amont", null=True)
    prescriber_id = models.BigIntegerField("structure qui oriente", null=True)

    class Meta:
        verbose_name = "fait compté"
        verbose_name_plural = "faits comptés"
        indexes = [
            models.Index(name="countedfact_by_measure", fields=["measure", "happened_on", "id"]),
            models.Index(name="countedfact_of_file", fields=["parcours", "measure"]),
            models.Index(name="countedfact_as_recorded", fields=["recorded_on"]),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.detail} {self.number:+}"


class Tally(Checked):
    """The sum of the facts that share everything below: what pages read, whatever their number.

    ``recorded`` is a month too: a figure as of a day adds the months before its own, and the facts
    of that month until that day.
    """

    scope = models.CharField("périmètre", max_length=20, choices=Scope)
    scope_id = models.CharField("de qui", max_length=20, blank=True)
    axis = models.CharField("axe", max_length=10, choices=Axis)
    month = models.DateField("mois")
    recorded = models.DateField("mois d’enregistrement")
    household_type = models.CharField("composition", max_length=20)
    measure = models.CharField("mesure", max_length=20)
    detail = models.CharField("détail", max_length=60, blank=True)
    value = models.SmallIntegerField("valeur", default=0)
    number = models.BigIntegerField("nombre")

    class Meta:
        verbose_name = "total"
        verbose_name_plural = "totaux"
        constraints = [
            models.UniqueConstraint(
                name="tally_once",
                fields=[
                    "scope",
                    "scope_id",
                    "axis",
                    "month",
                    "recorded",
                    "household_type",
                    "measure",
                    "detail",
                    "value",
                ],
                # Pages read the index alone: rows of one scope and month lie far apart in the table.
                include=["number"],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.month} {self.number}"


class FoldedFile(Checked):
    """How far the journal of one file has been counted."""

    parcours = models.OneToOneField(
        "candidates.Parcours",
        models.CASCADE,
        primary_key=True,
        related_name="+",
        verbose_name="parcours",
    )
    sequence = models.PositiveIntegerField("dernier acte compté")

    class Meta:
        verbose_name = "dossier compté"
        verbose_name_plural = "dossiers comptés"

    def __str__(self) -> str:
        return f"{self.parcours_id} #{self.sequence}"


class FiguresState(Checked):
    """How far the whole journal has been counted: one row.

    Every transaction older than ``counted_until`` was. A figure shows the moment ``counted_at``.
    """

    # An xid8: PostgreSQL compares it, Python only carries it.
    counted_until = models.BigIntegerField("transactions comptées jusqu’à")
    counted_at = models.DateTimeField("compté le")
    is_rebuilding = models.BooleanField("recalcul en cours", default=False)

    class Meta:
        verbose_name = "état des chiffres"
        verbose_name_plural = "état des chiffres"

    def __str__(self) -> str:
        return f"{self.counted_at}"
