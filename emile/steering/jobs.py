"""What the clock does for those who run the platform."""

from collections.abc import Callable
from typing import Any

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from emile.core.context import database_context, system
from emile.core.models import AskedQuerySet
from emile.steering.models import Export, Report, ResearchRelease
from emile.steering.services import exports, figures, publications, reports, research, watch


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
    """How many is for the logs."""
    return _sweep(Report.objects.all(), reports.PURPOSE, reports.nudge)


@shared_task(name=exports.CARRY_ON)
def carry_on_export(*, export_id: int) -> None:
    """Safe to run twice."""
    exports.carry_on(export_id=export_id, clock=timezone.now)


@shared_task
def sweep_exports() -> int:
    """How many is for the logs."""
    return _sweep(Export.objects.all(), exports.PURPOSE, exports.nudge)


@shared_task
def erase_exports() -> int:
    """Those whose time is over; how many is for the logs."""
    return exports.erase_exports(today=timezone.localdate())


@shared_task(name=research.CARRY_ON, soft_time_limit=1700, time_limit=1800)
def carry_on_research(*, release_id: int) -> None:
    """Safe to run twice."""
    research.carry_on(release_id=release_id, clock=timezone.now)


@shared_task
def sweep_research() -> int:
    """How many is for the logs."""
    return _sweep(ResearchRelease.objects.all(), research.PURPOSE, research.nudge)


@shared_task
def erase_research() -> int:
    """Those that were kept long enough; how many is for the logs."""
    return research.erase_releases(today=timezone.localdate())


def _sweep(rows: AskedQuerySet[Any], purpose: str, nudge: Callable[[int], None]) -> int:
    """Find those that wait, or that a worker left half-way."""
    with database_context(system(purpose)), transaction.atomic():
        left = rows.left_aside(timezone.now()).order_by("pk")
        asked_ids = list(left.values_list("pk", flat=True))
    for asked_id in asked_ids:
        nudge(asked_id)
    return len(asked_ids)
