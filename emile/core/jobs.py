"""What the clock does."""

from celery import shared_task
from django.utils import timezone

from emile.core.models import OutboxMessage, ParkedForm
from emile.core.outbox import nudge


BATCH = 200


@shared_task
def sweep_outbox() -> int:
    """Find the messages whose nudge was lost; the number found is for the logs."""
    due = OutboxMessage.objects.due(timezone.now()).order_by("send_after", "pk")
    message_ids = list(due.values_list("pk", flat=True)[:BATCH])
    for message_id in message_ids:
        nudge(message_id)
    return len(message_ids)


@shared_task
def sweep_parked() -> int:
    """Erase what nobody came back for in time."""
    deleted, _ = ParkedForm.objects.expired(timezone.now()).delete()
    return deleted
