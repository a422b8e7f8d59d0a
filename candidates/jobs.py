"""What the clock does to files."""

from celery import shared_task
from django.utils import timezone

from candidates import services


@shared_task
def wake_suspended() -> int:
    """The number woken is for the logs."""
    now = timezone.now()
    return services.wake_suspended(on=timezone.localdate(now), now=now)


@shared_task
def carry_out_hand_overs() -> int:
    """The number of files passed is for the logs."""
    now = timezone.now()
    return services.carry_out_hand_overs(on=timezone.localdate(now), now=now)


@shared_task
def measure_durations() -> int:
    """The number of durations is for the logs."""
    return services.measure_durations(on=timezone.localdate())
