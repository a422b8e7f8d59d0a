from datetime import timedelta

from operators.enums import MembershipRole
from operators.models import Membership, User
from operators.services import (
    accept_invitation_as_newcomer,
    change_member_role,
    invite_member,
)
from tests.operators.factories import PASSWORD, THEN, MembershipFactory


def test_two_newcomers_with_one_link_make_one_account(at_once, letters, link_in):
    manager = MembershipFactory(manager=True)
    invite_member(
        actor=manager.as_actor(),
        organisation=manager.organisation,
        email="zoe@asso.example",
        role=MembershipRole.MEMBER,
        now=THEN,
    )
    token = link_in(letters("zoe@asso.example")[0]).strip("/").split("/")[-1]

    def accept():
        return accept_invitation_as_newcomer(
            token=token,
            first_name="Zoé",
            last_name="Martin",
            password=PASSWORD,
            now=THEN + timedelta(days=1),
        )

    outcomes = at_once(accept, accept)

    assert sorted(type(outcome).__name__ for outcome in outcomes) == [
        "InvitationUnusable",
        "Membership",
    ]
    assert User.objects.filter(email="zoe@asso.example").count() == 1


def test_two_managers_who_demote_each_other_leave_one(at_once):
    ada = MembershipFactory(manager=True)
    bob = MembershipFactory(manager=True, organisation=ada.organisation)

    def demote(target, by):
        return change_member_role(
            actor=by.as_actor(), membership=target, role=MembershipRole.MEMBER, now=THEN
        )

    outcomes = at_once(lambda: demote(bob, ada), lambda: demote(ada, bob))

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["LastManager", "Membership"]
    assert Membership.objects.managers().filter(organisation=ada.organisation).count() == 1
