"""What the clock does to offers."""

from celery import shared_task
from django.utils import timezone

from territories.services.answers import ask_for_confirmations as ask
from territories.services.holds import tell_all_who_wait


@shared_task
def ask_for_confirmations() -> int:
    """The number of addresses is for the logs."""
    return ask(on=timezone.localdate())


@shared_task
def tell_who_waits() -> int:
    """Those of holds that ran out at midnight. The number of offers and months is for the logs."""
    return tell_all_who_wait(on=timezone.localdate())
