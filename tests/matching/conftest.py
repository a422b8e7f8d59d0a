"""A household ready to be proposed, those who prepare and welcome it, and a way to sign in."""

from decimal import Decimal
from uuid import uuid4

import pytest

from candidates.enums import Vehicle
from candidates.models import Parcours
from emile.core.context import database_context, system
from matching.selectors.cases import with_case
from operators.enums import OrganisationKind
from operators.models import User
from territories.enums import LanguageLevel, Qualification, Schedule, Typology
from tests.factories import (
    a_candidate,
    at_positioning,
    make_actor,
    make_home,
    make_job,
    make_mandate,
)


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
    actor = make_actor(OrganisationKind.HOST, name="Accueil du Cantal")
    make_mandate(actor, "cantal")
    return actor


@pytest.fixture
def parcours(prescriber, coordinator, upstream):
    """Alone, a cook who drives, for the Cantal, with 600 € for a home."""
    cook = a_candidate(licences=["B"], vehicle=Vehicle.OWN)
    described = {"highest_rent": Decimal(600), "needs_accessible_home": False}
    return at_positioning(prescriber, coordinator, upstream, people=[cook], **described)


@pytest.fixture
def home(host):
    terms = {"typology": Typology.T1, "surface": 30, "rent": Decimal(280), "charges": Decimal(40)}
    return make_home(host, terms=terms)


@pytest.fixture
def job(host):
    return make_job(host, terms=job_terms())


def job_terms(**terms):
    return {
        "qualification": Qualification.NONE,
        "language": LanguageLevel.A2,
        "schedule": Schedule.DAY,
        "monthly_pay": Decimal(1500),
        **terms,
    }


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
def read():
    """The file as the rules read it, whoever asks."""

    def find(parcours, today):
        with database_context(system("test")):
            return with_case(Parcours.objects.all(), today).get(pk=parcours.pk)

    return find
