"""« Foyer »: who is there, their papers, how to reach them; written again without losing anything."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import ContactKind, Link, Moves, Nationality, PermitKind, Presence
from candidates.models import ContactPoint, Household, Parcours, Person, ResidencePermit
from candidates.selectors.profile import profile_lines
from candidates.services import NewPerson
from emile.core.context import database_context
from emile.core.errors import StaleVersion
from emile.core.models import ReadLog
from emile.core.workflow import TransitionRefused
from tests.factories import a_candidate, act, orient


pytestmark = pytest.mark.django_db


@pytest.fixture
def parcours(prescriber, coordinator):
    return orient(prescriber, people=[a_candidate(nationality=Nationality.OTHER), a_child()])


def a_child():
    return NewPerson(
        link=Link.CHILD,
        fields={"first_name": "Issa", "last_name": "Exemple", "birth_date": date(2020, 1, 2)},
        presence=Presence.ALTERNATE,
    )


def somebody(first_name):
    return Person.objects.get(first_name=first_name)


def section(parcours):
    return reverse("candidates:file_household", args=[parcours.public_id])


def page_of(parcours, step, thing):
    return reverse("candidates:act_about", args=[parcours.public_id, step, thing.public_id])


def told_of(actor, parcours, subject):
    """The line of the household's profile about that."""
    with database_context(actor.database_context):
        file = Parcours.objects.for_detail().get(pk=parcours.pk)
        lines = profile_lines(file, timezone.localdate())
    return next(line for line in lines if subject in line)


def permit(actor, parcours, **fields):
    described = {
        "person": somebody("Awa"),
        "kind": PermitKind.CARD,
        "expires_on": timezone.localdate() + timedelta(days=200),
        "allows_work": None,
        "is_seen": False,
    } | fields
    return act(services.record_permit, actor, parcours, **described)


def test_everyone_is_shown_with_what_is_known(signed_in, prescriber, parcours):
    page = signed_in(prescriber).get(section(parcours))

    for words in ("Famille monoparentale", "Issa Exemple", "Garde alternée", "À vérifier"):
        assert words in page.text


def test_a_stranger_is_told_nothing(signed_in, other_prescriber, parcours):
    assert signed_in(other_prescriber).get(section(parcours)).status_code == 404


def test_it_costs_the_same_with_more_people(signed_in, prescriber, coordinator, count_queries):
    alone, family = orient(prescriber), orient(prescriber, people=[a_candidate(), *[a_child()] * 5])
    browser = signed_in(prescriber)

    costs = [
        count_queries(lambda file=file: browser.get(section(file))) for file in (alone, family)
    ]

    assert costs[0] == costs[1] <= 25


def test_a_permit_noted_again_says_that_its_original_was_seen(prescriber, parcours):
    permit(prescriber, parcours)
    permit(prescriber, parcours, is_seen=True)

    noted = ResidencePermit.objects.get(person=somebody("Awa"))
    assert noted.seen_on == timezone.localdate()
    assert somebody("Awa").is_lawfully_present_on(timezone.localdate()) is True


def test_nothing_is_noted_of_somebody_who_is_not_in_the_household(prescriber, parcours):
    orient(prescriber, people=[a_candidate(first_name="Binta")])
    stranger = somebody("Binta")

    with pytest.raises(TransitionRefused) as permit_refused:
        permit(prescriber, parcours, person=stranger)
    with pytest.raises(TransitionRefused) as contact_refused:
        act(
            services.record_contact,
            prescriber,
            parcours,
            person=stranger,
            kind=ContactKind.OWN_PHONE,
            value="+33698765432",
        )

    assert (permit_refused.value.code, contact_refused.value.code) == ("person", "person")
    assert not stranger.permits.exists()


def read_by(actor):
    reads = ReadLog.objects.filter(user_id=actor.user_id).order_by("pk")
    return list(reads.values_list("page", flat=True))


def test_a_form_shown_or_shown_again_leaves_a_trace(signed_in, prescriber, parcours):
    address = page_of(parcours, "record_contact", somebody("Awa"))
    browser = signed_in(prescriber)

    browser.get(address)
    refused = browser.post(address, {"once": uuid4(), "on": timezone.localdate()})

    assert refused.status_code == 422
    assert read_by(prescriber) == ["acte"] * 2


def test_a_number_is_kept_as_it_is_dialled(signed_in, prescriber, parcours):
    address = page_of(parcours, "record_contact", somebody("Awa"))
    answers = {
        "once": uuid4(),
        "on": timezone.localdate(),
        "kind": "shared_phone",
        "whose": "Tante",
    }

    refused = signed_in(prescriber).post(address, answers | {"value": "06 12"})
    accepted = signed_in(prescriber).post(address, answers | {"value": "06 98 76 54 32"})

    assert refused.status_code == 422
    assert accepted.url == section(parcours)
    assert ContactPoint.objects.get(kind="shared_phone").value == "+33698765432"


