"""The cast: one actor of each kind that opens files, and outsiders of the same kinds."""

from uuid import uuid4

import pytest
from django.utils import timezone

from candidates.selectors.timeline import timeline
from candidates.views.parcours import TOLD
from emile.core.context import database_context
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import User
from tests.factories import make_actor


@pytest.fixture
def submit(client):
    """Send a form as its page would, with the key that makes it count once."""

    def send(url, data=None, **extra):
        return client.post(url, {"once": str(uuid4()), **(data or {})}, **extra)

    return send


@pytest.fixture
def coordinator(db) -> Actor:
    return make_actor(OrganisationKind.COORDINATOR, name="GIP Habitat et Interventions Sociales")


@pytest.fixture
def prescriber(db, coordinator) -> Actor:
    return make_actor(OrganisationKind.PRESCRIBER, name="CHRS de test")


@pytest.fixture
def other_prescriber(db) -> Actor:
    return make_actor(OrganisationKind.PRESCRIBER, name="Autre CHRS de test")


@pytest.fixture
def upstream(db) -> Actor:
    return make_actor(OrganisationKind.UPSTREAM, name="Amont de test")


@pytest.fixture
def host(db) -> Actor:
    return make_actor(OrganisationKind.HOST, name="Accueil de test")


@pytest.fixture
def other_host(db) -> Actor:
    return make_actor(OrganisationKind.HOST, name="Autre accueil de test")


@pytest.fixture
def signed_in(client):
    """The test client, in the session of an actor."""

    def sign_in(actor):
        client.force_login(
            User.objects.get(pk=actor.user_id),
            backend="django.contrib.auth.backends.ModelBackend",
        )
        return client

    return sign_in


@pytest.fixture
def told_to():
    """What the timeline of a file tells an actor."""

    def tell(actor, parcours, now=None):
        with database_context(actor.database_context):
            now = now or timezone.now()
            return timeline(actor=actor, parcours=parcours, acts=TOLD, now=now)

    return tell
