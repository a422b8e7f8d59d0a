"""What the clock does to files."""

from celery import shared_task
from django.utils import timezone

from candidates import services
from candidates.services.papers import EXAMINE, erase_due
from candidates.services.quarantine import examine, sweep
from emile.core.context import database_context, system
from emile.core.uploads import scanner_from_settings


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


@shared_task(name=EXAMINE)
def examine_document(*, document_id: int) -> None:
    """Safe to run twice."""
    examine(document_id=document_id, scanner=scanner_from_settings(), clock=timezone.now)


@shared_task
def sweep_quarantine() -> int:
    """The number of files found is for the logs."""
    return sweep(now=timezone.now())


@shared_task
def erase_documents() -> int:
    """The number erased is for the logs."""
    with database_context(system("durée de conservation des pièces")):
        return erase_due(on=timezone.localdate())


@shared_task
def write_digests() -> int:
    """The number of messages is for the logs."""
    now = timezone.now()
    return services.write_digests(on=timezone.localdate(now), now=now)
