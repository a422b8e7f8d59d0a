"""« Orienter un ménage » from its first page to the promise of an answer, without JavaScript."""

from datetime import date
from uuid import uuid4

import pytest
import time_machine
from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse

from candidates.enums import ContactKind, Link, Moves, Presence, Stage
from candidates.forms.fields import BirthDateField, PhoneField
from candidates.models import ContactPoint, Draft, Household, JoinRequest, Parcours, Person
from emile.core.context import database_context
from emile.core.models import OutboxMessage
from operators.models import Organisation, User
from territories.models import Commune
from tests.factories import orient


pytestmark = pytest.mark.django_db

WORKING_DAY = "2026-12-01 10:00:00+01:00"
NOBODY_ELSE = {"members-TOTAL_FORMS": "0", "members-INITIAL_FORMS": "0"}
IDENTITY = {
    "first_name": "Awa",
    "last_name": "Exemple",
    "birth_date": "12/04/1990",
    "nationality": "french",
    **NOBODY_ELSE,
}
SITUATION = {
    "sleeps_in": "Saint-Denis (93)",
    "sleeps_in_code": "93066",
    "lodging": "shelter",
    "housing_precarity": "no_lease",
    "language_level": "B1",
    "contact_kind": "own_phone",
    "phone": "06 12 34 56 78",
}
COMMITMENT = {
    "is_committed": "yes",
    "is_volunteer": "yes",
    "informed_on": "2026-11-30",
    "agrees_to_share": "yes",
}


class Orienting:
    """Somebody at their keyboard, page after page."""

    def __init__(self, client, actor):
        self.client, self.actor = client, actor
        self.user = User.objects.get(pk=actor.user_id)
        client.force_login(self.user, backend="django.contrib.auth.backends.ModelBackend")
        self.send(reverse("candidates:orientation_start"))
        self.draft = Draft.objects.latest("pk")

    def send(self, url, fields=None):
        return self.client.post(url, {"once": uuid4(), **(fields or {})})

    def fill(self, step, fields, action="continue"):
        url = reverse("candidates:orientation_step", args=[self.draft.public_id, step])
        return self.send(url, {**fields, "action": action})

    def fill_all(self, *, identity=None, situation=None, commitment=None):
        self.fill("structure", {"lead_worker": self.user.email})
        self.fill("identite", IDENTITY | (identity or {}))
        self.fill("situation", SITUATION | (situation or {}))
        return self.fill("engagement", COMMITMENT | (commitment or {}))

    @property
    def confirmation(self):
        return reverse("candidates:orientation_confirm", args=[self.draft.public_id])

    def look(self):
        return self.client.get(self.confirmation)

    def confirm(self):
        return self.send(self.confirmation)

    def the_file(self):
        with database_context(self.actor.database_context):
            return Parcours.objects.select_related("household").latest("pk")


@pytest.fixture
def orienting(client, prescriber):
    with time_machine.travel(WORKING_DAY, tick=False):
        yield Orienting(client, prescriber)


def test_an_orientation_opens_a_file_from_what_was_typed(orienting, prescriber):
    assert orienting.fill_all().url == orienting.confirmation
    orienting.confirm()

    parcours = orienting.the_file()
    household = parcours.household
    candidate = Person.objects.get(memberships__household=household)
    contact = ContactPoint.objects.get(person=candidate)
    assert parcours.stage == Stage.ELIGIBILITY
    assert parcours.lead_worker_id == prescriber.user_id
    assert household.sleeps_in == Commune.objects.get(code="93066")
    assert (household.informed_on, household.agrees_to_share) == (date(2026, 11, 30), True)
    assert (candidate.full_name, candidate.birth_date) == ("Awa Exemple", date(1990, 4, 12))
    assert candidate.language_level == "B1"
    assert (contact.kind, contact.value) == (ContactKind.OWN_PHONE, "+33612345678")
    assert candidate.residential_spells.get().kind == "shelter"
    assert not Draft.objects.exists()


