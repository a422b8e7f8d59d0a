"""The cast of the whole life, and the desk at which it is lived, with and without scripts."""

import pytest
from django.utils import timezone

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
}


@pytest.fixture
def cast(server) -> dict[str, Membership]:
    members = {who: make_membership(kind, name=name) for who, (kind, name) in CAST.items()}
    make_mandate(members["host"].as_actor(K.HOST), "cantal")
    cantal = Organisation.objects.filter(pk=members["state"].organisation_id)
    cantal.update(departement="15")
    return members


@pytest.fixture(params=["page", "page_without_javascript"])
def desk(request, cast, sign_in, axe, fits_a_phone) -> Desk:
    def judge(page):
        axe(page)
        fits_a_phone(page)

    return Desk(
        page=request.getfixturevalue(request.param),
        cast=cast,
        sign_in=sign_in,
        judge=judge if request.param == "page" else None,
        today=timezone.localdate(),
    )
