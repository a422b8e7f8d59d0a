"""Figures follow the journal: each act is counted once, whatever stops on the way.

One writer at a time, under a lock. A pass looks at every act from its mark on, and leaves the mark at
the first transaction that still runs: an act that commits late is not left behind. Each file
remembers the last act counted, and is taken up again from there.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Max
from django.utils import timezone

from candidates.models import (
    AdultOutcome,
    MilestoneVisit,
    ParcoursEvent,
    SituationSnapshot,
)
from candidates.models.follow_up import SNAPSHOT_FIELDS
from emile.core.context import database_context, system
from emile.core.copying import copy_values
from emile.core.locks import lock_name
from emile.steering.figures.facts import Adult, Line
from emile.steering.figures.fold import changes
from emile.steering.figures.measures import Measure
from emile.steering.models import CountedFact, FiguresState, FoldedFile, Tally


PURPOSE = "chiffres"
FILES_AT_ONCE = 500
SITUATION_FIELDS = tuple(set(SNAPSHOT_FIELDS) - {"occupation", "weekly_hours"})

BEGUN = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
# Files with an act that no pass has counted.
TOUCHED = """
    SELECT parcours_id FROM candidates_parcoursevent AS event
    WHERE transaction_id >= %s::text::xid8
    GROUP BY parcours_id
    HAVING max(sequence) > coalesce((
        SELECT sequence FROM steering_foldedfile AS folded
        WHERE folded.parcours_id = event.parcours_id
    ), 0)
    ORDER BY parcours_id
"""
# Axes and scopes of one fact; a cohort is read by how far it came, not day by day. Facts that differ
# by nothing but their days are added first: each is then spread on six scopes and two axes.
ADD_UP = """
    WITH alike AS (
        SELECT date_trunc('month', happened_on)::date AS happened,
               date_trunc('month', recorded_on)::date AS recorded,
               cohort, household_type, departure, territory_id, host_id, upstream_id,
               prescriber_id, measure, detail, value, sum(number) AS number
        FROM steering_countedfact
        WHERE id > %s
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
    )
    INSERT INTO steering_tally (
        scope, scope_id, axis, month, recorded, household_type, measure, detail, value, number
    )
    SELECT scopes.scope, scopes.scope_id, axes.axis, axes.month,
           recorded, household_type, measure, detail, value, sum(number)
    FROM alike
    CROSS JOIN LATERAL (VALUES
        ('period', happened),
        ('cohort', CASE WHEN measure NOT IN ('delay', 'present', 'asleep', 'freed') THEN cohort END)
    ) AS axes (axis, month)
    CROSS JOIN LATERAL (VALUES
        ('national', ''),
        ('territory', territory_id::text),
        ('host', host_id::text),
        ('upstream', upstream_id::text),
        ('prescriber', prescriber_id::text),
        ('departure', nullif(departure, ''))
    ) AS scopes (scope, scope_id)
    WHERE axes.month IS NOT NULL AND scopes.scope_id IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
    ON CONFLICT (
        scope, scope_id, axis, month, recorded, household_type, measure, detail, value
    ) DO UPDATE SET number = steering_tally.number + excluded.number
