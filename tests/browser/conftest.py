"""The cast of the whole life, and the desk at which it is lived."""

from collections.abc import Callable
from functools import partial

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from operators.enums import OrganisationKind
from operators.models import Membership, Organisation
from tests.browser.desk import Desk
from tests.factories import make_mandate, make_membership


K = OrganisationKind
CAST = {
    "coordinator": (K.COORDINATOR, "GIP Habitat et Interventions Sociales"),
    "prescriber": (K.PRESCRIBER, "CHRS Exemple"),
    "other prescriber": (K.PRESCRIBER, "Accueil de jour Exemple"),
    "upstream": (K.UPSTREAM, "Amont Exemple"),
    "host": (K.HOST, "Accueil Exemple"),
    "state": (K.STATE, "DDETSPP du Cantal"),
    "national": (K.NATIONAL, "DIHAL"),
}


@pytest.fixture
def cast(server) -> dict[str, Membership]:
    members = {who: make_membership(kind, name=name) for who, (kind, name) in CAST.items()}
    make_mandate(members["host"].as_actor(K.HOST), "cantal")
    cantal = Organisation.objects.filter(pk=members["state"].organisation_id)
    cantal.update(departement="15")
    return members


@pytest.fixture
def desk_at(cast, sign_in) -> Callable[..., Desk]:
    """The desk of a browser's page, and what is known of it: ``judge``, ``runs_scripts``."""
    return partial(Desk, cast=cast, sign_in=sign_in, today=timezone.localdate())


@pytest.fixture
def judge(axe, fits_a_phone) -> Callable[[Page], None]:
    """A page as it stands: accessible, and usable on a phone."""

    def check(page: Page) -> None:
        axe(page)
        fits_a_phone(page)

    return check
