"""Each month, on its first working day, each territory has the past month on paper."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import partial

from django.db import transaction

from candidates.enums import PENDING, ProducedKind, ProducedState
from candidates.models import ProducedDocument
from candidates.services.produced import PURPOSE, nudge
from emile.core.calendar import working_days_after
from emile.core.context import database_context, system
from territories.models import Territory


def ask_monthly_summaries(*, on: date, now: datetime) -> int:
    """Those of last month that are not made yet; how many. Safe to call each day, or twice.

    A day that was missed is made up for on the next one: the figures are then those of that day.
    """
    last_day = on.replace(day=1) - timedelta(days=1)
    if on < working_days_after(last_day, 1):
        return 0
    month = last_day.replace(day=1)
    territories = Territory.objects.taking_part_on(last_day).order_by("pk")
    with database_context(system(PURPOSE)), transaction.atomic():
        ask_summaries(territories, month, now=now)
        of_month = ProducedDocument.objects.summaries().filter(month=month)
        of_month.filter(state=ProducedState.FAILED).update(state=ProducedState.ASKED, attempts=0)
        waiting = of_month.filter(state__in=PENDING).order_by("pk")
        document_ids = list(waiting.values_list("pk", flat=True))
        for document_id in document_ids:
            transaction.on_commit(partial(nudge, document_id), robust=True)
    return len(document_ids)


def ask_summaries(territories: Iterable[Territory], month: date, *, now: datetime) -> None:
    """As the platform. Those that were asked already stay as they are."""
    ProducedDocument.objects.bulk_create(
        [
            ProducedDocument(
                kind=ProducedKind.MONTHLY_SUMMARY, territory=territory, month=month, asked_at=now
            )
            for territory in territories
        ],
        ignore_conflicts=True,
    )
