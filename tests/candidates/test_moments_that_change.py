"""Meetings, stays and visits reach the calendars of those concerned, and what changes follows there."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from candidates import services
from candidates.enums import (
    AppointmentKind,
    ContactKind,
    HousingPrecarity,
    InvitationAnswer,
    MilestoneKind,
    ReasonUse,
    VisitKind,
)
from candidates.models import ContactPoint, Household, ImmersionStay, Reason, SessionInvitation
from emile.core.context import database_context, system
from emile.core.models import MessageState, OutboxMessage
from operators.enums import MembershipRole
from operators.models import Organisation, User
from tests.factories import (
    a_candidate,
    act,
    add_visit,
    at_follow_up,
    at_immersion,
    at_information,
    correct_last_act,
    leave,
    make_membership,
    plan_stay,
    reason_to,
    visit,
)


pytestmark = pytest.mark.django_db

AWA, UPSTREAM, HOST = "awa@personne.example", "amont@exemple.test", "accueil@exemple.test"
TODAY = timezone.localdate()
SOON, LATER = TODAY + timedelta(days=9), TODAY + timedelta(days=23)
PLACES = ("Essais", "Cantal", "Aurillac")
HIDDEN = [{"must_not_be_found": True}, {"housing_precarity": HousingPrecarity.VIOLENCE}]


@pytest.fixture
def team(upstream, host):
    """Each organisation has a box of its own."""
    for actor, address in ((upstream, UPSTREAM), (host, HOST)):
        Organisation.objects.filter(pk=actor.organisation_id).update(email=address)


@pytest.fixture
def make_file(prescriber, coordinator, upstream, host, team):
    def make(bring=at_immersion, *, is_message_safe=True, hidden=None, now=None):
        email = {"kind": ContactKind.EMAIL, "value": AWA, "is_message_safe": is_message_safe}
        people = [replace(a_candidate(), contacts=[email])]
        given = (prescriber, coordinator, upstream, host)[: 3 if bring is at_information else 4]
        parcours = bring(*given, people=people, **({"now": now} if now else {}))
        if hidden:
            with database_context(coordinator.database_context):
                Household.objects.filter(pk=parcours.household_id).update(**hidden)
                parcours.refresh_from_db()
        return parcours

    return make


def letters(recipient=None, **filters):
    if recipient:
        filters["recipient"] = recipient
    return list(OutboxMessage.objects.exclude(calendar="").filter(**filters).order_by("pk"))


def all_leave():
    """What waits has left."""
    now = timezone.now()
    OutboxMessage.objects.filter(state=MessageState.WAITING).update(
        state=MessageState.SENT, sent_at=now
    )


def read(letter):
    calendar = Calendar.from_ical(letter.calendar)
    assert not calendar.errors
    assert calendar["version"] == "2.0"
    assert str(calendar["prodid"])
    for event in calendar.events:
        assert not event.errors
        assert {"UID", "DTSTAMP", "DTSTART", "SEQUENCE", "ORGANIZER"} <= set(event)
    return calendar


def event_of(letter):
    (event,) = read(letter).events
    return event


def whole(letter):
    return " ".join((letter.subject, letter.body, letter.calendar))


def plan_session(upstream, day=SOON, **fields):
    described = {"starts_at": time(9, 30), "place": "12 rue des Essais, Paris"} | fields
    with database_context(upstream.database_context):
        return services.plan_session(actor=upstream, held_on=day, now=timezone.now(), **described)


def cancel_session(upstream, session):
    with database_context(upstream.database_context):
        services.cancel_session(actor=upstream, session=session, now=timezone.now())


def invite(upstream, parcours, session):
    return act(services.invite_to_session, upstream, parcours, session=session)


def answer(upstream, parcours, said):
    with database_context(upstream.database_context):
        invitation = SessionInvitation.objects.get(parcours=parcours)
    return act(services.answer_invitation, upstream, parcours, invitation=invitation, answer=said)


def put_off(host, parcours, stay, first_day=LATER, **fields):
    described = {
        "days": DateRange(first_day, first_day + timedelta(days=5)),
        "stay_reason": Reason.objects.filter(use=ReasonUse.STAY_NOT_HELD)[0],
        "keeps_programme": True,
    } | fields
    return act(services.reschedule_stay, host, parcours, stay=stay, **described)


def cancel_stay(host, parcours, stay):
    reason = Reason.objects.get(use=ReasonUse.STAY_NOT_HELD, code="transport")
    return act(services.cancel_stay, host, parcours, stay=stay, stay_reason=reason)


def meet(host, parcours):
    return act(
        services.plan_appointment,
        host,
        parcours,
        worker=User.objects.get(pk=host.user_id),
        kind=AppointmentKind.OFFICE,
        starts_at=datetime.combine(SOON, time(9), ZoneInfo("Europe/Paris")),
        place="12 rue des Essais, Paris",
        purpose="Point santé",
    )


def hide(coordinator, parcours):
    with database_context(coordinator.database_context):
        household = Household.objects.get(pk=parcours.household_id)
    return act(
        services.edit_household,
        coordinator,
        parcours,
        household=household,
        version=household.version,
        must_not_be_found=True,
    )


# Meetings


def test_a_household_that_is_invited_has_the_meeting_in_its_calendar(make_file, upstream):
    parcours = make_file(at_information)
    session = plan_session(upstream, title="Atelier addictions")

    invite(upstream, parcours, session)

    (letter,) = letters(AWA)
    event = event_of(letter)
    assert read(letter)["method"] == "PUBLISH"
    assert (event.start.hour, event.start.date(), event["sequence"]) == (9, SOON, 0)
    assert [str(zone["tzid"]) for zone in read(letter).timezones] == ["Europe/Paris"]
    assert event["location"] == "12 rue des Essais, Paris"
    assert not any(word in whole(letter) for word in ("addictions", "Awa", "Exemple,", "EM-"))


def test_a_household_that_will_not_come_has_it_taken_out_once(make_file, upstream):
    parcours = make_file(at_information)
    session = plan_session(upstream)
    invite(upstream, parcours, session)
    all_leave()

    answer(upstream, parcours, InvitationAnswer.NOT_COMING)
    all_leave()
    cancel_session(upstream, session)

    invited, cancelled = letters(AWA)
    first, last = event_of(invited), event_of(cancelled)
    assert read(cancelled)["method"] == "CANCEL"
    assert (last["uid"], last["status"], last["sequence"]) == (first["uid"], "CANCELLED", 1)


def test_a_household_that_comes_after_all_has_it_again(make_file, upstream):
    parcours = make_file(at_information)
    invite(upstream, parcours, plan_session(upstream))
    all_leave()
    for said in (InvitationAnswer.NOT_COMING, InvitationAnswer.COMING):
        answer(upstream, parcours, said)
        all_leave()

    again = letters(AWA)[-1]

    assert (read(again)["method"], event_of(again)["sequence"]) == ("PUBLISH", 2)
    assert len({str(event_of(one)["uid"]) for one in letters(AWA)}) == 1


def test_a_household_that_says_yes_is_not_written_to_again(make_file, upstream):
    parcours = make_file(at_information)
    invite(upstream, parcours, plan_session(upstream))
    all_leave()

    answer(upstream, parcours, InvitationAnswer.COMING)

    assert len(letters(AWA)) == 1


def test_a_cancelled_meeting_leaves_every_calendar(make_file, upstream):
    parcours = make_file(at_information)
    session = plan_session(upstream)
    invite(upstream, parcours, session)
    all_leave()

    cancel_session(upstream, session)

    for address in (AWA, UPSTREAM):
        planned, cancelled = letters(address)
        assert read(cancelled)["method"] == "CANCEL"
        assert event_of(cancelled)["uid"] == event_of(planned)["uid"]
        assert event_of(cancelled)["sequence"] == 1


def test_the_staff_reads_which_meeting_and_no_household(make_file, upstream):
    session = plan_session(upstream)
    invite(upstream, make_file(at_information), session)

    (letter,) = letters(UPSTREAM)

    assert event_of(letter)["summary"] == session.name
    assert "EM-" not in whole(letter)


def test_whoever_notes_a_meeting_is_not_written_to(upstream):
    """The organisation has no box: its managers are written to."""
    manager, colleague = (
        make_membership(upstream.kind, name="Amont de test", role=MembershipRole.MANAGER)
        for _ in range(2)
    )

    plan_session(manager.as_actor(upstream.kind))

    assert [one.recipient for one in letters()] == [colleague.user.email]


def test_nothing_is_sent_of_a_meeting_noted_afterwards(make_file, upstream):
    session = plan_session(upstream, TODAY - timedelta(days=3))
    invite(upstream, make_file(at_information), session)

    assert letters() == []


def test_an_invitation_taken_back_leaves_the_calendar(make_file, upstream):
    parcours = make_file(at_information)
    invite(upstream, parcours, plan_session(upstream))
    all_leave()

    correct_last_act(upstream, parcours)

    assert [read(one)["method"] for one in letters(AWA)] == ["PUBLISH", "CANCEL"]


def test_an_invitation_taken_back_before_it_left_is_not_spoken_of(make_file, upstream):
    parcours = make_file(at_information)
    invite(upstream, parcours, plan_session(upstream))

    correct_last_act(upstream, parcours)

    assert letters(AWA) == []


# Stays


def test_a_stay_is_told_to_the_household_and_upstream(make_file, host):
    parcours = make_file()
    plan_stay(host, parcours, SOON)

    told = {one.recipient: one for one in letters()}

    assert set(told) == {AWA, UPSTREAM}
    event = event_of(told[AWA])
    assert (event.start, event.end) == (SOON, SOON + timedelta(days=5))
    assert "Cantal" in event["summary"]
    assert "EM-" not in whole(told[AWA])
    assert parcours.household.reference in event_of(told[UPSTREAM])["summary"]
    for letter in told.values():
        assert "Gîte" not in whole(letter)
        assert "Cantal" not in letter.subject


def test_whoever_follows_the_household_is_told_rather_than_everybody(make_file, host, upstream):
    parcours = make_file()
    caseworker = make_membership(upstream.kind, name="Amont de test")
    welcomer = make_membership(host.kind, name="Accueil de test")
    with database_context(system("essai")):
        parcours.lead_worker, parcours.owner_user = caseworker.user, welcomer.user
        parcours.save(update_fields=["lead_worker", "owner_user"])

    plan_stay(host, parcours, SOON)

    assert {one.recipient for one in letters()} == {
        AWA,
        caseworker.user.email,
        welcomer.user.email,
    }


def test_a_stay_put_off_moves_in_the_calendars(make_file, host):
    parcours = make_file()
    stay = plan_stay(host, parcours, SOON)
    all_leave()

    put_off(host, parcours, stay)

    for address in (AWA, UPSTREAM):
        first, moved = letters(address)
        assert event_of(moved)["uid"] == event_of(first)["uid"]
        assert (event_of(moved).start, event_of(moved)["sequence"]) == (LATER, 1)
        assert "nouvelles dates" in moved.subject


def test_a_stay_put_off_before_anything_left_is_told_once(make_file, host):
    parcours = make_file()
    put_off(host, parcours, plan_stay(host, parcours, SOON))

    (letter,) = letters(AWA)

    assert (event_of(letter).start, event_of(letter)["sequence"]) == (LATER, 0)
    assert "nouvelles dates" not in letter.subject


def test_a_stay_that_does_not_take_place_leaves_the_calendars(make_file, host):
    parcours = make_file()
    stay = plan_stay(host, parcours, SOON)
    all_leave()

    cancel_stay(host, parcours, stay)

    for address in (AWA, UPSTREAM):
        first, cancelled = letters(address)
        assert read(cancelled)["method"] == "CANCEL"
        assert event_of(cancelled)["uid"] == event_of(first)["uid"]
        assert event_of(cancelled).start == SOON


def test_what_calendars_do_not_show_is_not_written_again(make_file, host):
    parcours = make_file()
    stay = plan_stay(host, parcours, SOON)
    all_leave()

    act(services.edit_stay, host, parcours, stay=stay, version=1, lodging="Hôtel des Essais")

    assert len(letters(AWA)) == 1


def test_a_stay_noted_once_it_is_over_is_not_announced(make_file, host):
    parcours = make_file(now=timezone.now() - timedelta(days=30))
    stay = plan_stay(host, parcours, TODAY - timedelta(days=12))
    cancel_stay(host, parcours, stay)

    assert letters() == []


def test_an_exit_takes_the_stay_out_of_the_calendars(make_file, host):
    parcours = make_file()
    plan_stay(host, parcours, SOON)
    all_leave()

    leave(host, parcours)

    assert read(letters(AWA)[-1])["method"] == "CANCEL"


@pytest.mark.parametrize("hidden", HIDDEN)
def test_of_a_household_that_hides_neither_place_nor_territory_nor_team(make_file, host, hidden):
    parcours = make_file(hidden=hidden)
    stay = plan_stay(host, parcours, SOON)
    add_visit(host, parcours, stay, place="3 place des Essais, Aurillac")
    all_leave()
    put_off(host, parcours, stay)
    all_leave()
    cancel_stay(host, parcours, stay)

    told = letters()

    assert len([one for one in told if one.recipient == AWA]) == 3
    for letter in told:
        words = ("Cantal", "Aurillac", "Essais", "Accueil de test", "Boulangerie", "location")
        assert not any(word.lower() in whole(letter).lower() for word in words)


@pytest.mark.parametrize("hidden", HIDDEN)
def test_of_a_household_that_hides_no_meeting_place(make_file, upstream, hidden):
    parcours = make_file(at_information, hidden=hidden)

    invite(upstream, parcours, plan_session(upstream))

    (letter,) = letters(AWA)
    assert "Essais" not in whole(letter)
    assert "LOCATION" not in letter.calendar


def test_a_place_told_before_the_household_hid_is_not_said_again(make_file, coordinator, upstream):
    parcours = make_file(at_information)
    session = plan_session(upstream)
    invite(upstream, parcours, session)
    all_leave()
    with database_context(coordinator.database_context):
        Household.objects.filter(pk=parcours.household_id).update(must_not_be_found=True)

    cancel_session(upstream, session)

    assert "Essais" not in whole(letters(AWA)[-1])


def test_a_household_that_begins_to_hide_is_told_nowhere_any_more(
    make_file, upstream, host, coordinator
):
    invited, parcours = make_file(at_information), make_file()
    invite(upstream, invited, plan_session(upstream))
    all_leave()
    stay = plan_stay(host, parcours, SOON)
    add_visit(host, parcours, stay, place="3 place des Essais, Aurillac")
    meet(host, parcours)
    for file in (invited, parcours):
        before = [one for one in letters() if one.recipient != AWA]

        hide(coordinator, file)

        assert [one for one in letters() if one.recipient != AWA] == before
        told = letters(AWA, parcours_id=file.pk, state=MessageState.WAITING)
        assert told
        assert not [one.key for one in told for word in PLACES if word in whole(one)]


def test_a_household_that_was_not_written_to_is_not_when_it_hides(make_file, host, coordinator):
    parcours = make_file(is_message_safe=False)
    meet(host, parcours)
    plan_stay(host, parcours, SOON)

    hide(coordinator, parcours)

    assert letters(AWA) == []


@pytest.mark.parametrize("is_message_safe", [False, None])
def test_in_doubt_the_household_is_not_written_to(make_file, upstream, host, is_message_safe):
    invited = make_file(at_information, is_message_safe=is_message_safe)
    invite(upstream, invited, plan_session(upstream))
    parcours = make_file(is_message_safe=is_message_safe)
    add_visit(host, parcours, plan_stay(host, parcours, SOON))

    assert letters(AWA) == []


def test_an_address_that_is_not_safe_any_more_is_not_written_to(make_file, host, coordinator):
    parcours = make_file()
    stay = plan_stay(host, parcours, SOON)
    all_leave()
    with database_context(coordinator.database_context):
        ContactPoint.objects.filter(value=AWA).update(is_message_safe=False)

    cancel_stay(host, parcours, stay)

    assert len(letters(AWA)) == 1
    assert len(letters(UPSTREAM)) == 2


# Their visits


def test_the_visits_of_one_hour_are_told_in_one_letter(make_file, host):
    parcours = make_file()
    stay = plan_stay(host, parcours, SOON)
    all_leave()
    before = timezone.now()

    add_visit(host, parcours, stay, place="3 place des Essais")
    add_visit(host, parcours, stay, starts_at=time(14), ends_at=time(15), kind=VisitKind.HOUSING)
    add_visit(host, parcours, stay, starts_at=time(16), ends_at=time(17), kind=VisitKind.FREE_TIME)

    _, letter = letters(AWA)
    assert letter.send_after >= before + timedelta(minutes=59)
    events = read(letter).events
    assert [event.start.hour for event in events[1:]] == [9, 14]
    assert events[1]["location"] == "3 place des Essais"
    assert {event["sequence"] for event in events} == {1}
    assert "programme à jour" in letter.subject
    assert "Boulangerie" not in whole(letter)


def test_once_the_stay_is_near_its_visits_are_told_at_once(make_file, host):
    parcours = make_file(now=timezone.now() - timedelta(days=3))
    stay = plan_stay(host, parcours, TODAY)
    add_visit(host, parcours, stay, starts_at=time(0, 1), ends_at=time(0, 2))

    (letter,) = letters(AWA)

    assert letter.send_after <= timezone.now()


def test_a_visit_that_is_removed_is_cancelled_and_the_rest_stays(make_file, host):
    parcours = make_file()
    stay = plan_stay(host, parcours, SOON)
    first = add_visit(host, parcours, stay)
    add_visit(host, parcours, stay, starts_at=time(14), ends_at=time(15))
    all_leave()

    act(services.remove_visit, host, parcours, visit=first)

    told, changed = letters(AWA)
    assert len(read(told).events) == 3
    by_uid = {str(event["uid"]).split("@")[0]: event for event in read(changed).events}
    assert by_uid[f"visit-{first.public_id}"]["status"] == "CANCELLED"
    assert [one.get("status") for one in by_uid.values()].count("CANCELLED") == 1
    assert read(changed)["method"] == "PUBLISH"
    assert "N’ont plus lieu" in changed.body


@pytest.mark.parametrize("place", ["Mairie\r\nsalle 2", "Gare\\Nord", "A; B, C\\n"])
def test_a_place_that_calendars_write_in_their_own_way_is_told_once(make_file, host, place):
    parcours = make_file()
    stay = plan_stay(host, parcours, SOON)
    add_visit(host, parcours, stay, place=place)
    all_leave()
    before = len(letters())

    act(services.edit_stay, host, parcours, stay=stay, version=1, lodging="Hôtel des Essais")

    assert len(letters()) == before


def test_the_visits_of_a_stay_that_does_not_take_place_go_with_it(make_file, host):
    parcours = make_file()
    stay = plan_stay(host, parcours, SOON)
    add_visit(host, parcours, stay)
    all_leave()

    cancel_stay(host, parcours, stay)

    events = read(letters(AWA)[-1]).events
    assert [event["status"] for event in events] == ["CANCELLED", "CANCELLED"]


# Follow-up visits


@pytest.fixture
def followed(make_file, host):
    settled = make_file(at_follow_up, now=timezone.now() - timedelta(days=40))
    OutboxMessage.objects.all().delete()
    return settled


def miss(host, parcours, day=SOON):
    return act(
        services.miss_visit,
        host,
        parcours,
        milestone=MilestoneKind.M1,
        missed_reason=reason_to(ReasonUse.VISIT_MISSED),
        next_on=day,
    )


def test_the_next_visit_is_in_the_calendar_of_the_household_and_moves(followed, host):
    miss(host, followed)
    all_leave()
    miss(host, followed, LATER)

    first, moved = letters(AWA)
    assert [event_of(one).start for one in (first, moved)] == [SOON, LATER]
    assert event_of(first)["uid"] == event_of(moved)["uid"]
    assert event_of(moved)["sequence"] == 1


def test_a_visit_that_took_place_before_its_day_leaves_the_calendar(followed, host):
    miss(host, followed)
    all_leave()

    visit(host, followed, MilestoneKind.M1)

    assert read(letters(AWA)[-1])["method"] == "CANCEL"


def test_a_missed_visit_noted_by_mistake_leaves_the_calendar(followed, host):
    miss(host, followed)
    all_leave()

    correct_last_act(host, followed)

    first, last = letters(AWA)
    assert read(last)["method"] == "CANCEL"
    assert event_of(last)["uid"] == event_of(first)["uid"]


# Acts taken back


def test_a_stay_planned_by_mistake_leaves_the_calendars(make_file, host):
    parcours = make_file()
    plan_stay(host, parcours, SOON)
    all_leave()

    correct_last_act(host, parcours)

    for address in (AWA, UPSTREAM):
        assert [read(one)["method"] for one in letters(address)] == ["PUBLISH", "CANCEL"]


def test_a_stay_put_off_by_mistake_goes_back_to_its_days(make_file, host):
    parcours = make_file()
    stay = plan_stay(host, parcours, SOON)
    all_leave()
    put_off(host, parcours, stay)
    all_leave()

    correct_last_act(host, parcours)

    back = event_of(letters(AWA)[-1])
    assert (back.start, back["sequence"]) == (SOON, 2)


def test_a_stay_cancelled_by_mistake_comes_back(make_file, host):
    parcours = make_file()
    stay = plan_stay(host, parcours, SOON)
    all_leave()
    cancel_stay(host, parcours, stay)
    all_leave()

    correct_last_act(host, parcours)

    back = letters(AWA)[-1]
    assert (read(back)["method"], event_of(back)["sequence"]) == ("PUBLISH", 2)


def test_a_change_taken_back_before_it_left_says_nothing(make_file, host):
    parcours = make_file()
    stay = plan_stay(host, parcours, SOON)
    all_leave()
    put_off(host, parcours, stay)

    correct_last_act(host, parcours)

    assert [event_of(one).start for one in letters(AWA)] == [SOON]


# Once


def test_a_form_sent_twice_writes_one_letter(make_file, signed_in, host):
    parcours = make_file()
    url = reverse("candidates:act", args=[parcours.public_id, "plan_stay"])
    said = {
        "once": str(uuid4()),
        "first_day": SOON.isoformat(),
        "last_day": (SOON + timedelta(days=4)).isoformat(),
        "on": TODAY.isoformat(),
    }
    client = signed_in(host)

    for _ in range(2):
        assert client.post(url, said).status_code == 302

    with database_context(host.database_context):
        assert ImmersionStay.objects.count() == 1
    assert len(letters(AWA)) == len(letters(UPSTREAM)) == 1


def test_one_more_address_costs_one_more_statement(make_file, host, count_queries):
    """What has left is read once, whoever it reached."""
    files = [make_file(is_message_safe=is_safe) for is_safe in (False, False, True)]

    _, unreached, reached = (
        count_queries(lambda one=one: plan_stay(host, one, SOON)) for one in files
    )

    assert reached - unreached == 1
