"""What the clock does to files."""

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from candidates import services
from candidates.models import Mailing, ProducedDocument
from candidates.services import mailing_runs, mailings, produced
from candidates.services.mailings import CARRY_ON as CARRY_ON_MAILING
from candidates.services.papers import EXAMINE, erase_due
from candidates.services.produced import CARRY_ON, PURPOSE, carry_on, nudge
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
def erase_papers() -> int:
    """The number erased is for the logs."""
    with database_context(system("durée de conservation des pièces")):
        return erase_due(on=timezone.localdate())


@shared_task
def write_digests() -> int:
    """The number of messages is for the logs."""
    now = timezone.now()
    return services.write_digests(on=timezone.localdate(now), now=now)


@shared_task
def write_texts() -> int:
    """The number of reminders is for the logs."""
    return services.write_texts(now=timezone.now())


@shared_task(name=CARRY_ON)
def carry_on_document(*, document_id: int) -> None:
    """Safe to run twice."""
    carry_on(document_id=document_id, clock=timezone.now)


@shared_task
def sweep_produced() -> int:
    """Find those that wait, or that a worker left half-way; how many is for the logs."""
    with database_context(system(PURPOSE)), transaction.atomic():
        left = ProducedDocument.objects.left_aside(timezone.now()).order_by("pk")
        document_ids = list(left.values_list("pk", flat=True))
    for document_id in document_ids:
        nudge(document_id)
    return len(document_ids)


@shared_task
def erase_produced() -> int:
    """Those that were kept long enough; how many is for the logs."""
    return produced.erase_documents(today=timezone.localdate())


@shared_task(name=CARRY_ON_MAILING)
def carry_on_mailing(*, mailing_id: int) -> None:
    """Safe to run twice."""
    mailing_runs.carry_on(mailing_id=mailing_id, clock=timezone.now)


@shared_task
def sweep_mailings() -> int:
    """Find those that wait, or that a worker left half-way; how many is for the logs."""
    with database_context(system(mailing_runs.PURPOSE)), transaction.atomic():
        left = Mailing.objects.left_aside(timezone.now()).order_by("pk")
        mailing_ids = list(left.values_list("pk", flat=True))
    for mailing_id in mailing_ids:
        mailings.nudge(mailing_id)
    return len(mailing_ids)
