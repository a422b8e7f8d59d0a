"""What a diagnosis said at each of its versions, read from its history."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db.models import OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce, Concat

from candidates.enums import Need, Theme, ThemeState
from candidates.models import Conclusion, Diagnosis, Parcours, ParcoursEvent, ThemeAnswer
from operators.models import User


PAPERS = {True: "vus", False: "non vus", None: ""}


@dataclass(frozen=True, slots=True)
class Said:
    themes: dict[Theme, ThemeAnswer]
    conclusion: Conclusion


@dataclass(frozen=True, slots=True)
class Version:
    """One save, or the signature of what was saved before."""

    number: int
    is_signature: bool
    on: date
    who: str
    themes: list[str]


@dataclass(frozen=True, slots=True)
class Change:
    """``who`` and ``when`` are those of the newer words."""

    label: str
    before: str
    after: str
    who: str
    when: datetime | None


def said_in(diagnosis: Diagnosis, version: int) -> Said:
    """Expects its themes prefetched. Two queries, none for the current version."""
    if version >= diagnosis.version:
        lines = diagnosis.themes.all()
        return Said({Theme(line.theme): line.answer for line in lines}, diagnosis.conclusion)
    return Said(
        {Theme(line.theme): _answer(line) for line in _lines_in(diagnosis, version)},
        _conclusion_in(diagnosis, version),
    )


def versions_of(parcours: Parcours) -> list[Version]:
    """The newest first. One query."""
    people = User.objects.filter(pk=OuterRef("actor_user_id"))
    names = people.values(name=Concat("first_name", Value(" "), "last_name"))
    acts = (
        ParcoursEvent.objects.filter(
            parcours=parcours, kind__in=("edit_diagnosis", "sign_diagnosis")
        )
        .annotate(who=Coalesce(names, Value("")))
        .order_by("-sequence")
    )
    return [
        Version(
            number=act.payload["version"],
            is_signature=act.kind == "sign_diagnosis",
            on=act.occurred_on,
            who=act.who,
            themes=[str(Theme(theme).label) for theme in act.payload.get("themes", [])],
        )
        for act in acts
    ]


def changes_between(diagnosis: Diagnosis, older: int, newer: int) -> list[Change]:
    """What is not the same in two versions. Five queries."""
    return [
        *_theme_changes(diagnosis, older, newer),
        *_conclusion_changes(_conclusion_in(diagnosis, older), _conclusion_in(diagnosis, newer)),
    ]


def _theme_changes(diagnosis: Diagnosis, older: int, newer: int) -> Iterator[Change]:
    before = {line.theme: _answer(line) for line in _lines_in(diagnosis, older)}
    lines = {line.theme: line for line in _lines_in(diagnosis, newer)}
    people = User.objects.in_bulk({line.written_by_id for line in lines.values()} - {None})
    for theme in Theme:
        line = lines.get(theme)
        if line is None or before.get(theme) == _answer(line):
            continue
        who = people.get(line.written_by_id)
        yield Change(
            label=str(theme.label),
            before=told(before.get(theme)),
            after=told(_answer(line)),
            who=who.get_full_name() if who else "",
            when=line.written_at,
        )


def _conclusion_changes(before: Conclusion, after: Conclusion) -> Iterator[Change]:
    if before.summary != after.summary:
        yield Change("Synthèse", before.summary, after.summary, "", None)
    if before.saw_adult_papers != after.saw_adult_papers:
        seen, seen_now = PAPERS[before.saw_adult_papers], PAPERS[after.saw_adult_papers]
        yield Change("Papiers des adultes", seen, seen_now, "", None)


def told(answer: ThemeAnswer | None) -> str:
    """An answer as people read it."""
    if answer is None:
        return str(ThemeState.NOT_ASKED.label)
    needs = ", ".join(str(Need(need).label) for need in answer.needs)
    return "\n".join(filter(None, [str(answer.state.label), needs, answer.text]))


def _lines_in(diagnosis: Diagnosis, version: int) -> QuerySet[Any]:
    """The last words of each theme by then."""
    history = apps.get_model("candidates", "DiagnosisThemeHistory")
    lines: QuerySet[Any] = (
        history.objects.filter(diagnosis=diagnosis, written_in__lte=version)
        .order_by("theme", "-pgh_id")
        .distinct("theme")
    )
    return lines


def _answer(line: Any) -> ThemeAnswer:
    return ThemeAnswer(ThemeState(line.state), line.text, tuple(line.needs))


def _conclusion_in(diagnosis: Diagnosis, version: int) -> Conclusion:
    history = apps.get_model("candidates", "DiagnosisHistory")
    lines = history.objects.filter(pgh_obj=diagnosis, concluded_in__lte=version)
    said = lines.order_by("-pgh_id").values_list("summary", "saw_adult_papers").first()
    return Conclusion(*said) if said else Conclusion()
