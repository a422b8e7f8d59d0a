"""A run of *Arbitrage*, asked and computed through its services."""

from django.utils import timezone

from emile.core.context import database_context
from matching.arbitration.decide import NO_FAIRNESS, Fairness
from matching.models import Arbitration
from matching.services.arbitration import ask_arbitration, carry_on
from operators.actors import Actor


def arbitrate(actor: Actor, *, fairness: Fairness = NO_FAIRNESS) -> Arbitration:
    now = timezone.now()
    with database_context(actor.database_context):
        run = ask_arbitration(actor=actor, fairness=fairness, on=timezone.localdate(now), now=now)
    carry_on(arbitration_id=run.pk, clock=timezone.now)
    with database_context(actor.database_context):
        run.refresh_from_db()
    return run
