"""What is published to those who read masked figures: one year at a time, and for good."""

from typing import Self

from django.db import models
from django.db.models import Q

from emile.core.models import Checked
from emile.steering.models.figures import Scope


class Publication(Checked):
    """The split figures of one calendar year, as they were known on ``as_of``.

    Published once: had they followed the journal from one day to the next, what had changed between
    two readings would have said of whom.
    """

    year = models.PositiveSmallIntegerField("année", unique=True)
    as_of = models.DateField("telle que connue le")
    published_at = models.DateTimeField("publiée le")

    class Meta:
        verbose_name = "publication"
        verbose_name_plural = "publications"

    def __str__(self) -> str:
        return str(self.year)


class PublishedCellQuerySet(models.QuerySet["PublishedCell"]):
    def of(self, scope: Scope, scope_id: str) -> Self:
        return self.filter(scope=scope, scope_id=scope_id)


class PublishedCell(Checked):
    """One count of one table, for that year or since the beginning until its end.

    ``row`` is empty for the total. Read ``shown``, never ``number``: whoever reads masked figures
    must not be told what a masked one hides.
    """

    publication = models.ForeignKey(
        Publication, models.CASCADE, related_name="cells", verbose_name="publication"
    )
    scope = models.CharField("périmètre", max_length=20, choices=Scope)
    scope_id = models.CharField("de qui", max_length=20, blank=True)
    table = models.CharField("tableau", max_length=40)
    row = models.CharField("ligne", max_length=40, blank=True)
    is_since_beginning = models.BooleanField("depuis le début")
    number = models.PositiveIntegerField("nombre")
    is_masked = models.BooleanField("masqué")

    objects = PublishedCellQuerySet.as_manager()

    class Meta:
        verbose_name = "chiffre publié"
        verbose_name_plural = "chiffres publiés"
        constraints = [
            models.UniqueConstraint(
                name="publishedcell_once",
                fields=["publication", "scope", "scope_id", "is_since_beginning", "table", "row"],
            ),
            models.CheckConstraint(
                name="publishedcell_small_row_is_masked",
                condition=Q(is_masked=True) | Q(row="") | Q(number=0) | Q(number__gte=5),
                violation_error_message="Un effectif de un à quatre n’est pas publié.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.table} {self.row}"

    @property
    def shown(self) -> int | None:
        """None where the count is masked."""
        return None if self.is_masked else self.number
