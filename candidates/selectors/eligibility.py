"""The calls of the eligibility stage, and who could take a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Concat

from candidates.enums import OPEN_STANDINGS, CallOutcome, Stage, Standing
from candidates.models import (
    CallAttempt,
    ContactPoint,
    EligibilityDecision,
    Parcours,
    counts_q,
)
from operators.enums import OrganisationKind
from operators.models import Organisation, User
from territories.models import Mandate


# From that many on, the page says so.
MANY_TRIES = 3
# After them the household has moved in, and another team accompanies it.
PREPARED_STAGES = (
    Stage.INFORMATION,
    Stage.DIAGNOSIS,
    Stage.PREPARATION,
    Stage.POSITIONING,
    Stage.IMMERSION,
    Stage.REFLECTION,
    Stage.VALIDATION,
)


@dataclass(frozen=True, slots=True)
class CallLog:
    """The attempts in order, each with ``caller``; how many in a row since somebody answered."""

    attempts: Sequence[CallAttempt]
    unanswered: int
    next_call_on: date | None

    @property
    def is_stuck(self) -> bool:
        return self.unanswered >= MANY_TRIES

    @property
    def told(self) -> str:
        return f"{self.unanswered} essais sans réponse."


def call_log(parcours: Parcours) -> CallLog:
    """One query."""
    callers = User.objects.filter(pk=OuterRef("event__actor_user_id"))
    attempts = list(
        CallAttempt.objects.filter(counts_q(), parcours=parcours)
        .select_related("event", "contact__person")
        .annotate(
            caller=Coalesce(
                callers.values(name=Concat("first_name", Value(" "), "last_name"))[:1], Value("")
            )
        )
        .order_by("event__occurred_on", "event")
    )
    unanswered = 0
    for attempt in reversed(attempts):
        if attempt.outcome == CallOutcome.REACHED:
            break
        unanswered += 1
    return CallLog(attempts, unanswered, attempts[-1].next_call_on if attempts else None)


def numbers_of(parcours: Parcours, on: date) -> list[ContactPoint]:
    """Everything that rings, the candidate's first; expects ``for_detail()``. One query."""
    members = parcours.household.members_on(on)
    ranks = {member.person_id: rank for rank, member in enumerate(members)}
    points = ContactPoint.objects.filter(person__in=ranks).exclude(kind="email")
    return sorted(points.select_related("person"), key=lambda one: (ranks[one.person_id], one.pk))


def upstream_operators(on: date) -> QuerySet[Organisation]:
    """Those that may be given a file: with ``open_cases``, of which ``new_cases`` nobody has begun,
    and ``has_mandate``. Those with a mandate come first, then the least busy.

    Counts every file: for the coordinator, who sees them all.
    """
    held = Q(
        case_accesses__role=OrganisationKind.UPSTREAM,
        case_accesses__until__isnull=True,
        case_accesses__parcours__standing__in=OPEN_STANDINGS,
        case_accesses__parcours__stage__in=PREPARED_STAGES,
    )
    fresh = Q(
        case_accesses__parcours__stage=Stage.INFORMATION,
        case_accesses__parcours__standing=Standing.TO_DO,
    )
    mandates = Mandate.objects.on(on).of_kind(OrganisationKind.UPSTREAM)
    return (
        Organisation.objects.active()
        .of_kind(OrganisationKind.UPSTREAM)
        .annotate(
            open_cases=Count("case_accesses", filter=held),
            new_cases=Count("case_accesses", filter=held & fresh),
            has_mandate=Exists(mandates.filter(organisation=OuterRef("pk"))),
        )
        .order_by(F("has_mandate").desc(), "open_cases", "name_norm", "pk")
    )


def message_to_operator(parcours: Parcours) -> str:
    """What the coordinator wrote when it gave the file."""
    decisions = EligibilityDecision.objects.filter(counts_q(), parcours=parcours)
    words = decisions.order_by("-event_id").values_list("message", flat=True).first()
    return words or ""
