"""Everything that changes who may act."""

from operators.services.absences import WHO_DECLARES, declare_absence, end_absence
from operators.services.accounts import (
    create_account,
    create_superuser,
    request_password_reset,
)
from operators.services.coordination import invite_coordinator
from operators.services.demo import create_demo_accounts
from operators.services.directory import edit_organisation, register_organisation
from operators.services.feeds import close_feed, open_feed
from operators.services.invitations import (
    InvitationUnusable,
    accept_invitation,
    accept_invitation_as_newcomer,
    check_invitation,
    invite_member,
    resend_invitation,
    revoke_invitation,
)
from operators.services.members import (
    LastManager,
    change_member_role,
    deactivate_member,
    enrol_member,
    reactivate_member,
)
from operators.services.registrations import (
    TooManyRegistrations,
    accept_registration,
    apply_for_registration,
    refuse_registration,
)
from operators.services.sessions import open_session


__all__ = [
    "WHO_DECLARES",
    "InvitationUnusable",
    "LastManager",
    "TooManyRegistrations",
    "accept_invitation",
    "accept_invitation_as_newcomer",
    "accept_registration",
    "apply_for_registration",
    "change_member_role",
    "check_invitation",
    "close_feed",
    "create_account",
    "create_demo_accounts",
    "create_superuser",
    "deactivate_member",
    "declare_absence",
    "edit_organisation",
    "end_absence",
    "enrol_member",
    "invite_coordinator",
    "invite_member",
    "open_feed",
    "open_session",
    "reactivate_member",
    "refuse_registration",
    "register_organisation",
    "request_password_reset",
    "resend_invitation",
    "revoke_invitation",
]
