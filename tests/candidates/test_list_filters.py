"""Each filter of the list finds exactly what it says, among one's own files."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from candidates import services
from candidates.enums import DocumentKind, Link, Nationality, PermitKind
from candidates.models import Parcours, Person, Placement, PlacementJob, ResidencePermit
from candidates.services import NewPerson
from emile.core.context import database_context
from operators.models import Organisation
from tests.factories import (
    a_candidate,
    act,
    at_immersion,
    at_information,
    at_installation,
    at_positioning,
    edit_job,
    note,
    orient,
    propose,
)


pytestmark = pytest.mark.django_db

LIST = "/menages/"


def found(browser, **query):
    return browser.get(LIST, query).context["page"].rows


def public_id_of(actor):
    return str(Organisation.objects.get(pk=actor.organisation_id).public_id)


def reference_of(actor, parcours):
    with database_context(actor.database_context):
        return parcours.household.reference


def change(coordinator, parcours, **fields):
    """What only time does."""
    with database_context(coordinator.database_context):
        Parcours.objects.filter(pk=parcours.pk).update(**fields)


def permit_of(coordinator, parcours, expires_on):
    with database_context(coordinator.database_context):
        person = parcours.household.members.get(link=Link.CANDIDATE).person
        ResidencePermit.objects.create(person=person, kind=PermitKind.CARD, expires_on=expires_on)


def a_child(**fields):
    return NewPerson(
        link=Link.CHILD,
        fields={"first_name": "Malo", "last_name": "Enfant"} | fields,
        contacts=[],
    )


@pytest.mark.parametrize(
    "typed", ["12/04/1990", "12 4 1990", "12.04.1990", "Awa 12/04/1990", "12-04-1990 exemple"]
)
def test_a_birth_date_finds_the_household(signed_in, prescriber, coordinator, typed):
    parcours = orient(prescriber)
    orient(prescriber, people=[a_candidate(birth_date=date(1991, 4, 12))])

    assert found(signed_in(prescriber), q=typed) == [parcours]


@pytest.mark.parametrize("typed", ["31/02/1990", "99/99/9999"])
def test_a_day_that_does_not_exist_finds_nobody(signed_in, prescriber, coordinator, typed):
    orient(prescriber)

    assert found(signed_in(prescriber), q=typed) == []


def test_a_child_finds_the_household(signed_in, prescriber, coordinator):
    parcours = orient(prescriber, people=[a_candidate(), a_child()])
    orient(prescriber)

    assert found(signed_in(prescriber), q="malo") == [parcours]


def test_an_employer_finds_the_household(signed_in, prescriber, coordinator, upstream, host):
    parcours = at_installation(prescriber, coordinator, upstream, host)
    edit_job(host, parcours, employer="Boulangerie des Exemples")

    assert found(signed_in(prescriber), q="boulangerie") == [parcours]
    assert found(signed_in(host), q="BOULANGERIE exemple") == [parcours]
    assert found(signed_in(host), q="charcuterie") == []


def test_an_employer_found_elsewhere_is_not_told_to_a_host_that_was_only_asked(
    signed_in, prescriber, coordinator, upstream, host, other_host
):
    parcours = at_positioning(prescriber, coordinator, upstream)
    told = propose(upstream, parcours, host)
    propose(upstream, parcours, other_host, territory="lozere")
    with database_context(coordinator.database_context):
        PlacementJob.objects.create(
            placement=told,
            person=parcours.household.members.get().person,
            occupation=told.occupation,
            employer="Boulangerie des Exemples",
        )

    assert found(signed_in(host), q="boulangerie") == [parcours]
    assert found(signed_in(other_host), q="boulangerie") == []


@pytest.mark.parametrize("between", [" ", "\n", ", ", ""])
def test_a_column_of_references_shows_exactly_its_rows(
    signed_in, prescriber, other_prescriber, coordinator, between
):
    mine, also_mine, _ = orient(prescriber), orient(prescriber), orient(prescriber)
    theirs = reference_of(other_prescriber, orient(other_prescriber))
    references = [reference_of(prescriber, one) for one in (mine, also_mine)]
    nobodys = "EM-26-22222-2"

    page = signed_in(prescriber).get(LIST, {"q": between.join([*references, theirs, nobodys])})

    assert set(page.context["page"].rows) == {mine, also_mine}
    assert page.context["unknown"] == [theirs, nobodys]
    assert "2 références sans dossier que vous puissiez ouvrir" in page.content.decode()


def test_a_reference_that_a_filter_hides_is_not_unknown(signed_in, prescriber, coordinator):
    reference = reference_of(prescriber, orient(prescriber))

    page = signed_in(prescriber).get(LIST, {"q": reference, "stage": "closed"})

    assert page.context["page"].rows == []
    assert page.context["unknown"] == []


def test_the_other_organisations_of_the_files_are_filters(
    signed_in, prescriber, other_prescriber, coordinator, upstream
):
    prepared = at_information(prescriber, coordinator, upstream)
    waiting = orient(other_prescriber)
    browser = signed_in(coordinator)

    assert found(browser, prescriber=public_id_of(other_prescriber)) == [waiting]
    assert found(browser, operator=public_id_of(upstream)) == [prepared]
    assert found(signed_in(prescriber), operator=public_id_of(upstream)) == [prepared]
    assert found(signed_in(upstream), prescriber=public_id_of(prescriber)) == [prepared]


def test_only_the_organisations_of_ones_own_files_are_offered(
    signed_in, prescriber, other_prescriber, coordinator, upstream, host, other_host
):
    parcours = at_positioning(prescriber, coordinator, upstream)
    propose(upstream, parcours, host)
    propose(upstream, parcours, other_host, territory="lozere")
    orient(other_prescriber)

    def offered(actor):
        fields = signed_in(actor).get(LIST).context["filters"].form.fields
        return [
            {label for value, label in fields[name].choices if value}
            for name in ("prescriber", "operator")
        ]

    assert offered(upstream) == [
        {"CHRS de test"},
        {"Amont de test", "Accueil de test", "Autre accueil de test"},
    ]
    assert offered(host) == [{"CHRS de test"}, {"Amont de test", "Accueil de test"}]
    assert offered(other_prescriber) == [{"Autre CHRS de test"}, set()]


@pytest.mark.parametrize("name", ["prescriber", "operator", "territory", "household", "papers"])
def test_a_value_that_was_tampered_with_is_said_and_narrows_nothing(
    signed_in, prescriber, coordinator, name
):
    parcours = orient(prescriber)

    page = signed_in(prescriber).get(LIST, {name: "nimporte-quoi"})

    assert page.status_code == 200
    assert page.context["page"].rows == [parcours]
    assert name in page.context["filters"].form.errors


def test_the_type_of_a_household_counts_who_lives_there_today(signed_in, prescriber, coordinator):
    alone = orient(prescriber)
    parent = orient(prescriber, people=[a_candidate(), a_child(birth_date=date(2020, 1, 1))])
    grown = orient(prescriber, people=[a_candidate(), a_child(birth_date=date(1999, 1, 1))])
    partner = NewPerson(Link.PARTNER, {"last_name": "Exemple"}, [])
    couple = orient(prescriber, people=[a_candidate(), partner])
    family = orient(prescriber, people=[a_candidate(), partner, a_child()])
    browser = signed_in(prescriber)

    for kind, expected in {
        "single": {alone, grown},
        "single_parent": {parent},
        "couple": {couple},
        "couple_with_children": {family},
    }.items():
        assert set(found(browser, household=kind)) == expected
        for parcours in expected:
            with database_context(prescriber.database_context):
                assert parcours.household.type_on(timezone.localdate()) == kind


def test_late_files_are_open_and_past_their_day(signed_in, prescriber, coordinator):
    late, _ = orient(prescriber), orient(prescriber)
    change(coordinator, late, due_on=timezone.localdate() - timedelta(days=1))

    assert found(signed_in(prescriber), ageing="late") == [late]


def test_a_file_where_nothing_happened_for_a_month_is_still(signed_in, prescriber, coordinator):
    long_ago = timezone.now() - timedelta(days=40)
    still, moved = orient(prescriber, now=long_ago), orient(prescriber, now=long_ago)
    note(prescriber, moved)
    orient(prescriber)

    assert found(signed_in(prescriber), ageing="still") == [still]


def test_a_confidential_exchange_of_others_leaves_a_file_still(signed_in, prescriber, coordinator):
    parcours = orient(prescriber, now=timezone.now() - timedelta(days=40))
    note(prescriber, parcours, level="confidential")

    assert found(signed_in(coordinator), ageing="still") == [parcours]
    assert found(signed_in(prescriber), ageing="still") == []


def test_files_without_a_lead_worker_and_ones_own(signed_in, prescriber, coordinator):
    nobodys, mine = orient(prescriber), orient(prescriber)
    change(coordinator, nobodys, lead_worker=None)
    change(coordinator, mine, lead_worker=prescriber.user_id)
    browser = signed_in(prescriber)

    assert found(browser, lead="none") == [nobodys]
    assert found(browser, lead="me") == [mine]


def test_permits_unknown_expired_or_too_short_for_the_move(
    signed_in, prescriber, coordinator, upstream, host
):
    today = timezone.localdate()
    cast = (prescriber, coordinator, upstream, host)
    short, long, french = (at_installation(*cast) for _ in range(3))
    unknown, expired = orient(prescriber), orient(prescriber)
    with database_context(coordinator.database_context):
        Placement.objects.active().update(planned_move_on=today + timedelta(days=30))
        Person.objects.exclude(memberships__household=french.household_id).update(
            nationality=Nationality.OTHER
        )
    permit_of(coordinator, short, today + timedelta(days=10))
    permit_of(coordinator, long, today + timedelta(days=10))
    permit_of(coordinator, long, today + timedelta(days=300))
    permit_of(coordinator, expired, today - timedelta(days=1))
    browser = signed_in(coordinator)

    assert found(browser, papers="expired") == [expired]
    assert found(browser, papers="no_permit") == [unknown]
    for actor in cast:
        assert found(signed_in(actor), papers="before_move") == [short]


def test_papers_that_were_asked_for(signed_in, prescriber, coordinator):
    asked, _ = orient(prescriber), orient(prescriber)
    act(
        services.ask_documents,
        coordinator,
        asked,
        kinds=[DocumentKind.TAX],
        wanted_by=timezone.localdate(),
    )

    assert found(signed_in(prescriber), papers="asked") == [asked]


def test_the_territory_of_a_file(signed_in, prescriber, coordinator, upstream, host):
    parcours = at_immersion(prescriber, coordinator, upstream, host)
    with database_context(coordinator.database_context):
        slug = Parcours.objects.get(pk=parcours.pk).territory.slug
    browser = signed_in(coordinator)

    assert found(browser, territory=slug) == [parcours]
    assert found(browser, territory="lozere" if slug != "lozere" else "cantal") == []
