"""Putting a file aside for a while, and back."""

from datetime import date, timedelta

from django.db import transaction

from candidates.models import Parcours, Snooze
from candidates.models.snooze import LONGEST_SNOOZE
from candidates.policies import can_set_aside
from emile.core.errors import DomainError
from emile.core.templatetags.emile import day
from operators.actors import Actor


class SnoozeRefused(DomainError):
    """``field`` is the answer to correct; empty for the whole form."""

    def __init__(self, message: str, *, code: str, field: str = "") -> None:
        super().__init__(message, code=code)
        self.field = field


@transaction.atomic
def set_aside(
    *,
    actor: Actor,
    parcours: Parcours,
    until: date,
    reason: str,
    beyond_due_date: bool = False,
    today: date,
) -> Snooze:
    """It leaves the « À faire » of the actor's organisation until that day, thirty days at most.

    Beyond the due date, one has to say so. What was put aside already takes the new day and reason.
    """
    _check_hand(actor, parcours)
    if until <= today:
        raise SnoozeRefused("Indiquez un jour à venir.", code="past", field="until")
    if until > (last := today + timedelta(days=LONGEST_SNOOZE)):
        raise SnoozeRefused(
            f"On met de côté {LONGEST_SNOOZE} jours au plus\u00a0: jusqu’au {day(last)}. Pour un arrêt "
            "plus long, suspendez le dossier.",
            code="long",
            field="until",
        )
    due_on = parcours.due_on or until
    if until > due_on and not beyond_due_date:
        raise SnoozeRefused(
            f"L’échéance est le {day(due_on)}\u00a0: cochez la case pour mettre de côté au-delà, ou "
            "choisissez un jour qui la précède.",
            code="due",
            field="beyond_due_date",
        )
    snooze = Snooze.objects.select_for_update(of=("self",)).filter(
        parcours=parcours, organisation=actor.organisation_id
    ).first() or Snooze(parcours=parcours, organisation_id=actor.organisation_id)
    snooze.user_id, snooze.reason = actor.user_id, reason
    snooze.until, snooze.due_on = until, due_on
    snooze.full_clean()
    snooze.save()
    return snooze


@transaction.atomic
def take_back(*, actor: Actor, parcours: Parcours) -> None:
    """To do again at once; nothing when it was so already."""
    _check_hand(actor, parcours)
    for snooze in Snooze.objects.filter(parcours=parcours, organisation=actor.organisation_id):
        snooze.delete()


def _check_hand(actor: Actor, parcours: Parcours) -> None:
    if not can_set_aside(actor, parcours):
        raise SnoozeRefused(
            "Ce dossier n’est pas à faire par votre organisation\u00a0: il ne se met pas de côté.",
            code="hand",
        )
