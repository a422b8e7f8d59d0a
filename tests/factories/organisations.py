"""Organisations, the people who work there, and their mandates."""

from datetime import date
from typing import Any

from django.contrib.auth.hashers import make_password

from operators.actors import Actor
from operators.enums import MembershipRole, OrganisationKind
from operators.models import Membership, Organisation, User
from territories.models import Mandate, Territory


PASSWORD = "motdepasse-de-test"


def make_membership(
    kind: OrganisationKind, *, name: str = "", email: str = "", **fields: Any
) -> Membership:
    """A person of an organisation of that kind; the organisation is found again by its name."""
    name = name or f"Organisation {kind.value}"
    organisation, _ = Organisation.objects.get_or_create(name=name, defaults={"kinds": [kind]})
    number = User.objects.count()
    user = User.objects.create(
        email=email or f"{kind.value}-{number}@exemple.test",
        password=make_password(PASSWORD),
        first_name="Camille",
        last_name=f"Exemple {number}",
    )
    role = fields.pop("role", MembershipRole.MEMBER)
    return Membership.objects.create(user=user, organisation=organisation, role=role, **fields)


def make_actor(kind: OrganisationKind, **fields: Any) -> Actor:
    return make_membership(kind, **fields).as_actor(kind)


def make_mandate(host: Actor, territory: str) -> Mandate:
    """The mandate of a host operator in a territory, named by its slug."""
    mandate, _ = Mandate.objects.get_or_create(
        organisation_id=host.organisation_id,
        territory=Territory.objects.get(slug=territory),
        kind=OrganisationKind.HOST,
        defaults={"since": date(2019, 6, 1)},
    )
    return mandate