def test_the_answer_is_promised_with_a_date_and_a_name(orienting, coordinator):
    orienting.fill_all()

    assert "Réponse avant le mardi 8 décembre 2026" in orienting.look().text
    done = orienting.client.get(orienting.confirm().url)
    assert "Réponse avant le mardi 8 décembre 2026" in done.text
    assert Organisation.objects.get(pk=coordinator.organisation_id).name in done.text


def test_the_acknowledgement_names_nobody(orienting):
    orienting.fill_all()
    orienting.confirm()

    letter = OutboxMessage.objects.get(recipient=orienting.user.email)
    reference = orienting.the_file().household.reference
    assert reference in letter.subject
    assert letter.subject.endswith("réponse avant le mardi 8 décembre 2026")
    assert "Exemple" not in letter.body.replace(orienting.user.get_full_name(), "")
    assert "Awa" not in letter.body


def test_a_double_click_opens_one_file(orienting):
    orienting.fill_all()
    key = {"once": str(uuid4())}

    first = orienting.client.post(orienting.confirmation, key)
    second = orienting.client.post(orienting.confirmation, key)

    assert first.url == second.url
    with database_context(orienting.actor.database_context):
        assert Parcours.objects.count() == 1


def test_without_commitment_the_file_waits_with_the_orienting_body(orienting, prescriber):
    orienting.fill_all(commitment={"is_committed": ""})

    assert "Le dossier vous attendra" in orienting.look().text
    orienting.confirm()

    parcours = orienting.the_file()
    assert parcours.stage == Stage.ORIENTATION
    assert parcours.prescriber_is_committed is None
    assert parcours.owner_organisation_id == prescriber.organisation_id


def test_a_name_and_a_way_to_reach_are_enough(orienting):
    orienting.fill("structure", {"lead_worker": orienting.user.email})
    orienting.fill("identite", {"first_name": "Awa", **NOBODY_ELSE})
    orienting.fill("situation", {"contact_kind": "own_phone", "phone": "0612345678"})
    orienting.fill("engagement", {})
    orienting.confirm()

    person = Person.objects.get(memberships__household=orienting.the_file().household)
    assert (person.first_name, person.last_name) == ("", "Awa")


def test_a_page_left_out_keeps_the_file_closed(orienting):
    orienting.fill("identite", IDENTITY)

    assert "Il manque quelque chose" in orienting.look().text
    orienting.confirm()

    with database_context(orienting.actor.database_context):
        assert not Household.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"contact_kind": ""}, "Indiquez au moins un moyen de joindre la personne."),
        ({"phone": ""}, "Écrivez le numéro."),
        ({"phone": "12"}, "Ce numéro de téléphone n’existe pas."),
        ({"contact_kind": "shared_phone"}, "Dites à qui est ce téléphone."),
        ({"contact_kind": "third_party"}, "Dites à qui est ce téléphone."),
        ({"contact_kind": "organisation", "phone": ""}, "Écrivez le numéro."),
        ({"sleeps_in": "Saint", "sleeps_in_code": ""}, "Plusieurs communes correspondent"),
    ],
)
def test_a_refused_answer_says_why(orienting, wrong, message):
    answer = orienting.fill("situation", SITUATION | wrong)

    assert answer.status_code == 422
    assert message in answer.text
    assert "<title>Erreur\u00a0: " in answer.text


def test_the_number_of_the_orienting_body_serves_for_those_who_have_none(orienting):
    organisation = orienting.user.memberships.get().organisation
    type(organisation).objects.filter(pk=organisation.pk).update(phone="01 42 34 56 78")
    orienting.fill_all(situation={"contact_kind": "organisation", "phone": ""})
    orienting.confirm()

    assert ContactPoint.objects.get().value == "+33142345678"


def test_searching_a_place_reproaches_nothing_else(orienting):
    answer = orienting.fill("situation", {"sleeps_in": "Saint", "sleeps_in_search": "1"}, "")
    shown = orienting.client.get(answer.url).text

    assert "Plusieurs communes correspondent" in shown
    assert "Indiquez au moins un moyen" not in shown


