"""Calendars elsewhere: a private address without name nor address of anybody, and files to keep."""

from datetime import date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from candidates import services
from candidates.enums import AppointmentKind
from candidates.models import EventKind, Household, ImmersionStay
from emile.core.agenda import Moment, as_calendar
from emile.core.context import database_context
from operators.models import CalendarFeed, Membership, User
from operators.services import close_feed, open_feed
from tests.factories import a_candidate, act, add_visit, at_immersion, at_information, plan_stay


pytestmark = pytest.mark.django_db
PARIS = ZoneInfo("Europe/Paris")
TODAY = timezone.localdate()
SOME = "7b0b4f35-5df2-4b0c-8f1b-0f5d9c0f1b11"
NOON = datetime.combine(TODAY + timedelta(days=3), datetime.min.time(), PARIS).replace(hour=12)


@pytest.fixture
def feed(upstream):
    return open_feed(actor=upstream, now=timezone.now())


@pytest.fixture
def read(client):
    """The events of a feed, by title, as a calendar that is not signed in gets them."""

    def events_of(feed):
        answer = client.get(reverse("candidates:agenda_feed", args=[feed.token]))
        assert answer.status_code == 200
        assert answer.headers["Content-Type"].startswith("text/calendar")
        return Calendar.from_ical(answer.content).events

    return events_of


def titles(events):
    return [str(event["summary"]).replace("\u00a0", " ") for event in events]


def meet(actor, parcours, at=NOON):
    return act(
        services.plan_appointment,
        actor,
        parcours,
        worker=User.objects.get(pk=actor.user_id),
        kind=AppointmentKind.OFFICE,
        starts_at=at,
        place="12 rue de la Fontaine, chez Mme Diallo",
        purpose="Titre de séjour",
    )


def test_an_appointment_is_at_its_hour_and_says_nothing_of_anybody(
    feed, read, prescriber, coordinator, upstream
):
    parcours = at_information(prescriber, coordinator, upstream)
    meet(upstream, parcours)

    (event,) = read(feed)

    assert event.start == NOON
    assert titles([event]) == [f"Rendez-vous : {parcours.household.reference}"]
    text = event.to_ical().decode()
    with database_context(upstream.database_context):
        names = [str(one.person.full_name) for one in parcours.household.members_on(TODAY)]
    for word in ("Diallo", "Fontaine", "Titre", *names):
        assert word not in text


def test_what_colleagues_have_is_not_in_it(feed, read, prescriber, coordinator, upstream):
    meet(coordinator, at_information(prescriber, coordinator, upstream))

    assert read(feed) == []


def test_a_meeting_of_the_organisation(feed, read, upstream):
    services.plan_session(
        now=timezone.now(),
        actor=upstream,
        held_on=TODAY + timedelta(days=2),
        starts_at=datetime(2026, 1, 1, 9, 30).time(),  # noqa: DTZ001
        place="Maison des Exemples",
    )

    (event,) = read(feed)

    assert event.start.astimezone(PARIS).hour == 9
    assert event["location"] == "Maison des Exemples"


def test_a_stay_is_a_whole_week_for_its_host(read, prescriber, coordinator, upstream, host):
    parcours = at_immersion(prescriber, coordinator, upstream, host)
    stay = plan_stay(host, parcours, TODAY + timedelta(days=7))

    (event,) = read(open_feed(actor=host, now=timezone.now()))

    assert event.start == stay.first_day
    assert event.end == stay.last_day + timedelta(days=1)
    assert parcours.household.reference in event["summary"]


@pytest.mark.parametrize(
    "end",
    [
        lambda actor: close_feed(actor=actor),
        lambda actor: open_feed(actor=actor, now=timezone.now()),
        lambda actor: Membership.objects.filter(user=actor.user_id).update(is_active=False),
        lambda actor: User.objects.filter(pk=actor.user_id).update(is_active=False),
    ],
    ids=["closed", "changed", "membership withdrawn", "account closed"],
)
def test_the_address_stops_with_whoever_had_it(feed, client, upstream, end):
    url = reverse("candidates:agenda_feed", args=[feed.token])
    assert client.get(url).status_code == 200

    end(upstream)

    assert client.get(url).status_code == 404


