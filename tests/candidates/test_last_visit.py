"""« Depuis votre dernière visite »: what the others did, once, on the files that one may open."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import NoteLevel
from candidates.models import LastVisit
from candidates.selectors.changes import changes_since
from candidates.services.last_visit import VISIT_LASTS, open_visit
from candidates.views.parcours import TOLD
from emile.core.context import database_context
from operators.enums import OrganisationKind
from tests.factories import (
    a_candidate,
    at_information,
    at_positioning,
    correct_last_act,
    make_actor,
    note,
    orient,
    propose,
    suspend,
)


pytestmark = pytest.mark.django_db
TO_DO = "/a-faire/"


@pytest.fixture
def before():
    return timezone.now() - timedelta(days=1)


def new_to(actor, since):
    with database_context(actor.database_context):
        return changes_since(actor=actor, since=since, acts=TOLD)


def titles(actor, since):
    return [one.title for one in new_to(actor, since).rows]


# The visit


def test_what_is_new_stays_so_for_the_time_of_a_visit(upstream):
    monday = timezone.now()

    def at(**later):
        return open_visit(actor=upstream, signed_in_at=None, now=monday + timedelta(**later))

    assert at() == monday
    assert at(days=1) == monday
    assert at(days=1, minutes=29) == monday
    assert at(days=1, minutes=30) == monday + timedelta(days=1)
    assert LastVisit.objects.count() == 1


def test_signing_in_begins_another_visit(upstream):
    monday = timezone.now()
    open_visit(actor=upstream, signed_in_at=None, now=monday)
    again = monday + timedelta(minutes=5)

    assert open_visit(actor=upstream, signed_in_at=again, now=again) == monday
    later = again + timedelta(minutes=5)
    assert open_visit(actor=upstream, signed_in_at=again, now=later) == monday


def test_each_organisation_has_its_own_visits(upstream, host):
    now = timezone.now()
    open_visit(actor=upstream, signed_in_at=None, now=now)
    other_hat = make_actor(OrganisationKind.UPSTREAM, name="Autre amont de test")

    later = now + VISIT_LASTS
    assert open_visit(actor=other_hat, signed_in_at=None, now=later) == later


# What is new


def test_one_reads_what_the_others_did_and_not_what_one_did(
    prescriber, coordinator, upstream, before
):
    parcours = at_information(prescriber, coordinator, upstream)
    note(upstream, parcours)

    assert titles(coordinator, before)[0].startswith("Échange")
    assert titles(upstream, before) == [
        "Éligibilité prononcée",
        "Orientation confirmée",
        "Dossier ouvert",
    ]
    (latest, *_) = new_to(upstream, before).rows
    assert latest.parcours == parcours
    assert latest.who.endswith("GIP Habitat et Interventions Sociales")


def test_what_was_known_already_is_not_new(prescriber, coordinator, upstream):
    at_information(prescriber, coordinator, upstream)

    assert titles(upstream, timezone.now()) == []


def test_nobody_reads_of_the_files_of_others(
    prescriber, other_prescriber, coordinator, upstream, before
):
    at_information(prescriber, coordinator, upstream)

    assert titles(other_prescriber, before) == []


def test_a_confidential_exchange_is_not_told(prescriber, coordinator, upstream, before):
    parcours = at_information(prescriber, coordinator, upstream)
    told = titles(upstream, before)
    note(prescriber, parcours, level=NoteLevel.CONFIDENTIAL)

    assert titles(upstream, before) == told


def test_a_host_is_not_told_of_what_another_was_asked(
    prescriber, coordinator, upstream, host, other_host, before
):
    parcours = at_positioning(prescriber, coordinator, upstream)
    propose(upstream, parcours, host)
    asked = titles(host, before)
    propose(upstream, parcours, other_host, "lozere")

    assert titles(host, before) == asked


def test_a_corrected_act_is_told_by_its_correction(prescriber, coordinator, upstream, before):
    parcours = at_information(prescriber, coordinator, upstream)
    correct_last_act(coordinator, parcours)

    assert titles(prescriber, before) == ["Acte corrigé\u00a0: éligibilité prononcée"]


def test_what_the_platform_did_is_told_too(prescriber, coordinator, upstream, before):
    parcours = at_information(prescriber, coordinator, upstream)
    woken = suspend(upstream, parcours).due_on
    services.wake_suspended(on=woken, now=timezone.now() + timedelta(days=31))

    (latest, *_) = new_to(upstream, before).rows

    assert (latest.title, latest.who) == ("Reprise à la date prévue", "La plateforme")


# The pages


def look_again(browser, actor):
    """As if the person had come back the next day."""
    yesterday = timezone.now() - timedelta(days=1)
    LastVisit.objects.filter(user=actor.user_id).update(since=yesterday, opened_at=yesterday)
    return browser.get(TO_DO)


def test_the_first_visit_has_no_before(signed_in, prescriber, coordinator):
    orient(prescriber)

    assert "Depuis votre dernière visite" not in signed_in(coordinator).get(TO_DO).text


def test_ten_are_shown_and_a_link_leads_to_all(signed_in, prescriber, coordinator):
    browser = signed_in(coordinator)
    browser.get(TO_DO)
    for _ in range(5):
        orient(prescriber)
    changes = reverse("candidates:changes")
    page = look_again(browser, coordinator)
    assert len(page.context["page"].changes.rows) == 10
    assert changes not in page.text

    orient(prescriber)

    page = look_again(browser, coordinator)
    assert len(page.context["page"].changes.rows) == 10
    assert changes in page.text
    assert len(browser.get(changes).context["changes"]) == 12


def test_all_of_it_goes_from_page_to_page(signed_in, prescriber, coordinator):
    for _ in range(13):
        orient(prescriber)
    browser = signed_in(coordinator)

    first = browser.get(reverse("candidates:changes"))
    second = browser.get(first.request["PATH_INFO"] + first.context["page"].next_url)

    assert (len(first.context["changes"]), len(second.context["changes"])) == (25, 1)


def test_what_waits_elsewhere_says_for_whom_and_until_when(signed_in, prescriber, coordinator):
    parcours = orient(prescriber)

    page = signed_in(prescriber).get(TO_DO)

    assert page.context["page"].others == [parcours]
    assert "Chez les autres" in page.text
    assert "GIP Habitat et Interventions Sociales depuis le" in page.text


@pytest.mark.parametrize("address", [TO_DO, "/a-faire/ce-que-les-autres-ont-fait/"])
def test_more_changes_cost_the_same(
    signed_in, prescriber, coordinator, upstream, count_queries, address
):
    browser = signed_in(upstream)
    browser.get(TO_DO)
    at_information(prescriber, coordinator, upstream)
    LastVisit.objects.update(since=timezone.now() - timedelta(days=1))
    one = count_queries(lambda: browser.get(address))
    for _ in range(3):
        at_information(prescriber, coordinator, upstream, people=[a_candidate()])

    assert count_queries(lambda: browser.get(address)) == one <= 15
