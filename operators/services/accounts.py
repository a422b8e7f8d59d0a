from datetime import datetime

from django.db import transaction

from operators import notifications
from operators.models import User


@transaction.atomic
def create_account(
    *,
    email: str,
    first_name: str,
    last_name: str,
    password: str | None,
    now: datetime,
    phone: str = "",
) -> User:
    """A person who can sign in, and do nothing before a membership. Without password, not yet."""
    return _create(
        User(
            email=email.strip().lower(),
            first_name=first_name,
            last_name=last_name,
            phone=phone,
            joined_at=now,
        ),
        password,
    )


@transaction.atomic
def create_superuser(
    *, email: str, first_name: str, last_name: str, password: str, now: datetime
) -> User:
    """A person to whom Django's admin opens. Only the command line asks for one."""
    return _create(
        User(
            email=email.strip().lower(),
            first_name=first_name,
            last_name=last_name,
            is_superuser=True,
            joined_at=now,
        ),
        password,
    )


def _create(user: User, password: str | None) -> User:
    user.set_password(password)
    user.full_clean()
    user.save()
    return user


@transaction.atomic
def request_password_reset(*, email: str, now: datetime) -> None:
    """Write to the address, with a link if it opens an account and without one if not.

    Both cases cost the same, so that the answer's delay says nothing either.
    """
    email = email.strip().lower()
    user = User.objects.known_as(email).filter(is_active=True).first()
    if user:
        notifications.send_password_reset(user, now=now)
    else:
        notifications.send_password_reset_without_account(email, now=now)
