"""What a file says of information, diagnosis, projects, wishes and plan."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Prefetch

from candidates.enums import PlanAxis, ThemeState
from candidates.models import (
    Attendance,
    Diagnosis,
    DiagnosisSignature,
    DiagnosisTheme,
    Parcours,
    Person,
    PlanAction,
    TerritoryWish,
    counts_q,
)


# Created together, in the order of the programme's own form.
THEMES = Prefetch("themes", DiagnosisTheme.objects.order_by("pk"))


@dataclass(frozen=True, slots=True)
class Axis:
    label: str
    actions: list[PlanAction]


@dataclass(frozen=True, slots=True)
class DiagnosisPage:
    """``themes`` are those that say something; the others are only named."""

    attendances: list[Attendance]
    diagnosis: Diagnosis | None
    signature: DiagnosisSignature | None
    themes: list[DiagnosisTheme]
    nothing_to_say: list[str]
    not_asked: list[str]
    adults: list[Person]
    wishes: list[TerritoryWish]
    axes: list[Axis]


def diagnosis_page(*, parcours: Parcours, today: date) -> DiagnosisPage:
    """Expects ``for_detail()``. Seven queries."""
    diagnosis = diagnosis_of(parcours)
    lines = list(diagnosis.themes.all()) if diagnosis else []
    silent = (ThemeState.NOTHING, ThemeState.NOT_ASKED)
    return DiagnosisPage(
        attendances=list(
            Attendance.objects.filter(counts_q(), parcours=parcours)
            .select_related("event", "session")
            .order_by("-event")
        ),
        diagnosis=diagnosis,
        signature=_signature(diagnosis),
        themes=[line for line in lines if line.state not in silent],
        nothing_to_say=_labels(lines, ThemeState.NOTHING),
        not_asked=_labels(lines, ThemeState.NOT_ASKED),
        adults=adults_with_projects(parcours, today),
        wishes=list(parcours.wishes.select_related("territory").order_by("rank")),
        axes=_axes(parcours),
    )


def diagnosis_of(parcours: Parcours) -> Diagnosis | None:
    """None when nobody has begun it; its themes come in the programme's order."""
    return Diagnosis.objects.filter(parcours=parcours).prefetch_related(THEMES).first()


def version_of(diagnosis: Diagnosis | None) -> int:
    """Version 0 is the one that nobody has begun."""
    return diagnosis.version if diagnosis else 0


def adults_with_projects(parcours: Parcours, on: date) -> list[Person]:
    """The adults who move, with their projects. Expects ``for_detail()``: one query."""
    moving = [
        member.person_id
        for member in parcours.household.members_on(on)
        if member.is_moving_adult_on(on)
    ]
    people = Person.objects.select_related("aspirational_project", "retained_project")
    found = people.in_bulk(moving)
    return [found[person_id] for person_id in moving]


def _signature(diagnosis: Diagnosis | None) -> DiagnosisSignature | None:
    signatures = DiagnosisSignature.objects.filter(counts_q(), diagnosis=diagnosis)
    return signatures.select_related("event").order_by("-event").first() if diagnosis else None


def _labels(lines: list[DiagnosisTheme], state: ThemeState) -> list[str]:
    return [line.get_theme_display() for line in lines if line.state == state]


def _axes(parcours: Parcours) -> list[Axis]:
    ordered = parcours.plan_actions.order_by(
        F("done_on").asc(nulls_first=True), F("due_on").asc(nulls_last=True), "pk"
    )
    actions = list(ordered)
    return [
        Axis(axis.label, [action for action in actions if action.axis == axis]) for axis in PlanAxis
    ]
