"""The six months of the preparation: when they start, what they leave out, how they are extended."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.relativedelta import relativedelta

from candidates import services
from candidates.services.plan import NotLater
from candidates.workflow.clock import preparation_limit, preparation_warning
from emile.core.context import database_context
from emile.core.workflow import ReasonNeeded
from tests.factories import act, at_preparation, correct_last_act, suspend


pytestmark = pytest.mark.django_db
STARTED = datetime(2026, 1, 12, 10, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.fixture
def parcours(prescriber, coordinator, upstream):
    """Its diagnosis began on the 12th of January."""
    return at_preparation(prescriber, coordinator, upstream, now=STARTED)


@pytest.fixture
def as_upstream(upstream):
    with database_context(upstream.database_context):
        yield upstream


def after(**passed):
    return STARTED + relativedelta(**passed)


def sleep(upstream, parcours, since, days):
    suspend(upstream, parcours, days=days, on=since.date(), now=since)
    woken = since + timedelta(days=days)
    return act(services.resume_parcours, upstream, parcours, now=woken)


def extend(actor, parcours, now, **until):
    return act(
        services.extend_preparation,
        actor,
        parcours,
        until=after(**until).date(),
        reason="Permis de conduire en cours.",
        now=now,
    )


def test_six_months_from_the_diagnosis(parcours, as_upstream):
    assert preparation_limit(parcours, STARTED.date()) == after(months=6).date()


def test_diagnosis_then_suspensions_then_an_extension(parcours, as_upstream):
    sleep(as_upstream, parcours, after(months=1), 10)
    sleep(as_upstream, parcours, after(months=2), 20)
    asked = after(months=5)
    assert preparation_limit(parcours, asked.date()) == after(months=6, days=30).date()

    extended = extend(as_upstream, parcours, asked, months=8)
    assert extended.due_on == after(months=8).date()

    sleep(as_upstream, parcours, after(months=7), 5)
    parcours.refresh_from_db()
    assert parcours.due_on == after(months=8, days=5).date()


def test_an_extension_always_says_why(parcours, as_upstream):
    with pytest.raises(ReasonNeeded):
        act(
            services.extend_preparation,
            as_upstream,
            parcours,
            until=after(months=8).date(),
            now=after(months=5),
        )


def test_an_extension_is_later_than_the_limit(parcours, as_upstream):
    with pytest.raises(NotLater):
        extend(as_upstream, parcours, after(months=5), months=6)


def test_a_corrected_extension_gives_the_limit_back(parcours, as_upstream):
    extend(as_upstream, parcours, after(months=5), months=8)
    correct_last_act(as_upstream, parcours)

    parcours.refresh_from_db()
    assert parcours.due_on == after(months=6).date()
    assert preparation_limit(parcours, after(months=5).date()) == after(months=6).date()


@pytest.mark.parametrize(
    ("passed", "told"),
    [
        ({"months": 4, "days": -1}, None),
        ({"months": 4}, "moins de deux mois"),
        ({"months": 5}, "moins d’un mois"),
        ({"months": 6}, "moins d’un mois"),
        ({"months": 6, "days": 1}, "devait se terminer"),
    ],
)
def test_the_fourth_and_the_fifth_month_are_told(parcours, as_upstream, passed, told):
    sentence = preparation_warning(parcours, after(**passed).date())

    assert (sentence is None) if told is None else (told in sentence)
