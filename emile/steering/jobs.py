"""What the clock does for those who run the platform."""

from celery import shared_task
from django.utils import timezone

from emile.steering.services import figures, publications, watch


@shared_task
def look_at_invariants() -> int:
    """The number of files in breach is for the page of operations."""
    return watch.look_at_invariants(now=timezone.now())


@shared_task
def warn_of_stopped_messages() -> int:
    """The number of messages that wait for a person is for the logs."""
    return watch.warn_of_stopped_messages(now=timezone.now())


@shared_task
def follow_journal() -> int:
    """The number of files with a new act is for the logs."""
    return figures.follow_journal(now=timezone.now())


# The first time, every year since the beginning: each is kept as soon as it is worked out.
@shared_task(soft_time_limit=3000, time_limit=3600)
def publish_figures() -> int:
    """The number of years published is for the logs."""
    return publications.publish_due(now=timezone.now())
