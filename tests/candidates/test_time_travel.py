"""Files that live for months in one test: every act is given its day, and no clock is frozen."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings, strategies as st

from candidates import services
from candidates.enums import (
    MILESTONE_MONTHS,
    Outcome,
    PlacementStatus,
    Stage,
    YesNoUnknown,
)
from candidates.selectors import agreements, moving_adults
from candidates.selectors.news import awaited_news
from candidates.workflow.clock import preparation_limit, preparation_warning
from emile.core.context import database_context
from emile.core.workflow import TransitionRefused
from tests.factories import (
    act,
    at_follow_up,
    at_preparation,
    everyone_agrees,
    go_fast,
    make_mandate,
    say,
    suspend,
    tick_everything,
    visit,
)


pytestmark = pytest.mark.django_db
STARTED = datetime(2025, 1, 31, 10, tzinfo=ZoneInfo("Europe/Paris"))
LIMIT = (STARTED + relativedelta(months=6)).date()
# Days awake, then days asleep.
NAPS = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 40)), max_size=3)
travels = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    # A travel that fails is told as it is: shrinking it would replay it for minutes.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)


@pytest.fixture
def prepared(prescriber, coordinator, upstream):
    """Its diagnosis began on the 31st of January: six months end on the 31st of July."""
    return at_preparation(prescriber, coordinator, upstream, now=STARTED)


def sleep(upstream, parcours, naps, moment):
    """The day on which the file wakes up from the last of its naps."""
    for awake, asleep in naps:
        moment += timedelta(days=awake)
        suspend(upstream, parcours, days=asleep, on=moment.date(), now=moment)
        moment += timedelta(days=asleep)
        act(services.resume_parcours, upstream, parcours, now=moment)
    return moment


def slept(naps):
    return timedelta(days=sum(asleep for _, asleep in naps))


@travels
@given(naps=NAPS)
def test_the_days_asleep_never_count(prepared, upstream, naps):
    with transaction.atomic(), database_context(upstream.database_context):
        woken = sleep(upstream, prepared, naps, STARTED)
        prepared.refresh_from_db()
        limit = LIMIT + slept(naps)

        assert prepared.due_on == preparation_limit(prepared, woken.date()) == limit
        warned_on = limit - relativedelta(months=2)
        assert preparation_warning(prepared, warned_on - timedelta(days=1)) is None
        assert "deux mois" in preparation_warning(prepared, warned_on)
        assert "moins d’un mois" in preparation_warning(prepared, limit - relativedelta(months=1))
        assert "devait se terminer" in preparation_warning(prepared, limit + timedelta(days=1))
        transaction.set_rollback(True)


@travels
@given(before=NAPS, more=st.integers(1, 120), after=NAPS)
def test_an_extension_moves_the_limit_and_only_later_nights_add_to_it(
    prepared, upstream, before, more, after
):
    with transaction.atomic(), database_context(upstream.database_context):
        asked = sleep(upstream, prepared, before, STARTED)
        until = LIMIT + slept(before) + timedelta(days=more)
        extended = act(
            services.extend_preparation,
            upstream,
            prepared,
            until=until,
            reason="Le permis de conduire se passe en septembre.",
            now=asked,
        )
        assert extended.due_on == until

        woken = sleep(upstream, prepared, after, asked)

        assert preparation_limit(prepared, woken.date()) == until + slept(after)
        transaction.set_rollback(True)


def test_a_file_that_sleeps_is_not_warned(prepared, upstream):
    month_five = STARTED + relativedelta(months=5)
    suspend(upstream, prepared, days=20, on=month_five.date(), now=month_five)

    with database_context(upstream.database_context):
        prepared.refresh_from_db()
        assert preparation_warning(prepared, month_five.date() + timedelta(days=10)) is None


def test_on_the_fast_track_everyone_answers_within_ten_days(prepared, upstream, host):
    decided = STARTED + timedelta(days=20)
    opened = go_fast(upstream, prepared, make_mandate(host, "cantal"), now=decided)
    assert (opened.stage, opened.due_on) == (
        Stage.INSTALLATION,
        decided.date() + timedelta(days=10),
    )
    tick_everything(host, opened, now=decided)

    moved_in = decided + timedelta(days=3)
    say(host, opened, "host", now=moved_in)
    for waited in (3, 9, 10):
        with pytest.raises(TransitionRefused) as refused:
            settle(host, opened, now=decided + timedelta(days=waited), on=moved_in.date())
        assert refused.value.code == "everyone_agrees"

    last_answer = decided + timedelta(days=11)
    agreed = everyone_agrees(upstream, host, opened, now=last_answer)
    assert agreements.active_placement(agreed).status == PlacementStatus.VALIDATED

    # The last answer opens the day on which the household had moved in.
    settled = settle(host, opened, now=last_answer, on=moved_in.date())
    assert settled.stage == Stage.FOLLOW_UP
    assert settled.due_on == moved_in.date() + relativedelta(months=1)


def settle(host, parcours, **when):
    return act(services.settle, host, parcours, reason="Le travail commençait lundi.", **when)


def test_two_questions_come_after_the_end_month_after_month(
    prescriber, coordinator, upstream, host
):
    parcours = at_follow_up(prescriber, coordinator, upstream, host, now=STARTED)
    for kind in list(MILESTONE_MONTHS)[:2]:
        day = STARTED + relativedelta(months=MILESTONE_MONTHS[kind])
        visit(host, parcours, kind, now=day)
    act(
        services.close_parcours,
        host,
        parcours,
        outcome=Outcome.LASTING_JOB,
        reason="Tout va bien.",
        now=STARTED + relativedelta(months=4),
    )
    assert months_asked(host) == {"6 mois": [*range(6, 12)], "12 mois": [*range(12, 18)]}

    ask(host, parcours, now=STARTED + relativedelta(months=7))
    assert months_asked(host) == {"12 mois": [*range(12, 18)]}

    for tries in (12, 13, 14):
        ask(host, parcours, YesNoUnknown.UNKNOWN, now=STARTED + relativedelta(months=tries))
    assert months_asked(host) == {}


def months_asked(host):
    """The months at which « À faire » shows each question, from the installation on."""
    asked: dict[str, list[int]] = {}
    for months in range(18):
        day = (STARTED + relativedelta(months=months)).date()
        with database_context(host.database_context):
            for one in awaited_news(actor=host, today=day):
                assert one.due_on <= day
                asked.setdefault(one.label.split(" après")[0], []).append(months)
    return asked


def ask(host, parcours, answer=YesNoUnknown.YES, *, now):
    adults = moving_adults(parcours, timezone.localdate(now))
    said = dict.fromkeys(("still_there", "works_or_trains"), answer)
    return act(services.ask_news, host, parcours, answers=dict.fromkeys(adults, said), now=now)
