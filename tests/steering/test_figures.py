"""Figures are what a plain recount of the journal finds, whatever people did and in which order.

The recount below shares nothing with the code: it reads the rows of the journal and counts.
"""

import contextlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from threading import Event, Thread
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import Sum
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings, strategies as st

from candidates import services
from candidates.enums import CallOutcome
from candidates.models import MilestoneVisit, Parcours, ParcoursEvent, SituationSnapshot
from candidates.services.corrections import correct_act
from emile.core.context import database_context, system
from emile.core.errors import DomainError
from emile.steering.figures.formulas import FORMULAS, quantile
from emile.steering.models import (
    Axis,
    CountedFact,
    FiguresState,
    FoldedFile,
    Indicator,
    Scope,
    Tally,
)
from emile.steering.selectors.equity import equity
from emile.steering.selectors.figures import Frame, figures
from emile.steering.selectors.lens import Lens
from emile.steering.services.figures import follow_journal, rebuild
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Organisation
from territories.models import Territory
from tests.factories import act, make_actor, orient
from tests.factories.walker import ACTS, STRAIGHT, NothingToActOn, Walker


FIRST_ACTS = {
    "oriented": "orient",
    "eligible": "declare_eligible",
    "diagnosed": "sign_diagnosis",
    "proposed": "propose_placement",
    "accepted": "accept_placement",
    "stayed": "report_stay",
    "settled": "settle",
}
EACH_ACT = {
    "exits": "exit",
    "suspensions": "suspend",
    "refusals": "decline_placement",
    "stays_missed": "cancel_stay",
    "losses": "lose_track",
    "departures": "leave_territory",
}
PROFILED = {"open", "open_apart", "open_again", "declare_eligible"}
STATES = {"caseload": {"to_do", "in_progress", "step_done"}, "asleep": {"suspended"}}


# The recount


def acts_known_on(day: date | None) -> list[list[dict[str, Any]]]:
    """The acts of each file that had not been taken back by then."""
    rows = ParcoursEvent.objects.order_by("parcours", "sequence").values()
    known = [row for row in rows if day is None or timezone.localdate(row["recorded_at"]) <= day]
    undone = {row["corrects_id"] for row in known}
    files: dict[int, list[dict[str, Any]]] = {}
    for row in known:
        if row["corrects_id"] is None and row["id"] not in undone:
            files.setdefault(row["parcours_id"], []).append(row)
    return list(files.values())


def first(acts: list[dict[str, Any]], kind: str) -> date | None:
    return next((act["occurred_on"] for act in acts if act["kind"] == kind), None)


def is_in(frame: Frame, day: date | None) -> bool:
    return day is not None and frame.first <= day.replace(day=1) <= frame.last


