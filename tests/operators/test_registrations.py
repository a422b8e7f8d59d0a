import pytest
from django.urls import reverse

from emile.core.errors import DomainError
from operators.enums import OrganisationKind, RegistrationState
from operators.models import Membership, Organisation, RegistrationRequest
from operators.services import accept_registration, refuse_registration
from tests.operators.factories import (
    PASSWORD,
    THEN,
    MembershipFactory,
    OrganisationFactory,
    RegistrationRequestFactory,
)


pytestmark = pytest.mark.django_db
SIRET = "73282932000074"
ANSWERS = {
    "name": "Foyer des Lilas",
    "siret": "",
    "departement": "93",
    "contact_first_name": "Dominique",
    "contact_last_name": "Perrin",
    "contact_email": "dominique@foyer.example",
}


@pytest.fixture
def coordinator():
    return MembershipFactory(coordinator=True)


def test_a_body_that_orients_asks_to_join_and_waits(client, submit, letters):
    response = submit(reverse("operators:apply"), ANSWERS)

    assert response.url == reverse("operators:apply_done")
    assert client.get(response.url).status_code == 200
    assert RegistrationRequest.objects.get().state == RegistrationState.PENDING
    assert not Organisation.objects.filter(name="Foyer des Lilas").exists()
    assert len(letters("dominique@foyer.example")) == 1


def test_the_answer_is_the_same_when_the_address_has_an_account(submit, letters):
    MembershipFactory(user__email="dominique@foyer.example")

    known = submit(reverse("operators:apply"), ANSWERS)
    unknown = submit(
        reverse("operators:apply"),
        {**ANSWERS, "name": "Halte des Roses", "contact_email": "autre@halte.example"},
    )

    assert known.url == unknown.url
    bodies = {letters(a)[0].body for a in ("dominique@foyer.example", "autre@halte.example")}
    assert len(bodies) == 1


def test_the_same_request_sent_twice_waits_once(submit, letters):
    submit(reverse("operators:apply"), ANSWERS)
    submit(reverse("operators:apply"), {**ANSWERS, "name": "FOYER DES LILAS"})

    assert RegistrationRequest.objects.count() == 1
    assert len(letters("dominique@foyer.example")) == 1


def test_a_likely_double_is_named_and_no_more_is_said_of_it(submit):
    existing = OrganisationFactory(
        name="Foyer les Lilas", departement="93", email="secret@foyer.example"
    )

    warned = submit(reverse("operators:apply"), ANSWERS)
    confirmed = submit(reverse("operators:apply"), {**ANSWERS, "is_another": "on"})

    assert "Foyer les Lilas (93)" in warned.text
    assert existing.email not in warned.text
    assert confirmed.status_code == 302


def test_an_organisation_that_left_is_not_named_to_strangers(submit):
    OrganisationFactory(name="Foyer les Lilas", is_active=False)

    assert submit(reverse("operators:apply"), ANSWERS).status_code == 302


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("siret", "73282932000075"),
        ("departement", "99"),
        ("contact_email", "dominique"),
        ("contact_phone", "12"),
        ("name", "\x00"),
    ],
)
def test_a_clumsy_answer_is_refused_beside_its_field(submit, field, value):
    response = submit(reverse("operators:apply"), {**ANSWERS, field: value})

    assert response.status_code == 200
    assert field in response.context["form"].errors


def test_an_accepted_body_enters_the_directory_with_its_first_manager(
    client, submit, coordinator, letters, link_in
):
    demand = RegistrationRequestFactory(contact_email="dominique@foyer.example", siret=SIRET)
    client.force_login(coordinator.user)
    submit(reverse("operators:registration_accept", args=[demand.public_id]))
    client.logout()

    submit(
        link_in(letters("dominique@foyer.example")[0]),
        {
            "first_name": "Dominique",
            "last_name": "Perrin",
            "password1": PASSWORD,
            "password2": PASSWORD,
        },
    )

    member = Membership.objects.get(user__email="dominique@foyer.example")
    demand.refresh_from_db()
    assert member.is_manager
    assert member.organisation.kinds == [OrganisationKind.PRESCRIBER]
    assert member.organisation.siret == SIRET
    assert demand.organisation == member.organisation
    assert demand.decided_by == coordinator.user


def test_a_refused_body_reads_why(client, submit, coordinator, letters):
    demand = RegistrationRequestFactory(contact_email="dominique@foyer.example")
    client.force_login(coordinator.user)

    submit(
        reverse("operators:registration_refuse", args=[demand.public_id]),
        {"reason": "Déjà inscrite : écrivez à l’accueil."},
    )

    demand.refresh_from_db()
    assert demand.state == RegistrationState.REFUSED
    assert "Déjà inscrite : écrivez à l’accueil." in letters("dominique@foyer.example")[0].body


def test_a_refusal_needs_a_reason(client, submit, coordinator):
    demand = RegistrationRequestFactory()
    client.force_login(coordinator.user)

    response = submit(reverse("operators:registration_refuse", args=[demand.public_id]))

    assert response.context["form"].errors["reason"]


def test_a_request_is_decided_once(coordinator):
    demand = RegistrationRequestFactory()
    accept_registration(actor=coordinator.as_actor(), demand=demand, now=THEN)

    with pytest.raises(DomainError) as refusal:
        refuse_registration(actor=coordinator.as_actor(), demand=demand, reason="Non", now=THEN)

    assert refusal.value.code == "state"


def test_a_siret_already_taken_leaves_everything_as_it_was(client, submit, coordinator):
    OrganisationFactory(siret=SIRET)
    demand = RegistrationRequestFactory(siret=SIRET)
    client.force_login(coordinator.user)

    response = submit(
        reverse("operators:registration_accept", args=[demand.public_id]), follow=True
    )

    demand.refresh_from_db()
    assert "porte déjà ce numéro SIRET" in response.text
    assert demand.is_pending


@pytest.mark.parametrize("trait", ["national", "host", "upstream"])
def test_only_the_coordinator_decides(client, submit, trait):
    member = MembershipFactory(manager=True, **{trait: True})
    demand = RegistrationRequestFactory()
    client.force_login(member.user)

    response = submit(reverse("operators:registration_accept", args=[demand.public_id]))

    assert response.status_code == 403
    with pytest.raises(DomainError):
        accept_registration(actor=member.as_actor(), demand=demand, now=THEN)


def test_the_coordinator_sees_what_waits_and_what_it_may_double(client, coordinator):
    OrganisationFactory(name="Foyer les Lilas")
    demand = RegistrationRequestFactory(name="Foyer des Lilas")
    client.force_login(coordinator.user)

    waiting = client.get(reverse("operators:registration_list"))
    detail = client.get(demand.get_absolute_url())

    assert "Foyer des Lilas" in waiting.text
    assert "Foyer les Lilas" in detail.text
