"""What the product promises to people who have ten minutes between two appointments, on a phone.

The counts depend on the pages only, not on the machine that runs them: see ``stopwatch``.
"""

import sys

import pytest
from dateutil.relativedelta import relativedelta
from django.utils import timezone

from tests.browser import working_day
from tests.browser.conftest import CAST
from tests.browser.stopwatch import Counts, TimedDesk
from tests.factories import at_follow_up, orient


ORIENTATION = 6 * 60
EXCHANGE = 15
VISIT = 2 * 60
# A common phone, and not the narrowest page that must still work.
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def desk(page, cast, sign_in) -> TimedDesk:
    page.set_viewport_size(PHONE)
    return TimedDesk(page, cast=cast, sign_in=sign_in, today=timezone.localdate())


@pytest.fixture
def actors(cast):
    return {who: member.as_actor(CAST[who][0]) for who, member in cast.items()}


def timed(desk, journey, promise, capsys) -> Counts:
    desk.counts = Counts()
    journey(desk)
    with capsys.disabled():
        sys.stdout.write(f"\n{journey.__name__}: {desk.counts} (promised: {promise} s)\n")
    return desk.counts


def test_an_orientation_takes_six_minutes_at_most(desk, capsys):
    desk.sits("prescriber")

    counts = timed(desk, working_day.orient_one_person, ORIENTATION, capsys)

    assert counts.seconds <= ORIENTATION


def test_an_exchange_is_noted_in_fifteen_seconds(desk, actors, capsys):
    orient(actors["prescriber"])
    desk.sits("coordinator")
    [reference] = desk.waiting()
    desk.follow(reference)

    counts = timed(desk, working_day.note_an_exchange, EXCHANGE, capsys)

    assert counts.seconds <= EXCHANGE


def test_a_visit_after_which_nothing_changed_takes_two_minutes(desk, actors, capsys):
    team = [actors[who] for who in ("prescriber", "coordinator", "upstream", "host")]
    at_follow_up(*team, now=timezone.now() - relativedelta(months=1))
    desk.sits("host")
    [reference] = desk.waiting()
    desk.follow(reference)

    counts = timed(desk, working_day.say_that_nothing_changed, VISIT, capsys)

    assert counts.seconds <= VISIT