def test_the_other_people_of_the_household_come_with_their_papers(orienting):
    orienting.fill_all(
        identity={
            "members-TOTAL_FORMS": "3",
            "members-0-kinship": "partner",
            "members-0-last_name": "Modèle",
            "members-0-nationality": "other",
            "members-0-permit_kind": "card",
            "members-0-permit_expires_on": "2028-01-31",
            "members-0-presence": "permanent",
            "members-0-moves": "later",
            "members-1-kinship": "child",
            "members-1-first_name": "Moussa",
            "members-1-birth_date": "05/2019",
            "members-1-presence": "alternate",
            "members-1-moves": "yes",
            "members-2-presence": "permanent",
            "members-2-moves": "yes",
        }
    )
    orienting.confirm()

    household = orienting.the_file().household
    partner = household.members.get(link=Link.PARTNER)
    child = household.members.get(link=Link.CHILD)
    assert household.members.count() == 3
    assert partner.moves == Moves.LATER
    assert partner.person.permits.get().expires_on == date(2028, 1, 31)
    assert child.presence == Presence.ALTERNATE
    assert (child.person.birth_date, child.person.birth_date_is_approximate) == (
        date(2019, 5, 1),
        True,
    )


def test_the_link_of_another_person_is_never_presumed(orienting):
    answer = orienting.fill(
        "identite",
        IDENTITY
        | {
            "members-TOTAL_FORMS": "1",
            "members-0-last_name": "Modèle",
            "members-0-presence": "permanent",
            "members-0-moves": "yes",
        },
    )

    assert answer.status_code == 422
    assert "rien n’est supposé" in answer.text


@pytest.mark.parametrize(
    ("changes", "criterion", "verdict"),
    [
        ({}, "commitment", "met"),
        ({"commitment": {"is_committed": "no"}}, "commitment", "not_met"),
        ({"commitment": {"is_committed": ""}}, "commitment", "unknown"),
        ({"situation": {"sleeps_in": "Aurillac (15)", "sleeps_in_code": "15014"}}, "departure", "not_met"),
        ({"situation": {"sleeps_in": "", "sleeps_in_code": ""}}, "departure", "unknown"),
        ({"identity": {"birth_date": "02/12/2008"}}, "majority", "not_met"),
        ({"identity": {"birth_date": "01/12/2008"}}, "majority", "met"),
        ({"identity": {"birth_date": ""}}, "majority", "unknown"),
        ({"situation": {"language_level": "A1"}}, "language", "not_met"),
        ({"situation": {"housing_precarity": "none"}}, "precarity", "not_met"),
        ({"identity": {"nationality": "other"}}, "lawful_stay", "unknown"),
        ({"identity": {"nationality": "other", "permit_kind": "card", "permit_expires_on": "2026-11-30"}}, "lawful_stay", "not_met"),
        ({"identity": {"nationality": "other", "permit_kind": "card", "permit_expires_on": "2026-12-01"}}, "lawful_stay", "met"),
        ({"commitment": {"is_volunteer": ""}}, "volunteering", "unknown"),
    ],
)  # fmt: skip
def test_the_criteria_shown_are_those_of_the_file(orienting, changes, criterion, verdict):
    orienting.fill_all(**changes)

    shown = {one.criterion: one.verdict for one in orienting.look().context["judgements"]}
    orienting.confirm()

    kept = orienting.the_file().evaluations.earliest("pk").results
    assert shown[criterion] == verdict
    assert kept == shown


def test_a_likely_double_is_told_and_can_be_joined(orienting, other_prescriber):
    known = orient(other_prescriber)
    orienting.fill_all()

    page = orienting.look()
    (likeness,) = page.context["likenesses"].elsewhere
    assert "ressemble beaucoup" in page.text
    assert "Autre CHRS" not in page.text
    url = reverse("candidates:join_request", args=[orienting.draft.public_id])
    orienting.send(url, {"token": likeness.token})

    assert JoinRequest.objects.get().parcours_id == known.pk
    assert "est chez la coordination" in orienting.look().text