def test_a_birth_date_may_be_a_year(signed_in, prescriber, parcours):
    person = somebody("Awa")
    browser = signed_in(prescriber)
    form = browser.get(page_of(parcours, "edit_person", person)).context["form"]
    shown = {name: form[name].value() for name in form.fields}
    answers = {name: "" if value is None else value for name, value in shown.items()} | {
        "once": uuid4(),
        "on": timezone.localdate(),
        "birth_date": "1990",
    }

    answer = browser.post(page_of(parcours, "edit_person", person), answers)

    assert answer.url == section(parcours)
    person.refresh_from_db()
    assert (person.birth_date, person.birth_date_is_approximate) == (date(1990, 1, 1), True)


def test_no_licence_is_not_an_unknown_one(signed_in, submit, prescriber, parcours):
    person = somebody("Awa")
    browser = signed_in(prescriber)
    url = page_of(parcours, "edit_person", person)
    said = {"version": 1, "last_name": "Exemple", "first_name": "Awa", "on": timezone.localdate()}
    assert person.licences is None
    assert "permis à préciser, véhicule à préciser" in told_of(prescriber, parcours, "mobilité")

    none = submit(url, said | {"licences": ["none"], "prepares_licence_b": "yes"})

    person.refresh_from_db()
    assert (none.status_code, person.licences, person.may_drive) == (302, [], False)
    assert "sans permis, B en préparation" in told_of(prescriber, parcours, "mobilité")
    # What the page shows again is what was said.
    assert browser.get(url).context["form"]["licences"].value() == ["none"]

    both = submit(url, said | {"version": 2, "licences": ["none", "B"]})
    already = submit(url, said | {"version": 2, "licences": ["B"], "prepares_licence_b": "yes"})
    held = submit(url, said | {"version": 2, "licences": ["CE", "B"], "vehicle": "shared"})

    assert [both.status_code, already.status_code, held.status_code] == [422, 422, 302]
    person.refresh_from_db()
    assert (person.licences_told, person.may_drive) == ("B, CE", True)
    shown = browser.get(section(parcours)).text
    assert "B, CE" in shown
    assert "Véhicule partagé ou prêté" in shown


def test_a_child_is_asked_neither_licence_nor_vehicle(signed_in, prescriber, parcours):
    page = signed_in(prescriber).get(page_of(parcours, "edit_person", somebody("Issa")))

    assert not {"licences", "prepares_licence_b", "vehicle"} & set(page.context["form"].fields)


def test_an_adult_who_stays_behind_is_no_longer_a_party(signed_in, prescriber, parcours):
    person = somebody("Awa")
    answers = {"presence": Presence.PERMANENT, "moves": Moves.NO, "on": timezone.localdate()}

    answer = signed_in(prescriber).post(
        page_of(parcours, "member_moves", person), answers | {"once": uuid4()}
    )

    assert answer.url == section(parcours)
    with database_context(prescriber.database_context):
        member = parcours.household.members.get(person=person, until__isnull=True)
    assert not member.is_moving_adult_on(timezone.localdate())


def test_another_home_than_the_one_that_suits_says_why(signed_in, submit, prescriber, parcours):
    with database_context(prescriber.database_context):
        household = Household.objects.get(pk=parcours.household_id)
    browser = signed_in(prescriber)
    asked = {
        "on": timezone.localdate(),
        "version": 1,
        "asked_typology": "T4",
        "highest_rent": "550",
    }
    url = page_of(parcours, "edit_household", household)

    refused = submit(url, asked)
    kept = submit(url, asked | {"why_typology": "Garde alternée à partir de janvier."})

    assert (refused.status_code, kept.status_code) == (422, 302)
    assert "why_typology" in refused.context["form"].errors
    section = browser.get(kept.url).text
    assert "Garde alternée" in section
    told = told_of(prescriber, parcours, "Logement")
    assert "T4" in told
    assert "550\u00a0€ au plus" in told


def test_a_slower_colleague_sees_both_versions(signed_in, prescriber, coordinator, parcours):
    with database_context(prescriber.database_context):
        household = Household.objects.get(pk=parcours.household_id)
    act(
        services.edit_household,
        prescriber,
        parcours,
        household=household,
        version=1,
        has_pets=True,
    )
    with pytest.raises(StaleVersion):
        act(services.edit_household, prescriber, parcours, household=household, version=1)

    answer = signed_in(coordinator).post(
        page_of(parcours, "edit_household", household),
        {"once": uuid4(), "on": timezone.localdate(), "version": 1, "has_pets": "no"},
    )

    assert answer.status_code == 409
    assert read_by(coordinator) == ["acte"]
    assert "Y a-t-il un animal" in answer.text
    assert ("version", "2") in answer.context["kept"]
