"""A file keeps, for the stage it is in, the lists and delays of the day it entered it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from candidates.enums import ReasonUse, Stage
from candidates.forms.act import ReasonField
from candidates.models import EventKind, Parcours
from candidates.selectors.settings import LISTS, files_touched
from candidates.services.settings import add_setting, change_setting, retire_setting
from candidates.workflow import clock
from emile.core.context import database_context
from tests.factories import at_installation, orient


pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def change(coordinator):
    """Do something to a list as the coordinator, as if today were the day it starts."""

    def act(service, slug, since, **given):
        with database_context(coordinator.database_context):
            return service(
                actor=coordinator, settings=LISTS[slug], since=since, today=since, **given
            )

    return act


@pytest.fixture
def entered(coordinator):
    """The file, as if it had entered its stage some days ago."""

    def at(parcours, day):
        with database_context(coordinator.database_context):
            Parcours.objects.filter(pk=parcours.pk).update(opened_on=day, stage_since=day)
            return Parcours.objects.get(pk=parcours.pk)

    return at


def offered(use, parcours):
    field = ReasonField("Pourquoi\u00a0?")
    field.among(use, parcours.stage_since)
    return [row.label for row in field.queryset]


@pytest.mark.parametrize("use", ReasonUse)
def test_reasons(change, entered, prescriber, coordinator, today, use):
    settings = next(one for one in LISTS.values() if one.scope == {"use": use})
    values = {"label": "Nouveau motif", "decided_by": ""}
    change(add_setting, settings.slug, today - 5 * DAY, after="", values=values)
    before = entered(orient(prescriber), today - 10 * DAY)
    after = entered(orient(prescriber), today - 5 * DAY)

    assert "Nouveau motif" not in offered(use, before)
    assert "Nouveau motif" in offered(use, after)


def test_delays(change, entered, prescriber, coordinator, today):
    delay = LISTS["delais"].rows().get(code=Stage.INFORMATION)
    given = {"code": delay.code, "version": delay.version, "after": ""}
    values = {"count": 3, "unit": "days"}
    change(change_setting, "delais", today - 5 * DAY, values=values, **given)
    due = [
        clock.turn(entered(orient(prescriber), day), Stage.INFORMATION, day, today).due_on - day
        for day in (today - 10 * DAY, today - 5 * DAY)
    ]

    assert due == [21 * DAY, 3 * DAY]


def test_events(change, today):
    kind = LISTS["evenements"].rows().get(code="job_forum")
    change(retire_setting, "evenements", today, code=kind.code, version=kind.version)

    assert EventKind.objects.on(today - DAY).filter(code="job_forum").exists()
    assert not EventKind.objects.on(today).filter(code="job_forum").exists()


def test_a_change_says_whom_it_spares(entered, prescriber, coordinator, upstream, host, today):
    settled = entered(at_installation(prescriber, coordinator, upstream, host), today - DAY)
    orient(prescriber)

    with database_context(coordinator.database_context):
        there = files_touched([settled.stage], today)
        everywhere = files_touched([], today)

    assert (there.keep, there.take) == (1, 1)
    assert "1 dossier ouvert garde la liste actuelle" in everywhere.told
