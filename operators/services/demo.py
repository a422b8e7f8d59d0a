from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction

from operators.demo import DEMO_ACCOUNTS, PASSWORD, DemoAccount
from operators.enums import MembershipRole
from operators.models import Membership, Organisation, User
from operators.services.accounts import create_account
from operators.services.directory import register_organisation
from operators.services.members import enrol_member


@transaction.atomic
def create_demo_accounts(
    *, accounts: Iterable[DemoAccount] = DEMO_ACCOUNTS, now: datetime
) -> dict[str, Membership]:
    """The memberships by e-mail, each in its organisation.

    Bodies that the reference data already registered are taken as they are. The password is the
    same for all: slow to hash, it is hashed once.
    """
    members = {account.email: _create(account, now) for account in accounts}
    User.objects.filter(email__in=members).update(password=make_password(PASSWORD))
    return members


def _create(account: DemoAccount, now: datetime) -> Membership:
    organisation = Organisation.objects.filter(name=account.organisation).order_by("pk").first()
    return enrol_member(
        user=create_account(
            email=account.email,
            first_name=account.first_name,
            last_name=account.last_name,
            password=None,
            now=now,
        ),
        organisation=organisation
        or register_organisation(
            name=account.organisation,
            kinds=[account.kind],
            departement=account.departement,
            now=now,
        ),
        role=MembershipRole.MANAGER if account.is_manager else MembershipRole.MEMBER,
        now=now,
    )
