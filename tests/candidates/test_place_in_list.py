"""From one file to the next, as the list that one comes from goes."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates.models import Parcours
from candidates.views.file import SECTIONS as ENTRIES
from candidates.views.lists import file_url
from emile.core.context import database_context
from tests.factories import at_installation, orient


pytestmark = pytest.mark.django_db

SECTIONS = [name for name, _label, _since in ENTRIES]


def place(browser, parcours, query=""):
    return browser.get(file_url(parcours, query)).context["place"]


@pytest.fixture
def three(prescriber, coordinator):
    """In the order of the list: the latest first."""
    days = (timezone.now() - timedelta(days=ago) for ago in (2, 1, 0))
    return [orient(prescriber, now=day) for day in days][::-1]


def test_a_file_that_is_not_opened_from_the_list_has_no_place_in_it(signed_in, prescriber, three):
    page = signed_in(prescriber).get(three[0].get_absolute_url())

    assert page.context["place"] is None
    assert not [link for link in page.context["sections"] if "?" in link.url]
    assert "Retour à la liste" not in page.content.decode()


def test_files_follow_each_other_as_in_the_list(signed_in, prescriber, three):
    browser = signed_in(prescriber)
    first, second, third = three

    in_the_middle = place(browser, second)
    assert in_the_middle.previous_url == file_url(first, "")
    assert in_the_middle.next_url == file_url(third, "")
    assert place(browser, first).previous_url == ""
    assert place(browser, third).next_url == ""


def test_only_files_that_the_filters_show_follow_each_other(
    signed_in, prescriber, coordinator, three
):
    first, second, third = three
    with database_context(coordinator.database_context):
        Parcours.objects.filter(pk=second.pk).update(lead_worker=prescriber.user_id)
        Parcours.objects.exclude(pk=second.pk).update(lead_worker=None)
    browser = signed_in(prescriber)

    assert place(browser, first, "lead=none").next_url == file_url(third, "lead=none")
    assert place(browser, first, "lead=none").list_url == "/menages/?lead=none"
    # What no filter shows any more still stands between the others.
    assert place(browser, second, "lead=none").next_url == file_url(third, "lead=none")


def test_the_files_of_others_are_passed_over(signed_in, prescriber, other_prescriber, three):
    orient(other_prescriber, now=timezone.now() - timedelta(days=1))
    _, second, third = three

    assert place(signed_in(prescriber), second).next_url == file_url(third, "")


@pytest.mark.parametrize("query", ["stage=nimporte-quoi", "%00", "operator=1&q=%00", "liste=liste"])
def test_a_place_that_was_tampered_with_is_the_whole_list(signed_in, prescriber, three, query):
    assert place(signed_in(prescriber), three[1], query).next_url == file_url(three[2], "")


@pytest.mark.parametrize("section", SECTIONS)
def test_every_entry_of_a_file_keeps_the_place_for_one_statement(
    signed_in, prescriber, coordinator, upstream, host, count_queries, section
):
    """Read by the coordinator, whose menu counts what waits besides."""
    parcours = at_installation(prescriber, coordinator, upstream, host)
    orient(prescriber)
    url = reverse(f"candidates:{section}", args=[parcours.public_id])
    in_place = f"{url}?liste=ageing%3Dlate"
    browser = signed_in(coordinator)
    alone = count_queries(lambda: browser.get(url))

    page = browser.get(in_place)

    assert "Retour à la liste" in page.text
    assert len(page.context["sections"]) == len(SECTIONS)
    assert all(link.url.endswith("?liste=ageing%3Dlate") for link in page.context["sections"])
    assert count_queries(lambda: browser.get(in_place)) == alone + 1 <= 25
