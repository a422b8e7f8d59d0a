import pytest
from django.urls import reverse
from django.utils import timezone

from emile.core.errors import DomainError
from operators.enums import DirectoryEventKind, MembershipRole
from operators.models import DirectoryEvent, Invitation, Membership, User
from operators.services import (
    deactivate_member,
    invite_member,
)
from operators.services.invitations import VALIDITY
from tests.operators.factories import (
    PASSWORD,
    THEN,
    MembershipFactory,
    OrganisationFactory,
    UserFactory,
)


pytestmark = pytest.mark.django_db
NEWCOMER = {
    "first_name": "Zoé",
    "last_name": "Martin",
    "password1": PASSWORD,
    "password2": PASSWORD,
}


@pytest.fixture
def manager():
    return MembershipFactory(manager=True)


@pytest.fixture
def invite(manager, letters, link_in):
    """Invite an address and open its message."""

    def run(email="zoe@asso.example", *, role=MembershipRole.MEMBER, now=None):
        invite_member(
            actor=manager.as_actor(),
            organisation=manager.organisation,
            email=email,
            role=role,
            now=now or timezone.now(),
        )
        return link_in(letters(email.lower())[-1])

    return run


def test_a_newcomer_opens_an_account_and_is_signed_in(client, submit, invite, manager):
    link = invite("Zoe@asso.example")

    response = submit(link, NEWCOMER)

    member = Membership.objects.get(user__email="zoe@asso.example")
    assert response.url == reverse("home")
    assert member.organisation == manager.organisation
    assert member.role == MembershipRole.MEMBER
    assert client.session["_auth_user_id"] == str(member.user.pk)


def test_opening_the_link_consumes_nothing(client, submit, invite):
    link = invite()

    for _ in range(3):
        assert client.get(link).status_code == 200

    assert not User.objects.filter(email="zoe@asso.example").exists()
    assert submit(link, NEWCOMER).status_code == 302


def test_the_link_serves_once(client, submit, invite):
    link = invite()
    submit(link, NEWCOMER)
    client.logout()

    again = submit(link, {**NEWCOMER, "first_name": "Quelqu’un"})

    assert again.status_code == 410
    assert "déjà servi" in again.text
    assert User.objects.get(email="zoe@asso.example").first_name == "Zoé"


def test_a_double_click_gives_one_account_and_one_answer(client, invite):
    link, key = invite(), {"once": "5e0a9a9e-9bd8-4f65-a7b5-6d3e5e8f5f10"}
    twin = type(client)()

    first = client.post(link, {**NEWCOMER, **key})
    second = twin.post(link, {**NEWCOMER, **key})

    assert first.url == second.url == reverse("home")
    assert User.objects.filter(email="zoe@asso.example").count() == 1


def test_the_link_expires(client, submit, invite):
    link = invite(now=timezone.now() - VALIDITY)

    shown, sent = client.get(link), submit(link, NEWCOMER)

    assert shown.status_code == sent.status_code == 410
    assert "expiré" in shown.text


def test_a_revoked_link_opens_nothing(client, submit, invite, manager):
    link = invite()
    client.force_login(manager.user)
    invitation = Invitation.objects.get()

    submit(reverse("operators:invitation_revoke", args=[invitation.public_id]))
    client.logout()

    assert client.get(link).status_code == 410


def test_sending_again_closes_the_link_sent_before(
    client, submit, invite, manager, letters, link_in
):
    old = invite()
    client.force_login(manager.user)

    submit(reverse("operators:invitation_resend", args=[Invitation.objects.get().public_id]))
    client.logout()

    first, second = letters("zoe@asso.example")
    assert client.get(old).status_code == 410
    assert client.get(link_in(second)).status_code == 200
    assert first.recipient == second.recipient


def test_a_link_made_up_opens_nothing(client):
    response = client.get(reverse("operators:invitation_accept", args=["invente"]))

    assert response.status_code == 410


def test_the_token_is_nowhere_in_the_database(invite):
    token = invite().strip("/").split("/")[-1]

    invitation = Invitation.objects.values().get()

    assert token not in str(invitation)


def test_somebody_who_has_an_account_signs_in_then_joins(client, submit, invite, manager):
    user = MembershipFactory(user__email="zoe@asso.example").user
    link = invite()

    asked_to_sign_in = client.get(link)
    client.force_login(user)
    joined = submit(link)

    assert reverse("operators:sign_in") in asked_to_sign_in.text
    assert joined.url == reverse("operators:switch")
    assert user.memberships.filter(organisation=manager.organisation).exists()