@pytest.mark.parametrize("token", ["", "x", SOME, f"{SOME}:abc", "é:\u0000"])
def test_an_address_that_is_not_ours_leads_nowhere(token, feed):
    assert CalendarFeed.objects.of_token(token) is None


def test_a_new_address_takes_the_place_of_the_first(upstream, feed):
    again = open_feed(actor=upstream, now=timezone.now())

    assert again.token != feed.token
    assert CalendarFeed.objects.count() == 1


def test_opened_changed_and_closed_from_its_page(signed_in, upstream):
    client = signed_in(upstream)
    page = reverse("candidates:agenda")

    client.post(reverse("candidates:agenda_open"), {"once": str(uuid4())})
    opened = client.get(page)
    assert opened.context["url"].endswith(".ics")
    assert client.get(opened.context["url"]).status_code == 200

    client.post(reverse("candidates:agenda_close"), {"once": str(uuid4())})
    assert client.get(page).context["url"] == ""


def test_a_stay_and_its_visits_in_a_file_to_keep(
    signed_in, prescriber, coordinator, upstream, host
):
    parcours = at_immersion(prescriber, coordinator, upstream, host)
    stay = plan_stay(host, parcours, TODAY + timedelta(days=7))
    add_visit(host, parcours, stay)
    url = reverse("candidates:stay_agenda", args=[parcours.public_id, stay.public_id])

    answer = signed_in(host).get(url)

    assert answer.headers["Content-Disposition"] == 'attachment; filename="sejour.ics"'
    assert len(Calendar.from_ical(answer.content).events) == 2
    with database_context(host.database_context):
        ImmersionStay.objects.update(is_cancelled=True)
    assert Calendar.from_ical(signed_in(host).get(url).content).events == []


def test_of_a_household_that_hides_it_says_when_and_never_where(
    signed_in, read, prescriber, coordinator, upstream, host
):
    parcours = at_immersion(prescriber, coordinator, upstream, host)
    stay = plan_stay(host, parcours, TODAY + timedelta(days=7))
    add_visit(host, parcours, stay)
    with database_context(coordinator.database_context):
        Household.objects.filter(pk=parcours.household_id).update(must_not_be_found=True)
        territory = stay.placement.territory.name
        stay.visits.update(place="12 rue de la Fontaine")
    url = reverse("candidates:stay_agenda", args=[parcours.public_id, stay.public_id])

    events = [
        *read(open_feed(actor=host, now=timezone.now())),
        *Calendar.from_ical(signed_in(host).get(url).content).events,
    ]

    assert [event.start for event in events[:2]] == [stay.first_day, stay.first_day]
    assert len(events) == 3
    for event in events:
        assert territory not in event["summary"]
        assert "location" not in event


def test_an_address_costs_the_same_whatever_one_has_to_do(
    client, prescriber, coordinator, upstream, count_queries
):
    url = reverse(
        "candidates:agenda_feed", args=[open_feed(actor=upstream, now=timezone.now()).token]
    )

    def busy(days):
        parcours = at_information(prescriber, coordinator, upstream, people=[a_candidate()])
        meet(upstream, parcours, NOON + timedelta(days=days))
        services.plan_session(
            now=timezone.now(),
            actor=upstream,
            held_on=TODAY + timedelta(days=days),
            place="Maison des Exemples",
            kind=EventKind.objects.earliest("pk"),
        )

    busy(1)
    client.get(url)
    one = count_queries(lambda: client.get(url))
    for days in range(2, 6):
        busy(days)

    assert len(Calendar.from_ical(client.get(url).content).events) == 10
    assert count_queries(lambda: client.get(url)) == one <= 15


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25), date(2028, 2, 29)])
def test_hours_are_those_of_paris_whatever_the_season(day):
    at = datetime.combine(day, datetime.min.time(), PARIS).replace(hour=9)
    moment = Moment("k", "Rendez-vous", at, at + timedelta(hours=1))

    calendar = Calendar.from_ical(as_calendar("EMILE", [moment], now=at))

    (event,) = calendar.events
    assert event.start == at
    assert event.start.hour == 9
    assert [str(zone["tzid"]) for zone in calendar.timezones] == ["Europe/Paris"]
    assert event["uid"].startswith("k@")
