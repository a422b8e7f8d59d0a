"""The diagnosis: written together over several meetings, read back, then signed."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from candidates.enums import Theme, ThemeState
from candidates.models import Diagnosis, DiagnosisSignature, DiagnosisTheme, Parcours, Person
from candidates.selectors import moving_adults
from candidates.selectors.diagnosis import diagnosis_of, version_of
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.errors import StaleVersion
from emile.core.workflow import TransitionRefused
from operators.actors import Actor
from territories.models import Occupation


# What an adult would love to do, then what they retain for EMILE.
Projects = tuple[Occupation | None, Occupation | None]


@transaction.atomic
def edit_diagnosis(
    *,
    actor: Actor,
    parcours: Parcours,
    version: int,
    themes: Mapping[Theme, tuple[ThemeState, str]],
    projects: Mapping[int, Projects],
    summary: str,
    saw_adult_papers: bool | None,
    on: date,
    now: datetime,
) -> Diagnosis:
    """Rewrite it; ``projects`` are by person. Raises StaleVersion when somebody else did meanwhile."""
    with PARCOURS_WORKFLOW.perform("edit_diagnosis", parcours, actor=actor, on=on, now=now) as act:
        diagnosis = next_version(act.subject, version)
        diagnosis.summary, diagnosis.saw_adult_papers = summary, saw_adult_papers
        diagnosis.full_clean()
        diagnosis.save()
        for line in diagnosis.themes.all():
            _answer(line, *themes[Theme(line.theme)])
        act.payload |= {
            "version": diagnosis.version,
            "projects_before": retain_projects(act.subject, projects, on=on),
        }
    return diagnosis


@transaction.atomic
def sign_diagnosis(
    *,
    actor: Actor,
    parcours: Parcours,
    version: int,
    on: date,
    now: datetime,
    reason: str = "",
) -> Parcours:
    """Sign the version that was read back. Raises ReasonNeeded when something is left out."""
    with PARCOURS_WORKFLOW.perform(
        "sign_diagnosis", parcours, actor=actor, on=on, now=now, reason=reason
    ) as act:
        diagnosis = diagnosis_of(act.subject)
        if version != version_of(diagnosis):
            raise TransitionRefused(
                "Le diagnostic a changé depuis que vous l’avez ouvert\u00a0: "
                "relisez-le avant de le signer.",
                code="state",
            )
        diagnosis = diagnosis or _begin(act.subject)
        DiagnosisSignature.objects.create(
            event_id=act.entry_id, diagnosis=diagnosis, version=diagnosis.version
        )
        act.payload["version"] = diagnosis.version
    return act.subject


def next_version(parcours: Parcours, version: int) -> Diagnosis:
    """The diagnosis, begun if need be, about to be rewritten under the lock of its file."""
    diagnosis = diagnosis_of(parcours)
    if version != (current := version_of(diagnosis)):
        raise StaleVersion(current=current)
    if diagnosis is None:
        return _begin(parcours)
    diagnosis.version += 1
    return diagnosis


def _begin(parcours: Parcours) -> Diagnosis:
    diagnosis: Diagnosis = Diagnosis.objects.create(parcours=parcours)
    DiagnosisTheme.objects.bulk_create(
        DiagnosisTheme(diagnosis=diagnosis, theme=theme) for theme in Theme
    )
    return diagnosis


def _answer(line: DiagnosisTheme, state: ThemeState, text: str) -> None:
    """Written only when it changes: the history then tells what was really edited."""
    if (line.state, line.text) == (state, text):
        return
    line.state, line.text = state, text
    line.full_clean()
    line.save(update_fields=["state", "text"])


def retain_projects(
    parcours: Parcours, projects: Mapping[int, Projects], *, on: date
) -> dict[int, tuple[int | None, int | None]]:
    """Give the adults who move their projects, and what those that changed were, as ids."""
    before = {}
    for adult in moving_adults(parcours, on):
        dreamt, retained = projects.get(
            adult.pk, (adult.aspirational_project, adult.retained_project)
        )
        was = (adult.aspirational_project_id, adult.retained_project_id)
        if was == (dreamt and dreamt.pk, retained and retained.pk):
            continue
        before[adult.pk] = was
        Person.objects.filter(pk=adult.pk).update(
            aspirational_project=dreamt, retained_project=retained
        )
    return before
