"""What people write to each other about a file."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import TruncDate

from candidates.enums import ExchangeChannel, Initiator, NoteLevel, Stage
from candidates.models.documents import SupportingDocument
from candidates.models.journal import Fact, counts_q
from candidates.models.parcours import Parcours
from emile.core.history import keep_history
from emile.core.models import Checked
from operators.enums import OrganisationKind
from operators.models import Membership


if TYPE_CHECKING:
    from operators.actors import Actor


def said_to_rivals(reader: Combinable) -> Q:
    """Of notes: what was written by another host operator than ``reader`` while several may be asked,
    or answers it."""
    aside = {"event__actor_kind": OrganisationKind.HOST, "event__to_stage": Stage.POSITIONING}
    answers = Q(**{f"answers_to__{name}": value for name, value in aside.items()})
    return (Q(**aside) & ~Q(organisation=reader)) | (answers & ~Q(answers_to__organisation=reader))


class NoteQuerySet(models.QuerySet["Note"]):
    def visible_to(self, actor: "Actor | None") -> Self:
        """Of a file the actor may open: shared notes, and the confidential ones of its own side."""
        if actor is None:
            return self.none()
        its_files = Parcours.objects.visible_to(actor).filter(pk=OuterRef("parcours"))
        return self._told_to(actor).filter(Exists(its_files))

    def unread_by(self, actor: "Actor") -> Self:
        """Messages of others since the actor came, further than they have read. Expects a scope.

        The coordinator opens every file: those that it has in hand, and the conversations that it
        has entered, are its own.
        """
        read = ConversationRead.objects.filter(
            user=actor.user_id,
            organisation=actor.organisation_id,
            parcours=OuterRef("parcours"),
            up_to__gte=OuterRef("pk"),
        )
        came = Membership.objects.filter(user=actor.user_id, organisation=actor.organisation_id)
        unread = (
            self._told_to(actor)
            .filter(
                counts_q(),
                ~Exists(read),
                channel=ExchangeChannel.MESSAGE,
                event__occurred_on__gte=Subquery(came.values(day=TruncDate("joined_at"))[:1]),
            )
            .exclude(author=actor.user_id)
        )
        if actor.kind != OrganisationKind.COORDINATOR:
            return unread
        entered = Note.objects.filter(
            parcours=OuterRef("parcours"),
            organisation=actor.organisation_id,
            channel=ExchangeChannel.MESSAGE,
            pk__lt=OuterRef("pk"),
        )
        return unread.filter(
            Q(parcours__owner_organisation=actor.organisation_id) | Exists(entered)
        )

    def confidential(self) -> Self:
        return self.filter(level=NoteLevel.CONFIDENTIAL)

    def exchanges(self) -> Self:
        """Conversations that were not taken back, the reasons of acts aside."""
        return self.filter(counts_q()).exclude(channel="")

    def of_rivals(self, organisation_id: int) -> Self:
        """What other host operators wrote when several were asked, and what was answered to it: they
        do not know of each other."""
        return self.filter(said_to_rivals(Value(organisation_id)))

    def _told_to(self, actor: "Actor") -> Self:
        is_for_it = Q(level=NoteLevel.SHARED) | Q(organisation=actor.organisation_id)
        told = self.filter(is_for_it)
        if actor.kind != OrganisationKind.HOST:
            return told
        of_rivals = Note.objects.of_rivals(actor.organisation_id).filter(pk=OuterRef("pk"))
        return told.filter(~Exists(of_rivals))


@keep_history()
class Note(Fact):
    """A message, an exchange noted, or the reason given for an unusual act.

    Confidential means the author's organisation and nobody else, the coordinator included. An
    answer belongs to the first message, and is never answered itself.
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
    subject = models.CharField("objet", max_length=120, blank=True)
    text = models.TextField("texte", max_length=5000)
    next_step = models.CharField("prochaine étape", max_length=200, blank=True)
    next_on = models.DateField("prochaine étape pour le", null=True, blank=True)
    answers_to = models.ForeignKey(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="answers",
        verbose_name="répond à",
    )
    attachment = models.ForeignKey(
        SupportingDocument,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="pièce jointe",
    )

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
            models.CheckConstraint(
                name="note_joins_a_paper_to_what_is_shared",
                condition=Q(attachment__isnull=True) | Q(level=NoteLevel.SHARED),
                violation_error_message="Une pièce ne se joint qu’à un message partagé.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.level} {self.pk}"


class ConversationRead(Checked):
    """How far one person has read the messages of a file, for one organisation.

    Acts on a file come one after the other: what follows ``up_to``, the id of a note, came later.
    """

    user = models.ForeignKey(
        "operators.User", models.PROTECT, related_name="+", verbose_name="personne"
    )
    organisation = models.ForeignKey(
        "operators.Organisation", models.PROTECT, related_name="+", verbose_name="organisation"
    )
    parcours = models.ForeignKey(
        Parcours, models.CASCADE, related_name="conversation_reads", verbose_name="parcours"
    )
    up_to = models.BigIntegerField("dernière note lue")
    read_at = models.DateTimeField("lu le")

    class Meta:
        verbose_name = "lecture d’une conversation"
        verbose_name_plural = "lectures de conversations"
        constraints = [
            models.UniqueConstraint(
                name="conversationread_once",
                fields=["user", "organisation", "parcours"],
                violation_error_message="Cette lecture est déjà notée.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.up_to}"
