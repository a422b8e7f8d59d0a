"""A page costs the same few statements whatever it shows: fifteen for a list, twenty-five for a file."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import AppointmentKind, InformationMode, Link
from candidates.models import JoinRequest, JoinRequestState
from candidates.selectors.settings import LISTS
from candidates.services import NewPerson
from candidates.services.drafts import start_draft
from candidates.services.help import add_help_sheet
from candidates.services.saved_views import save_view
from candidates.services.settings import add_setting
from emile.core.context import database_context
from operators.models import User
from tests.factories import (
    a_candidate,
    act,
    at_immersion,
    at_information,
    at_installation,
    at_positioning,
    closed,
    commit_home,
    commit_job,
    note,
    orient,
    propose,
)


pytestmark = pytest.mark.django_db

A_LIST, A_FILE = 15, 25
SECTIONS = (
    "parcours_detail",
    "file_exchanges",
    "file_household",
    "file_diagnosis",
    "file_project",
    "file_installation",
    "installation_detail",
)


@pytest.fixture
def cast(prescriber, coordinator, upstream, host):
    return prescriber, coordinator, upstream, host


@pytest.fixture
def cost(signed_in, count_queries):
    """Of a page read by an actor, whose session is warm."""

    def read(actor, url):
        browser = signed_in(actor)
        page = browser.get(url)
        assert page.status_code == 200
        return count_queries(lambda: browser.get(url))

    return read


def section(parcours, name):
    return reverse(f"candidates:{name}", args=[parcours.public_id])


# Lists


def test_the_meetings_of_an_upstream_operator(cost, upstream):
    def plan(*later):
        for days in later:
            day = timezone.localdate() + timedelta(days=days)
            services.plan_session(
                now=timezone.now(), actor=upstream, held_on=day, place="Salle des Exemples"
            )

    url = reverse("candidates:session_list")
    plan(0)
    one = cost(upstream, url)
    plan(*range(1, 6))

    assert cost(upstream, url) == one <= A_LIST


def test_the_sheet_of_a_meeting(cost, prescriber, coordinator, upstream):
    session = services.plan_session(
        now=timezone.now(), actor=upstream, held_on=timezone.localdate(), place="Salle des Exemples"
    )

    def wait_or_come(number):
        for _ in range(number):
            at_information(prescriber, coordinator, upstream)
            act(
                services.record_attendance,
                upstream,
                at_information(prescriber, coordinator, upstream),
                mode=InformationMode.SESSION,
                was_present=True,
                session=session,
            )

    wait_or_come(1)
    one = cost(upstream, session.get_absolute_url())
    wait_or_come(2)

    assert cost(upstream, session.get_absolute_url()) == one <= A_LIST


def test_the_requests_to_join_a_file(cost, prescriber, coordinator, other_prescriber):
    def ask(number):
        now = timezone.now()
        for state in (JoinRequestState.PENDING, JoinRequestState.DECLINED) * number:
            JoinRequest.objects.create(
                parcours=orient(prescriber),
                organisation_id=other_prescriber.organisation_id,
                requested_by_id=other_prescriber.user_id,
                requested_at=now,
                state=state,
                answered_at=None if state == JoinRequestState.PENDING else now,
            )

    url = reverse("candidates:join_list")
    ask(1)
    one = cost(coordinator, url)
    ask(3)

    assert cost(coordinator, url) == one <= A_LIST


def test_the_drafts_of_an_organisation(cost, prescriber):
    url = reverse("candidates:orientation_start")
    start_draft(actor=prescriber, now=timezone.now())
    one = cost(prescriber, url)
    for _ in range(5):
        start_draft(actor=prescriber, now=timezone.now())

    assert cost(prescriber, url) == one <= A_LIST


@pytest.mark.parametrize("page", ["settings_index", "settings_journal"])
def test_the_settings_and_their_journal(cost, coordinator, page):
    settings, today = LISTS["motifs-suspension"], timezone.localdate()

    def add(*labels):
        with database_context(coordinator.database_context):
            for label in labels:
                add_setting(
                    actor=coordinator,
                    settings=settings,
                    since=today,
                    after="",
                    today=today,
                    values={"label": label},
                )

    url = reverse(f"candidates:{page}")
    add("un")
    one = cost(coordinator, url)
    add("deux", "trois", "quatre")

    assert cost(coordinator, url) == one <= A_LIST


@pytest.mark.parametrize("page", ["session_invite", "session_print"])
def test_those_who_may_come_to_a_meeting(cost, prescriber, coordinator, upstream, page):
    session = services.plan_session(
        now=timezone.now(), actor=upstream, held_on=timezone.localdate(), place="Salle des Exemples"
    )

    def wait_and_be_invited(number):
        for _ in range(number):
            at_information(prescriber, coordinator, upstream)
            parcours = at_information(prescriber, coordinator, upstream)
            act(services.invite_to_session, upstream, parcours, session=session)

    url = reverse(f"candidates:{page}", args=[session.public_id])
    wait_and_be_invited(1)
    one = cost(upstream, url)
    wait_and_be_invited(3)

    assert cost(upstream, url) == one <= A_LIST


def test_the_day_of_a_person_and_the_exchanges_of_a_file(cost, upstream, cast):
    parcours = at_positioning(*cast)
    day, exchanges = reverse("candidates:day"), section(parcours, "file_exchanges")

    def meet(number):
        for _ in range(number):
            act(
                services.plan_appointment,
                upstream,
                parcours,
                worker=User.objects.get(pk=upstream.user_id),
                kind=AppointmentKind.PHONE,
                starts_at=timezone.now(),
                place="",
                purpose="Point",
            )
            note(upstream, parcours)

    meet(1)
    one = [cost(upstream, url) for url in (day, exchanges)]
    meet(4)

    assert [cost(upstream, url) for url in (day, exchanges)] == one
    assert one[0] <= A_LIST
    assert one[1] <= A_FILE


def test_the_sheets_of_help(cost, coordinator):
    def write(*titles):
        with database_context(coordinator.database_context):
            for title in titles:
                add_help_sheet(
                    actor=coordinator,
                    title=title,
                    body="Texte.",
                    stage="",
                    is_published=True,
                    after="",
                )

    pages = [reverse(f"candidates:{name}") for name in ("help_sheet_list", "help_search")]
    write("Une fiche")
    one = [cost(coordinator, url) for url in pages]
    write("Deux fiches", "Trois fiches", "Quatre fiches")

    assert [cost(coordinator, url) for url in pages] == one
    assert max(one) <= A_LIST


def test_the_views_that_were_saved(cost, prescriber, coordinator):
    def save(*names):
        with database_context(prescriber.database_context):
            for name in names:
                save_view(actor=prescriber, name=name, query="ageing=late", is_shared=True)

    url = reverse("candidates:saved_view_list")
    save("Retards")
    one = cost(prescriber, url)
    save("Retards bis", "Retards ter", "Retards quater")

    assert cost(prescriber, url) == one <= A_LIST


# Files


@pytest.mark.parametrize("bring", [at_positioning, at_immersion, at_installation, closed])
def test_every_section_of_a_file(cost, cast, bring):
    """Read by the coordinator, whose menu counts what waits besides."""
    parcours = bring(*cast)
    if bring is at_installation:
        commit_job(cast[3], parcours)
        commit_home(cast[3], parcours)

    costs = {name: cost(cast[1], section(parcours, name)) for name in SECTIONS}

    assert max(costs.values()) <= A_FILE, costs


def test_a_longer_history(cost, cast):
    parcours = at_positioning(*cast)
    note(cast[2], parcours)
    short = cost(cast[1], parcours.get_absolute_url())
    for _ in range(10):
        note(cast[2], parcours)

    assert cost(cast[1], parcours.get_absolute_url()) == short


def test_a_larger_household(cost, cast):
    child = {"first_name": "Binta", "last_name": "Exemple"}
    children = [NewPerson(link=Link.CHILD, fields=child)] * 5
    alone = at_installation(*cast)
    family = at_installation(*cast, people=[a_candidate(), *children])

    for name in SECTIONS:
        of_one, of_six = (cost(cast[1], section(file, name)) for file in (alone, family))
        assert of_one == of_six, name


def test_more_placements(cost, cast, other_host):
    _prescriber, coordinator, upstream, host = cast
    parcours = at_positioning(*cast)
    propose(upstream, parcours, host, "cantal")
    one = cost(coordinator, section(parcours, "file_project"))
    propose(upstream, parcours, host, "lozere")
    withdrawn = propose(upstream, parcours, other_host, "cher")
    act(services.withdraw_placement, upstream, parcours, placement=withdrawn)

    assert cost(coordinator, section(parcours, "file_project")) == one