def test_the_link_of_another_person_makes_nobody_a_member(client, submit, invite, manager):
    stranger = MembershipFactory().user
    link = invite()
    client.force_login(stranger)

    submit(link)

    assert not stranger.memberships.filter(organisation=manager.organisation).exists()


def test_a_signed_out_post_never_joins_an_account_that_exists(submit, invite, manager):
    user = UserFactory(email="zoe@asso.example")
    link = invite()

    submit(link, NEWCOMER)

    assert not user.memberships.exists()
    user.refresh_from_db()
    assert user.first_name == "Camille"


def test_a_person_whose_access_was_withdrawn_comes_back_by_invitation(
    client, submit, invite, manager
):
    member = MembershipFactory(organisation=manager.organisation, user__email="zoe@asso.example")
    deactivate_member(actor=manager.as_actor(), membership=member, now=THEN)
    link = invite()
    client.force_login(member.user)

    submit(link)

    member.refresh_from_db()
    assert member.is_active


@pytest.mark.parametrize("is_manager", [True, False])
def test_an_invitation_changes_no_role_of_somebody_who_is_a_member_meanwhile(
    client, submit, invite, manager, is_manager
):
    link = invite("zoe@asso.example")
    member = MembershipFactory(
        organisation=manager.organisation, user__email="zoe@asso.example", manager=is_manager
    )
    client.force_login(member.user)

    submit(link)

    member.refresh_from_db()
    assert member.is_manager is is_manager


@pytest.mark.parametrize("email", ["zoe@asso.example", "ZOE@asso.example"])
def test_one_address_waits_for_one_answer(invite, email):
    invite("zoe@asso.example")

    with pytest.raises(DomainError) as refusal:
        invite(email)

    assert refusal.value.code == "already_invited"


def test_a_member_is_not_invited_again(invite, manager):
    with pytest.raises(DomainError) as refusal:
        invite(manager.user.email)

    assert refusal.value.code == "already_member"


@pytest.mark.parametrize(
    ("traits", "same", "allowed"),
    [
        ({"manager": True}, True, True),
        ({}, True, False),
        ({"manager": True}, False, False),
        ({"coordinator": True}, False, True),
        ({"coordinator": True}, True, False),
        ({"coordinator": True, "manager": True}, True, True),
        ({"national": True, "manager": True}, False, False),
    ],
)
def test_who_may_invite(traits, same, allowed):
    member = MembershipFactory(**traits)
    organisation = member.organisation if same else OrganisationFactory()

    def attempt():
        return invite_member(
            actor=member.as_actor(),
            organisation=organisation,
            email="zoe@asso.example",
            role=MembershipRole.MEMBER,
            now=THEN,
        )

    if allowed:
        assert attempt().organisation == organisation
    else:
        with pytest.raises(DomainError) as refusal:
            attempt()
        assert refusal.value.code == "permission"


def test_a_stranger_does_not_find_the_invitation(client, submit, invite):
    invite()
    client.force_login(MembershipFactory(manager=True).user)
    public_id = Invitation.objects.get().public_id

    for name in ("invitation_resend", "invitation_revoke"):
        assert submit(reverse(f"operators:{name}", args=[public_id])).status_code == 404


def test_the_form_refuses_beside_the_field(client, submit, manager):
    client.force_login(manager.user)
    url = reverse("operators:member_invite", args=[manager.organisation.public_id])

    response = submit(url, {"email": manager.user.email, "role": "member"})

    assert response.status_code == 422
    assert response.context["form"].errors["email"] == ["Cette personne est déjà membre."]


def test_a_newcomer_with_a_weak_password_is_refused_beside_its_field(submit, invite):
    response = submit(invite(), {**NEWCOMER, "password1": "zoe", "password2": "zoe"})

    assert response.status_code == 422
    assert response.context["form"].errors["password1"]


def test_the_page_costs_the_same_whatever_the_number_of_invitations(
    client, invite, manager, count_queries
):
    invite()
    client.force_login(manager.user)
    url = reverse("operators:organisation")

    with_one = count_queries(lambda: client.get(url))
    for number in range(5):
        invite(f"invite{number}@asso.example")
    with_six = count_queries(lambda: client.get(url))

    assert with_six == with_one <= 15


def test_each_act_leaves_a_line_in_the_journal(submit, invite, manager):
    link = invite(role=MembershipRole.MANAGER)
    submit(link, NEWCOMER)

    journal = DirectoryEvent.objects.filter(organisation=manager.organisation)
    accepted, invited = journal.for_list()

    assert invited.kind == DirectoryEventKind.MEMBER_INVITED
    assert invited.user == manager.user
    assert invited.on_behalf_of == manager.organisation
    assert accepted.kind == DirectoryEventKind.INVITATION_ACCEPTED
    assert accepted.payload == {"role": "manager"}
