"""People and bodies, all fictitious; traits say in what capacity they act."""

from datetime import UTC, datetime

import factory

from operators.enums import MembershipRole, OrganisationKind
from operators.models import Membership, Organisation, RegistrationRequest, User


PASSWORD = "cheval correct agrafe"
THEN = datetime(2026, 11, 2, 9, tzinfo=UTC)


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda number: f"personne{number}@asso.example")
    first_name = "Camille"
    last_name = factory.Sequence(lambda number: f"Durand{number}")
    joined_at = THEN
    password = factory.django.Password(PASSWORD)


def wearing(*kinds):
    return factory.Trait(kinds=list(kinds))


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda number: f"Structure numéro {number}")
    kinds = [OrganisationKind.PRESCRIBER]

    class Params:
        coordinator = wearing(OrganisationKind.COORDINATOR)
        national = wearing(OrganisationKind.NATIONAL)
        upstream = wearing(OrganisationKind.UPSTREAM)
        host = wearing(OrganisationKind.HOST)
        state = wearing(OrganisationKind.STATE)
        evaluator = wearing(OrganisationKind.EVALUATOR)
        host_and_employer = wearing(OrganisationKind.EMPLOYER, OrganisationKind.HOST)


class MembershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    joined_at = THEN

    class Params:
        manager = factory.Trait(role=MembershipRole.MANAGER)
        coordinator = factory.Trait(organisation__coordinator=True)
        national = factory.Trait(organisation__national=True)
        upstream = factory.Trait(organisation__upstream=True)
        host = factory.Trait(organisation__host=True)
        state = factory.Trait(organisation__state=True)


class RegistrationRequestFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = RegistrationRequest

    name = factory.Sequence(lambda number: f"Foyer numéro {number}")
    departement = "93"
    contact_first_name = "Dominique"
    contact_last_name = "Perrin"
    contact_email = factory.Sequence(lambda number: f"contact{number}@foyer.example")
    submitted_at = THEN
