"""What is ticked, before moving in, of the coordinator's list."""

from django.db import models

from candidates.enums import CheckState
from candidates.models.journal import Fact
from candidates.models.parcours import Parcours
from candidates.models.person import Person
from candidates.models.settings import ChecklistItem
from emile.core.history import keep_history


@keep_history()
class ChecklistMark(Fact):
    """One item was ticked, found useless, or opened again; the last mark is the one that counts.

    ``person`` is whom the item is for, when it is asked of each; None for the household's own.
    """

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="checklist_marks", verbose_name="parcours"
    )
    item = models.ForeignKey(
        ChecklistItem, models.PROTECT, related_name="+", verbose_name="point à vérifier"
    )
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="personne"
    )
    state = models.CharField("état", max_length=20, choices=CheckState)

    class Meta:
        verbose_name = "point vérifié"
        verbose_name_plural = "points vérifiés"

    def __str__(self) -> str:
        return f"{self.item_id} {self.state}"
