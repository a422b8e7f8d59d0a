"""What is done on a file, one act at a time, with what a test need not say filled in."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from candidates import services
from candidates.enums import (
    AnswerMeans,
    DecidedBy,
    ExchangeChannel,
    HousingSolution,
    Initiator,
    JobSolution,
    MilestoneKind,
    NoteLevel,
    ReasonUse,
    YesNoUnknown,
)
from candidates.models import ImmersionStay, Parcours, Placement, Reason
from candidates.selectors import agreements, moving_adults
from candidates.selectors.agreements import PartySeat, SeatAnswer
from candidates.services.corrections import correct_act
from emile.core.context import database_context
from operators.actors import Actor
from territories.models import Commune, Occupation
from tests.factories.organisations import make_mandate


def act(
    service: Callable[..., Any],
    actor: Actor,
    parcours: Parcours,
    *,
    now: datetime | None = None,
    **fields: Any,
) -> Any:
    """Call a service as this actor; what it notes happened the same day unless ``on`` says when."""
    now = now or timezone.now()
    fields = {"on": timezone.localdate(now)} | fields
    with database_context(actor.database_context):
        return service(actor=actor, parcours=parcours, now=now, **fields)


def correct_last_act(actor: Actor, parcours: Parcours) -> None:
    with database_context(actor.database_context):
        event = parcours.events.order_by("sequence").last()
        correct_act(actor=actor, event=event, now=timezone.now(), reason="Erreur de saisie.")


# Positioning and stay


def propose(
    upstream: Actor, parcours: Parcours, host: Actor, territory: str = "cantal", **fields: Any
) -> Placement:
    described = {
        "mandate": make_mandate(host, territory),
        "occupation": Occupation.objects.get(code="K1304"),
        "message": "",
    } | fields
    return act(services.propose_placement, upstream, parcours, **described)


def plan_stay(host: Actor, parcours: Parcours, first_day: date, **fields: Any) -> ImmersionStay:
    described = {
        "days": DateRange(first_day, first_day + timedelta(days=5)),
        "lodging": "Gîte des Exemples",
        "travel": "Train de 9\u00a0h\u00a012",
        "programme": "Lundi\u00a0: visite de l’entreprise.",
    } | fields
    return act(services.plan_stay, host, parcours, **described)


# Validation, installation, follow-up


def edit_project(
    host: Actor, parcours: Parcours, *, now: datetime | None = None, **fields: Any
) -> Parcours:
    """The project as it stands, with these changes."""
    placement = agreements.active_placement(parcours)
    described = {
        name: getattr(placement, name)
        for name in (
            "version",
            "job_certainty",
            "job_details",
            "home_certainty",
            "home_details",
            "home_commune",
            "monthly_rent",
            "planned_move_on",
        )
    } | fields
    return act(services.edit_project, host, parcours, now=now, **described)


def seat_of(parcours: Parcours, key: str, *, now: datetime | None = None) -> PartySeat:
    """« host », « employer », or « adult » for the first of them."""
    table = agreements.round_table(parcours, timezone.localdate(now))
    return next(seat for seat in table.seats if seat.key.startswith(key))


def say(
    actor: Actor,
    parcours: Parcours,
    *keys: str,
    agrees: bool = True,
    now: datetime | None = None,
    **fields: Any,
) -> Parcours:
    """Note the answers of these parties: one's own in one's name, the others' on the phone."""
    answers = []
    for key in keys:
        seat = seat_of(parcours, key, now=now)
        is_own = seat.party == actor.kind
        answers.append(
            SeatAnswer(
                seat=seat.key,
                content_hash=seat.content_hash,
                agrees=agrees,
                means=AnswerMeans.SELF if is_own else AnswerMeans.PHONE,
                answered_by="" if is_own else "Dominique Exemple",
            )
        )
    return act(services.answer_validation, actor, parcours, now=now, answers=answers, **fields)


def everyone_agrees(
    upstream: Actor, host: Actor, parcours: Parcours, *, now: datetime | None = None
) -> Parcours:
    table = agreements.round_table(parcours, timezone.localdate(now))
    keys = [seat.key for seat in table.seats if not seat.agrees and seat.key != "upstream"]
    say(host, parcours, *keys, now=now)
    return say(upstream, parcours, "upstream", now=now)


def commit_job(
    host: Actor, parcours: Parcours, *, now: datetime | None = None, **fields: Any
) -> Parcours:
    today = timezone.localdate(now)
    described = {
        "person": moving_adults(parcours, today)[0],
        "kind": JobSolution.HIRING,
        "occupation": Occupation.objects.get(code="K1304"),
        "with_whom": "Aide à domicile Exemple",
        "starts_on": today,
    } | fields
    return act(services.commit_job, host, parcours, now=now, **described)


def commit_home(
    host: Actor, parcours: Parcours, *, now: datetime | None = None, **fields: Any
) -> Parcours:
    described = {
        "kind": HousingSolution.SOCIAL,
        "commune": Commune.objects.get(code="15014"),
        "landlord": "Bailleur Exemple",
        "available_on": timezone.localdate(now),
    } | fields
    return act(services.commit_home, host, parcours, now=now, **described)


def visit(
    host: Actor,
    parcours: Parcours,
    milestone: MilestoneKind,
    *,
    now: datetime | None = None,
    answer: YesNoUnknown = YesNoUnknown.YES,
) -> Parcours:
    """A visit at which every adult gave the same answer to each question."""
    said = dict.fromkeys(("still_there", "works_or_trains", "thinks_of_staying"), answer)
    answers = dict.fromkeys(moving_adults(parcours, timezone.localdate(now)), said)
    return act(services.log_visit, host, parcours, milestone=milestone, answers=answers, now=now)


# Beside the stages


def reason_to(use: ReasonUse) -> Reason:
    """The first of the coordinator's list."""
    return Reason.objects.filter(use=use).order_by("rank", "pk")[0]


def suspend(actor: Actor, parcours: Parcours, *, days: int = 30, **fields: Any) -> Parcours:
    on = fields.setdefault("on", timezone.localdate())
    return act(
        services.suspend_parcours,
        actor,
        parcours,
        suspension_reason=reason_to(ReasonUse.SUSPENSION),
        review_on=on + timedelta(days=days),
        **fields,
    )


def leave(actor: Actor, parcours: Parcours, **fields: Any) -> Parcours:
    """Out of the programme, by the household's own decision."""
    return act(
        services.exit_parcours,
        actor,
        parcours,
        exit_reason=reason_to(ReasonUse.EXIT),
        decided_by=DecidedBy.HOUSEHOLD,
        **fields,
    )


def note(actor: Actor, parcours: Parcours, **fields: Any) -> Parcours:
    described = {
        "text": "Rappeler lundi.",
        "level": NoteLevel.SHARED,
        "channel": ExchangeChannel.PHONE,
        "initiated_by": Initiator.HOUSEHOLD,
        "was_reached": True,
    } | fields
    return act(services.log_exchange, actor, parcours, **described)
