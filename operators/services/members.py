from datetime import datetime

from django.db import transaction

from emile.core.errors import DomainError
from operators import policies
from operators.actors import Actor
from operators.enums import DirectoryEventKind, MembershipRole
from operators.models import Membership, Organisation, User
from operators.services.journal import record


class LastManager(DomainError):
    """Without a manager, nobody could invite or withdraw anyone."""

    def __init__(self) -> None:
        super().__init__(
            "C’est la seule personne responsable de l’organisation\u00a0: nommez d’abord une autre "
            "personne responsable.",
            code="last_manager",
        )


@transaction.atomic
def enrol_member(
    *, user: User, organisation: Organisation, role: MembershipRole, now: datetime
) -> Membership:
    """Make a person a member, or give back an access once withdrawn; a member keeps their role."""
    membership = Membership.objects.filter(user=user, organisation=organisation).first()
    if membership and membership.is_active:
        return membership
    if membership is None:
        membership = Membership(user=user, organisation=organisation, joined_at=now)
    membership.role = role
    membership.is_active = True
    membership.full_clean()
    membership.save()
    return membership


@transaction.atomic
def change_member_role(
    *, actor: Actor, membership: Membership, role: MembershipRole, now: datetime
) -> Membership:
    """Raises LastManager if the organisation would have none left."""
    membership = _lock(actor, membership)
    if membership.role == role:
        return membership
    _keep_a_manager(membership)
    membership.role = role
    membership.full_clean()
    membership.save()
    _record(DirectoryEventKind.ROLE_CHANGED, actor, membership, now)
    return membership


@transaction.atomic
def deactivate_member(*, actor: Actor, membership: Membership, now: datetime) -> Membership:
    """Withdraw the access, from the person's next request on. Raises LastManager."""
    membership = _lock(actor, membership)
    if not membership.is_active:
        return membership
    _keep_a_manager(membership)
    membership.is_active = False
    membership.save(update_fields=["is_active"])
    _record(DirectoryEventKind.MEMBER_DEACTIVATED, actor, membership, now)
    return membership


@transaction.atomic
def reactivate_member(*, actor: Actor, membership: Membership, now: datetime) -> Membership:
    membership = _lock(actor, membership)
    if membership.is_active:
        return membership
    membership.is_active = True
    membership.save(update_fields=["is_active"])
    _record(DirectoryEventKind.MEMBER_REACTIVATED, actor, membership, now)
    return membership


def _lock(actor: Actor, membership: Membership) -> Membership:
    """Check the right, then take the whole organisation.

    Two managers who demote each other at the same time must not both succeed.
    """
    if not policies.can_manage_members(actor, membership.organisation_id):
        raise DomainError(
            "Seules les personnes responsables gèrent les membres.", code="permission"
        )
    Organisation.objects.select_for_update().get(pk=membership.organisation_id)
    return Membership.objects.for_detail().get(pk=membership.pk)


def _keep_a_manager(membership: Membership) -> None:
    if not (membership.is_active and membership.is_manager):
        return
    managers = Membership.objects.active().managers().exclude(pk=membership.pk)
    if not managers.filter(organisation=membership.organisation_id).exists():
        raise LastManager


def _record(kind: DirectoryEventKind, actor: Actor, membership: Membership, now: datetime) -> None:
    record(
        kind,
        by=actor,
        organisation=membership.organisation,
        subject=membership.public_id,
        now=now,
        role=membership.role,
    )
