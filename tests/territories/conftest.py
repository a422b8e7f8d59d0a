"""Those who keep a board, and those who read it."""

from uuid import uuid4

import pytest

from operators.enums import OrganisationKind
from operators.models import Organisation, User
from tests.factories import make_actor, make_mandate


@pytest.fixture
def host(db):
    actor = make_actor(OrganisationKind.HOST, name="Accueil du Cantal")
    make_mandate(actor, "cantal")
    return actor


@pytest.fixture
def elsewhere(db):
    """In charge of another territory."""
    actor = make_actor(OrganisationKind.HOST, name="Accueil du Cher")
    make_mandate(actor, "cher")
    return actor


@pytest.fixture
def signed_in(client):
    def sign_in(actor):
        user = User.objects.get(pk=actor.user_id)
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


@pytest.fixture
def submit(client):
    """Send a form as its page would, with the key that makes it count once."""

    def send(url, data=None):
        return client.post(url, {"once": str(uuid4()), **(data or {})})

    return send


@pytest.fixture
def coordinator(db):
    return make_actor(OrganisationKind.COORDINATOR)


@pytest.fixture
def upstream(db):
    """Who places households, and keeps no board."""
    actor = make_actor(OrganisationKind.UPSTREAM, name="Préparer")
    Organisation.objects.filter(pk=actor.organisation_id).update(email="preparer@exemple.test")
    return actor