"""


def follow_journal(*, now: datetime) -> int:
    """Count the acts written since the last pass; how many files they touch.

    Nothing is done while a rebuilding is under way: it takes these acts too.
    """
    with database_context(system(PURPOSE)):
        files = 0
        while batch := _follow(now):
            files += batch
    return files


@transaction.atomic
def _follow(now: datetime) -> int:
    """A batch of files; stopped after it, nothing of it is lost. The last one moves the mark."""
    lock_name(PURPOSE)
    state = _state(now)
    if state.is_rebuilding:
        return 0
    until = _begun()
    with connection.cursor() as cursor:
        cursor.execute(TOUCHED, [state.counted_until])
        touched = [parcours_id for (parcours_id,) in cursor.fetchall()]
    batch, left = touched[:FILES_AT_ONCE], touched[FILES_AT_ONCE:]
    last = CountedFact.objects.aggregate(last=Max("pk"))["last"] or 0
    _count(batch)
    _add_up(last)
    if not left:
        state.counted_until, state.counted_at = until, now
        state.save()
    return len(batch)


def rebuild(*, now: datetime) -> int:
    """Count every act again from the first one; how many files. Stopped, it goes on where it was."""
    with database_context(system(PURPOSE)):
        _begin_again(now)
        files = 0
        while batch := _count_more():
            files += batch
        _end(now)
    return files


@transaction.atomic
def _begin_again(now: datetime) -> None:
    lock_name(PURPOSE)
    state = _state(now)
    if state.is_rebuilding:
        return
    for model in (Tally, CountedFact, FoldedFile):
        model.objects.all().delete()
    # Acts that commit meanwhile are seen twice, and counted once: files know how far they are.
    state.is_rebuilding, state.counted_until = True, _begun()
    state.save()


@transaction.atomic
def _count_more() -> int:
    """In the order of files, so that one that stopped is taken up again."""
    lock_name(PURPOSE)
    last = FoldedFile.objects.aggregate(last=Max("parcours"))["last"] or 0
    after = ParcoursEvent.objects.filter(parcours__gt=last).order_by("parcours")
    files = list(after.values_list("parcours", flat=True).distinct()[:FILES_AT_ONCE])
    _count(files)
    return len(files)


@transaction.atomic
def _end(now: datetime) -> None:
    lock_name(PURPOSE)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '30min'")
    _add_up(0)
    FiguresState.objects.update(is_rebuilding=False, counted_at=now)


def _state(now: datetime) -> FiguresState:
    state, _ = FiguresState.objects.get_or_create(
        pk=1, defaults={"counted_until": 0, "counted_at": now}
    )
    return state


def _begun() -> int:
    with connection.cursor() as cursor:
        cursor.execute(BEGUN)
        (begun,) = cursor.fetchone()
    return int(begun)


def _add_up(last: int) -> None:
    """The facts written after that one."""
    with connection.cursor() as cursor:
        cursor.execute(ADD_UP, [last])


def _count(files: Collection[int]) -> None:
    counted = dict(FoldedFile.objects.filter(pk__in=files).values_list("parcours", "sequence"))
    facts: list[dict[str, Any]] = []
    folded = []
    for parcours_id, lines in histories(files):
        after = counted.get(parcours_id, 0)
        facts += (
            {
                "parcours_id": parcours_id,
                "number": number,
                "recorded_on": recorded_on,
                **fact.profile._asdict(),
                **fact.place._asdict(),
                "measure": fact.measure,
                "detail": fact.detail,
                "value": fact.value,
                "happened_on": fact.happened_on,
            }
            for fact, number, recorded_on in changes(lines, after)
        )
        folded.append(FoldedFile(parcours_id=parcours_id, sequence=lines[-1].sequence))
    copy_values(CountedFact, facts)
    FoldedFile.objects.bulk_create(
        folded,
        update_conflicts=True,
        update_fields=["sequence"],
        unique_fields=["parcours"],
    )


def histories(files: Collection[int]) -> Iterable[tuple[int, list[Line]]]:
    """The acts of each file. Whoever writes one has waited for those before it: there is no hole."""
    events = ParcoursEvent.objects.filter(parcours__in=files).order_by("parcours", "sequence")
    rows = list(events.annotate(corrected=F("corrects__sequence")).values(*COLUMNS))
    # Read after the acts: what these have noted is there.
    adults = _adults(files)
    of_file: dict[int, list[Line]] = defaultdict(list)
    for row in rows:
        of_file[row["parcours_id"]].append(_line(row, adults[row["id"]]))
    return of_file.items()


COLUMNS = (
    "id",
    "parcours_id",
    "sequence",
    "kind",
    "occurred_on",
    "recorded_at",
    "from_stage",
    "from_standing",
    "to_stage",
    "to_standing",
    "territory_id",
    "owner_organisation_id",
    "actor_organisation_id",
    "payload",
    "corrected",
)


def _line(row: dict[str, Any], adults: Iterable[Adult]) -> Line:
    return Line(
        sequence=row["sequence"],
        kind=row["kind"],
        occurred_on=row["occurred_on"],
        recorded_on=timezone.localdate(row["recorded_at"]),
        from_stage=row["from_stage"],
        from_standing=row["from_standing"],
        to_stage=row["to_stage"],
        to_standing=row["to_standing"],
        territory_id=row["territory_id"],
        owner_id=row["owner_organisation_id"],
        actor_id=row["actor_organisation_id"],
        payload=row["payload"],
        corrects=row["corrected"],
        adults=tuple(adults),
    )


def _adults(files: Collection[int]) -> dict[int, list[Adult]]:
    """What was noted of adults, by act."""
    found: dict[int, list[Adult]] = defaultdict(list)
    for row in (
        SituationSnapshot.objects.filter(parcours__in=files)
        .order_by("pk")
        .values("event_id", "person_id", "point", *SITUATION_FIELDS)
    ):
        said = tuple((name, row[name]) for name in SITUATION_FIELDS)
        adult = Adult(Measure.LIVING, row["person_id"], row["point"], said)
        found[row["event_id"]].append(adult)
    for row in (
        MilestoneVisit.objects.filter(parcours__in=files)
        .order_by("pk")
        .values("event_id", "person_id", "milestone", "still_there", "works_or_trains")
    ):
        said = (("there", row["still_there"]), ("working", row["works_or_trains"]))
        adult = Adult(Measure.ANSWER, row["person_id"], row["milestone"], said)
        found[row["event_id"]].append(adult)
    for row in (
        AdultOutcome.objects.filter(closure__parcours__in=files)
        .order_by("pk")
        .values("event_id", "person_id", "reached")
    ):
        adult = Adult(Measure.REACHED, row["person_id"], "end", (("reached", row["reached"]),))
        found[row["event_id"]].append(adult)
    return found
