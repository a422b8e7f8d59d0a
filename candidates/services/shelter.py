"""A household that has lost its lodging: everyone knows at once, and its stage does not move."""

from datetime import date, datetime

from django.db import transaction

from candidates.enums import ResidentialKind, Tonight
from candidates.models import Parcours, ShelterFound, ShelterLoss
from candidates.models.life import running_losses
from candidates.notifications import decisions as letters
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.workflow import TransitionRefused
from operators.actors import Actor


@transaction.atomic
def lose_shelter(
    *,
    actor: Actor,
    parcours: Parcours,
    tonight: Tonight,
    phone: str,
    on: date,
    now: datetime,
) -> Parcours:
    """Since that day. The orienting bodies and the coordinator are told."""
    with PARCOURS_WORKFLOW.perform("lose_shelter", parcours, actor=actor, on=on, now=now) as act:
        if running_losses().filter(parcours=act.subject).exists():
            raise TransitionRefused(
                "Une perte d’hébergement est déjà notée pour ce ménage.", code="state"
            )
        ShelterLoss.objects.create(
            event_id=act.entry_id, parcours=act.subject, since=on, tonight=tonight, phone=phone
        )
        act.payload["tonight"] = tonight
    letters.tell_shelter_lost(act)
    return act.subject


@transaction.atomic
def find_shelter(
    *,
    actor: Actor,
    parcours: Parcours,
    loss: ShelterLoss,
    kind: ResidentialKind,
    on: date,
    now: datetime,
) -> Parcours:
    with PARCOURS_WORKFLOW.perform("find_shelter", parcours, actor=actor, on=on, now=now) as act:
        if not running_losses().filter(pk=loss.pk).exists():
            raise TransitionRefused("Cette perte d’hébergement est déjà terminée.", code="state")
        if on < loss.since:
            raise TransitionRefused(
                f"L’hébergement a été perdu le {loss.since:%d/%m/%Y}.", code="date"
            )
        ShelterFound.objects.create(event_id=act.entry_id, loss=loss, kind=kind)
        act.payload["kind"] = kind
    return act.subject
