"""What the clock does to offers."""

from celery import shared_task
from django.utils import timezone

from territories.services.answers import ask_for_confirmations as ask


@shared_task
def ask_for_confirmations() -> int:
    """The number of addresses is for the logs."""
    now = timezone.now()
    return ask(on=timezone.localdate(now), now=now)
