"""A run of *Arbitrage*, asked and computed through its services."""

from django.db import transaction
from django.utils import timezone

from emile.core.context import database_context, system
from matching.arbitration.decide import NO_FAIRNESS, Fairness
from matching.models import Arbitration
from matching.services.arbitration import ask_arbitration, carry_on
from operators.actors import Actor


def arbitrate(
    actor: Actor, *, fairness: Fairness = NO_FAIRNESS, keeps_places: bool = False
) -> Arbitration:
    now = timezone.now()
    with database_context(actor.database_context):
        run = ask_arbitration(
            actor=actor,
            fairness=fairness,
            keeps_places=keeps_places,
            on=timezone.localdate(now),
            now=now,
        )
    compute_what_was_asked()
    with database_context(actor.database_context):
        run.refresh_from_db()
    return run


def compute_what_was_asked() -> None:
    """What a worker does."""
    with database_context(system("test")), transaction.atomic():
        waiting = list(Arbitration.objects.left_aside(timezone.now()).values_list("pk", flat=True))
    for pk in waiting:
        carry_on(arbitration_id=pk, clock=timezone.now)
