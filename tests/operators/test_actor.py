import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import RequestFactory
from django.urls import reverse

from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.http import requires, requires_manager
from operators.middleware import CurrentActorMiddleware
from tests.operators.factories import MembershipFactory, OrganisationFactory


@pytest.fixture
def request_of(client):
    """What a view receives from the middleware, and the database's idea of who speaks."""

    def run(user, session=None):
        request = RequestFactory().get("/")
        request.user = user
        request.session = session or {}
        seen = {}

        def view(request):
            with connection.cursor() as cursor:
                cursor.execute("SELECT current_setting('emile.organisation', true)")
                seen["organisation"] = cursor.fetchone()[0]

        CurrentActorMiddleware(view)(request)
        return request, seen["organisation"]

    return run


@pytest.mark.django_db
def test_a_person_acts_first_for_the_organisation_joined_first(request_of):
    first = MembershipFactory(host=True)
    MembershipFactory(user=first.user, coordinator=True)

    request, organisation = request_of(first.user)

    assert request.actor == first.as_actor(OrganisationKind.HOST)
    assert request.membership == first
    assert organisation == str(first.organisation_id)


@pytest.mark.django_db
def test_the_database_is_spoken_to_for_the_actor_and_then_for_nobody(request_of):
    member = MembershipFactory()

    _, during = request_of(member.user)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('emile.organisation', true)")
        (after,) = cursor.fetchone()

    assert during == str(member.organisation_id)
    assert after == ""


@pytest.mark.django_db
def test_a_choice_that_is_no_longer_open_is_forgotten(request_of):
    member = MembershipFactory(host=True)
    elsewhere = OrganisationFactory()

    request, _ = request_of(member.user, {"organisation_id": elsewhere.pk, "kind": "coordinator"})

    assert request.actor.organisation_id == member.organisation_id
    assert request.actor.kind is OrganisationKind.HOST


@pytest.mark.django_db
def test_an_organisation_with_two_hats_wears_the_most_operational_first():
    member = MembershipFactory(organisation__host_and_employer=True)

    assert member.as_actor().kind is OrganisationKind.HOST


@pytest.mark.django_db
def test_a_person_changes_hat(client, submit):
    member = MembershipFactory(organisation__host_and_employer=True)
    client.force_login(member.user)
    url = reverse("operators:switch")
    hat = f"{member.organisation.public_id}:employer"

    page = client.get(url)
    submit(url, {"hat": hat})
    response = client.get(reverse("operators:organisation"))

    assert "Employeur ou organisme de formation" in page.text
    assert response.wsgi_request.actor.kind is OrganisationKind.EMPLOYER


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["coordinator", "inconnu", ""])
def test_nobody_takes_a_hat_that_is_not_offered(client, submit, kind):
    member = MembershipFactory()
    elsewhere = MembershipFactory(coordinator=True)
    client.force_login(member.user)

    for organisation in (member.organisation, elsewhere.organisation):
        response = submit(reverse("operators:switch"), {"hat": f"{organisation.public_id}:{kind}"})
        assert response.status_code == 422

    after = client.get(reverse("operators:organisation"))
    assert after.wsgi_request.actor == member.as_actor()


@pytest.mark.django_db
def test_a_superuser_without_organisation_reaches_the_admin_and_nothing_else(client):
    member = MembershipFactory(user__is_superuser=True, is_active=False)
    client.force_login(member.user)

    assert client.get(reverse("admin:index")).status_code == 200
    assert client.get(reverse("operators:organisation")).status_code == 403


@pytest.mark.django_db
def test_the_admin_is_closed_to_everyone_else(client):
    client.force_login(MembershipFactory(coordinator=True, manager=True).user)

    assert client.get(reverse("admin:index")).status_code == 302


def gate_of(decorator, actor, rf):
    request = rf.get("/")
    request.actor = actor
    return decorator(lambda _request: "ouvert")(request)


@pytest.mark.parametrize("kind", OrganisationKind)
def test_a_page_of_some_is_closed_to_the_others(rf, kind):
    gate = requires(OrganisationKind.COORDINATOR, OrganisationKind.NATIONAL)
    actor = Actor(user_id=1, organisation_id=1, kind=kind)

    if kind in (OrganisationKind.COORDINATOR, OrganisationKind.NATIONAL):
        assert gate_of(gate, actor, rf) == "ouvert"
    else:
        with pytest.raises(PermissionDenied, match="Coordination ou Pilotage national"):
            gate_of(gate, actor, rf)


def test_a_page_of_managers_is_closed_to_members(rf):
    member = Actor(user_id=1, organisation_id=1, kind=OrganisationKind.HOST)
    manager = Actor(user_id=1, organisation_id=1, kind=OrganisationKind.HOST, is_manager=True)

    assert gate_of(requires_manager, manager, rf) == "ouvert"
    with pytest.raises(PermissionDenied):
        gate_of(requires_manager, member, rf)
