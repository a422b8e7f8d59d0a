"""Pages by key: every row once, in order, at a constant cost."""

from datetime import date, timedelta
from urllib.parse import parse_qs

import pytest
from django.test import RequestFactory

from candidates.models import InformationSession
from emile.core.pagination import BOUND, keyset_page
from operators.enums import OrganisationKind
from tests.operators.factories import OrganisationFactory


pytestmark = pytest.mark.django_db
SIZE = 3


@pytest.fixture
def meetings():
    """Make so many meetings, two a day."""
    organisation = OrganisationFactory(kinds=[OrganisationKind.UPSTREAM])

    def make(count):
        return InformationSession.objects.bulk_create(
            InformationSession(
                organisation=organisation,
                held_on=date(2026, 1, 1) + timedelta(days=rank // 2),
                place=f"Salle {rank}",
            )
            for rank in range(count)
        )

    return make


def page_at(query=""):
    request = RequestFactory().get(f"/reunions/{query}")
    return keyset_page(InformationSession.objects.all(), request, field="held_on", size=SIZE)


def walk(side):
    """Every page in one direction, from the first."""
    pages = [page_at()]
    while url := getattr(pages[-1], side):
        pages.append(page_at(url))
    return pages


@pytest.mark.parametrize("count", [0, 1, SIZE - 1, SIZE, SIZE + 1, 2 * SIZE, 2 * SIZE + 1])
def test_going_on_shows_every_row_once_latest_first(meetings, count):
    expected = sorted(meetings(count), key=lambda row: (row.held_on, row.pk), reverse=True)

    pages = walk("next_url")

    assert [row for page in pages for row in page.rows] == expected
    assert [len(page.rows) for page in pages[:-1]] == [SIZE] * (len(pages) - 1)


@pytest.mark.parametrize("count", [SIZE + 1, 2 * SIZE, 2 * SIZE + 1, 3 * SIZE])
def test_going_back_shows_the_same_pages(meetings, count):
    meetings(count)
    there = walk("next_url")

    back = [there[-1]]
    while back[-1].previous_url:
        back.append(page_at(back[-1].previous_url))

    assert [page.rows for page in reversed(back)] == [page.rows for page in there]
    assert back[-1].next_url


def test_a_row_that_arrives_meanwhile_moves_nothing(meetings):
    rows = meetings(2 * SIZE)
    first = page_at()

    InformationSession.objects.create(
        organisation=rows[0].organisation, held_on=date(2026, 12, 31), place="Nouvelle salle"
    )

    second = page_at(first.next_url)
    assert set(first.rows).isdisjoint(second.rows)
    assert {*first.rows, *second.rows} == set(rows)


@pytest.mark.parametrize(
    "cursor",
    [
        "nimporte",
        "é",
        "WzFd",
        "WyJ4IiwgMV0=",
        "bnVsbA==",
        "WyIyMDI2LTAxLTAxIiwgImEiXQ==",
        "%00",
        "",
    ],
)
@pytest.mark.parametrize("side", ["apres", "avant"])
def test_a_cursor_that_was_tampered_with_starts_again(meetings, side, cursor):
    meetings(SIZE)

    assert len(page_at(f"?{side}={cursor}").rows) == SIZE


def test_the_addresses_keep_the_filters(meetings):
    meetings(SIZE + 1)

    query = parse_qs(page_at("?q=Aurillac&etape=a&etape=b").next_url.removeprefix("?"))

    assert (query["q"], query["etape"]) == (["Aurillac"], ["a", "b"])


def test_a_count_stops_at_a_thousand(meetings):
    meetings(BOUND)
    exact = page_at()
    meetings_beyond = InformationSession.objects.first()
    InformationSession.objects.create(
        organisation=meetings_beyond.organisation, held_on=date(2027, 6, 1), place="Une de plus"
    )
    InformationSession.objects.create(
        organisation=meetings_beyond.organisation, held_on=date(2027, 6, 2), place="Et encore une"
    )

    beyond = page_at()

    assert (exact.count, exact.is_beyond) == (BOUND, False)
    assert (beyond.count, beyond.is_beyond) == (BOUND + 1, True)


def test_a_page_costs_two_queries_however_far(meetings, count_queries):
    meetings(3 * SIZE)
    last = walk("next_url")[-2].next_url

    assert count_queries(page_at) == count_queries(lambda: page_at(last)) == 2
