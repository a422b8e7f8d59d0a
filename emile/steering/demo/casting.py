"""The accounts of the demonstration, and the meetings where its households were informed."""

from datetime import datetime, time, timedelta

from candidates import services
from emile.core.context import database_context
from emile.steering.demo import priors
from emile.steering.demo.destinations import TEAMS
from emile.steering.demo.teller import Cast
from operators.demo import DEMO_ACCOUNTS
from operators.enums import OrganisationKind
from operators.services import create_demo_accounts
from territories.reference.calendar import is_working_day


WEEKS_BETWEEN_MEETINGS = 2


def make_cast(now: datetime, *, with_teams: bool) -> Cast:
    """One account per role; with the other teams, several of those who orient and welcome."""
    accounts = (*DEMO_ACCOUNTS, *TEAMS) if with_teams else DEMO_ACCOUNTS
    members = create_demo_accounts(accounts=accounts, now=now)
    teams = {account.email: members[account.email].as_actor(account.kind) for account in accounts}
    first = {account.kind: teams[account.email] for account in reversed(accounts)}
    return Cast(
        prescriber=first[OrganisationKind.PRESCRIBER],
        coordinator=first[OrganisationKind.COORDINATOR],
        upstream=first[OrganisationKind.UPSTREAM],
        host=first[OrganisationKind.HOST],
        teams=teams,
    )


def plan_sessions(cast: Cast, now: datetime) -> None:
    """Every other Thursday, since before the first orientation and for the weeks to come."""
    day = now.date() - timedelta(days=priors.DAYS + (now.weekday() - 3) % 7)
    with database_context(cast.upstream.database_context):
        while day < now.date() + timedelta(days=30):
            if is_working_day(day):
                services.plan_session(
                    actor=cast.upstream,
                    held_on=day,
                    starts_at=time(9, 30),
                    ends_at=time(11, 30),
                    place="12 rue des Exemples, Paris",
                )
            day += timedelta(weeks=WEEKS_BETWEEN_MEETINGS)
