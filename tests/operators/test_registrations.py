from datetime import timedelta
from ipaddress import ip_network

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

    assert response.status_code == 422
    assert field in response.context["form"].errors


@pytest.mark.parametrize("field", ["contact_email", "siret"])
@pytest.mark.parametrize("value", ["\x00", "a\x00@foyer.example", "73282932\x00000074"])
def test_an_invisible_character_is_told_once(submit, field, value):
    response = submit(reverse("operators:apply"), {**ANSWERS, field: value})

    (told,) = response.context["form"].errors[field]
    assert "caractère invisible" in told


@pytest.fixture
def apply_from(submit):
    """Ask to join for the nth body, from a network address."""

    def send(number, address="198.51.100.7", **extra):
        answers = {"name": f"Structure {number}", "contact_email": f"n{number}@asso.example"}
        return submit(
            reverse("operators:apply"),
            {**ANSWERS, **answers, "is_another": "on"},
            REMOTE_ADDR=address,
            **extra,
        )

    return send


def test_one_address_asks_for_ten_bodies_an_hour_and_the_others_are_left_alone(apply_from):
    accepted = [apply_from(number) for number in range(10)]
    refused = apply_from(10)
    somebody_else = apply_from(11, address="198.51.100.8")

    assert {answer.status_code for answer in accepted} == {302}
    assert refused.status_code == 429
    assert refused.headers["Retry-After"] == "3600"
    assert "Trop d’essais" in refused.text
    assert somebody_else.status_code == 302
    assert not RegistrationRequest.objects.filter(name="Structure 10").exists()


def test_writing_a_forwarded_address_oneself_opens_no_other_door(apply_from, settings):
    settings.REGISTRATIONS_PER_HOUR = 1
    apply_from(1, HTTP_X_FORWARDED_FOR="203.0.113.1")

    assert apply_from(2, HTTP_X_FORWARDED_FOR="203.0.113.2").status_code == 429


def test_behind_a_declared_proxy_each_visitor_is_counted_apart(apply_from, settings):
    settings.REGISTRATIONS_PER_HOUR = 1
    settings.TRUSTED_PROXIES = [ip_network("198.51.100.0/24")]
    apply_from(1, HTTP_X_FORWARDED_FOR="203.0.113.1")

    assert apply_from(2, HTTP_X_FORWARDED_FOR="203.0.113.2").status_code == 302
    assert apply_from(3, HTTP_X_FORWARDED_FOR="9.9.9.9, 203.0.113.1").status_code == 429


def test_the_address_is_never_kept_and_its_mark_is_forgotten_with_the_hour(apply_from, settings):
    settings.REGISTRATIONS_PER_HOUR = 1
    apply_from(1)
    first = RegistrationRequest.objects.get()
    assert first.sender_hash
    assert "198.51.100.7" not in str(RegistrationRequest.objects.values().get())
    first.submitted_at -= timedelta(hours=1)
    first.save()

    assert apply_from(2).status_code == 302
    first.refresh_from_db()
    assert first.sender_hash == ""


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

    assert response.status_code == 422
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


def test_the_list_costs_the_same_whatever_its_length(client, coordinator, count_queries):
    RegistrationRequestFactory()
    client.force_login(coordinator.user)
    url = reverse("operators:registration_list")

    with_one = count_queries(lambda: client.get(url))
    RegistrationRequestFactory.create_batch(5)
    with_six = count_queries(lambda: client.get(url))

    assert with_six == with_one <= 15
