"""What was said with the household, or about it."""

from datetime import date, datetime

from django.db import transaction

from candidates.enums import ExchangeChannel, Initiator, NoteLevel
from candidates.models import Note, Parcours, ParcoursEvent
from candidates.notifications import decisions as letters
from candidates.selectors.reminders import next_reminder_at
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.templatetags.emile import moment
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
    initiated_by: Initiator,
    was_reached: bool | None,
    next_step: str = "",
    next_on: date | None = None,
    on: date,
    now: datetime,
    rewrites: ParcoursEvent | None = None,
) -> Parcours:
    """``rewrites`` is the act, corrected by now, that this one says again in other words."""
    with PARCOURS_WORKFLOW.perform("note", parcours, actor=actor, on=on, now=now) as act:
        note = Note(
            event_id=act.entry_id,
            parcours=act.subject,
            author_id=actor.user_id,
            organisation_id=actor.organisation_id,
            level=level,
            channel=channel,
            initiated_by=initiated_by,
            was_reached=was_reached,
            text=text,
            next_step=next_step,
            next_on=next_on,
        )
        note.full_clean(exclude=["event"])
        note.save()
        act.payload |= {
            "channel": channel,
            "initiated_by": initiated_by,
            "was_reached": was_reached,
        }
        if rewrites is not None:
            act.payload["rewrites"] = rewrites.sequence
    return act.subject


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
