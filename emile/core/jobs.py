"""What the clock does."""

from celery import shared_task
from django.utils import timezone

from emile.core.models import OutboxMessage, ParkedForm
from emile.core.outbox import nudge


BATCH = 200


@shared_task
def sweep_outbox() -> int:
    """Find the messages whose nudge was lost; the number found is for the logs."""
    due = OutboxMessage.objects.due(timezone.now()).order_by("gives_way", "send_after", "pk")
    found = list(due.values_list("pk", "gives_way")[:BATCH])
    for message_id, gives_way in found:
        nudge(message_id, gives_way=gives_way)
    return len(found)


@shared_task
def sweep_parked() -> int:
    """Erase what nobody came back for in time."""
    deleted, _ = ParkedForm.objects.expired(timezone.now()).delete()
    return deleted
