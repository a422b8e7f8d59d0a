"""How long stages really take: measured again as a whole, for the forecast of each file."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db import connection, transaction
from django.db.models import F, Window
from django.db.models.functions import Lead

from candidates.enums import OPEN_STAGES, Stage
from candidates.models import ParcoursEvent, StageDuration
from candidates.models.forecast import FEWEST_FILES
from emile.core.context import database_context, system
from emile.core.locks import lock_name


ORDER: list[str] = [*OPEN_STAGES, Stage.CLOSED]
MONTHS = 12


@transaction.atomic
def measure_durations(*, on: date) -> int:
    """How many durations rest on enough files. Readers keep the former ones until this is committed.

    A passage counts when it ended in the last twelve months, forwards: whoever went back or left
    says nothing of how long those who go on will take.
    """
    lock_name("stage durations")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '5min'")
    days: dict[tuple[str, int | None], list[int]] = defaultdict(list)
    with database_context(system("durées des étapes")):
        for stage, territory_id, lasted in _passages(on):
            days[stage, None].append(lasted)
            if territory_id is not None:
                days[stage, territory_id].append(lasted)
    StageDuration.objects.all().delete()
    measured = [
        StageDuration(
            stage=stage,
            territory_id=territory_id,
            half_within=_within(5, lasted),
            most_within=_within(8, lasted),
            files=len(lasted),
            measured_on=on,
        )
        for (stage, territory_id), lasted in days.items()
        if len(lasted) >= FEWEST_FILES
    ]
    return len(StageDuration.objects.bulk_create(measured))


def _passages(on: date) -> Iterator[tuple[str, int | None, int]]:
    """Stage, territory of the file once it had passed it, days."""
    entries: Any = {"partition_by": "parcours", "order_by": "sequence"}
    moves = (
        ParcoursEvent.objects.standing()
        .exclude(to_stage=F("from_stage"))
        .annotate(
            left_on=Window(Lead("occurred_on"), **entries),
            next_stage=Window(Lead("to_stage"), **entries),
            then_in=Window(Lead("territory_id"), **entries),
        )
        .filter(left_on__gt=on - relativedelta(months=MONTHS), left_on__lte=on)
        .order_by()
    )
    for stage, next_stage, territory_id, entered_on, left_on in moves.values_list(
        "to_stage", "next_stage", "then_in", "occurred_on", "left_on"
    ).iterator():
        if ORDER.index(next_stage) > ORDER.index(stage):
            # Acts may have been noted out of order.
            yield stage, territory_id, max((left_on - entered_on).days, 0)


def _within(tenths: int, lasted: Sequence[int]) -> int:
    """The fewest days within which that many tenths of them had passed."""
    return sorted(lasted)[-(-len(lasted) * tenths // 10) - 1]