def recount(frame: Frame) -> dict[str, float | None]:
    files = acts_known_on(frame.as_of)
    found: dict[str, float | None] = {
        code: sum(is_in(frame, first(acts, kind)) for acts in files)
        for code, kind in FIRST_ACTS.items()
    }
    for code, kind in EACH_ACT.items():
        found[code] = sum(
            act["kind"] == kind and is_in(frame, act["occurred_on"])
            for acts in files
            for act in acts
        )
    for code, states in STATES.items():
        found[code] = sum(state_at_the_end(frame, acts) in states for acts in files)
    waited = [
        max((settled - oriented).days, 0)
        for acts in files
        if (oriented := first(acts, "orient"))
        and is_in(frame, settled := first(acts, "settle"))
        and settled
    ]
    for name, tenths in (("half", 5), ("most", 8)):
        rank = -(-len(waited) * tenths // 10) - 1
        found[f"whole_{name}"] = sorted(waited)[rank] if waited else None
    cohort = [acts for acts in files if is_in(frame, first(acts, "orient"))]
    for code, kind in (("accepted_rate", "accept_placement"), ("settled_rate", "settle")):
        found[code] = percent(sum(bool(first(acts, kind)) for acts in cohort), len(cohort))
    found["works_at_installation"] = work(files, frame)
    found["there_at_m6"] = there(files, frame)
    return found


PASSAGES = ("orient", "declare_eligible", "accept_placement", "report_stay", "settle")


def recount_equity(frame: Frame) -> list[tuple[str, list[int]]]:
    """Of each composition, how many households oriented in these months came to each step."""
    cohort: dict[str, list[int]] = {}
    for acts in acts_known_on(frame.as_of):
        if is_in(frame, first(acts, "orient")):
            told = [act["payload"]["profile"]["type"] for act in acts if act["kind"] in PROFILED]
            counts = cohort.setdefault(told[-1], [0] * len(PASSAGES))
            for rank, kind in enumerate(PASSAGES):
                counts[rank] += bool(first(acts, kind))
    return sorted(cohort.items())


def shown_equity(frame: Frame) -> list[tuple[str, list[int]]]:
    found = equity(frame, Lens(Scope.NATIONAL, "", Territory.objects.none()))
    if found is None:
        return []
    by_type: dict[str, list[int]] = {}
    for passage in found.passages:
        for gap in passage.gaps:
            by_type.setdefault(gap.household_type, [gap.own.whole]).append(gap.own.part)
    return sorted((one, counts) for one, counts in by_type.items() if counts[0])


def state_at_the_end(frame: Frame, acts: list[dict[str, Any]]) -> str:
    """Acts noted out of order count from the latest day told before them."""
    days = accumulate((act["occurred_on"] for act in acts), max)
    then = [
        act["to_standing"]
        for act, day in zip(acts, days, strict=True)
        if day.replace(day=1) <= frame.last
    ]
    return then[-1] if then else ""


def percent(part: int, whole: int) -> int | None:
    return int(100 * part / whole + 0.5) if whole else None


def work(files: list[list[dict[str, Any]]], frame: Frame) -> int | None:
    """Each adult by the last word on the day of the installation."""
    acts = {act["id"]: act for acts in files for act in acts}
    last: dict[tuple[int, int], tuple[str, date]] = {}
    for row in SituationSnapshot.objects.filter(point="installation").order_by("pk"):
        if row.event_id in acts:
            said = (row.employment, acts[row.event_id]["occurred_on"])
            last[row.parcours_id, row.person_id] = said
    known = [said for said, day in last.values() if said and is_in(frame, day)]
    return percent(sum(said not in {"seeking", "not_seeking"} for said in known), len(known))


def there(files: list[list[dict[str, Any]]], frame: Frame) -> int | None:
    acts = {act["id"]: act for acts in files for act in acts}
    last: dict[tuple[int, int], tuple[str, date]] = {}
    for row in MilestoneVisit.objects.filter(milestone="m6").order_by("pk"):
        if row.event_id in acts:
            said = (row.still_there, acts[row.event_id]["occurred_on"])
            last[row.parcours_id, row.person_id] = said
    known = [said for said, day in last.values() if said in {"yes", "no"} and is_in(frame, day)]
    return percent(sum(said == "yes" for said in known), len(known))


def shown(frame: Frame) -> dict[str, float | None]:
    today = timezone.localdate()
    return {one.indicator.code: one.result.value for one in figures(frame, today)}


# What people did

walks = st.lists(
    st.tuples(
        st.integers(0, len(STRAIGHT)),
        st.lists(st.sampled_from([*ACTS, "correct"]), max_size=12),
        st.lists(st.integers(0, 40), min_size=1, max_size=6),
        st.integers(0, 20),
    ),
    min_size=1,
    max_size=3,
)


class LateWalker(Walker):
    """Who lets days go by between two acts, and writes each some days after it took place."""

    late = 0

    @property
    def today(self) -> date:
        return max(
            timezone.localdate(self.now) - timedelta(days=self.late), self.parcours.opened_on
        )

    def correct(self) -> None:
        event = self.parcours.events.standing().latest("sequence")
        role = {actor.organisation_id: kind for kind, actor in self.cast.items()}
        actor = self.cast[role[event.actor_organisation_id]]
        with transaction.atomic(), database_context(actor.database_context):
            correct_act(actor=actor, event=event, now=self.now, reason="Erreur de saisie.")


def walk(cast: dict[str, Any], told: Any) -> None:
    for far, detours, pauses, late in told:
        walker = LateWalker(cast)
        walker.late = late
        for rank, name in enumerate((*STRAIGHT[:far], *detours)):
            walker.now += timedelta(days=pauses[rank % len(pauses)])
            refusals = contextlib.suppress(DomainError, ValidationError, NothingToActOn)
            with (
                refusals,
                database_context(cast["coordinator"].database_context),
                transaction.atomic(),
            ):
                getattr(walker, name)()
            with database_context(system("test")), transaction.atomic():
                walker.parcours = Parcours.objects.get(pk=walker.parcours.pk)


def everything() -> list[tuple[Any, ...]]:
    columns = [field.name for field in Tally._meta.fields if field.name != "id"]
    return sorted(Tally.objects.exclude(number=0).values_list(*columns))


@pytest.fixture
def cast(committing_db):
    kinds = ("coordinator", "prescriber", "upstream", "host")
    return {kind: make_actor(OrganisationKind(kind)) for kind in kinds}


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(told=walks, data=st.data())
def test_figures_are_a_recount_as_of_any_day(told, data, cast):
    now = timezone.now()
    today = timezone.localdate(now)
    for one in told:
        walk(cast, [one])
        follow_journal(now=now)
    with database_context(system("test")), transaction.atomic():
        for _ in range(4):
            frame = data.draw(frames(today))
            found = shown(frame)
            for code, value in recount(frame).items():
                assert found[code] == value, (code, frame)
            assert shown_equity(frame) == recount_equity(frame)
        followed = everything()
    rebuild(now=now)
    with transaction.atomic():
        assert everything() == followed


def frames(today: date) -> st.SearchStrategy[Frame]:
    """Walks take days: what they tell lies ahead of today."""

    def month(ahead: int) -> date:
        return (today.replace(day=1) + timedelta(days=31 * ahead)).replace(day=1)

    return st.builds(
        lambda months, as_of: Frame(month(min(months)), month(max(months)), as_of=as_of),
        st.tuples(st.integers(0, 14), st.integers(0, 14)),
        st.none() | st.integers(0, 500).map(lambda days: today + timedelta(days=days)),
    )


def test_an_act_that_commits_late_is_not_left_behind(cast):
    """Its transaction began first: a mark on the last row seen would have passed it."""
    early, late = orient(cast["prescriber"]), orient(cast["prescriber"])
    follow_journal(now=timezone.now())
    written, may_commit = Event(), Event()

    def call_slowly() -> None:
        try:
            with transaction.atomic(), database_context(cast["coordinator"].database_context):
                call(cast["coordinator"], early)
                written.set()
                assert may_commit.wait(timeout=20)
        finally:
            connection.close()

    thread = Thread(target=call_slowly)
    thread.start()
    assert written.wait(timeout=20)
    call(cast["coordinator"], late)

    assert (follow_journal(now=timezone.now()), called()) == (1, 1)
    may_commit.set()
    thread.join()
    assert (follow_journal(now=timezone.now()), called()) == (1, 2)
    assert (follow_journal(now=timezone.now()), called()) == (0, 2)


def call(coordinator: Actor, parcours: Parcours, now: datetime | None = None) -> None:
    act(services.log_call, coordinator, parcours, outcome=CallOutcome.REACHED, now=now)


def called() -> int:
    with transaction.atomic():
        rows = Tally.objects.filter(scope=Scope.NATIONAL, axis=Axis.PERIOD, detail="called")
        return rows.aggregate(count=Sum("number"))["count"] or 0


def test_an_act_entered_late_changes_its_month_and_not_what_was_known(cast):
    """Told in March of February: February has one more, and what was known on 28 February has not."""
    february, march = datetime(2027, 2, 28, 12, tzinfo=UTC), datetime(2027, 3, 15, 12, tzinfo=UTC)
    parcours = orient(cast["prescriber"], now=datetime(2027, 2, 1, 12, tzinfo=UTC))
    follow_journal(now=february)
    month = Frame(date(2027, 2, 1), date(2027, 2, 1))
    as_of = replace(month, as_of=date(2027, 2, 28))
    stored = [value_of(frame, "eligible") for frame in (month, as_of)]

    call(cast["coordinator"], parcours, now=march)
    act(
        services.declare_eligible,
        cast["coordinator"],
        parcours,
        upstream=Organisation.objects.get(pk=cast["upstream"].organisation_id),
        on=date(2027, 2, 20),
        now=march,
    )
    follow_journal(now=march)

    assert stored == [0, 0]
    assert [value_of(frame, "eligible") for frame in (month, as_of)] == [1, 0]


def value_of(frame: Frame, code: str) -> float | None:
    with transaction.atomic():
        return shown(frame)[code]


def test_a_rebuilding_that_stopped_goes_on_where_it_was(cast):
    for _ in range(3):
        orient(cast["prescriber"])
    follow_journal(now=timezone.now())
    with transaction.atomic():
        before = everything()
        FiguresState.objects.update(is_rebuilding=True)
        # As if it had stopped after the first file.
        first_file = FoldedFile.objects.earliest("parcours").pk
        FoldedFile.objects.exclude(pk=first_file).delete()
        CountedFact.objects.exclude(parcours=first_file).delete()
        Tally.objects.all().delete()

    assert follow_journal(now=timezone.now()) == 0
    assert rebuild(now=timezone.now()) == 2
    with transaction.atomic():
        assert everything() == before


@pytest.mark.django_db
def test_each_formula_has_its_words_and_each_words_its_formula():
    codes = list(Indicator.objects.values_list("code", flat=True))

    assert sorted(codes) == sorted(FORMULAS)
    assert len(codes) >= 40


@pytest.mark.parametrize(
    ("values", "half", "most"),
    [
        ({5: 1}, 5, 5),
        ({1: 1, 9: 1}, 1, 9),
        (dict.fromkeys(range(1, 11), 1), 5, 8),
        ({3: 4, 10: 1}, 3, 3),
    ],
)
def test_half_and_eight_of_ten_are_days_that_somebody_waited(values, half, most):
    assert (quantile(values, 5), quantile(values, 8)) == (half, most)
