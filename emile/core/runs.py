"""The clock's jobs write down when they ran and what came of it: one row per job, kept up to date."""

from typing import Any

from celery import Task, current_app
from django.utils import timezone

from emile.core.models import JobOutcome, JobRun


class RecordedTask(Task):
    """The class of every task: it writes of those that the clock's schedule names.

    A worker that is killed leaves its run « en cours », which the next one replaces.
    """

    def before_start(self, task_id: str, args: Any, kwargs: Any) -> None:
        if self.name in scheduled():
            JobRun.objects.update_or_create(
                name=self.name,
                defaults={
                    "started_at": timezone.now(),
                    "ended_at": None,
                    "outcome": JobOutcome.RUNNING,
                    "reported": None,
                    "error_class": "",
                },
            )

    def on_success(self, retval: Any, task_id: str, args: Any, kwargs: Any) -> None:
        reported = retval if isinstance(retval, int) else None
        self._end(JobOutcome.SUCCEEDED, reported=reported)

    def on_failure(self, exc: Any, task_id: str, args: Any, kwargs: Any, einfo: Any) -> None:
        error_class = type(exc).__name__[:100]
        self._end(JobOutcome.FAILED, error_class=error_class, last_failed_at=timezone.now())

    def _end(self, outcome: JobOutcome, **found: Any) -> None:
        if self.name in scheduled():
            mine = JobRun.objects.filter(name=self.name)
            mine.update(ended_at=timezone.now(), outcome=outcome, **found)


def scheduled() -> set[str]:
    return {entry["task"] for entry in current_app.conf.beat_schedule.values()}
