"""A household lives while its file goes on: births, arrivals, departures, deaths, majorities."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.eligibility import all_of
from candidates.enums import (
    ContactKind,
    HouseholdType,
    Link,
    Moves,
    Nationality,
    Party,
    PermitKind,
    Presence,
)
from candidates.models import HouseholdMember, Parcours, Person, ResidencePermit
from candidates.selectors import agreements, moving_adults
from candidates.selectors.criteria import facts_of
from candidates.selectors.life import expected_birth, life_alerts
from candidates.services import NewPerson
from emile.core.context import database_context
from emile.core.workflow import TransitionRefused
from tests.factories import (
    a_candidate,
    act,
    at_validation,
    correct_last_act,
    edit_dates,
    note,
    orient,
    say,
)


pytestmark = pytest.mark.django_db


def a_partner(**fields):
    described = {"first_name": "Sékou", "last_name": "Exemple", "birth_date": date(1988, 2, 3)}
    return NewPerson(
        link=Link.PARTNER,
        fields=described | {"nationality": Nationality.FRENCH} | fields,
        contacts=[{"kind": ContactKind.OWN_PHONE, "value": "+33698765432"}],
    )


def a_child(**fields):
    described = {"first_name": "Issa", "last_name": "Exemple", "birth_date": date(2020, 1, 2)}
    return NewPerson(link=Link.CHILD, fields=described | fields)


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def couple(prescriber, coordinator):
    return orient(prescriber, people=[a_candidate(), a_partner()])


def person(first_name):
    return Person.objects.get(first_name=first_name)


def seen_by(actor, parcours):
    with database_context(actor.database_context):
        return Parcours.objects.for_detail().get(pk=parcours.pk)


def kind_of(actor, parcours):
    return seen_by(actor, parcours).household.type_on(timezone.localdate())


def about_household(service, actor, parcours, **fields):
    with database_context(actor.database_context):
        household = seen_by(actor, parcours).household
    return act(service, actor, parcours, household=household, **fields)


def born(actor, parcours, **fields):
    described = {"first_name": "Nina", "last_name": "Exemple"}
    return about_household(services.record_birth, actor, parcours, person=described, **fields)


# Births and arrivals


def test_a_birth_makes_a_family_and_needs_a_larger_home(prescriber, couple, today):
    before = seen_by(prescriber, couple).household.home_size_on(today)

    born(prescriber, couple)

    household = seen_by(prescriber, couple).household
    assert household.type_on(today) == HouseholdType.COUPLE_WITH_CHILDREN
    assert (before, household.home_size_on(today)) == (2, 3)
    assert person("Nina").birth_date == today


def test_a_child_on_the_way_is_announced_until_it_is_born(prescriber, couple, today):
    due_on = today + timedelta(days=60)
    about_household(services.expect_birth, prescriber, couple, due_on=due_on)

    with database_context(prescriber.database_context):
        expected = expected_birth(couple, today)
    assert expected.due_on == due_on
    (told,) = life_alerts(seen_by(prescriber, couple), today, birth=expected)
    assert "T3" in told

    born(prescriber, couple)

    with database_context(prescriber.database_context):
        assert expected_birth(couple, today) is None


def test_somebody_who_arrives_counts_from_that_day(prescriber, coordinator, today):
    parcours = orient(prescriber)
    about_household(
        services.add_member,
        prescriber,
        parcours,
        person={"last_name": "Exemple", "birth_date": date(1991, 1, 1)},
        link=Link.PARTNER,
        presence=Presence.PERMANENT,
        moves=Moves.YES,
    )

    household = seen_by(prescriber, parcours).household
    assert household.type_on(today) == HouseholdType.COUPLE
    assert household.type_on(today - timedelta(days=1)) == HouseholdType.SINGLE


def test_an_arrival_is_noted_from_the_page(signed_in, submit, prescriber, couple, today):
    browser = signed_in(prescriber)
    section = reverse("candidates:file_household", args=[couple.public_id])
    household = seen_by(prescriber, couple).household
    address = reverse(
        "candidates:act_about", args=[couple.public_id, "add_member", household.public_id]
    )
    answers = {
        "last_name": "Exemple",
        "first_name": "Moussa",
        "birth_date": "2011",
        "link": Link.CHILD,
        "presence": Presence.ALTERNATE,
        "moves": Moves.YES,
        "on": today,
    }

    assert address in browser.get(section).text
    assert submit(address, answers | {"link": ""}).status_code == 422
    assert submit(address, answers).url == section
    assert "Moussa Exemple" in browser.get(section).text


# Presence


def test_what_was_true_until_then_stays_true_of_it(prescriber, couple, today):
    adult = person("Sékou")
    with database_context(prescriber.database_context):
        HouseholdMember.objects.update(since=today - timedelta(days=10))
        Parcours.objects.update(opened_on=today - timedelta(days=10))
    act(
        services.move_member,
        prescriber,
        couple,
        person=adult,
        presence=Presence.LATER,
        moves=Moves.LATER,
        on=today - timedelta(days=2),
    )

    file = seen_by(prescriber, couple)
    assert adult in moving_adults(file, today - timedelta(days=3))
    assert adult not in moving_adults(file, today)


def test_only_the_agreements_concerned_are_called_back(prescriber, coordinator, upstream, host):
    parcours = at_validation(
        prescriber, coordinator, upstream, host, people=[a_candidate(), a_child()]
    )
    edit_dates(host, parcours, planned_move_on=timezone.localdate())
    say(host, parcours, "host", "adult")

    born(upstream, parcours)

    with database_context(coordinator.database_context):
        table = agreements.round_table(seen_by(coordinator, parcours), timezone.localdate())
    called_back = {seat.party for seat in table.seats if seat.is_called_back}
    assert called_back == {Party.ADULT, Party.HOST}


# Departures and deaths


def test_the_other_adult_goes_on_after_a_death(prescriber, couple, today):
    act(
        services.record_death,
        prescriber,
        couple,
        person=person("Awa"),
        successor=person("Sékou"),
    )

    file = seen_by(prescriber, couple)
    assert [(one.person.first_name, one.link) for one in file.household.members_on(today)] == [
        ("Sékou", Link.CANDIDATE)
    ]
    assert person("Awa").died_on == today


def test_nobody_is_shown_how_to_reach_somebody_who_died(signed_in, prescriber, couple):
    act(services.record_death, prescriber, couple, person=person("Awa"), successor=person("Sékou"))
    browser = signed_in(prescriber)

    for name in ("parcours_detail", "file_household"):
        page = browser.get(reverse(f"candidates:{name}", args=[couple.public_id]))
        assert "+33612345678" not in page.text
        assert "+33698765432" in page.text
    with pytest.raises(TransitionRefused):
        act(
            services.record_contact,
            prescriber,
            couple,
            person=person("Awa"),
            kind=ContactKind.OWN_PHONE,
            value="+33611111111",
        )


def test_a_death_noted_of_the_wrong_person_is_undone(prescriber, couple, today):
    act(services.record_death, prescriber, couple, person=person("Awa"), successor=person("Sékou"))

    correct_last_act(prescriber, couple)

    members = seen_by(prescriber, couple).household.members_on(today)
    assert [one.person.first_name for one in members] == ["Awa", "Sékou"]
    assert [one.link for one in members] == [Link.CANDIDATE, Link.PARTNER]
    assert person("Awa").died_on is None


def test_an_event_of_life_does_not_keep_from_correcting_what_came_before(prescriber, coordinator):
    parcours = orient(prescriber)
    note(prescriber, parcours)
    born(prescriber, parcours)

    with database_context(coordinator.database_context):
        correctable = parcours.events.correctable_by(coordinator)
        kinds = set(correctable.values_list("kind", flat=True))
    assert kinds == {"orient", "record_birth"}


def test_a_household_without_adult_says_what_to_do(signed_in, prescriber, coordinator):
    parcours = orient(prescriber)
    act(services.remove_member, prescriber, parcours, person=person("Awa"))

    page = signed_in(prescriber).get(
        reverse("candidates:file_household", args=[parcours.public_id])
    )

    assert page.status_code == 200
    assert "plus d’adulte" in page.text
    assert signed_in(coordinator).get(parcours.get_absolute_url()).status_code == 200


# Majority


def eighteen(today, **delta):
    return today - relativedelta(years=18) + relativedelta(**delta)


def test_half_a_year_before_eighteen_papers_are_announced(prescriber, coordinator, today):
    child = a_child(birth_date=eighteen(today, months=5))
    parcours = orient(prescriber, people=[a_candidate(), child])

    (told,) = life_alerts(seen_by(prescriber, parcours), today)
    assert "aura 18 ans" in told


def test_nobody_is_refused_for_having_grown_up(prescriber, coordinator, today):
    child = a_child(birth_date=eighteen(today, days=10), nationality=Nationality.OTHER)
    parcours = orient(prescriber, people=[a_candidate(), child])
    with database_context(prescriber.database_context):
        ResidencePermit.objects.create(
            person=person("Issa"), kind=PermitKind.CARD, expires_on=today - timedelta(days=1)
        )
    grown = today + timedelta(days=20)

    file = seen_by(prescriber, parcours)

    with database_context(prescriber.database_context):
        assert all_of(facts_of(file, grown).adults_lawful) is None
    (told,) = life_alerts(file, grown)
    assert "à vérifier" in told


def test_the_section_costs_the_same_with_more_people(
    signed_in, prescriber, coordinator, count_queries
):
    alone, family = orient(prescriber), orient(prescriber, people=[a_candidate(), *[a_child()] * 5])
    browser = signed_in(prescriber)

    costs = [
        count_queries(
            lambda file=file: browser.get(
                reverse("candidates:file_household", args=[file.public_id])
            )
        )
        for file in (alone, family)
    ]

    assert costs[0] == costs[1] <= 25