def test_the_coordinator_compares_answers_and_undoes(
    client, orienting, coordinator, other_prescriber
):
    orient(other_prescriber)
    orienting.fill_all()
    (likeness,) = orienting.look().context["likenesses"].elsewhere
    url = reverse("candidates:join_request", args=[orienting.draft.public_id])
    orienting.send(url, {"token": likeness.token})
    join = JoinRequest.objects.get()
    client.force_login(
        User.objects.get(pk=coordinator.user_id),
        backend="django.contrib.auth.backends.ModelBackend",
    )

    assert "CHRS de test" in client.get(reverse("candidates:join_list")).text
    detail = reverse("candidates:join_detail", args=[join.public_id])
    assert "12/04/1990" in client.get(detail).text
    orienting.send(reverse("candidates:join_accept", args=[join.public_id]))
    assert "Rien n’a été ouvert" in client.get(detail).text
    orienting.send(reverse("candidates:join_undo", args=[join.public_id]))

    join.refresh_from_db()
    assert join.state == "undone"
    late = orienting.send(reverse("candidates:join_accept", args=[join.public_id]))
    assert late.status_code == 409


def test_the_pages_are_those_of_orienting_bodies(client, coordinator):
    client.force_login(
        User.objects.get(pk=coordinator.user_id),
        backend="django.contrib.auth.backends.ModelBackend",
    )

    assert client.get(reverse("candidates:orientation_start")).status_code == 403


# The test without account

ALL_MET = {
    "departement": "93",
    "age": "36",
    "language_level": "A2",
    "housing_precarity": "no_lease",
    "adults_are_lawful": "yes",
    "is_volunteer": "yes",
    "is_committed": "yes",
}


@pytest.mark.parametrize(
    ("changes", "headline"),
    [
        ({}, "Tous les critères semblent remplis"),
        ({"age": "17"}, "1 critère n’est pas rempli"),
        ({"age": "", "is_committed": ""}, "2 critères à vérifier, aucun refus"),
        ({"departement": "69"}, "1 critère à vérifier, aucun refus"),
        ({"departement": "15", "language_level": "A1"}, "2 critères ne sont pas remplis"),
    ],
)
def test_anybody_may_test_and_nothing_is_kept(client, changes, headline):
    url = reverse("candidates:eligibility_test")

    assert client.get(url).status_code == 200
    answer = client.post(url, ALL_MET | changes)

    assert headline in answer.text
    assert settings.SESSION_COOKIE_NAME not in client.cookies
    assert "no-store" in answer.headers["Cache-Control"]


# What people type


@pytest.mark.parametrize(
    ("typed", "day", "is_approximate"),
    [
        ("14/07/1989", date(1989, 7, 14), False),
        ("14-7-1989", date(1989, 7, 14), False),
        ("1989-07-14", date(1989, 7, 14), False),
        ("07/1989", date(1989, 7, 1), True),
        ("1989", date(1989, 1, 1), True),
    ],
)
def test_a_birth_date_may_be_a_month_or_a_year(typed, day, is_approximate):
    born = BirthDateField().clean(typed)

    assert (born.day, born.is_approximate) == (day, is_approximate)


@pytest.mark.parametrize("typed", ["hier", "31/02/1989", "89", "0000", "13/1989", "1850", "2999"])
def test_a_birth_date_that_is_none_is_refused(typed):
    field = BirthDateField(today=date(2026, 12, 1))

    with pytest.raises(ValidationError):
        field.clean(typed)


@pytest.mark.parametrize(
    "typed", ["0612345678", "06 12 34 56 78", "+33 6 12 34 56 78", "06.12.34.56.78"]
)
def test_one_number_has_one_spelling(typed):
    assert PhoneField().clean(typed) == "+33612345678"
