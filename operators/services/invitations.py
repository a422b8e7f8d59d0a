import secrets
from datetime import datetime, timedelta

from django.db import transaction

from emile.core.errors import DomainError
from operators import notifications, policies
from operators.actors import Actor
from operators.enums import DirectoryEventKind, MembershipRole
from operators.models import Invitation, Membership, Organisation, User
from operators.models.invitation import hash_token
from operators.services.accounts import create_account
from operators.services.journal import record
from operators.services.members import enrol_member


VALIDITY = timedelta(days=7)


class InvitationUnusable(DomainError):
    """The link has served, was cancelled, has expired, or never existed."""


@transaction.atomic
def invite_member(
    *,
    actor: Actor,
    organisation: Organisation,
    email: str,
    role: MembershipRole,
    now: datetime,
) -> Invitation:
    """Write to an address a link that makes its owner a member."""
    invitation, token = create_invitation(
        actor=actor, organisation=organisation, email=email, role=role, now=now
    )
    notifications.send_invitation(invitation, token=token)
    return invitation


def create_invitation(
    *,
    actor: Actor | None,
    organisation: Organisation,
    email: str,
    role: MembershipRole,
    now: datetime,
) -> tuple[Invitation, str]:
    """The invitation and its token, which is written nowhere but in the message that carries it.

    Without actor, the platform invites.
    """
    _check_right(actor, organisation)
    # One at a time: two managers inviting the same person must not both write.
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    email = email.strip().lower()
    members = Membership.objects.active().filter(organisation=organisation)
    if members.filter(user__email=email).exists():
        raise DomainError("Cette personne est déjà membre.", code="already_member")
    if organisation.invitations.waiting().filter(email=email).exists():
        raise DomainError(
            "Une invitation attend déjà à cette adresse\u00a0: vous pouvez la renvoyer.",
            code="already_invited",
        )
    token = secrets.token_urlsafe(32)
    invitation = Invitation(
        organisation=organisation,
        email=email,
        role=role,
        token_hash=hash_token(token),
        invited_by_id=actor.user_id if actor else None,
        expires_at=now + VALIDITY,
    )
    invitation.full_clean()
    invitation.save()
    _record(DirectoryEventKind.MEMBER_INVITED, actor, invitation, now)
    return invitation, token


@transaction.atomic
def resend_invitation(*, actor: Actor, invitation: Invitation, now: datetime) -> Invitation:
    """A new link to the same address; the one sent before opens nothing any more."""
    invitation, token = renew_invitation(actor=actor, invitation=invitation, now=now)
    notifications.send_invitation(invitation, token=token)
    return invitation


def renew_invitation(
    *, actor: Actor | None, invitation: Invitation, now: datetime
) -> tuple[Invitation, str]:
    invitation = _lock(actor, invitation)
    token = secrets.token_urlsafe(32)
    invitation.token_hash = hash_token(token)
    invitation.expires_at = now + VALIDITY
    invitation.save(update_fields=["token_hash", "expires_at"])
    _record(DirectoryEventKind.INVITATION_RESENT, actor, invitation, now)
    return invitation, token


@transaction.atomic
def revoke_invitation(*, actor: Actor, invitation: Invitation, now: datetime) -> Invitation:
    invitation = _lock(actor, invitation)
    invitation.revoked_at = now
    invitation.save(update_fields=["revoked_at"])
    _record(DirectoryEventKind.INVITATION_REVOKED, actor, invitation, now)
    return invitation


@transaction.atomic
def accept_invitation(*, token: str, user: User, now: datetime) -> Membership:
    """Add the membership to an account that exists. Raises InvitationUnusable."""
    invitation = _lock_by_token(token, now)
    if user.email != invitation.email:
        raise DomainError("Cette invitation est adressée à une autre personne.", code="addressee")
    return _accept(invitation, user, now)


@transaction.atomic
def accept_invitation_as_newcomer(
    *,
    token: str,
    first_name: str,
    last_name: str,
    password: str,
    now: datetime,
    phone: str = "",
) -> Membership:
    """Open the account and the membership together. Raises InvitationUnusable.

    The link reached the address, which proves that it is the person's.
    """
    invitation = _lock_by_token(token, now)
    user = create_account(
        email=invitation.email,
        first_name=first_name,
        last_name=last_name,
        phone=phone,
        password=password,
        now=now,
    )
    return _accept(invitation, user, now)


def check_invitation(invitation: Invitation | None, *, now: datetime) -> Invitation:
    """Raises InvitationUnusable, which says in French what to do instead."""
    ask_again = "Demandez-en une autre à la personne responsable de l’organisation."
    if invitation is None:
        raise InvitationUnusable(f"Ce lien n’est pas une invitation. {ask_again}", code="unknown")
    if invitation.accepted_at:
        raise InvitationUnusable(
            "Cette invitation a déjà servi. Si c’était vous, connectez-vous.",
            code="accepted",
        )
    if invitation.revoked_at or not invitation.organisation.is_active:
        raise InvitationUnusable("Cette invitation a été annulée.", code="revoked")
    if invitation.has_expired(now):
        raise InvitationUnusable(f"Cette invitation a expiré. {ask_again}", code="expired")
    return invitation


def _accept(invitation: Invitation, user: User, now: datetime) -> Membership:
    invitation.accepted_at = now
    invitation.save(update_fields=["accepted_at"])
    membership = enrol_member(
        user=user,
        organisation=invitation.organisation,
        role=MembershipRole(invitation.role),
        now=now,
    )
    _record(DirectoryEventKind.INVITATION_ACCEPTED, user, invitation, now)
    return membership


def _lock_by_token(token: str, now: datetime) -> Invitation:
    rows = Invitation.objects.for_detail().with_token(token).select_for_update(of=("self",))
    return check_invitation(rows.first(), now=now)


def _lock(actor: Actor | None, invitation: Invitation) -> Invitation:
    _check_right(actor, invitation.organisation)
    rows = Invitation.objects.for_detail().select_for_update(of=("self",))
    invitation = rows.get(pk=invitation.pk)
    if not invitation.is_waiting:
        raise InvitationUnusable("Cette invitation n’attend plus de réponse.", code="closed")
    return invitation


def _check_right(actor: Actor | None, organisation: Organisation) -> None:
    if actor and not policies.can_manage_members(actor, organisation.pk):
        raise DomainError("Seules les personnes responsables invitent.", code="permission")


def _record(
    kind: DirectoryEventKind, by: Actor | User | None, invitation: Invitation, now: datetime
) -> None:
    record(
        kind,
        by=by,
        organisation=invitation.organisation,
        subject=invitation.public_id,
        now=now,
        role=invitation.role,
    )
