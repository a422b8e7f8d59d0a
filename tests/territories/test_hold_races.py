"""Many people and one place, at the same instant: the database lets one of them have it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from emile.core.context import database_context
from operators.enums import OrganisationKind
from territories.enums import HoldStage
from territories.models import Hold, Territory, WelcomeSlot
from territories.services.holds import AlreadyHeld, choose_hold, take_turn
from territories.services.welcome import slot_of
from tests.factories import make_actor, make_home, make_job, make_mandate
from tests.factories.holds import hold, on_hold


TODAY = timezone.localdate()
MANY = 50


@pytest.fixture
def host(committing_db):
    actor = make_actor(OrganisationKind.HOST)
    make_mandate(actor, "cantal")
    return actor


def test_fifty_households_and_one_home(host, at_once):
    home = make_home(host)

    outcomes = at_once(*[lambda: hold(host, home)] * MANY)

    assert sum(isinstance(one, Hold) for one in outcomes) == 1
    assert sum(isinstance(one, AlreadyHeld) for one in outcomes) == MANY - 1
    assert Hold.objects.count() == 1


def test_fifty_households_and_twenty_positions(host, at_once):
    job = make_job(host, places=20)

    outcomes = at_once(*[lambda: hold(host, job)] * MANY)

    units = sorted(one.unit for one in outcomes if isinstance(one, Hold))
    assert units == list(range(1, 21))


def test_a_month_that_many_need_first_is_written_once(host, at_once):
    """Also where an error would end the whole transaction, as in one without savepoint."""
    territory, month = Territory.objects.get(slug="cantal"), TODAY.replace(day=1)

    def need():
        # That of this thread alone.
        connection.features.uses_savepoints = False
        with database_context(host.database_context), transaction.atomic():
            return slot_of(territory, month).pk

    outcomes = at_once(*[need] * MANY)

    assert set(outcomes) == {WelcomeSlot.objects.get(territory=territory, month=month).pk}


def test_without_the_code_the_constraint_still_lets_one_through(host, at_once):
    """Written straight to the table, as no code of ours would: none of them looks before."""
    home = make_home(host)

    def write():
        with database_context(host.database_context), transaction.atomic():
            return Hold.objects.create(
                offer=home,
                unit=1,
                holder=uuid4(),
                organisation_id=host.organisation_id,
                stage=HoldStage.HELD,
                period=DateRange(TODAY, TODAY + timedelta(days=7)),
            )

    outcomes = at_once(*[write] * MANY)

    assert sum(isinstance(one, Hold) for one in outcomes) == 1
    assert sum(isinstance(one, IntegrityError) for one in outcomes) == MANY - 1


def test_the_same_household_asking_twice_at_once_waits_or_holds_once(host, at_once):
    job, household = make_job(host, places=5), uuid4()

    at_once(*[lambda: hold(host, job, holder=household, or_wait=True)] * 10)

    assert Hold.objects.live_on(TODAY).count() == 1


def test_two_who_wait_and_one_place_that_comes_back(host, at_once):
    home = make_home(host)
    hold(host, home, days=1)
    first, second = (hold(host, home, or_wait=True) for _ in range(2))
    later = TODAY + timedelta(days=2)

    def take(waiting):
        return on_hold(take_turn, host, on=later, hold=waiting, until=later)

    outcomes = at_once(lambda: take(second), lambda: take(first))

    assert sorted(isinstance(one, AlreadyHeld) for one in outcomes) == [False, True]
    assert isinstance(outcomes[0], AlreadyHeld)


def test_two_households_that_choose_what_the_other_gives_back(host, at_once):
    """Each chooses one of two jobs and gives the other back: nobody waits for ever."""
    left, right = make_job(host, places=2), make_job(host, places=2)
    one, two = uuid4(), uuid4()
    chosen = [hold(host, left, holder=one), hold(host, right, holder=two)]
    hold(host, right, holder=one)
    hold(host, left, holder=two)

    outcomes = at_once(
        *[lambda held=held: on_hold(choose_hold, host, hold=held) for held in chosen]
    )

    assert all(isinstance(outcome, Hold) for outcome in outcomes)
    stages = Hold.objects.live_on(TODAY).values_list("stage", flat=True)
    assert list(stages) == [HoldStage.ATTRIBUTED] * 2
