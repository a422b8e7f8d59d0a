"""Taking back an act that should not have been noted."""

from datetime import datetime
from typing import Any

from django.db import transaction

from candidates.enums import NoteLevel
from candidates.models import Note, Parcours, ParcoursEvent
from candidates.notifications import moments as letters
from candidates.services.access import give_accesses_back
from candidates.services.holds import put_holds_back, release_what_was_undone
from candidates.services.notes import log_exchange
from candidates.services.undo import UNDO
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.outbox import recall
from emile.core.workflow import TransitionRefused
from operators.actors import Actor


@transaction.atomic
def correct_act(*, actor: Actor, event: ParcoursEvent, now: datetime, reason: str) -> list[str]:
    """Undo everything an act did. The addresses of those who had been told already.

    Raises TransitionRefused when the act was corrected or followed meanwhile.
    """
    with PARCOURS_WORKFLOW.correct(event, actor=actor, now=now, reason=reason) as act:
        if undo := UNDO.get(event.kind):
            undo(event)
        told = recall(act_id=event.pk, now=now)
        if is_alone := _happened_alone(event):
            put_holds_back(event, actor=actor, now=now)
        release_what_was_undone(event, actor=actor, now=now)
    letters.tell_corrected(act, event)
    # Last of all: the actor may be one of those who lose the file.
    if is_alone:
        give_accesses_back(parcours=act.subject, at=event.recorded_at, now=now)
    return told


@transaction.atomic
def rewrite_exchange(
    *, actor: Actor, event: ParcoursEvent, now: datetime, reason: str, **said: Any
) -> Parcours:
    """Correct an exchange by noting it again; ``said`` is what ``log_exchange`` takes.

    Its author alone: a manager withdraws it, and puts no words in anybody's mouth.
    """
    if event.actor_user_id != actor.user_id:
        raise TransitionRefused(
            "La personne qui a noté cet échange peut le réécrire.", code="permission"
        )
    correct_act(actor=actor, event=event, now=now, reason=reason)
    before = Note.objects.select_related("answers_to", "attachment").get(event=event)
    is_shared = said["level"] == NoteLevel.SHARED
    return log_exchange(
        actor=actor,
        parcours=event.parcours,
        rewrites=event,
        answers_to=before.answers_to,
        # The paper stays in the file, where every team reads it.
        attachment=before.attachment if is_shared else None,
        now=now,
        **said,
    )


def _happened_alone(event: ParcoursEvent) -> bool:
    """Acts of one instant can't be told apart by it: opening a file and handing it over."""
    same_instant = event.parcours.events.filter(recorded_at=event.recorded_at)
    return not same_instant.exclude(pk=event.pk).exists()
