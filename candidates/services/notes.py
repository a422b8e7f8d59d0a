"""What was said with the household, or about it, and what the teams write to each other."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from candidates.enums import DocumentKind, ExchangeChannel, Initiator, NoteLevel
from candidates.models import (
    ConversationRead,
    Note,
    Parcours,
    ParcoursEvent,
    Person,
    SupportingDocument,
)
from candidates.notifications import decisions as letters
from candidates.selectors.reminders import next_reminder_at
from candidates.services.papers import send_document
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.templatetags.emile import moment
from emile.core.uploads import SentFile
from emile.core.workflow import TransitionRefused
from operators.actors import Actor


@transaction.atomic
def log_exchange(
    *,
    actor: Actor,
    parcours: Parcours,
    text: str,
    level: NoteLevel,
    channel: ExchangeChannel,
    on: date,
    now: datetime,
    initiated_by: Initiator | None = None,
    was_reached: bool | None = None,
    next_step: str = "",
    next_on: date | None = None,
    subject: str = "",
    answers_to: Note | None = None,
    attachment: SupportingDocument | None = None,
    rewrites: ParcoursEvent | None = None,
) -> Parcours:
    """A message, or what was said elsewhere; who started it is asked of the latter alone.

    An answer goes to the first message of the conversation, and to those who read it. ``rewrites``
    is the act, corrected by now, that this one says again in other words.
    """
    with PARCOURS_WORKFLOW.perform("note", parcours, actor=actor, on=on, now=now) as act:
        note = Note(
            event_id=act.entry_id,
            parcours=act.subject,
            author_id=actor.user_id,
            organisation_id=actor.organisation_id,
            level=_level_of(level, answers_to, is_rewritten=rewrites is not None),
            channel=channel,
            initiated_by=initiated_by or "",
            was_reached=was_reached,
            subject=subject,
            text=text,
            next_step=next_step,
            next_on=next_on,
            answers_to=_first_of(answers_to),
            attachment=attachment,
        )
        note.full_clean(exclude=["event"])
        note.save()
        act.payload |= {
            "channel": channel,
            "initiated_by": initiated_by or "",
            "was_reached": was_reached,
        }
        if rewrites is not None:
            act.payload["rewrites"] = rewrites.sequence
            Note.objects.filter(answers_to__event=rewrites).update(answers_to=note)
    return act.subject


@transaction.atomic
def write(
    *,
    actor: Actor,
    parcours: Parcours,
    on: date,
    now: datetime,
    file: SentFile | None = None,
    kind: DocumentKind | None = None,
    person: Person | None = None,
    **said: Any,
) -> Parcours:
    """``log_exchange``, with the paper that is joined to it: a paper of the file like any other."""
    attachment = None
    if file is not None and kind:
        attachment = send_document(
            actor=actor, parcours=parcours, file=file, kind=kind, person=person, on=on, now=now
        )
        parcours = attachment.parcours
    return log_exchange(
        actor=actor, parcours=parcours, attachment=attachment, on=on, now=now, **said
    )


@transaction.atomic
def mark_read(*, actor: Actor, last: Note, now: datetime) -> None:
    """Two pages opened at once leave the further one."""
    read, is_new = ConversationRead.objects.get_or_create(
        user_id=actor.user_id,
        organisation_id=actor.organisation_id,
        parcours_id=last.parcours_id,
        defaults={"up_to": last.pk, "read_at": now},
    )
    if not is_new:
        further = ConversationRead.objects.filter(pk=read.pk, up_to__lt=last.pk)
        further.update(up_to=last.pk, read_at=now)


def _level_of(level: NoteLevel, answers_to: Note | None, *, is_rewritten: bool) -> str:
    """Whoever reads a message reads its answers. Written again, one may be kept to its own side, and
    never shown to more."""
    if answers_to is None or (is_rewritten and answers_to.level == NoteLevel.SHARED):
        return level
    return answers_to.level


def _first_of(note: Note | None) -> Note | None:
    return note.answers_to or note if note else None


@transaction.atomic
def remind_owner(
    *, actor: Actor, parcours: Parcours, on: date, now: datetime, word: str = ""
) -> Parcours:
    """Ask whoever has the hand where it stands. ``word`` is read in the file, never in the letter.

    Raises TransitionRefused when one has left within a day, or when nobody can get one.
    """
    with PARCOURS_WORKFLOW.perform(
        "remind", parcours, actor=actor, on=on, now=now, reason=word
    ) as act:
        # Once the row is held: of two who ask at once, one is told so.
        if again_at := next_reminder_at(act.subject, now):
            raise TransitionRefused(
                "Une relance est partie il y a moins de 24\u00a0heures pour ce dossier\u00a0: la suivante est "
                f"possible à partir du {moment(again_at)}.",
                code="cooldown",
            )
        act.payload["awaited"] = act.subject.owner_organisation_id
    if not letters.tell_reminded(act):
        raise TransitionRefused(
            "Aucune adresse électronique n’est connue dans l’organisation qui doit jouer\u00a0: "
            "appelez-la, ou prévenez la coordination.",
            code="nobody",
        )
    return act.subject
