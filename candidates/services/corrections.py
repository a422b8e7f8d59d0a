"""Taking back an act that should not have been noted."""

from datetime import datetime

from django.db import transaction

from candidates.models import ParcoursEvent
from candidates.services.access import give_accesses_back
from candidates.services.undo import UNDO
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.outbox import recall
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
    # Last of all: the actor may be one of those who lose the file.
    if _happened_alone(event):
        give_accesses_back(parcours=act.subject, at=event.recorded_at, now=now)
    return told


def _happened_alone(event: ParcoursEvent) -> bool:
    """Acts of one instant can't be told apart by it: opening a file and handing it over."""
    same_instant = event.parcours.events.filter(recorded_at=event.recorded_at)
    return not same_instant.exclude(pk=event.pk).exists()
