"""The round table: what each party says of the project, and what everyone's yes leads to."""

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date, datetime

from django.db import transaction

from candidates.enums import AnswerMeans, Party, PlacementStatus, Stage
from candidates.models import Parcours, PartyAgreement, Reason
from candidates.notifications import decisions as letters
from candidates.policies import can_answer_for
from candidates.selectors import agreements
from candidates.selectors.agreements import PartySeat, RoundTable, SeatAnswer
from candidates.services.placement import change_status, end_placements, release_hosts
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.errors import DomainError
from emile.core.workflow import Act, TransitionRefused
from operators.actors import Actor


class SeatTaken(DomainError):
    """An organisation that holds two seats answers each through somebody else."""

    def __init__(self) -> None:
        super().__init__(
            "Vous avez déjà répondu pour une autre partie\u00a0: une autre personne de votre "
            "organisation, ou la coordination, doit répondre pour celle-ci.",
            code="seat_taken",
        )


@transaction.atomic
def answer_validation(
    *,
    actor: Actor,
    parcours: Parcours,
    answers: Sequence[SeatAnswer],
    on: date,
    now: datetime,
    refusal_reason: Reason | None = None,
    reason: str = "",
) -> Parcours:
    """Note the answers of one party or several.

    Everyone's yes validates the project; one no ends the placement and the file looks for another,
    with one of the coordinator's reasons, words of one's own, or both.
    Raises TransitionRefused with code ``state`` when a party answered on a content that has
    changed since, SeatTaken, or ReasonNeeded when somebody refuses without a word of why.
    """
    why = reason.strip() or (refusal_reason.label if refusal_reason else "")
    with (
        ExitStack() as kept,
        PARCOURS_WORKFLOW.perform(
            "answer_validation", parcours, actor=actor, on=on, now=now, reason=why
        ) as act,
    ):
        table = _table(act)
        seats = {seat.key: seat for seat in table.seats}
        given = [(seats.get(answer.seat), answer) for answer in answers]
        _refuse_two_seats(actor, table, given)
        for seat, answer in given:
            _record(act, table, seat, answer)
        act.payload["answers"] = [
            [seat.party, answer.agrees] for seat, answer in given if seat is not None
        ]
        told = agreements.table_of(act.subject, table.placement, on)
        if told.is_refused:
            end_placements(act, reason=refusal_reason)
            if refusal_reason is not None:
                act.payload["reason"] = refusal_reason.code
        else:
            # Where it leads, and what is still awaited there, ask it again.
            kept.enter_context(agreements.keeping_table(act.subject, on, told))
            if not told.missing and act.step.destination(act.subject, on) == Stage.INSTALLATION:
                _validate(act, table)
    release_hosts(act.subject, now=now)
    letters.tell_round_table(act)
    return act.subject


@transaction.atomic
def validate_project(*, actor: Actor, parcours: Parcours, on: date, now: datetime) -> Parcours:
    """Go on with a project that everyone agrees to, once every adult's stay is lawful."""
    with PARCOURS_WORKFLOW.perform("validate", parcours, actor=actor, on=on, now=now) as act:
        _validate(act, _table(act))
    letters.tell_round_table(act)
    return act.subject


def _table(act: Act[Parcours]) -> RoundTable:
    table = agreements.round_table(act.subject, act.occurred_on)
    if table is None:
        raise TransitionRefused(
            "Aucun positionnement n’est accepté\u00a0: il n’y a pas de projet à valider.",
            code="state",
        )
    return table


def _record(
    act: Act[Parcours], table: RoundTable, seat: PartySeat | None, answer: SeatAnswer
) -> None:
    if seat is None or seat.content_hash != answer.content_hash:
        raise TransitionRefused(
            "Le projet a changé depuis que cette page a été ouverte, ou n’était pas encore "
            "celui-ci à la date indiquée\u00a0: relisez-le avec la partie concernée.",
            code="state",
        )
    is_own = answer.means == AnswerMeans.SELF
    if not (
        can_answer_for(act.actor, act.subject, seat.party)
        and _speaks_rightly(act.actor, seat.party, is_own=is_own)
    ):
        raise TransitionRefused(
            f"{seat.label}\u00a0: vous ne pouvez pas donner cet avis en son nom.", code="permission"
        )
    agreement = PartyAgreement(
        event_id=act.entry_id,
        placement=table.placement,
        party=seat.party,
        person=seat.person,
        organisation_id=act.actor.organisation_id if is_own else seat.organisation_id,
        content_hash=seat.content_hash,
        shown=seat.shown,
        agrees=answer.agrees,
        means=answer.means,
        answered_by=answer.answered_by,
    )
    # What is answered, and for whom, was not typed.
    agreement.full_clean(exclude=["event", "placement", "organisation"])
    agreement.save()


def _speaks_rightly(actor: Actor, party: Party, *, is_own: bool) -> bool:
    """An operator's own answer is never noted as somebody else's, nor the reverse."""
    may_be_own = agreements.speaks_for(actor, party)
    if party in {Party.UPSTREAM, Party.HOST}:
        return is_own == may_be_own
    return may_be_own or not is_own


def _refuse_two_seats(
    actor: Actor, table: RoundTable, given: Sequence[tuple[PartySeat | None, SeatAnswer]]
) -> None:
    """Nobody is two parties: a person answers in their own name for one seat only."""
    own = {seat.key for seat, answer in given if seat and answer.means == AnswerMeans.SELF}
    if own:
        own |= {seat.key for seat in table.seats if seat.was_answered_by(actor.user_id)}
    if len(own) > 1:
        raise SeatTaken


def _validate(act: Act[Parcours], table: RoundTable) -> None:
    if table.placement.status == PlacementStatus.ACCEPTED:
        change_status(act, table.placement, PlacementStatus.VALIDATED)
