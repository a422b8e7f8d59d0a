"""What the clock does for those who run the platform."""

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from emile.core.context import database_context, system
from emile.steering.models import Report, ResearchRelease
from emile.steering.services import figures, publications, reports, research, watch


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


@shared_task
def ask_monthly_reports() -> int:
    """Each morning, from the first working day of the month on; how many is for the logs."""
    now = timezone.now()
    return reports.ask_monthly_reports(on=timezone.localdate(now), now=now)


@shared_task(name=reports.CARRY_ON)
def carry_on_report(*, report_id: int) -> None:
    """Safe to run twice."""
    reports.carry_on(report_id=report_id, clock=timezone.now)


@shared_task
def sweep_reports() -> int:
    """Find those that wait, or that a worker left half-way; how many is for the logs."""
    with database_context(system(reports.PURPOSE)), transaction.atomic():
        left = Report.objects.left_aside(timezone.now()).order_by("pk")
        report_ids = list(left.values_list("pk", flat=True))
    for report_id in report_ids:
        reports.nudge(report_id)
    return len(report_ids)


@shared_task(name=research.CARRY_ON, soft_time_limit=1700, time_limit=1800)
def carry_on_research(*, release_id: int) -> None:
    """Safe to run twice."""
    research.carry_on(release_id=release_id, clock=timezone.now)


@shared_task
def sweep_research() -> int:
    """Find those that wait, or that a worker left half-way; how many is for the logs."""
    with database_context(system(research.PURPOSE)), transaction.atomic():
        left = ResearchRelease.objects.left_aside(timezone.now()).order_by("pk")
        release_ids = list(left.values_list("pk", flat=True))
    for release_id in release_ids:
        research.nudge(release_id)
    return len(release_ids)


@shared_task
def erase_research() -> int:
    """Those that were kept long enough; how many is for the logs."""
    return research.erase_releases(today=timezone.localdate())
