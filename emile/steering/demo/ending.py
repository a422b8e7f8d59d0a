"""How the drawn households end: settled, gone elsewhere, or out of the programme on the way."""

from datetime import timedelta

from dateutil.relativedelta import relativedelta

from candidates import services
from candidates.enums import (
    Answer,
    CallOutcome,
    DynamicExit,
    MilestoneKind,
    Outcome,
    ReasonUse,
    Stage,
    YesNoUnknown,
)
from candidates.selectors.news import news_date
from emile.steering.demo import priors
from emile.steering.demo.departing import call
from emile.steering.demo.life import Life
from emile.steering.demo.settling import situation
from operators.actors import Actor
from territories.models import Departement


def follow_up(life: Life) -> None:
    installed_on = life.today
    for milestone, months in (
        (MilestoneKind.M1, 1),
        (MilestoneKind.M3, 3),
        (MilestoneKind.M6, 6),
    ):
        life.wait_until(installed_on + relativedelta(months=months))
        if life.has("misses_a_visit") and milestone == MilestoneKind.M3:
            life.act(
                life.cast.host,
                services.miss_visit,
                milestone=milestone,
                missed_reason=life.reason(ReasonUse.VISIT_MISSED, "household_away"),
                next_on=life.today + timedelta(days=7),
            )
            life.wait(7)
        visit(life, milestone)


def visit(life: Life, milestone: MilestoneKind) -> None:
    works = life.household.outcome != Outcome.SETTLED_WITHOUT_JOB
    answers = {
        "still_there": YesNoUnknown.YES,
        "works_or_trains": YesNoUnknown.YES if works else YesNoUnknown.NO,
        "thinks_of_staying": YesNoUnknown.YES if works else YesNoUnknown.UNKNOWN,
    }
    first, *_ = adults = life.adults()
    life.act(
        life.cast.host,
        services.log_visit,
        milestone=milestone,
        answers=dict.fromkeys(adults, answers),
        situations={first: situation(life, milestone)},
    )


REACHED = {
    Outcome.LASTING_JOB: DynamicExit.LASTING,
    Outcome.TRANSITION_JOB: DynamicExit.TRANSITION,
    Outcome.TRAINING: DynamicExit.POSITIVE,
}


def close(life: Life) -> None:
    life.linger("closing")
    reached = REACHED.get(life.household.outcome, DynamicExit.OTHER)
    life.act(
        life.cast.host,
        services.close_parcours,
        outcome=life.household.outcome,
        reached=dict.fromkeys(life.adults(), reached),
    )


def give_news(life: Life) -> None:
    """A year after it settled. Who is not reached is still to be asked."""
    life.wait_until(news_date(life.installed_on(), MilestoneKind.M12))
    life.linger("news")
    works = life.household.outcome != Outcome.SETTLED_WITHOUT_JOB
    answer = {
        "still_there": YesNoUnknown.YES,
        "works_or_trains": YesNoUnknown.YES if works else YesNoUnknown.NO,
    }
    if not life.has("answers_after_a_year"):
        answer = dict.fromkeys(answer, YesNoUnknown.UNKNOWN)
    life.act(life.cast.host, services.ask_news, answers=dict.fromkeys(life.adults(), answer))


def leave_territory(life: Life) -> None:
    life.linger("leaving")
    life.act(
        life.cast.host,
        services.leave_territory,
        departement=Departement.objects.get(code="93"),
        departure_reason=life.reason(ReasonUse.LEAVE_TERRITORY, life.household.departure),
        mandate=None,
    )


def leave(life: Life) -> None:
    """It stops at its goal: it sleeps for a while, or leaves at once."""
    life.linger("leaving")
    if life.household.goal == Stage.ELIGIBILITY:
        try_to_call(life)
    if life.household.nap:
        sleep(life)
    if life.household.reason == "territory_not_chosen":
        life.act(
            life.cast.upstream,
            services.answer_household,
            person=life.adults()[0],
            answer=Answer.NO,
            reason="Trop loin de la famille.",
        )
        life.wait(3)
    exit_reason = life.reason(ReasonUse.EXIT, life.household.reason)
    life.act(
        life.cast.coordinator,
        services.exit_parcours,
        exit_reason=exit_reason,
        decided_by=exit_reason.decided_by,
    )


def try_to_call(life: Life) -> None:
    if not life.household.meets_criteria:
        return call(life)
    for outcome in (CallOutcome.NO_ANSWER, CallOutcome.MESSAGE_LEFT):
        life.act(life.cast.coordinator, services.log_call, outcome=outcome)
        life.wait(4)
    return None


def sleep(life: Life) -> None:
    actor: Actor = life.cast.coordinator
    review_on = life.today + timedelta(days=priors.NAP)
    life.act(
        actor,
        services.suspend_parcours,
        suspension_reason=life.reason(ReasonUse.SUSPENSION, life.household.nap),
        review_on=review_on,
    )
    life.wait_until(review_on)
    life.act(actor, services.resume_parcours)
    life.wait(5)
