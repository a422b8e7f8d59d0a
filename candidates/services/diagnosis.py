"""The diagnosis: written together over several meetings, read back, then signed."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from candidates.enums import SnapshotPoint, Theme
from candidates.models import (
    Conclusion,
    Diagnosis,
    DiagnosisSignature,
    DiagnosisTheme,
    Parcours,
    ThemeAnswer,
)
from candidates.selectors.diagnosis import diagnosis_of, version_of
from candidates.selectors.versions import said_in
from candidates.services.snapshots import fill_in_situations
from candidates.workflow import PARCOURS_WORKFLOW
from emile.core.errors import StaleVersion
from emile.core.workflow import Act, TransitionRefused
from operators.actors import Actor


# Of a theme, what an answer changes.
WRITTEN = ("state", "text", "needs", "written_in", "written_by", "written_at")


@transaction.atomic
def edit_diagnosis(
    *,
    actor: Actor,
    parcours: Parcours,
    version: int,
    themes: Mapping[Theme, ThemeAnswer],
    conclusion: Conclusion | None = None,
    on: date,
    now: datetime,
) -> Diagnosis:
    """Rewrite the themes that changed since the version that was read, and the conclusion if given.

    Raises StaleVersion when somebody else has written one of those meanwhile.
    """
    with PARCOURS_WORKFLOW.perform("edit_diagnosis", parcours, actor=actor, on=on, now=now) as act:
        diagnosis = diagnosis_of(act.subject) or _begin(act.subject)
        base = said_in(diagnosis, version)
        diagnosis.version += 1
        written = []
        for line in diagnosis.themes.all():
            if (theme := Theme(line.theme)) in themes and _is_new(
                ThemeAnswer(*themes[theme]), line.answer, base.themes[theme]
            ):
                _refuse_if_newer(line.written_in, version, diagnosis)
                _fill_in(act, line, ThemeAnswer(*themes[theme]), diagnosis.version)
                written.append(line)
        DiagnosisTheme.objects.bulk_update(written, WRITTEN)
        if conclusion and _is_new(conclusion, diagnosis.conclusion, base.conclusion):
            _refuse_if_newer(diagnosis.concluded_in, version, diagnosis)
            diagnosis.summary, diagnosis.saw_adult_papers = conclusion
            diagnosis.concluded_in = diagnosis.version
        diagnosis.full_clean()
        diagnosis.save()
        act.payload["version"] = diagnosis.version
    return diagnosis


def _is_new(typed: object, current: object, base: object) -> bool:
    """Left as it was read, it is nobody's edit: what a colleague wrote since then stays."""
    return typed not in (current, base)


def _refuse_if_newer(written_in: int, version: int, diagnosis: Diagnosis) -> None:
    if written_in > version:
        raise StaleVersion(current=diagnosis.version - 1)


def _fill_in(act: Act[Parcours], line: DiagnosisTheme, answer: ThemeAnswer, version: int) -> None:
    line.state, line.text, line.needs = answer.state, answer.text, list(answer.needs)
    line.written_in, line.written_by_id, line.written_at = version, act.actor.user_id, act.now
    # Whose line it is was not typed: checking it would cost three queries for each theme.
    line.full_clean(exclude=["diagnosis", "written_by"])
    act.payload.setdefault("themes", []).append(line.theme)


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
        if diagnosis is None:
            diagnosis = _begin(act.subject)
            diagnosis.version = 1
            diagnosis.save(update_fields=["version"])
        DiagnosisSignature.objects.create(
            event_id=act.entry_id, diagnosis=diagnosis, version=diagnosis.version
        )
        fill_in_situations(act, SnapshotPoint.DIAGNOSIS)
        act.payload["version"] = diagnosis.version
    return act.subject


def _begin(parcours: Parcours) -> Diagnosis:
    """Version 0: nothing is written yet."""
    diagnosis: Diagnosis = Diagnosis.objects.create(parcours=parcours, version=0)
    DiagnosisTheme.objects.bulk_create(
        DiagnosisTheme(diagnosis=diagnosis, theme=theme) for theme in Theme
    )
    return diagnosis
