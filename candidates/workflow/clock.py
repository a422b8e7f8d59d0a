"""Whose move it is, and until when.

A stage has one owner and one delay, the version in force on entering it, longer by the time that the
file slept. Three stages follow a date of their own: a proposal's answer, a stay's end, the next
milestone.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from candidates.enums import WORKING_STANDINGS, Stage, Standing
from candidates.models import (
    DeadlinePolicy,
    HandOver,
    ImmersionStay,
    Parcours,
    ParcoursEvent,
    Placement,
    Suspension,
    UpstreamExtension,
    counts_q,
)
from candidates.selectors import agreements
from candidates.selectors.follow_up import next_milestone_on
from candidates.selectors.holders import holders_of
from candidates.selectors.tracks import fast_track_of
from emile.core.templatetags.emile import short_day
from operators.enums import OrganisationKind


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
# How long a household may think before a pause is proposed to it.
REFLECTION_LIMIT = "reflection_limit"
FAST_TRACK = "fast_track"
# How long a place is kept for a household: proposed, and at most.
HOLD, LONGEST_HOLD = "hold", "longest_hold"
# The upstream phase counts from the diagnosis, not from the stage that is running.
UPSTREAM_PHASE = "upstream_phase"
# Acts whose facts tell neither who holds the file nor until when: the turn stays what it was.
ACTS_WITHOUT_TURN = frozenset(
    {
        "log_call",
        "invite_to_session",
        "answer_invitation",
        "attend_event",
        "edit_diagnosis",
        "add_brake",
        "resolve_brake",
        "edit_wishes",
        "add_action",
        "edit_action",
        "plan_trial",
        "report_trial",
        "add_visit",
        "edit_visit",
        "remove_visit",
        "add_cost",
        "edit_cost",
        "remove_cost",
        "report_household",
        "report_employer",
        "edit_checklist",
        "hold_offer",
        "follow_hold",
        "release_offer",
        "add_aid",
        "edit_aid",
        "take_snapshot",
        "note",
        "remind",
        "plan_appointment",
        "close_appointment",
        "record_contact",
        "ask_documents",
        "receive_document",
        "see_document",
        "remind_papers",
        "upload_document",
        "remove_document",
        "lose_shelter",
        "find_shelter",
        "expect_birth",
    }
)
SIX_MONTH_STAGES = (Stage.PREPARATION, Stage.POSITIONING)


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose move, and until when. Both are None once nothing is expected any more."""

    owner_id: int | None
    due_on: date | None


def delay_after(code: str, start: date, *, entered: date | None = None) -> date:
    """``start`` plus the delay that was in force that day, or the day that the stage was entered.

    Raises DoesNotExist without policy.
    """
    return DeadlinePolicy.objects.on(entered or start).get(code=code).after(start)


def turn(parcours: Parcours, stage: str, since: date, on: date) -> Turn:
    """The owner and the due date, that day, of a file that has been in ``stage`` since another."""
    if stage == Stage.CLOSED:
        return Turn(None, None)
    if stage == Stage.POSITIONING and (waiting := _oldest_proposal(parcours)):
        return Turn(waiting.host_id, waiting.answer_due_on)
    return Turn(_holder_id(parcours, OWNERS[stage]), _due_on(parcours, stage, since, on))


def pause_proposed_from(parcours: Parcours) -> date | None:
    """While the household thinks, the day from which a pause may be proposed to it."""
    if parcours.stage != Stage.REFLECTION:
        return None
    return delay_after(REFLECTION_LIMIT, parcours.stage_since)


def _holder_id(parcours: Parcours, role: OrganisationKind) -> int | None:
    return next(iter(holders_of(parcours.pk, [role])), None)


def _oldest_proposal(parcours: Parcours) -> Placement | None:
    return parcours.placements.proposed().order_by("answer_due_on", "pk").first()


