from datetime import datetime

from django.db import transaction

from operators.demo import DEMO_ACCOUNTS, PASSWORD, DemoAccount
from operators.enums import MembershipRole
from operators.models import Membership, Organisation
from operators.services.accounts import create_account
from operators.services.directory import register_organisation
from operators.services.members import enrol_member


@transaction.atomic
def create_demo_accounts(*, now: datetime) -> dict[str, Membership]:
    """The memberships by e-mail, each the manager of its organisation.

    Bodies that the reference data already registered are taken as they are.
    """
    return {account.email: _create(account, now) for account in DEMO_ACCOUNTS}


def _create(account: DemoAccount, now: datetime) -> Membership:
    organisation = Organisation.objects.filter(name=account.organisation).order_by("pk").first()
    return enrol_member(
        user=create_account(
            email=account.email,
            first_name=account.first_name,
            last_name=account.last_name,
            password=PASSWORD,
            now=now,
        ),
        organisation=organisation
        or register_organisation(
            name=account.organisation,
            kinds=[account.kind],
            departement=account.departement,
            now=now,
        ),
        role=MembershipRole.MANAGER,
        now=now,
    )
