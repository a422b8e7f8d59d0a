"""What the clock does to what the matching reads."""

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from emile.core.context import database_context, system
from matching.models import Arbitration
from matching.services import answers, reach
from matching.services.arbitration import CARRY_ON, carry_on, nudge


# A few hundred households take seconds.
LONGEST_SECONDS = 600


@shared_task
def rebuild_reach() -> int:
    """The number of ways is for the logs."""
    return reach.rebuild_reach()


@shared_task
def rebuild_answers() -> int:
    """The number of organisations is for the logs."""
    return answers.rebuild_answers(today=timezone.localdate())


@shared_task(name=CARRY_ON, soft_time_limit=LONGEST_SECONDS, time_limit=LONGEST_SECONDS + 30)
def carry_on_arbitration(*, arbitration_id: int) -> None:
    """Safe to run twice."""
    carry_on(arbitration_id=arbitration_id, clock=timezone.now)


@shared_task
def sweep_arbitrations() -> int:
    """Find the run that waits, or that a worker left half-way; how many is for the logs."""
    with database_context(system("arbitrage")), transaction.atomic():
        run_ids = list(Arbitration.objects.left_aside(timezone.now()).values_list("pk", flat=True))
    for run_id in run_ids:
        nudge(run_id)
    return len(run_ids)
