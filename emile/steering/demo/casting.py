"""The accounts of the demonstration, and the meetings where its households were informed."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, time, timedelta

from candidates import services
from emile.core.calendar import is_working_day
from emile.core.context import database_context
from emile.steering.demo import priors
from emile.steering.demo.colleagues import send_one_away, with_caseworkers
from emile.steering.demo.destinations import TEAMS
from emile.steering.demo.teller import Cast
from operators.actors import Actor
from operators.demo import DEMO_ACCOUNTS
from operators.enums import OrganisationKind
from operators.services import create_demo_accounts


WEEKS_BETWEEN_MEETINGS = 2


def make_cast(now: datetime, *, with_teams: bool) -> Cast:
    """One manager per role, and their caseworkers; with the other teams, several of those who orient
    and welcome."""
    accounts = with_caseworkers((*DEMO_ACCOUNTS, *TEAMS) if with_teams else DEMO_ACCOUNTS)
    members = create_demo_accounts(accounts=accounts, now=now)
    send_one_away(members, now)
    teams = {account.email: members[account.email].as_actor(account.kind) for account in accounts}
    first = {account.kind: teams[account.email] for account in reversed(accounts)}
    return Cast(
        prescriber=first[OrganisationKind.PRESCRIBER],
        coordinator=first[OrganisationKind.COORDINATOR],
        upstream=first[OrganisationKind.UPSTREAM],
        host=first[OrganisationKind.HOST],
        teams=teams,
        members=_by_organisation(teams.values()),
    )


def _by_organisation(actors: Iterable[Actor]) -> dict[int, list[int]]:
    together: dict[int, list[int]] = defaultdict(list)
    for actor in actors:
        together[actor.organisation_id].append(actor.user_id)
    return dict(together)


def plan_sessions(cast: Cast, now: datetime) -> None:
    """Every other Thursday, since before the first orientation and for the weeks to come."""
    day = now.date() - timedelta(days=priors.DAYS + (now.weekday() - 3) % 7)
    with database_context(cast.upstream.database_context):
        while day < now.date() + timedelta(days=30):
            if is_working_day(day):
                services.plan_session(
                    now=now,
                    actor=cast.upstream,
                    held_on=day,
                    starts_at=time(9, 30),
                    ends_at=time(11, 30),
                    place="12 rue des Exemples, Paris",
                )
            day += timedelta(weeks=WEEKS_BETWEEN_MEETINGS)
