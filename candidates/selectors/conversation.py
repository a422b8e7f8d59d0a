"""What the teams of a file write to each other: who reads it, what answers what, what is unread."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from candidates.enums import NoteLevel
from candidates.models import Note, Parcours
from candidates.models.parcours import ParcoursQuerySet
from candidates.selectors.holders import Reader, readers_of
from emile.core.templatetags.emile import short_day
from operators.actors import Actor


# The latest; the timeline of the first page goes further back.
SHOWN = 50


@dataclass(frozen=True, slots=True)
class Written:
    note: Note
    is_unread: bool


@dataclass(slots=True)
class Conversation:
    """``first`` is None when it was taken back, or is not for this reader any more."""

    first: Written | None = None
    answers: list[Written] = field(default_factory=list)


def conversations(*, actor: Actor, parcours: Parcours) -> list[Conversation]:
    """The one that was written in last comes first; its answers come in their order. One query,
    two when an answer is to a message that is older than the latest."""
    readable: QuerySet[Any] = (
        Note.objects.visible_to(actor)
        .exchanges()
        .filter(parcours=parcours)
        .select_related("author", "organisation", "event", "attachment")
        .annotate(is_unread=Exists(Note.objects.unread_by(actor).filter(pk=OuterRef("pk"))))
        .order_by("-event__occurred_on", "-pk")
    )
    latest = list(readable[:SHOWN])
    older = {one.answers_to_id for one in latest if one.answers_to_id} - {one.pk for one in latest}
    firsts = list(readable.filter(pk__in=older)) if older else []
    told: dict[int, Conversation] = {}
    for note in [*latest, *firsts]:
        conversation = told.setdefault(note.answers_to_id or note.pk, Conversation())
        written = Written(note, note.is_unread)
        if note.answers_to_id:
            conversation.answers.insert(0, written)
        else:
            conversation.first = written
    return list(told.values())


def first_message(*, actor: Actor, parcours: Parcours, sequence: int) -> Note | None:
    """The one that an answer to that act goes to, if this reader may read it."""
    readable = Note.objects.visible_to(actor).exchanges().filter(parcours=parcours)
    asked = readable.filter(event__sequence=sequence).values("pk", "answers_to")[:1]
    first = [one["answers_to"] or one["pk"] for one in asked]
    return readable.select_related("author", "organisation", "event").filter(pk__in=first).first()


def unread_files(actor: Actor) -> QuerySet[Note]:
    """Of the file of the outer query, which is one that the actor may open."""
    return Note.objects.unread_by(actor).filter(parcours=OuterRef("pk"))


def with_unread(files: ParcoursQuerySet, actor: Actor) -> QuerySet[Any]:
    """With ``unread_count``, read along with the file."""
    counted = unread_files(actor).order_by().values("parcours").annotate(number=Count("pk"))
    number = Subquery(counted.values("number"), output_field=IntegerField())
    return files.annotate(unread_count=Coalesce(number, 0))


def unread_in(told: Iterable[Conversation]) -> list[Note]:
    return [
        one.note
        for conversation in told
        for one in [conversation.first, *conversation.answers]
        if one and one.is_unread
    ]


def audiences(
    *, actor: Actor, parcours: Parcours, answered: Note | None = None
) -> dict[NoteLevel, str]:
    """Who reads, today, what this actor writes at each level, or answers to that first message: every
    organisation by its name."""
    readers = readers_of(actor=actor, parcours=parcours, answered=answered)
    ours = [one.name for one in readers if one.organisation_id == actor.organisation_id]
    teams = ", ".join(dict.fromkeys(map(_told, readers)))
    return {
        NoteLevel.SHARED: f"Les équipes du dossier\u00a0: {teams}",
        NoteLevel.CONFIDENTIAL: "\u00a0: ".join(["Mon organisation seule", *ours[:1]]),
    }


def _told(reader: Reader) -> str:
    role = reader.role.label.lower()
    if reader.until is None:
        return f"{reader.name} ({role})"
    return f"{reader.name} ({role}, en lecture jusqu’au {short_day(reader.until)})"
