"""What the teams of a file write to each other: who reads it, what answers what, what is unread."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from candidates.enums import Stage
from candidates.models import CaseAccess, Note, Parcours
from candidates.models.parcours import ParcoursQuerySet
from emile.core.context import database_context, system
from emile.core.templatetags.emile import short_day
from operators.actors import Actor
from operators.enums import OrganisationKind


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
    """The one that was written in last comes first; its answers come in their order. Two queries,
    three when an answer is to a message that is older than the latest."""
    readable = (
        Note.objects.visible_to(actor)
        .exchanges()
        .filter(parcours=parcours)
        .select_related("author", "organisation", "event", "attachment")
        .order_by("-event__occurred_on", "-pk")
    )
    latest = list(readable[:SHOWN])
    older = {one.answers_to_id for one in latest if one.answers_to_id} - {one.pk for one in latest}
    firsts = list(readable.filter(pk__in=older)) if older else []
    unread = set(
        Note.objects.unread_by(actor).filter(parcours=parcours).values_list("pk", flat=True)
    )
    told: dict[int, Conversation] = {}
    for note in [*latest, *firsts]:
        conversation = told.setdefault(note.answers_to_id or note.pk, Conversation())
        written = Written(note, note.pk in unread)
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


def last_unread(*, actor: Actor, parcours: Parcours) -> int | None:
    unread = Note.objects.unread_by(actor).filter(parcours=parcours)
    return unread.order_by("-pk").values_list("pk", flat=True).first()


def readers(*, actor: Actor, parcours: Parcours) -> list[str]:
    """Who reads, today, what this actor writes to the teams of the file: role and name.

    Row-level security shows an organisation its own accesses only, so this is asked as the
    platform. Host operators that were asked together neither know nor read each other.
    """
    with database_context(system("lecteurs d’un message")):
        accesses = list(
            CaseAccess.objects.readable()
            .filter(parcours=parcours)
            .select_related("organisation")
            .order_by("since", "pk")
        )
    were_asked_together = actor.kind == OrganisationKind.HOST and (
        parcours.stage == Stage.POSITIONING
    )
    return list(
        dict.fromkeys(
            _told(access)
            for access in _acting_first(accesses)
            if not (
                were_asked_together
                and access.role == OrganisationKind.HOST
                and access.organisation_id != actor.organisation_id
            )
        )
    )


def _acting_first(accesses: Iterable[CaseAccess]) -> list[CaseAccess]:
    """Without what an organisation that acts in that role also reads by an access that has ended."""
    acting = [one for one in accesses if one.until is None]
    bodies = {(one.organisation_id, one.role) for one in acting}
    reading = [
        one
        for one in accesses
        if one.until is not None and (one.organisation_id, one.role) not in bodies
    ]
    return acting + reading


def _told(access: CaseAccess) -> str:
    role = access.get_role_display().lower()
    if access.until is None or access.reads_until is None:
        return f"{access.organisation} ({role})"
    return f"{access.organisation} ({role}, en lecture jusqu’au {short_day(access.reads_until)})"
