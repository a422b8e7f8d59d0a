from ipaddress import ip_network

import pytest
from django.urls import reverse

from tests.operators.factories import PASSWORD, MembershipFactory, UserFactory


pytestmark = pytest.mark.django_db
URL = "/connexion/"


def errors_of(response):
    return response.context["form"].non_field_errors()


def test_a_member_signs_in_whatever_the_case_of_the_address(client):
    member = MembershipFactory(user__email="zoe@asso.example")

    response = client.post(URL, {"username": " Zoe@ASSO.example", "password": PASSWORD})

    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(member.user.pk)


def test_a_wrong_address_a_wrong_password_and_a_closed_account_get_the_same_answer(client):
    UserFactory(email="ouvert@asso.example")
    UserFactory(email="ferme@asso.example", is_active=False)

    answers = [
        client.post(URL, {"username": address, "password": password})
        for address, password in [
            ("inconnu@asso.example", PASSWORD),
            ("ouvert@asso.example", "un autre mot de passe"),
            ("ferme@asso.example", PASSWORD),
        ]
    ]

    assert {answer.status_code for answer in answers} == {422}
    assert len({tuple(errors_of(answer)) for answer in answers}) == 1


@pytest.mark.parametrize("exists", [True, False])
def test_five_failures_close_the_door_whether_the_account_exists_or_not(client, exists):
    if exists:
        MembershipFactory(user__email="zoe@asso.example")

    for address in ["zoe@asso.example", "ZOE@asso.example"] * 2 + ["zoe@asso.example"]:
        last = client.post(URL, {"username": address, "password": "essai"})
    after = client.post(URL, {"username": "zoe@asso.example", "password": PASSWORD})

    assert last.status_code == after.status_code == 429
    assert after.headers["Retry-After"] == "900"
    assert "_auth_user_id" not in client.session


def test_the_admin_has_the_same_door_and_no_way_round(client):
    UserFactory(email="racine@asso.example", is_superuser=True)

    for address in ("racine@asso.example", "Racine@asso.example", "RACINE@asso.example"):
        for _ in range(6):
            client.post("/admin/login/", {"username": address, "password": "essai"})
        client.post("/admin/login/", {"username": address, "password": PASSWORD})

    assert "_auth_user_id" not in client.session


def test_the_colleagues_of_an_account_under_attack_still_sign_in(client):
    MembershipFactory(user__email="cible@asso.example")
    MembershipFactory(user__email="collegue@asso.example")

    for _ in range(6):
        client.post(URL, {"username": "cible@asso.example", "password": "essai"})
    response = client.post(URL, {"username": "collegue@asso.example", "password": PASSWORD})

    assert response.status_code == 302


def test_behind_a_proxy_somebody_else_s_failures_do_not_close_one_s_door(client, settings):
    settings.TRUSTED_PROXIES = [ip_network("127.0.0.1")]
    MembershipFactory(user__email="zoe@asso.example")

    for _ in range(6):
        attack = {"username": "zoe@asso.example", "password": "essai"}
        refused = client.post(URL, attack, HTTP_X_FORWARDED_FOR="203.0.113.6")
    signed_in = client.post(
        URL,
        {"username": "zoe@asso.example", "password": PASSWORD},
        HTTP_X_FORWARDED_FOR="203.0.113.7",
    )

    assert refused.status_code == 429
    assert signed_in.status_code == 302


@pytest.mark.parametrize("address", ["", "n’importe quoi"])
def test_the_door_works_when_the_server_does_not_know_the_address(client, address):
    MembershipFactory(user__email="zoe@asso.example")

    for _ in range(5):
        last = client.post(
            URL, {"username": "zoe@asso.example", "password": "essai"}, REMOTE_ADDR=address
        )

    assert last.status_code == 429


def test_nobody_is_sent_to_another_site_after_signing_in(client):
    MembershipFactory(user__email="zoe@asso.example")

    response = client.post(
        f"{URL}?next=https://ailleurs.example/",
        {"username": "zoe@asso.example", "password": PASSWORD},
    )

    assert response.url == reverse("home")


def test_signing_out_takes_a_post(client):
    client.force_login(MembershipFactory().user)
    url = reverse("operators:sign_out")

    refused = client.get(url)
    accepted = client.post(url)

    assert refused.status_code == 405
    assert accepted.status_code == 302
    assert "_auth_user_id" not in client.session


def test_a_page_asks_a_stranger_to_sign_in_and_brings_back_to_it(client):
    url = reverse("operators:organisation")

    response = client.get(url)

    assert response.url == f"{URL}?next={url}"
