"""Two years of mornings: what is said, to whom and when, against a count made by hand."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import holidays
import pytest
from dateutil.relativedelta import relativedelta

from candidates import services
from candidates.enums import (
    DigestRhythm,
    Link,
    MilestoneKind,
    Nationality,
    Outcome,
    PermitKind,
    ReasonUse,
    ReminderKind,
    Stage,
    Standing,
    YesNoUnknown,
)
from candidates.models import (
    ContactPoint,
    Digest,
    HouseholdMember,
    MilestoneVisit,
    Parcours,
    Reminder,
    ResidencePermit,
    SocialHousingApplication,
)
from candidates.selectors import moving_adults
from candidates.services import NewPerson
from emile.core.context import database_context, system
from emile.core.models import OutboxMessage
from operators.enums import MembershipRole, OrganisationKind
from operators.models import Membership, User
from territories.models import Departement
from tests.factories import (
    a_candidate,
    act,
    at_diagnosis,
    at_follow_up,
    at_immersion,
    at_information,
    at_installation,
    at_positioning,
    at_preparation,
    at_reflection,
    closed,
    leave,
    make_membership,
    note,
    orient,
    propose,
    reason_to,
    suspend,
    visit,
)


pytestmark = pytest.mark.django_db
PARIS = ZoneInfo("Europe/Paris")
# A Friday: the 29th of February, two 31sts of December and four changes of the hour follow.
FIRST = date(2023, 9, 1)
DAYS = 730
# From six in the morning of that Tuesday to eight of the day after: everything is stopped.
STOPPED = date(2023, 11, 7)
WORKING = {Standing.TO_DO, Standing.IN_PROGRESS, Standing.STEP_DONE}
DAYS_OFF = frozenset(holidays.country_holidays("FR", years=range(2023, 2027)))


def morning(day, hour=7, minute=30):
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=PARIS)


# The story


@pytest.fixture
def teams(coordinator, prescriber, upstream, host):
    """Managers in two organisations, two workers upstream."""
    make_membership(OrganisationKind.UPSTREAM, name="Amont de test", role=MembershipRole.MANAGER)
    make_membership(OrganisationKind.HOST, name="Accueil de test", role=MembershipRole.MANAGER)
    worker = make_membership(OrganisationKind.UPSTREAM, name="Amont de test")
    return (prescriber, coordinator, upstream), host, User.objects.get(pk=worker.user_id)


@pytest.fixture
def story(teams):
    """A dozen files in every state, and what is done later, by day."""
    three, host, worker = teams
    prescriber, _, upstream = three
    now = morning(FIRST - timedelta(days=3), 10)
    told = {}
    orient(prescriber, now=now)
    orient(prescriber, is_committed=None, now=now)
    at_information(*three, now=now)
    diagnosed = at_diagnosis(*three, now=now, people=[foreigner(date(2024, 2, 29))])
    act(services.assign_worker, upstream, diagnosed, lead_worker=worker, owner_user=worker, now=now)
    told[date(2023, 12, 5)] = lambda now: lose_letter(diagnosed, now)
    told[date(2024, 7, 2)] = lambda now: lose_letter(diagnosed, now)
    told[date(2024, 7, 3)] = lambda now: lose_letter(out, now)
    told[date(2024, 1, 10)] = lambda now: renew(upstream, diagnosed, date(2025, 1, 9), now)
    prepared = at_preparation(
        *three, now=now, people=[foreigner(date(2023, 12, 31)), partner(date(2024, 5, 1))]
    )
    told[date(2023, 11, 20)] = lambda now: note(upstream, prepared, now=now)
    asked = at_positioning(*three, now=now)
    told[date(2023, 10, 2)] = lambda now: nap(upstream, asked, now)
    told[date(2024, 1, 8)] = lambda now: propose(upstream, asked, host, now=now)
    at_immersion(*three, host, now=now)
    thinking = at_reflection(*three, host, now=now)
    told[date(2024, 3, 4)] = lambda now: leave(upstream, thinking, now=now)
    at_installation(*three, host, now=now)
    followed = at_follow_up(*three, host, now=now)
    told[date(2023, 10, 3)] = lambda now: put_off(host, followed, date(2023, 10, 20), now)
    told[date(2023, 11, 2)] = lambda now: visit(host, followed, MilestoneKind.M1, now=now)
    told[date(2024, 4, 2)] = lambda now: visit(host, followed, MilestoneKind.M3, now=now)
    told[date(2024, 4, 3)] = lambda now: visit(host, followed, MilestoneKind.M6, now=now)
    told[date(2024, 6, 10)] = lambda now: act(
        services.close_parcours, host, followed, outcome=Outcome.LASTING_JOB, now=now
    )
    closed(*three, host, now=now - relativedelta(months=8))
    gone = at_follow_up(*three, host, now=now - relativedelta(months=4))
    leave(host, gone, now=now)
    told[date(2024, 2, 1)] = lambda now: ask(host, gone, now)
    asleep = at_information(*three, now=now, people=[foreigner(date(2024, 1, 15))])
    suspend(upstream, asleep, on=now.date(), now=now, days=300)
    out = at_preparation(*three, now=now, people=[foreigner(date(2024, 1, 15))])
    leave(upstream, out, now=now)
    with database_context(system("essai")):
        number_of(prepared, filed_on=date(2023, 2, 28))
        number_of(prepared, filed_on=date(2023, 3, 31), departement="15")
        number_of(prepared, filed_on=date(2024, 3, 1), departement="15")
        number_of(diagnosed, expires_on=date(2024, 12, 31))
        number_of(out, expires_on=date(2023, 11, 30))
        number_of(asleep, expires_on=date(2023, 11, 30))
    return told


def foreigner(expires_on, **fields):
    told = a_candidate(nationality=Nationality.OTHER, **fields)
    permit = {"kind": PermitKind.CARD, "expires_on": expires_on, "allows_work": True}
    return NewPerson(link=told.link, fields=told.fields, contacts=told.contacts, permit=permit)


def partner(expires_on):
    other = foreigner(expires_on, first_name="Issa")
    return NewPerson(link=Link.PARTNER, fields=other.fields, contacts=[], permit=other.permit)


def renew(actor, parcours, expires_on, now):
    person = moving_adults(parcours, now.date())[0]
    act(
        services.record_permit,
        actor,
        parcours,
        person=person,
        kind=PermitKind.CARD,
        expires_on=expires_on,
        allows_work=True,
        is_seen=True,
        now=now,
    )


def lose_letter(parcours, now):
    """As the provider of messages reports it."""
    with database_context(system("essai")):
        ContactPoint.objects.filter(person__memberships__household=parcours.household_id).update(
            undelivered_on=now.date()
        )


def nap(actor, parcours, now):
    suspend(actor, parcours, on=now.date(), now=now, days=20)


def put_off(actor, parcours, next_on, now):
    act(
        services.miss_visit,
        actor,
        parcours,
        milestone=MilestoneKind.M1,
        missed_reason=reason_to(ReasonUse.VISIT_MISSED),
        next_on=next_on,
        now=now,
    )


def ask(actor, parcours, now):
    said = dict.fromkeys(("still_there", "works_or_trains"), YesNoUnknown.YES)
    answers = dict.fromkeys(moving_adults(parcours, now.date()), said)
    act(services.ask_news, actor, parcours, answers=answers, now=now)


def number_of(parcours, departement="93", **fields):
    SocialHousingApplication.objects.create(
        household_id=parcours.household_id,
        number=f"{SocialHousingApplication.objects.count()}",
        departement=Departement.objects.get(code=departement),
        **fields,
    )


# The count by hand


@dataclass
class File:
    """All that the count looks at, as it is after the last act."""

    row: Parcours
    acts: list
    visited: set
    answered: set
    tries: Counter
    permits: dict
    numbers: list
    lost: set
    settled_on: date | None
    hosts: list
    is_asked: bool


def read(parcours):
    members = HouseholdMember.objects.filter(household=parcours.household_id, until__isnull=True)
    members = members.select_related("person")
    visits = MilestoneVisit.objects.filter(parcours=parcours)
    first = parcours.installations.first()
    return File(
        row=parcours,
        acts=list(parcours.events.order_by("sequence")),
        visited=set(visits.values_list("milestone", flat=True)),
        answered={(one.milestone, one.event.occurred_on) for one in visits.select_related("event")},
        tries=Counter(),
        permits={
            member.person_id: max(
                ResidencePermit.objects.filter(person=member.person_id).values_list(
                    "expires_on", flat=True
                )
            )
            for member in members
            if member.person.nationality == Nationality.OTHER
        },
        numbers=list(SocialHousingApplication.objects.filter(household=parcours.household_id)),
        lost=set(
            ContactPoint.objects.filter(
                person__in=[member.person_id for member in members], undelivered_on__isnull=False
            ).values_list("undelivered_on", flat=True)
        ),
        settled_on=first.effective_on if first else None,
        hosts=[
            one.organisation_id
            for one in parcours.accesses.all()
            if one.role == OrganisationKind.HOST and one.until is None
        ],
        is_asked=parcours.placements.filter(status="proposed").exists(),
    )


def read_all():
    with database_context(system("essai")):
        return [read(parcours) for parcours in Parcours.objects.order_by("pk")]


def is_open(day):
    return day.weekday() < 5 and day not in DAYS_OFF


def working_days_since(due_on, day):
    """Ten of them are as many as anybody counts."""
    counted = 0
    while due_on < day and counted < 10:
        due_on += timedelta(days=1)
        counted += is_open(due_on)
    return counted


def limit_of(file):
    """Six months from the diagnosis, and the days asleep since."""
    entered = next(one for one in file.acts if one.to_stage == Stage.DIAGNOSIS).occurred_on
    limit, asleep = entered + relativedelta(months=6), None
    for one in file.acts:
        if one.kind == "suspend":
            asleep = one.occurred_on
        elif one.kind in {"wake", "resume"}:
            limit += one.occurred_on - asleep
    return limit


def true_of(file, day, coordinator):
    """Kind, organisation and date of everything that is true that day."""
    row = file.row
    if row.standing in {Standing.EXITED, Standing.CLOSED}:
        yield from asked_after(file, day)
        return
    if row.standing not in WORKING:
        return
    body, due_on = row.owner_organisation_id, row.due_on
    if due_on < day:
        is_visit = row.stage == Stage.FOLLOW_UP and not {"m1", "m3", "m6"} <= file.visited
        yield (ReminderKind.VISIT if is_visit else ReminderKind.LATE), body, due_on
        if working_days_since(due_on, day) >= 5:
            yield ReminderKind.LATE_MANAGER, body, due_on
        if working_days_since(due_on, day) >= 10 and body != coordinator:
            yield ReminderKind.LATE_COORDINATOR, coordinator, due_on
    elif due_on <= day + timedelta(days=3):
        yield ReminderKind.SOON, body, due_on
    if row.stage in {Stage.PREPARATION, Stage.POSITIONING}:
        limit = limit_of(file)
        if limit - relativedelta(months=1) <= day <= limit:
            yield ReminderKind.SIX_MONTHS_LAST, body, limit
        elif limit - relativedelta(months=2) <= day < limit:
            yield ReminderKind.SIX_MONTHS_FIRST, body, limit
    for expires_on in file.permits.values():
        if 0 <= (expires_on - day).days <= 60:
            yield ReminderKind.PERMIT_LAST, body, expires_on
        elif 60 < (expires_on - day).days <= 120:
            yield ReminderKind.PERMIT_FIRST, body, expires_on
    yield from renewals(file, day)
    for lost_on in file.lost:
        yield ReminderKind.UNDELIVERED, body, lost_on
    last = max(one.occurred_on for one in file.acts if one.kind != "remind")
    if row.stage != Stage.FOLLOW_UP and (day - last).days >= 30:
        yield ReminderKind.SILENT, body, last


def renewals(file, day):
    ends = {}
    for one in file.numbers:
        end = one.expires_on or one.filed_on + relativedelta(years=1)
        ends[one.departement_id] = max(end, ends.get(one.departement_id, end))
    for end in ends.values():
        if end - relativedelta(months=1) <= day <= end:
            yield ReminderKind.HOUSING_NUMBER, file.row.owner_organisation_id, end


def asked_after(file, day):
    if file.settled_on is None:
        return
    sixth, twelfth = (file.settled_on + relativedelta(months=months) for months in (6, 12))
    kind, question = ReminderKind.NEWS_M6, "m6"
    if day >= twelfth:
        kind, question, sixth = ReminderKind.NEWS_M12, "m12", twelfth
    early = file.settled_on + timedelta(days=150 if question == "m6" else 330)
    is_answered = any(name == question and on >= early for name, on in file.answered)
    if day >= sixth and not is_answered:
        for host in file.hosts:
            yield kind, host, file.settled_on


def people_told(file, kind, body, members):
    there = [one for one in members if one.organisation_id == body]
    managers = [one for one in there if one.role == MembershipRole.MANAGER]
    if kind == ReminderKind.LATE_MANAGER:
        return [one.user_id for one in managers]
    in_hand = {file.row.owner_user_id, file.row.lead_worker_id}
    workers = [one for one in there if one.user_id in in_hand]
    return [one.user_id for one in workers or managers or there]


def is_day_of(rhythm, day):
    if rhythm == DigestRhythm.NEVER or not is_open(day):
        return False
    monday = day - timedelta(days=day.weekday())
    week = (monday + timedelta(days=n) for n in range(7))
    return rhythm == DigestRhythm.DAILY or day == next(one for one in week if is_open(one))


# Both together


def test_two_years_of_mornings_say_everything_once(teams, story, coordinator, host):
    _, _, worker = teams
    members = list(Membership.objects.order_by("pk"))
    wishes = {
        host.user_id: (DigestRhythm.WEEKLY, []),
        worker.pk: (DigestRhythm.DAILY, [ReminderKind.SOON]),
    }
    for user_id, (rhythm, muted) in wishes.items():
        who = next(one for one in members if one.user_id == user_id).as_actor()
        services.choose_messages(actor=who, rhythm=rhythm, muted=muted)
    files, said, expected = read_all(), set(), set()

    for day in (FIRST + timedelta(days=n) for n in range(DAYS)):
        woken = services.wake_suspended(on=day, now=morning(day, 5))
        if day != STOPPED:
            for minute in (30, 31):
                services.write_digests(on=day, now=morning(day, 8, minute))
        if woken:
            files = read_all()
        for file in files if day != STOPPED else ():
            for kind, body, about_on in true_of(file, day, coordinator.organisation_id):
                for user_id in people_told(file, kind, body, members):
                    rhythm, muted = wishes.get(user_id, (DigestRhythm.DAILY, []))
                    once = (user_id, file.row.pk, kind, about_on)
                    if is_day_of(rhythm, day) and kind not in muted and once not in said:
                        said.add(once)
                        expected.add((day, *once))
        if told := story.get(day):
            told(morning(day, 12))
            files = read_all()

    with database_context(system("essai")):
        rows = Reminder.objects.values_list("said_on", "user", "parcours", "kind", "about_on")
        found = Counter(rows)
    assert set(found) - expected == set()
    assert expected - set(found) == set()
    assert max(found.values()) == 1
    # Nobody writes a message in this story.
    assert {kind for _, _, _, kind, _ in expected} == set(ReminderKind) - {ReminderKind.UNREAD}
    digests = list(Digest.objects.values_list("user", "day"))
    assert len(digests) == len(set(digests)) == len({(day, user) for day, user, *_ in expected})
    keys = {f"digest:{user}:{day}" for user, day in digests}
    assert (
        set(OutboxMessage.objects.filter(key__startswith="digest").values_list("key", flat=True))
        == keys
    )
