"""Whose move it is, and until when.

A stage has one owner and one delay, the version in force on entering it, longer by the time that the
file slept. Three stages follow a date of their own: a proposal's answer, a stay's end, the next
milestone.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from candidates.enums import Stage
from candidates.models import (
    CaseAccess,
    DeadlinePolicy,
    Parcours,
    Placement,
    Suspension,
    counts_q,
)
from candidates.models.settings import DelayUnit
from candidates.selectors.settling import last_installation, milestone_dates, visited
from emile.core.context import database_context, system
from operators.enums import OrganisationKind
from territories.reference.calendar import working_days_after


OWNERS: dict[str, OrganisationKind] = {
    Stage.ORIENTATION: OrganisationKind.PRESCRIBER,
    Stage.ELIGIBILITY: OrganisationKind.COORDINATOR,
    Stage.INFORMATION: OrganisationKind.UPSTREAM,
    Stage.DIAGNOSIS: OrganisationKind.UPSTREAM,
    Stage.PREPARATION: OrganisationKind.UPSTREAM,
    Stage.POSITIONING: OrganisationKind.UPSTREAM,
    Stage.IMMERSION: OrganisationKind.HOST,
    Stage.REFLECTION: OrganisationKind.UPSTREAM,
    Stage.VALIDATION: OrganisationKind.HOST,
    Stage.INSTALLATION: OrganisationKind.HOST,
    Stage.FOLLOW_UP: OrganisationKind.HOST,
}
REPORT_WITHIN = "report"
HOST_ANSWER = "host_answer"
# The upstream phase counts from the diagnosis, not from the stage that is running.
UPSTREAM_PHASE = "upstream_phase"
SIX_MONTH_STAGES = (Stage.PREPARATION, Stage.POSITIONING)


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose move, and until when. Both are None once nothing is expected any more."""

    owner_id: int | None
    due_on: date | None


def delay_after(code: str, start: date) -> date:
    """``start`` plus the delay that was in force that day. Raises DoesNotExist without policy."""
    policy = DeadlinePolicy.objects.on(start).get(code=code)
    match DelayUnit(policy.unit):
        case DelayUnit.WORKING_DAYS:
            return working_days_after(start, policy.count)
        case DelayUnit.DAYS:
            return start + timedelta(days=policy.count)
        case DelayUnit.MONTHS:
            return start + relativedelta(months=policy.count)


def turn(parcours: Parcours, stage: str, since: date, on: date) -> Turn:
    """The owner and the due date, that day, of a file that has been in ``stage`` since another."""
    if stage == Stage.CLOSED:
        return Turn(None, None)
    if stage == Stage.POSITIONING and (waiting := _oldest_proposal(parcours)):
        return Turn(waiting.host_id, waiting.answer_due_on)
    return Turn(_holder_id(parcours, OWNERS[stage]), _due_on(parcours, stage, since, on))


def _holder_id(parcours: Parcours, role: OrganisationKind) -> int | None:
    """Asked as the platform: row-level security shows an actor its own accesses only."""
    held = CaseAccess.objects.current().filter(parcours=parcours, role=role).order_by("pk")
    with database_context(system("à qui de jouer")):
        return held.values_list("organisation_id", flat=True).first()


def _oldest_proposal(parcours: Parcours) -> Placement | None:
    return parcours.placements.proposed().order_by("answer_due_on", "pk").first()


def _due_on(parcours: Parcours, stage: str, since: date, on: date) -> date:
    if stage in SIX_MONTH_STAGES:
        start = diagnosis_started_on(parcours) or since
        return delay_after(UPSTREAM_PHASE, start) + suspended_time(parcours, start, on)
    if stage == Stage.IMMERSION and (end := _stay_ends_on(parcours)):
        return delay_after(REPORT_WITHIN, end)
    if stage == Stage.FOLLOW_UP:
        return next_milestone_on(parcours) or since
    return delay_after(stage, since) + suspended_time(parcours, since, on)


def diagnosis_started_on(parcours: Parcours) -> date | None:
    """When the six-month clock started: the first act that led to the diagnosis."""
    event = (
        parcours.events.standing()
        .filter(to_stage=Stage.DIAGNOSIS)
        .exclude(from_stage=Stage.DIAGNOSIS)
        .order_by("sequence")
        .first()
    )
    return event.occurred_on if event else None


def suspended_time(parcours: Parcours, start: date, end: date) -> timedelta:
    """The days spent suspended between two days: they do not count in any delay."""
    total, asleep_since = timedelta(), None
    events = parcours.events.standing().filter(kind__in=["suspend", "resume", "wake"])
    for event in events.order_by("sequence"):
        if event.kind == "suspend":
            asleep_since = max(event.occurred_on, start)
        elif asleep_since is not None:
            total += _days_between(asleep_since, event.occurred_on)
            asleep_since = None
    # The act that wakes the file has no row yet.
    return total if asleep_since is None else total + _days_between(asleep_since, end)


def _days_between(start: date, end: date) -> timedelta:
    return max(end - start, timedelta())


def last_suspended_on(parcours: Parcours) -> date | None:
    """The day of the last suspension, over or not."""
    last = parcours.events.standing().filter(kind="suspend").order_by("sequence").last()
    return last.occurred_on if last else None


def _stay_ends_on(parcours: Parcours) -> date | None:
    """The last day of the stay that is planned for the placement that was accepted."""
    stays = parcours.stays.planned().filter(placement__in=parcours.placements.active())
    stay = stays.order_by("-days").first()
    return stay.last_day if stay else None


def next_milestone_on(parcours: Parcours) -> date | None:
    """The date of the first milestone not visited yet; the last one's when all were."""
    installation = last_installation(parcours)
    if installation is None:
        return None
    dates, done = milestone_dates(installation), visited(parcours)
    return next((day for kind, day in dates.items() if kind not in done), max(dates.values()))


def review_on(parcours: Parcours) -> date | None:
    """When a suspended file wakes up."""
    last = Suspension.objects.filter(counts_q(), parcours=parcours).order_by("event_id").last()
    return last.review_on if last else None
