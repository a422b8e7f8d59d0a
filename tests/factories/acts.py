"""What is done on a file, one act at a time, with what a test need not say filled in."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from candidates import services
from candidates.enums import (
    AidAnswer,
    AnswerMeans,
    CheckState,
    CostPayer,
    DecidedBy,
    ExchangeChannel,
    Expense,
    HousingSolution,
    Initiator,
    JobSolution,
    MilestoneKind,
    NoteLevel,
    Payer,
    ReasonUse,
    StayCostKind,
    Tonight,
    VisitKind,
    YesNoUnknown,
)
from candidates.models import (
    ImmersionStay,
    InstallationAid,
    Parcours,
    Placement,
    PlacementHome,
    PlacementJob,
    Reason,
    StayCost,
    StayVisit,
)
from candidates.selectors import agreements, moving_adults
from candidates.selectors.agreements import PartySeat, SeatAnswer
from candidates.selectors.checklist import checklist
from candidates.selectors.project import home_of
from candidates.services.corrections import correct_act
from emile.core.context import database_context
from operators.actors import Actor
from territories.models import Commune, Mandate, Occupation
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
    } | fields
    return act(services.plan_stay, host, parcours, **described)


def add_visit(host: Actor, parcours: Parcours, stay: ImmersionStay, **fields: Any) -> StayVisit:
    """An employer, on the first day, from nine to ten."""
    described = {
        "day": stay.first_day,
        "starts_at": time(9),
        "ends_at": time(10),
        "kind": VisitKind.EMPLOYER,
        "title": "Boulangerie des Exemples",
    } | fields
    return act(services.add_visit, host, parcours, stay=stay, **described)


def add_cost(host: Actor, parcours: Parcours, stay: ImmersionStay, **fields: Any) -> StayCost:
    described = {
        "kind": StayCostKind.TRANSPORT,
        "payer": CostPayer.OPERATOR,
        "amount_asked": Decimal("86.40"),
    } | fields
    return act(services.add_cost, host, parcours, stay=stay, **described)


def go_fast(
    actor: Actor,
    parcours: Parcours,
    mandate: Mandate | None,
    *,
    now: datetime | None = None,
    **fields: Any,
) -> Parcours:
    """« Voie rapide »: work starts in three days, and there is a roof for two months."""
    today = timezone.localdate(now)
    described = {
        "job": {
            "person": moving_adults(parcours, today)[0],
            "kind": JobSolution.HIRING,
            "occupation": Occupation.objects.get(code="K1304"),
            "with_whom": "Aide à domicile Exemple",
            "starts_on": today + timedelta(days=3),
        },
        "lodging": {
            "commune": Commune.objects.get(code="15014"),
            "landlord": "Gîte des Exemples",
            "available_on": today,
            "ends_on": today + timedelta(days=60),
        },
        "reason": "Le travail commence lundi.",
    } | fields
    return act(services.fast_track, actor, parcours, now=now, mandate=mandate, **described)


# Validation, installation, follow-up


def edit_job(
    host: Actor, parcours: Parcours, *, now: datetime | None = None, **fields: Any
) -> Parcours:
    """The job of the first adult who moves as it stands, with these changes."""
    placement = agreements.active_placement(parcours)
    person = fields.pop("person", None) or moving_adults(parcours, timezone.localdate(now))[0]
    job = placement.jobs.filter(person=person).first() or PlacementJob(
        version=0, occupation=placement.occupation
    )
    described = as_it_stands(
        job,
        "version",
        "kind",
        "certainty",
        "occupation",
        "employer",
        "contract",
        "weekly_hours",
        "starts_on",
        "details",
    )
    return act(services.edit_job, host, parcours, now=now, person=person, **(described | fields))


def edit_home(
    host: Actor, parcours: Parcours, *, now: datetime | None = None, **fields: Any
) -> Parcours:
    """The home of the project as it stands, with these changes."""
    placement = agreements.active_placement(parcours)
    home = home_of(placement) or PlacementHome(version=0)
    described = as_it_stands(
        home,
        "version",
        "certainty",
        "landlord",
        "typology",
        "commune",
        "rent",
        "charges",
        "surface",
        "available_on",
        "details",
    )
    described |= {"placement": placement} | fields
    return act(services.edit_home, host, parcours, now=now, **described)


def edit_dates(
    host: Actor, parcours: Parcours, planned_move_on: date, *, now: datetime | None = None
) -> Parcours:
    placement = agreements.active_placement(parcours)
    return act(
        services.edit_dates,
        host,
        parcours,
        now=now,
        placement=placement,
        version=placement.version,
        planned_move_on=planned_move_on,
    )


def as_it_stands(row: Any, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


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
        "attributed_on": timezone.localdate(now),
        "available_on": timezone.localdate(now),
    } | fields
    return act(services.commit_home, host, parcours, now=now, **described)


def add_aid(host: Actor, parcours: Parcours, **fields: Any) -> InstallationAid:
    """A deposit that the FSL is asked for."""
    described = {
        "kind": Expense.DEPOSIT,
        "cost": Decimal(450),
        "payer": Payer.FSL,
        "answer": AidAnswer.ASKED,
    } | fields
    return act(services.add_aid, host, parcours, **described)


def tick_everything(host: Actor, parcours: Parcours, *, now: datetime | None = None) -> Parcours:
    """Nothing is left to do before moving in."""
    with database_context(host.database_context):
        listed = checklist(parcours, timezone.localdate(now))
    return act(
        services.edit_checklist,
        host,
        parcours,
        version=listed.version,
        states={line.key: CheckState.DONE for line in listed.lines},
        now=now,
    )


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


def lose_shelter(actor: Actor, parcours: Parcours, **fields: Any) -> Parcours:
    described = {"tonight": Tonight.STREET, "phone": ""} | fields
    return act(services.lose_shelter, actor, parcours, **described)


def note(actor: Actor, parcours: Parcours, **fields: Any) -> Parcours:
    described = {
        "text": "Rappeler lundi.",
        "level": NoteLevel.SHARED,
        "channel": ExchangeChannel.PHONE,
        "initiated_by": Initiator.HOUSEHOLD,
        "was_reached": True,
    } | fields
    return act(services.log_exchange, actor, parcours, **described)
