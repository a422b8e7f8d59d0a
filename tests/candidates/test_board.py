"""The board: the same files as the list, one column for each stage that has some."""

from datetime import timedelta

import pytest
from django.utils import timezone

from candidates.enums import Stage
from candidates.models import Parcours
from candidates.selectors import lists
from emile.core.context import database_context
from tests.factories import at_information, at_positioning, closed, leave, orient, propose


pytestmark = pytest.mark.django_db

LIST = "/menages/"


def board(browser, **query):
    columns = browser.get(LIST, {"vue": "colonnes", **query}).context["columns"]
    return {column.stage: [row.parcours for row in column.rows] for column, _all_url in columns}


def test_files_stand_in_the_column_of_their_stage_in_the_order_of_stages(
    signed_in, prescriber, coordinator, upstream, host
):
    done = closed(prescriber, coordinator, upstream, host)
    informed = at_information(prescriber, coordinator, upstream)
    new = orient(prescriber)

    shown = board(signed_in(coordinator))

    assert shown == {
        Stage.ELIGIBILITY: [new],
        Stage.INFORMATION: [informed],
        Stage.CLOSED: [done],
    }
    assert list(shown) == [Stage.ELIGIBILITY, Stage.INFORMATION, Stage.CLOSED]


def test_each_sees_the_stages_of_their_own_files(
    signed_in, prescriber, coordinator, upstream, host
):
    orient(prescriber)
    parcours = at_positioning(prescriber, coordinator, upstream)
    propose(upstream, parcours, host)

    assert list(board(signed_in(host))) == [Stage.POSITIONING]
    assert list(board(signed_in(prescriber))) == [Stage.ELIGIBILITY, Stage.POSITIONING]


def test_the_board_obeys_the_filters(signed_in, prescriber, coordinator):
    late, _ = orient(prescriber), orient(prescriber)
    with database_context(coordinator.database_context):
        yesterday = timezone.localdate() - timedelta(days=1)
        Parcours.objects.filter(pk=late.pk).update(due_on=yesterday)
    browser = signed_in(prescriber)

    assert board(browser, ageing="late") == {Stage.ELIGIBILITY: [late]}
    assert board(browser, stage="orientation") == {}
    assert board(browser, q="exemple awa", ageing="late") == {Stage.ELIGIBILITY: [late]}


def test_the_most_urgent_comes_first_and_those_without_a_day_last(
    signed_in, prescriber, coordinator
):
    left, later, sooner = orient(prescriber), orient(prescriber), orient(prescriber)
    leave(coordinator, left)
    with database_context(coordinator.database_context):
        yesterday = timezone.localdate() - timedelta(days=1)
        Parcours.objects.filter(pk=sooner.pk).update(due_on=yesterday)

    assert board(signed_in(prescriber)) == {Stage.ELIGIBILITY: [sooner, later, left]}


def test_a_long_column_leads_to_the_list_of_its_rows(
    signed_in, prescriber, coordinator, monkeypatch
):
    monkeypatch.setattr(lists, "SHOWN", 2)
    rows = [orient(prescriber) for _ in range(5)]
    browser = signed_in(prescriber)

    page = browser.get(LIST, {"vue": "colonnes", "q": "Awa", "standing": "to_do"})
    ((column, all_url),) = page.context["columns"]

    assert (len(column.rows), column.more, column.is_beyond) == (2, 3, False)
    assert "Et 3 autres" in page.content.decode()
    assert "5 ménages" in page.content.decode()
    assert "vue=" not in all_url
    assert set(browser.get(all_url).context["page"].rows) == set(rows)


def test_beyond_its_bound_a_column_is_not_counted(signed_in, prescriber, coordinator, monkeypatch):
    monkeypatch.setattr(lists, "SHOWN", 1)
    monkeypatch.setattr(lists, "BOUND", 2)
    for _ in range(4):
        orient(prescriber)

    page = signed_in(prescriber).get(LIST, {"vue": "colonnes"}).content.decode()

    assert "Et plus de 1 autre" in page
    assert "plus de 2 ménages" in page


def test_both_shapes_keep_the_filters(signed_in, prescriber, coordinator):
    orient(prescriber)
    browser = signed_in(prescriber)

    shapes = dict(browser.get(LIST, {"ageing": "late", "vue": "colonnes"}).context["shapes"])

    assert shapes == {"tableau": "ageing=late&vue=tableau", "colonnes": "ageing=late&vue=colonnes"}
