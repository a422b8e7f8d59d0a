"""The cast: one actor of each kind that opens files, and outsiders of the same kinds."""

from functools import partial
from uuid import uuid4

import pytest
from django.db import transaction
from django.utils import timezone

from candidates.selectors.timeline import timeline
from candidates.views.parcours import TOLD
from emile.core.context import database_context
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import User
from tests.factories import make_actor
from tests.factories.stages import Cast


make_coordinator = partial(
    make_actor, OrganisationKind.COORDINATOR, name="GIP Habitat et Interventions Sociales"
)
make_prescriber = partial(make_actor, OrganisationKind.PRESCRIBER, name="CHRS de test")
make_upstream = partial(make_actor, OrganisationKind.UPSTREAM, name="Amont de test")
make_host = partial(make_actor, OrganisationKind.HOST, name="Accueil de test")


@pytest.fixture
def submit(client):
    """Send a form as its page would, with the key that makes it count once."""

    def send(url, data=None, **extra):
        return client.post(url, {"once": str(uuid4()), **(data or {})}, **extra)

    return send


@pytest.fixture(scope="module")
def kept_db(django_db_setup, django_db_blocker):
    """What is written before the tests of a module, for all of them; each undoes what it did."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def lasting_cast(kept_db) -> Cast:
    """What ``kept_cast`` is in a module whose files are made once for all its tests."""
    return Cast(
        coordinator=make_coordinator(),
        prescriber=make_prescriber(),
        upstream=make_upstream(),
        host=make_host(),
    )


@pytest.fixture(scope="module")
def kept_cast() -> Cast | None:
    """Elsewhere each test has its own actors."""
    return None


@pytest.fixture
def coordinator(db, kept_cast) -> Actor:
    return kept_cast.coordinator if kept_cast else make_coordinator()


@pytest.fixture
def prescriber(db, kept_cast, coordinator) -> Actor:
    return kept_cast.prescriber if kept_cast else make_prescriber()


@pytest.fixture
def other_prescriber(db) -> Actor:
    return make_actor(OrganisationKind.PRESCRIBER, name="Autre CHRS de test")


@pytest.fixture
def upstream(db, kept_cast) -> Actor:
    return kept_cast.upstream if kept_cast else make_upstream()


@pytest.fixture
def host(db, kept_cast) -> Actor:
    return kept_cast.host if kept_cast else make_host()


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