def _due_on(parcours: Parcours, stage: str, since: date, on: date) -> date:
    if stage in SIX_MONTH_STAGES:
        return preparation_limit(parcours, on)
    if stage == Stage.IMMERSION and (end := _stay_ends_on(parcours)):
        return delay_after(REPORT_WITHIN, end, entered=since)
    if stage == Stage.FOLLOW_UP:
        return next_milestone_on(parcours) or since
    if stage == Stage.INSTALLATION and (waited := _agreements_due_on(parcours, on)):
        return waited
    if stage == Stage.REFLECTION and (again := agreements.ask_again_on(parcours)):
        return again
    return _stage_limit(parcours, stage, since, on)


def _stage_limit(parcours: Parcours, stage: str, since: date, on: date) -> date:
    """The stage's delay, from the day it was entered or the file last went to other hands, and the
    time slept since then. One query."""
    passed = HandOver.objects.filter(counts_q(), parcours=parcours, handed_on__gte=since)
    handed_on = passed.order_by("-handed_on").values("handed_on")[:1]
    versions = DeadlinePolicy.objects.on(since).annotate(
        start=Coalesce(Subquery(handed_on), since), **_naps_of(parcours)
    )
    policy: Any = versions.get(code=stage)
    return _later(policy.after(policy.start), policy, policy.start, on)


def due_once_handed_over(files: Sequence[Parcours], on: date) -> dict[int, date | None]:
    """What a passation on that day would make of each due date, by file; None when nothing is due.

    Two queries, however many the files.
    """
    policies = list(DeadlinePolicy.objects.filter(code__in=OWNERS))
    placed = Placement.objects.active().filter(parcours__in=files)
    stays = ImmersionStay.objects.planned().filter(placement__in=placed)
    with_a_stay = set(stays.values_list("parcours", flat=True))
    return {
        parcours.pk: parcours.due_on
        if _keeps_its_date(parcours, with_a_stay)
        else _policy_of(parcours, policies).after(on)
        for parcours in files
    }


def _keeps_its_date(parcours: Parcours, with_a_stay: Collection[int]) -> bool:
    """Nothing is due, or the date is not that of the stage's delay."""
    if parcours.due_on is None or parcours.standing == Standing.SUSPENDED:
        return True
    if parcours.stage == Stage.IMMERSION:
        return parcours.pk in with_a_stay
    return parcours.stage in (*SIX_MONTH_STAGES, Stage.FOLLOW_UP)


def _policy_of(parcours: Parcours, policies: Iterable[DeadlinePolicy]) -> DeadlinePolicy:
    return next(
        one for one in policies if one.code == parcours.stage and one.is_on(parcours.stage_since)
    )


def preparation_limit(parcours: Parcours, on: date) -> date:
    """Six months from the diagnosis, or the day that the last extension gave; the time slept since
    then is added."""
    given = UpstreamExtension.objects.filter(counts_q(), parcours=parcours).order_by("-event_id")
    entered = (
        parcours.events.standing()
        .filter(to_stage=Stage.DIAGNOSIS)
        .exclude(from_stage=Stage.DIAGNOSIS)
        .order_by("sequence")
    )
    versions = DeadlinePolicy.objects.annotate(
        start=Coalesce(Subquery(entered.values("occurred_on")[:1]), parcours.stage_since),
        extended_to=Subquery(given.values("until")[:1]),
        extended_on=Subquery(given.values("given_on")[:1]),
        **_naps_of(parcours),
    )
    policy: Any = versions.on(F("start")).get(code=UPSTREAM_PHASE)
    if policy.extended_to:
        return _later(policy.extended_to, policy, policy.extended_on, on)
    return _later(policy.after(policy.start), policy, policy.start, on)


