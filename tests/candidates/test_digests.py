"""The message of the day: what it says, to whom, and that it is written once."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from candidates import services
from candidates.enums import DigestRhythm, Link, Nationality, PermitKind, ReminderKind
from candidates.models import DeadlinePolicy, Digest, DigestRound, MessagePreference, Reminder
from candidates.selectors.digests import rhythms_of
from candidates.selectors.settings import LISTS
from candidates.services import NewPerson
from candidates.services.settings import change_setting
from emile.core.context import database_context, system
from emile.core.models import OutboxMessage
from operators.enums import MembershipRole, OrganisationKind
from operators.models import Membership, User
from operators.services import declare_absence
from tests.factories import a_candidate, act, at_information, leave, make_membership, suspend


pytestmark = pytest.mark.django_db
PARIS = ZoneInfo("Europe/Paris")
# A Monday; the first call is due on the Monday after.
OPENED = datetime(2025, 3, 3, 10, tzinfo=PARIS)


def morning(day, hour=8):
    return datetime(day.year, day.month, day.day, hour, tzinfo=PARIS)


def write(day, hour=8):
    return services.write_digests(on=day, now=morning(day, hour))


def letters():
    return OutboxMessage.objects.filter(key__startswith="digest:").order_by("pk")


def said():
    with database_context(system("essai")):
        rows = Reminder.objects.order_by("said_on", "kind", "user")
        return list(rows.values_list("said_on", "kind", "user"))


@pytest.fixture
def parcours(prescriber, coordinator, upstream):
    return at_information(prescriber, coordinator, upstream, now=OPENED)


@pytest.fixture
def late_on(parcours):
    """The day after the due date: the 25th of March."""
    return parcours.due_on + timedelta(days=1)


def test_a_late_file_is_told_to_whoever_follows_it(parcours, late_on, upstream):
    assert write(late_on) == 1

    letter, user = letters().get(), User.objects.get(pk=upstream.user_id)
    assert letter.recipient == user.email
    assert letter.key == f"digest:{user.pk}:2025-03-25"
    assert letter.subject == "EMILE\u00a0: 1 rappel pour vous, mardi 25 mars 2025"
    assert f"Bonjour {user.first_name}," in letter.body
    assert f"{parcours.household.reference}\u00a0: à faire avant le 24 mars 2025" in letter.body
    assert reverse("candidates:parcours_detail", args=[parcours.public_id]) in letter.body
    assert "Amont de test\u00a0: 1 dossier à faire, dont 1 en retard." in letter.body
    assert reverse("candidates:my_messages") in letter.body


def test_whoever_stands_in_is_told_for_those_days(parcours, late_on, upstream):
    member = Membership.objects.get(user=upstream.user_id)
    substitute = make_membership(OrganisationKind.UPSTREAM, name=member.organisation.name)
    declare_absence(
        actor=upstream,
        membership=member,
        substitute=substitute,
        since=late_on,
        until=late_on,
        now=morning(late_on),
    )

    assert write(late_on) == 1

    assert letters().get().recipient == substitute.user.email


def test_no_letter_names_anybody_of_the_household(parcours, late_on):
    write(late_on)

    written = letters().get()
    assert "Exemple" not in written.subject + written.body
    assert "Awa" not in written.subject + written.body


def test_nothing_new_is_no_letter(parcours, late_on):
    assert [write(late_on), write(late_on + timedelta(days=1))] == [1, 0]


def test_the_same_morning_writes_once(parcours, late_on):
    assert [write(late_on, hour) for hour in (8, 8, 12, 18)] == [1, 0, 0, 0]
    assert DigestRound.objects.get().count == letters().count() == 1


def test_nobody_is_written_to_at_night(parcours, late_on):
    assert write(late_on, 3) == 0
    assert not DigestRound.objects.exists()
    assert write(late_on, 9) == 1


def test_what_a_stop_has_made_miss_is_told_the_day_after_with_the_rest(parcours, late_on):
    two_days_later = late_on + timedelta(days=2)

    assert write(two_days_later) == 1
    assert [(day, kind) for day, kind, _ in said()] == [(two_days_later, ReminderKind.LATE)]


@pytest.mark.parametrize("over", [leave, suspend])
def test_nothing_is_said_of_a_file_that_sleeps_or_is_over(parcours, late_on, upstream, over):
    over(
        upstream,
        parcours,
        on=OPENED.date(),
        now=OPENED,
        **({"days": 300} if over is suspend else {}),
    )

    assert write(late_on) == 0


def test_a_stall_goes_up_once_step_by_step(parcours, late_on, upstream, coordinator):
    manager = make_membership(
        OrganisationKind.UPSTREAM, name="Amont de test", role=MembershipRole.MANAGER
    )
    worker = User.objects.get(pk=upstream.user_id)
    act(services.assign_worker, upstream, parcours, lead_worker=None, owner_user=worker, now=OPENED)
    days = [late_on + timedelta(days=number) for number in range(30)]

    for day in days:
        write(day)

    steps = [one for one in said() if one[1] != ReminderKind.SILENT]
    assert steps == [
        (date(2025, 3, 25), ReminderKind.LATE, upstream.user_id),
        (date(2025, 3, 31), ReminderKind.LATE_MANAGER, manager.user_id),
        (date(2025, 4, 7), ReminderKind.LATE_COORDINATOR, coordinator.user_id),
    ]
    last = letters().filter(key__startswith=f"digest:{coordinator.user_id}:").first()
    assert (
        "déjà envoyé\u00a0: à qui suit le dossier le 25 mars 2025, aux responsables le 31 mars 2025"
        in last.body
    )


def test_another_due_date_is_another_stall(parcours, late_on, upstream):
    write(late_on)
    with database_context(system("essai")):
        type(parcours).objects.filter(pk=parcours.pk).update(due_on=date(2025, 4, 14))

    assert write(date(2025, 4, 15)) == 1


def test_the_coordinator_decides_when_a_manager_is_told(parcours, late_on, coordinator):
    manager = make_membership(
        OrganisationKind.UPSTREAM, name="Amont de test", role=MembershipRole.MANAGER
    )
    rows = LISTS["rappels"].rows()
    with database_context(coordinator.database_context):
        change_setting(
            actor=coordinator,
            settings=LISTS["rappels"],
            code="ladder_manager",
            version=1,
            since=OPENED.date(),
            after="",
            today=OPENED.date(),
            values={"count": 2, "unit": "working_days"},
        )
    assert rows.filter(code="ladder_manager").count() == 2

    for number in range(3):
        write(late_on + timedelta(days=number))

    told = [(day, kind) for day, kind, user in said() if user == manager.user_id]
    assert (date(2025, 3, 26), ReminderKind.LATE_MANAGER) in told


def test_a_file_that_nobody_follows_waits_for_somebody(parcours, late_on, upstream):
    Membership.objects.filter(organisation=upstream.organisation_id).update(is_active=False)

    assert write(late_on) == 0
    Membership.objects.filter(organisation=upstream.organisation_id).update(is_active=True)
    assert write(late_on + timedelta(days=1)) == 1


def somebody(link, birth_date, nationality=Nationality.OTHER):
    described = a_candidate(birth_date=birth_date, nationality=nationality)
    permit = {"kind": PermitKind.CARD, "expires_on": date(2025, 4, 30), "allows_work": None}
    return NewPerson(link=link, fields=described.fields, contacts=[], permit=permit)


@pytest.mark.parametrize(
    ("person", "kinds"),
    [
        (somebody(Link.PARTNER, date(1990, 1, 1)), {ReminderKind.PERMIT_LAST}),
        (somebody(Link.PARTNER, None), {ReminderKind.PERMIT_LAST}),
        (somebody(Link.CHILD, date(2015, 1, 1)), set()),
        (somebody(Link.CHILD, None), set()),
        # Eighteen when the paper ends.
        (somebody(Link.CHILD, date(2007, 4, 30)), {ReminderKind.PERMIT_LAST}),
        (somebody(Link.PARTNER, date(1990, 1, 1), Nationality.EUROPEAN), set()),
    ],
)
def test_a_paper_is_that_of_an_adult_who_needs_one(
    prescriber, coordinator, upstream, person, kinds
):
    people = [a_candidate(), person]
    at_information(prescriber, coordinator, upstream, now=OPENED, people=people)

    write(date(2025, 3, 7))

    assert {kind for _, kind, _ in said()} == kinds


# What people choose


@pytest.mark.parametrize(
    ("day", "leaves"),
    [
        (date(2025, 3, 24), {"daily", "weekly"}),
        (date(2025, 3, 25), {"daily"}),
        (date(2025, 3, 29), set()),
        (date(2025, 3, 30), set()),
        # Easter Monday: the message of the week leaves on Tuesday.
        (date(2025, 4, 21), set()),
        (date(2025, 4, 22), {"daily", "weekly"}),
        (date(2025, 4, 23), {"daily"}),
        # The 1st of May is a Thursday, the 14th of July a Monday.
        (date(2025, 5, 1), set()),
        (date(2025, 7, 15), {"daily", "weekly"}),
        (date(2024, 2, 29), {"daily"}),
        (date(2024, 12, 31), {"daily"}),
    ],
)
def test_which_messages_leave_on_which_day(day, leaves):
    assert set(rhythms_of(day)) == leaves


def test_once_a_week_says_on_monday_what_the_week_brought(parcours, late_on, upstream):
    services.choose_messages(actor=upstream, rhythm=DigestRhythm.WEEKLY, muted=[])

    written = {number: write(late_on + timedelta(days=number)) for number in range(8)}

    assert [number for number, count in written.items() if count] == [6]


def test_never_is_never_and_a_kind_refused_is_not_said(parcours, late_on, upstream):
    services.choose_messages(actor=upstream, rhythm=DigestRhythm.NEVER, muted=[])
    assert write(late_on) == 0

    services.choose_messages(actor=upstream, rhythm=DigestRhythm.DAILY, muted=[ReminderKind.LATE])
    assert write(late_on + timedelta(days=1)) == 0


def test_my_messages_keeps_what_was_chosen(upstream, signed_in, submit):
    desk, address = signed_in(upstream), reverse("candidates:my_messages")
    assert reverse("candidates:my_messages") in desk.get(reverse("candidates:to_do")).text

    answer = submit(address, {"rhythm": "weekly", "wanted": ["late", "soon"]})

    assert answer.status_code == 302
    wish = MessagePreference.objects.get(user=upstream.user_id)
    assert wish.rhythm == DigestRhythm.WEEKLY
    assert set(ReminderKind) - set(wish.muted) == {ReminderKind.LATE, ReminderKind.SOON}
    page = desk.get(address)
    assert page.context["form"]["wanted"].value() == ["late", "soon"]


def test_an_unknown_rhythm_is_said_beside_the_field(upstream, signed_in, submit):
    signed_in(upstream)

    answer = submit(reverse("candidates:my_messages"), {"rhythm": "hourly", "wanted": ["late"]})

    assert answer.status_code == 422
    assert "rhythm" in answer.context["form"].errors


# Locks


def test_the_database_refuses_a_second_message_and_a_second_round(upstream):
    day = date(2025, 3, 25)
    Digest.objects.create(user_id=upstream.user_id, day=day, written_at=OPENED)
    DigestRound.objects.create(day=day, written_at=OPENED, count=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Digest.objects.create(user_id=upstream.user_id, day=day, written_at=OPENED)
    with pytest.raises(IntegrityError), transaction.atomic():
        DigestRound.objects.create(day=day, written_at=OPENED, count=0)


def test_what_was_said_to_others_is_not_read(parcours, late_on, upstream, prescriber):
    write(late_on)

    for reader, count in ((upstream, 1), (prescriber, 0)):
        with database_context(reader.database_context):
            assert Reminder.objects.count() == count


def test_a_round_costs_the_same_whatever_the_number_of_files(
    prescriber, coordinator, upstream, late_on, parcours, count_queries
):
    one = count_queries(lambda: write(late_on))
    for _ in range(4):
        at_information(prescriber, coordinator, upstream, now=OPENED)

    five = count_queries(lambda: write(late_on + timedelta(days=1)))

    assert letters().count() == 2
    assert five == one


def test_every_delay_of_reminders_is_a_row(db):
    codes = set(LISTS["rappels"].rows().values_list("code", flat=True))
    assert len(codes) == 9
    assert not codes & set(LISTS["delais"].rows().values_list("code", flat=True))
    assert DeadlinePolicy.objects.filter(code__in=codes, until=None).count() == 9
