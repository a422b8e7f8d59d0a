"""Finding a household: words, numbers, references; filters in the address; pages that cost the same."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates.enums import Stage
from candidates.models import Parcours
from emile.core.context import database_context
from operators.enums import OrganisationKind
from tests.factories import a_candidate, make_actor, orient, suspend


pytestmark = pytest.mark.django_db

LIST = "/menages/"


def someone(prescriber, first_name="Awa", last_name="Exemple", **fields):
    return orient(
        prescriber, people=[a_candidate(first_name=first_name, last_name=last_name)], **fields
    )


def found(browser, **query):
    return browser.get(LIST, query).context["page"].rows


@pytest.mark.parametrize(
    "typed", ["aicha", "AÏCHA", "Benaissa Aïcha", "benaisa", "06 12 34 56 78", "+33612345678"]
)
def test_accents_order_and_small_typos_are_forgiven(signed_in, prescriber, coordinator, typed):
    parcours = someone(prescriber, "Aïcha", "Benaïssa")

    assert found(signed_in(prescriber), q=typed) == [parcours]


@pytest.mark.parametrize("typed", ["Dupont", "Aïcha Dupont", "06 99 99 99 99", "EM-26-22222-2"])
def test_what_nobody_is_called_finds_nobody(signed_in, prescriber, coordinator, typed):
    someone(prescriber, "Aïcha", "Benaïssa")

    assert found(signed_in(prescriber), q=typed) == []


@pytest.mark.parametrize("typed", ["exemple 2", "2"])
def test_a_digit_in_a_name_is_not_a_telephone_number(signed_in, prescriber, coordinator, typed):
    parcours = someone(prescriber, "Awa", "Exemple 2")

    assert found(signed_in(prescriber), q=typed) == [parcours]


def test_a_reference_is_found_as_it_is_read_aloud(signed_in, prescriber, coordinator):
    parcours, _ = someone(prescriber), someone(prescriber)
    with database_context(prescriber.database_context):
        reference = parcours.household.reference

    assert found(signed_in(prescriber), q=reference.lower().replace("-", " ")) == [parcours]


def test_nobody_searches_the_files_of_others(signed_in, prescriber, other_prescriber, coordinator):
    someone(prescriber, "Aïcha")

    assert found(signed_in(other_prescriber), q="Aïcha") == []


def test_filters_live_in_the_address(signed_in, prescriber, coordinator):
    waiting = someone(prescriber, is_committed=None)
    someone(prescriber)

    assert found(signed_in(prescriber), stage=Stage.ORIENTATION) == [waiting]
    assert found(signed_in(prescriber), stage=Stage.ORIENTATION, standing="suspended") == []


def test_pages_follow_each_other_and_keep_the_filters(signed_in, prescriber, coordinator):
    rows = [someone(prescriber) for _ in range(26)]
    browser = signed_in(prescriber)

    first = browser.get(LIST, {"stage": Stage.ELIGIBILITY}).context["page"]
    second = browser.get(LIST + first.next_url).context["page"]
    back = browser.get(LIST + second.previous_url).context["page"]

    assert (len(first.rows), len(second.rows)) == (25, 1)
    assert {*first.rows, *second.rows} == set(rows)
    assert back.rows == first.rows
    assert "stage=eligibility" in first.next_url


def test_each_figure_of_the_first_page_counts_the_rows_behind_its_link(
    signed_in, prescriber, coordinator
):
    late, asleep = someone(prescriber), someone(prescriber)
    someone(prescriber)
    someone(prescriber, is_committed=None)
    suspend(coordinator, asleep)
    yesterday = timezone.localdate() - timedelta(days=1)
    with database_context(coordinator.database_context):
        Parcours.objects.filter(pk=late.pk).update(due_on=yesterday)
    browser = signed_in(coordinator)

    page = browser.get(reverse("candidates:to_do")).context["page"]

    assert (page.total, page.late, page.elsewhere) == (2, 1, 2)
    assert len(found(browser, waiting="me")) == page.total
    assert found(browser, waiting="late") == [late]
    assert len(found(browser, waiting="others")) == page.elsewhere
    assert page.rows[0] == late


def test_one_s_own_files_come_with_those_that_nobody_follows(signed_in, prescriber, coordinator):
    """The address says which; each figure counts the rows behind its link."""
    colleague = make_actor(OrganisationKind.PRESCRIBER, name="CHRS de test")
    mine, nobodys, theirs = (someone(prescriber, is_committed=None) for _ in range(3))
    passed_on = someone(prescriber)
    with database_context(prescriber.database_context):
        follows = Parcours.objects.filter
        follows(pk=mine.pk).update(lead_worker=prescriber.user_id)
        follows(pk=nobodys.pk).update(lead_worker=coordinator.user_id)
        follows(pk__in=[theirs.pk, passed_on.pk]).update(lead_worker=colleague.user_id)
    browser = signed_in(prescriber)

    every = browser.get(reverse("candidates:to_do"))
    narrowed = browser.get(reverse("candidates:to_do"), {"lead": "mine"})
    after = browser.get(reverse("candidates:to_do"))

    assert [page.context["page"].total for page in (every, narrowed, after)] == [3, 2, 3]
    assert {*narrowed.context["page"].rows} == {mine, nobodys}
    assert (every.context["page"].elsewhere, narrowed.context["page"].elsewhere) == (1, 0)
    assert "?waiting=me&amp;lead=mine" in narrowed.text
    assert {*found(browser, waiting="me", lead="mine")} == {mine, nobodys}
    assert "lead=mine" in every.text
    assert "waiting=me&amp;lead" not in every.text


@pytest.mark.parametrize(
    "address", [LIST, f"{LIST}?vue=colonnes", "/a-faire/", "/a-faire/?lead=mine"]
)
def test_a_longer_list_costs_the_same(signed_in, prescriber, coordinator, count_queries, address):
    someone(prescriber)
    browser = signed_in(coordinator)
    browser.get(address)
    one = count_queries(lambda: browser.get(address))
    for _ in range(5):
        someone(prescriber)

    assert count_queries(lambda: browser.get(address)) == one <= 15
