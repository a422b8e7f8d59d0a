"""One actor of each kind that opens files, and a way to sign in."""

import pytest

from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import User
from tests.factories import make_actor


@pytest.fixture
def prescriber():
    return make_actor(OrganisationKind.PRESCRIBER, name="CHRS de test")


@pytest.fixture
def coordinator():
    return make_actor(OrganisationKind.COORDINATOR, name="GIP Habitat et Interventions Sociales")


@pytest.fixture
def upstream():
    return make_actor(OrganisationKind.UPSTREAM, name="Amont de test")


@pytest.fixture
def host():
    return make_actor(OrganisationKind.HOST, name="Accueil de test")


@pytest.fixture
def signed_in(client):
    def sign_in(actor: Actor):
        client.force_login(User.objects.get(pk=actor.user_id))
        return client

    return sign_in
