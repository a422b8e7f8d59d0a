import pytest
from django.urls import reverse

from operators.enums import MembershipRole
from operators.services import (
    LastManager,
    change_member_role,
    deactivate_member,
    reactivate_member,
)
from tests.operators.factories import THEN, MembershipFactory, UserFactory


pytestmark = pytest.mark.django_db


@pytest.fixture
def manager():
    return MembershipFactory(manager=True)


@pytest.fixture
def colleague(manager):
    return MembershipFactory(organisation=manager.organisation)


def test_a_right_withdrawn_stops_at_the_next_request(client, manager, colleague):
    client.force_login(colleague.user)
    url = reverse("operators:organisation")
    before = client.get(url)

    deactivate_member(actor=manager.as_actor(), membership=colleague, now=THEN)
    after = client.get(url)

    assert before.status_code == 200
    assert after.status_code == 403
    assert "n’ouvre plus aucune organisation" in after.text


def test_a_person_without_organisation_reads_it_as_soon_as_signed_in(client):
    client.force_login(UserFactory())

    assert "n’ouvre plus aucune organisation" in client.get(reverse("home")).text


def test_an_organisation_that_leaves_takes_its_members_along(client, manager):
    client.force_login(manager.user)
    manager.organisation.is_active = False
    manager.organisation.save()

    assert client.get(reverse("operators:organisation")).status_code == 403


def test_the_last_manager_cannot_be_demoted_nor_withdrawn(manager, colleague):
    actor = manager.as_actor()

    with pytest.raises(LastManager):
        deactivate_member(actor=actor, membership=manager, now=THEN)
    with pytest.raises(LastManager):
        change_member_role(actor=actor, membership=manager, role=MembershipRole.MEMBER, now=THEN)

    manager.refresh_from_db()
    assert manager.is_active
    assert manager.is_manager


@pytest.mark.parametrize("closed", [{"is_active": False}, {"user__is_active": False}])
def test_a_manager_without_access_does_not_count(manager, closed):
    MembershipFactory(organisation=manager.organisation, manager=True, **closed)

    with pytest.raises(LastManager):
        deactivate_member(actor=manager.as_actor(), membership=manager, now=THEN)


def test_a_manager_leaves_once_another_is_named(manager, colleague):
    actor = manager.as_actor()

    change_member_role(actor=actor, membership=colleague, role=MembershipRole.MANAGER, now=THEN)
    deactivate_member(actor=actor, membership=manager, now=THEN)

    manager.refresh_from_db()
    assert not manager.is_active


def test_an_access_is_given_back(manager, colleague):
    deactivate_member(actor=manager.as_actor(), membership=colleague, now=THEN)

    reactivate_member(actor=manager.as_actor(), membership=colleague, now=THEN)

    colleague.refresh_from_db()
    assert colleague.is_active


def test_the_pages_say_why_the_last_manager_stays(client, submit, manager):
    client.force_login(manager.user)

    response = submit(reverse("operators:member_deactivate", args=[manager.public_id]), follow=True)

    assert "seule personne responsable" in response.text


def test_a_manager_does_it_all_from_the_pages(client, submit, manager, colleague):
    client.force_login(manager.user)
    page = client.get(reverse("operators:member_detail", args=[colleague.public_id]))

    submit(reverse("operators:member_role", args=[colleague.public_id]), {"role": "manager"})
    submit(reverse("operators:member_deactivate", args=[colleague.public_id]))
    colleague.refresh_from_db()

    assert "Retirer l’accès" in page.text
    assert colleague.is_manager
    assert not colleague.is_active

    submit(reverse("operators:member_reactivate", args=[colleague.public_id]))
    colleague.refresh_from_db()
    assert colleague.is_active


@pytest.mark.parametrize("act", ["member_role", "member_deactivate", "member_reactivate"])
def test_a_member_manages_nobody(client, submit, manager, colleague, act):
    client.force_login(colleague.user)

    submit(reverse(f"operators:{act}", args=[manager.public_id]), {"role": "member"})

    manager.refresh_from_db()
    assert manager.is_manager
    assert manager.is_active


@pytest.mark.parametrize("act", ["member_role", "member_deactivate", "member_reactivate"])
def test_the_members_of_another_organisation_do_not_exist(client, submit, manager, act):
    stranger = MembershipFactory(manager=True)
    client.force_login(stranger.user)

    response = submit(reverse(f"operators:{act}", args=[manager.public_id]), {"role": "member"})

    assert response.status_code == 404


def test_a_role_that_does_not_exist_is_refused_beside_its_field(client, submit, manager, colleague):
    client.force_login(manager.user)
    url = reverse("operators:member_role", args=[colleague.public_id])

    response = submit(url, {"role": "reine"})

    assert response.status_code == 422
    assert response.context["form"].errors["role"]
    assert colleague.user.get_full_name() in response.text


def test_a_member_sees_colleagues_and_no_button(client, manager, colleague):
    client.force_login(colleague.user)

    response = client.get(reverse("operators:organisation"))

    assert manager.user.get_full_name() in response.text
    assert "Inviter une personne" not in response.text


def test_the_page_costs_the_same_whatever_the_number_of_members(client, manager, count_queries):
    client.force_login(manager.user)
    url = reverse("operators:organisation")

    with_one = count_queries(lambda: client.get(url))
    MembershipFactory.create_batch(5, organisation=manager.organisation)
    with_six = count_queries(lambda: client.get(url))

    assert with_six == with_one <= 15
