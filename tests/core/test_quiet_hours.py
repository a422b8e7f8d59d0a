"""Text messages leave by day, in Paris, through both clock changes."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from emile.core.calendar import public_holidays
from emile.core.quiet_hours import CLOSES, OPENS, PARIS, SUNDAY, next_open


WITHIN_TWO_WEEKS = timedelta(days=14)
# Around the nights of 29 March and 25 October 2026, and over eight years.
FOUR_DAYS = st.timedeltas(timedelta(), timedelta(days=4))
EIGHT_YEARS = st.timedeltas(timedelta(), timedelta(days=8 * 365))
INSTANTS = st.one_of(
    FOUR_DAYS.map(lambda passed: datetime(2026, 3, 27, tzinfo=UTC) + passed),
    FOUR_DAYS.map(lambda passed: datetime(2026, 10, 23, tzinfo=UTC) + passed),
    EIGHT_YEARS.map(lambda passed: datetime(2024, 1, 1, tzinfo=UTC) + passed),
)


@given(INSTANTS)
def test_a_message_waits_for_the_first_open_instant(instant):
    opened = next_open(instant)
    assert OPENS <= opened.time() < CLOSES
    assert opened.weekday() != SUNDAY
    assert opened.date() not in public_holidays(opened.year)
    assert instant <= opened.astimezone(UTC) < instant + WITHIN_TWO_WEEKS
    assert next_open(opened) == opened


@pytest.mark.parametrize(
    ("due", "leaves"),
    [
        (datetime(2026, 3, 27, 12, tzinfo=PARIS), datetime(2026, 3, 27, 11, tzinfo=UTC)),
        (datetime(2026, 3, 28, 20, tzinfo=PARIS), datetime(2026, 3, 30, 6, tzinfo=UTC)),
        (datetime(2026, 10, 24, 20, tzinfo=PARIS), datetime(2026, 10, 26, 7, tzinfo=UTC)),
        (datetime(2026, 12, 24, 21, tzinfo=PARIS), datetime(2026, 12, 26, 7, tzinfo=UTC)),
        (datetime(2026, 11, 24, 7, 59, tzinfo=PARIS), datetime(2026, 11, 24, 7, tzinfo=UTC)),
    ],
)
def test_it_leaves_in_the_hours_of_paris(due, leaves):
    assert next_open(due).astimezone(UTC) == leaves
