"""The action plan and the trials at work of a file."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, F, Prefetch, Value, When

from candidates.enums import ActionState, PlanAxis
from candidates.models import Parcours, PlanAction, WorkTrial, WorkTrialReport, counts_q
from emile.core.templatetags.emile import count


# What is to be done first, what is over last.
BY_STATE = Case(
    When(state__in=[ActionState.TO_DO, ActionState.IN_PROGRESS], then=Value(0)),
    When(state=ActionState.DONE, then=Value(1)),
    default=Value(2),
)


@dataclass(frozen=True, slots=True)
class Line:
    action: PlanAction
    is_late: bool


@dataclass(frozen=True, slots=True)
class Axis:
    label: str
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Trial:
    """``report`` is None as long as nobody told how it went."""

    trial: WorkTrial
    report: WorkTrialReport | None


@dataclass(frozen=True, slots=True)
class PlanPage:
    axes: list[Axis]
    late_count: int
    trials: list[Trial]

    @property
    def late_told(self) -> str:
        return f"{count(self.late_count, 'action')} en retard"


def plan_page(parcours: Parcours, today: date) -> PlanPage:
    """Three queries."""
    actions = parcours.plan_actions.select_related("brake").order_by(
        BY_STATE, F("due_on").asc(nulls_last=True), "pk"
    )
    lines = [Line(action, action.is_late_on(today)) for action in actions]
    return PlanPage(
        axes=[
            Axis(axis.label, [line for line in lines if line.action.axis == axis])
            for axis in PlanAxis
        ],
        late_count=sum(line.is_late for line in lines),
        trials=_trials(parcours),
    )


def _trials(parcours: Parcours) -> list[Trial]:
    reports = WorkTrialReport.objects.filter(counts_q()).order_by("-event_id")
    trials = (
        WorkTrial.objects.filter(counts_q(), parcours=parcours)
        .select_related("person", "occupation")
        .prefetch_related(Prefetch("reports", reports, to_attr="told"))
        .order_by("-starts_on", "-pk")
    )
    return [Trial(trial, next(iter(trial.told), None)) for trial in trials]
