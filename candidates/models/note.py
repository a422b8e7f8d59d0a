"""What people write to each other about a file."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from candidates.enums import ExchangeChannel, Initiator, NoteLevel
from candidates.models.journal import Fact, counts_q
from candidates.models.parcours import Parcours
from emile.core.history import keep_history


if TYPE_CHECKING:
    from operators.actors import Actor


class NoteQuerySet(models.QuerySet["Note"]):
    def visible_to(self, actor: "Actor | None") -> Self:
        """Of a file the actor may open: shared notes, and the confidential ones of its own side."""
        if actor is None:
            return self.none()
        its_files = Parcours.objects.visible_to(actor).filter(pk=OuterRef("parcours"))
        is_for_it = Q(level=NoteLevel.SHARED) | Q(organisation=actor.organisation_id)
        return self.filter(is_for_it, Exists(its_files))

    def confidential(self) -> Self:
        return self.filter(level=NoteLevel.CONFIDENTIAL)

    def exchanges(self) -> Self:
        """Conversations that were not taken back, the reasons of acts aside."""
        return self.filter(counts_q()).exclude(channel="")


@keep_history()
class Note(Fact):
    """An exchange noted, or the reason given for an unusual act.

    Confidential means the author's organisation and nobody else, the coordinator included.
    """

    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="notes", verbose_name="parcours"
    )
    author = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="rédigé par"
    )
    organisation = models.ForeignKey(
        "operators.Organisation", models.PROTECT, related_name="+", verbose_name="organisation"
    )
    level = models.CharField("qui peut lire", max_length=20, choices=NoteLevel)
    channel = models.CharField("moyen", max_length=10, choices=ExchangeChannel, blank=True)
    initiated_by = models.CharField("initiative", max_length=10, choices=Initiator, blank=True)
    was_reached = models.BooleanField("personne jointe", null=True, blank=True)
    text = models.TextField("texte", max_length=5000)
    next_step = models.CharField("prochaine étape", max_length=200, blank=True)
    next_on = models.DateField("prochaine étape pour le", null=True, blank=True)

    objects = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = "note"
        verbose_name_plural = "notes"
        constraints = [
            models.CheckConstraint(
                name="note_dates_a_next_step",
                condition=Q(next_on__isnull=True) | ~Q(next_step=""),
                violation_error_message="Dites ce qui est prévu à cette date.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.level} {self.pk}"
