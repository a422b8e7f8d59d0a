"""What the clock does to what the matching reads."""

from celery import shared_task

from matching.services import reach


@shared_task
def rebuild_reach() -> int:
    """The number of ways is for the logs."""
    return reach.rebuild_reach()
