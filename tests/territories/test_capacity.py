"""How many households a territory can welcome, month by month."""

from uuid import uuid4

import pytest
from dateutil.relativedelta import relativedelta
from django.urls import reverse
from django.utils import timezone

from emile.core.context import database_context
from emile.core.errors import DomainError, StaleVersion
from operators.enums import OrganisationKind
from territories.models import CapacityEvent, Territory, WelcomeSlot
from territories.models.welcome import month_of
from territories.selectors.welcome import capacity_of
from territories.services.holds import take_month
from territories.services.welcome import set_capacity
from tests.factories import make_actor
from tests.factories.holds import hold, on_hold


pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
THIS_MONTH = month_of(TODAY)
NEXT_MONTH = THIS_MONTH + relativedelta(months=1)


@pytest.fixture
def cantal(db):
    return Territory.objects.get(slug="cantal")


def write(actor, territory, months, version=0):
    with database_context(actor.database_context):
        set_capacity(
            actor=actor,
            territory=territory,
            version=version,
            months=months,
            on=TODAY,
            now=timezone.now(),
        )


def rows(territory):
    return {row.month: row for row in capacity_of(territory, TODAY)}


def figures(row):
    return row.capacity, row.held, row.used, row.left


def test_a_month_that_nobody_has_said_is_neither_zero_nor_without_limit(host, cantal):
    write(host, cantal, {NEXT_MONTH: (0, "Congés")})

    assert figures(rows(cantal)[THIS_MONTH]) == (None, 0, 0, None)
    assert figures(rows(cantal)[NEXT_MONTH]) == (0, 0, 0, 0)
    assert len(rows(cantal)) == 12


def test_what_is_said_is_what_is_held_used_and_left(host, cantal):
    write(host, cantal, {THIS_MONTH: (4, "")})
    slot = WelcomeSlot.objects.get()
    hold(host, slot)
    on_hold(take_month, host, territory=cantal, month=THIS_MONTH, holder=uuid4())

    assert figures(rows(cantal)[THIS_MONTH]) == (4, 1, 1, 2)


def test_more_households_than_was_said_is_told_as_such(host, cantal):
    write(host, cantal, {THIS_MONTH: (1, "")})
    for _ in range(3):
        on_hold(take_month, host, territory=cantal, month=THIS_MONTH, holder=uuid4())

    assert rows(cantal)[THIS_MONTH].excess == 2


def test_each_writing_leaves_one_row_with_the_months_that_changed(host, cantal):
    write(host, cantal, {THIS_MONTH: (3, ""), NEXT_MONTH: (2, "")})
    write(host, cantal, {THIS_MONTH: (3, ""), NEXT_MONTH: (5, "")}, version=1)
    write(host, cantal, {THIS_MONTH: (3, ""), NEXT_MONTH: (5, "")}, version=2)

    told = CapacityEvent.objects.order_by("sequence").values_list("payload", flat=True)
    assert list(told) == [
        {"months": {f"{THIS_MONTH:%Y-%m}": [None, 3], f"{NEXT_MONTH:%Y-%m}": [None, 2]}},
        {"months": {f"{NEXT_MONTH:%Y-%m}": [2, 5]}},
    ]


def test_the_slower_of_two_is_told(host, cantal):
    write(host, cantal, {THIS_MONTH: (3, "")})

    with pytest.raises(StaleVersion):
        write(host, cantal, {THIS_MONTH: (4, "")})


def test_only_who_keeps_the_territory_writes_its_months(elsewhere, cantal):
    with pytest.raises(DomainError, match="tenues par"):
        write(elsewhere, cantal, {THIS_MONTH: (3, "")})
    write(make_actor(OrganisationKind.COORDINATOR), cantal, {THIS_MONTH: (3, "")})


def test_the_year_is_written_on_one_page(signed_in, submit, host, cantal):
    client = signed_in(host)
    territory = cantal.get_absolute_url()
    url = reverse("territories:capacity_edit", args=[cantal.public_id])
    assert url in client.get(territory).text
    assert client.get(url).status_code == 200

    answer = submit(url, {"version": 0, f"capacity_{NEXT_MONTH:%Y_%m}": "3"})
    assert answer.url == territory
    assert figures(rows(cantal)[NEXT_MONTH]) == (3, 0, 0, 3)
    assert "Non renseigné" in client.get(territory).text

    late = submit(url, {"version": 0, f"capacity_{NEXT_MONTH:%Y_%m}": "9"})
    assert late.status_code == 409
    wrong = submit(url, {"version": 1, f"capacity_{NEXT_MONTH:%Y_%m}": "-1"})
    assert wrong.status_code == 422


def test_the_table_costs_one_query_whatever_was_said(host, cantal, count_queries):
    def read():
        capacity_of(cantal, TODAY)

    one = count_queries(read)
    write(host, cantal, {THIS_MONTH: (3, ""), NEXT_MONTH: (5, "")})

    assert count_queries(read) == one == 1