def limits_behind_proposals(on: date) -> dict[int, date]:
    """The same of the files whose due date is another one, a host operator's answer. Two queries."""
    acts = ParcoursEvent.objects.standing().filter(parcours=OuterRef("pk"))
    entered = acts.filter(to_stage=Stage.DIAGNOSIS).exclude(from_stage=Stage.DIAGNOSIS)
    given = UpstreamExtension.objects.filter(counts_q(), parcours=OuterRef("pk"))
    given = given.order_by("-event_id")
    asked: QuerySet[Any] = Parcours.objects.filter(
        Exists(Placement.objects.proposed().filter(parcours=OuterRef("pk"))),
        stage__in=SIX_MONTH_STAGES,
        standing__in=WORKING_STANDINGS,
    ).annotate(
        start=Coalesce(
            Subquery(entered.order_by("sequence").values("occurred_on")[:1]), F("stage_since")
        ),
        extended_to=Subquery(given.values("until")[:1]),
        extended_on=Subquery(given.values("given_on")[:1]),
        **_naps(acts),
    )
    policies = list(DeadlinePolicy.objects.filter(code=UPSTREAM_PHASE))
    return {one.pk: _limit_of(one, policies, on) for one in asked}


def _limit_of(asked: Any, policies: Iterable[DeadlinePolicy], on: date) -> date:
    if asked.extended_to:
        return _later(asked.extended_to, asked, asked.extended_on, on)
    policy = next(one for one in policies if one.is_on(asked.start))
    return _later(policy.after(asked.start), asked, asked.start, on)


def preparation_warning(parcours: Parcours, on: date) -> str | None:
    """The sentence of the fourth month, then of the fifth, then of the end; a file that sleeps has
    its time stopped."""
    if parcours.stage not in SIX_MONTH_STAGES or parcours.standing == Standing.SUSPENDED:
        return None
    limit = _projected_limit(parcours) or preparation_limit(parcours, on)
    if on > limit:
        return f"La préparation devait se terminer le {short_day(limit)}."
    if on >= limit - relativedelta(months=1):
        return f"Il reste moins d’un mois pour préparer le départ : jusqu’au {short_day(limit)}."
    if on >= limit - relativedelta(months=2):
        return f"Il reste moins de deux mois pour préparer le départ : jusqu’au {short_day(limit)}."
    return None


def _projected_limit(parcours: Parcours) -> date | None:
    """The due date of a file at work is that limit, unless it waits for a host."""
    return None if _oldest_proposal(parcours) else parcours.due_on


def _naps_of(parcours: Parcours) -> dict[str, ArraySubquery]:
    return _naps(parcours.events.standing())


def _naps(acts: QuerySet[ParcoursEvent]) -> dict[str, ArraySubquery]:
    """Those that put the file to sleep or woke it, and their days: for ``_later``."""
    acts = acts.filter(kind__in=["suspend", "resume", "wake"]).order_by("sequence")
    return {
        "nap_kinds": ArraySubquery(acts.values("kind")),
        "nap_days": ArraySubquery(acts.values("occurred_on")),
    }


def _later(limit: date, row: Any, start: date, end: date) -> date:
    """A limit, after the days spent suspended between two others: they count in no delay.

    ``row`` is annotated with ``_naps``.
    """
    total, asleep_since = timedelta(), None
    for kind, day in zip(row.nap_kinds, row.nap_days, strict=True):
        if kind == "suspend":
            asleep_since = max(day, start)
        elif asleep_since is not None:
            total += _days_between(asleep_since, day)
            asleep_since = None
    # The act that wakes the file has no row yet.
    if asleep_since is not None:
        total += _days_between(asleep_since, end)
    return limit + total


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


def _agreements_due_on(parcours: Parcours, on: date) -> date | None:
    """On the fast track, everybody's answer comes before anything else."""
    fast_track = fast_track_of(parcours)
    if fast_track is None or not agreements.missing_parties(parcours, on):
        return None
    return fast_track.agreements_due_on


def review_on(parcours: Parcours) -> date | None:
    """When a suspended file wakes up."""
    last = Suspension.objects.filter(counts_q(), parcours=parcours).order_by("event_id").last()
    return last.review_on if last else None
