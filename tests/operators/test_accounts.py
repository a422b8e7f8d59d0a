from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from operators.demo import ACCOUNTS, DEMO_ACCOUNTS, PASSWORD
from operators.models import Organisation, User
from operators.services import create_demo_accounts, register_organisation
from tests.operators.factories import THEN


pytestmark = pytest.mark.django_db


def test_the_demonstration_has_one_account_per_role_that_opens(client):
    aurore = Organisation.objects.filter(name="Aurore").first() or register_organisation(
        name="Aurore", kinds=["host", "upstream"], now=THEN
    )

    members = create_demo_accounts(now=THEN)

    assert [email for email, _ in ACCOUNTS] == list(members)
    assert members["accueil@demo.emile.example"].organisation == aurore
    for account in DEMO_ACCOUNTS:
        client.logout()
        credentials = {"username": account.email, "password": PASSWORD}
        assert client.post(reverse("operators:sign_in"), credentials).status_code == 302
        assert members[account.email].as_actor().kind is account.kind


def superuser(monkeypatch, password):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", password)
    call_command(
        "createsuperuser",
        email="Racine@emile.example",
        first_name="Ada",
        last_name="Racine",
        stdout=StringIO(),
    )


def test_the_command_line_opens_the_admin_to_somebody(monkeypatch):
    superuser(monkeypatch, "agrafe correcte cheval")

    assert User.objects.get(email="racine@emile.example").is_staff


def test_the_command_line_refuses_a_weak_password(monkeypatch):
    with pytest.raises(CommandError):
        superuser(monkeypatch, "azerty")
