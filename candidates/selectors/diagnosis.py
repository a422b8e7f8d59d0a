"""What a file says of information, diagnosis, projects, wishes and plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from candidates.enums import Theme, ThemeState
from candidates.models import (
    Attendance,
    Brake,
    Diagnosis,
    DiagnosisSignature,
    DiagnosisTheme,
    Parcours,
    Person,
    TerritoryRefusal,
    TerritoryWish,
    counts_q,
)
from candidates.selectors.household import moving_adults
from candidates.selectors.known import KnownFact


# Created together, in the order of the programme's own form.
THEMES = Prefetch("themes", DiagnosisTheme.objects.select_related("written_by").order_by("pk"))


@dataclass(frozen=True, slots=True)
class ThemeBlock:
    """``line`` is None when nobody has begun the diagnosis."""

    theme: Theme
    line: DiagnosisTheme | None
    known: list[KnownFact]
    brakes: list[Brake]

    @property
    def state(self) -> ThemeState:
        return ThemeState(self.line.state) if self.line else ThemeState.NOT_ASKED

    @property
    def to_ask(self) -> list[KnownFact]:
        return [fact for fact in self.known if not fact.value]

    @property
    def is_unknown(self) -> bool:
        """Not raised yet, not finished, or with an answer that nobody has."""
        if self.state == ThemeState.NOTHING:
            return False
        unfinished = (ThemeState.NOT_ASKED, ThemeState.IN_PROGRESS)
        return self.state in unfinished or bool(self.to_ask)


@dataclass(frozen=True, slots=True)
class DiagnosisPage:
    attendances: list[Attendance]
    diagnosis: Diagnosis | None
    signature: DiagnosisSignature | None
    version: int
    themes: list[ThemeBlock]
    lifted: list[Brake]
    adults: list[Person]
    wishes: list[TerritoryWish]
    refused: list[TerritoryRefusal]
    what_matters: str

    @property
    def told(self) -> list[tuple[Theme, list[KnownFact]]]:
        """What the rest of the file says, theme by theme, where it says something."""
        said = [(block.theme, [one for one in block.known if one.value]) for block in self.themes]
        return [(theme, facts) for theme, facts in said if facts]


def diagnosis_page(
    *, parcours: Parcours, today: date, known: Mapping[Theme, list[KnownFact]] | None = None
) -> DiagnosisPage:
    """Expects ``for_detail()``. As many queries whatever the file.

    ``known`` is what the rest of the file says, for the pages that show it (``known_facts``).
    """
    diagnosis = diagnosis_of(parcours)
    brakes = brakes_of(parcours)
    return DiagnosisPage(
        attendances=list(
            Attendance.objects.filter(counts_q(), parcours=parcours)
            .select_related("event", "session__kind")
            .order_by("-event")
        ),
        diagnosis=diagnosis,
        signature=_signature(diagnosis),
        version=version_of(diagnosis),
        themes=theme_blocks(diagnosis, brakes, known or {}),
        lifted=[brake for brake in brakes if brake.resolved_on],
        adults=moving_adults(parcours, today),
        wishes=list(parcours.wishes.select_related("territory").order_by("rank")),
        refused=list(parcours.refused_territories.select_related("territory").order_by("pk")),
        what_matters=parcours.aspirations.what_matters if hasattr(parcours, "aspirations") else "",
    )


def theme_blocks(
    diagnosis: Diagnosis | None, brakes: list[Brake], known: Mapping[Theme, list[KnownFact]]
) -> list[ThemeBlock]:
    lines = {line.theme: line for line in diagnosis.themes.all()} if diagnosis else {}
    return [
        ThemeBlock(
            theme=theme,
            line=lines.get(theme),
            known=known.get(theme, []),
            brakes=[one for one in brakes if one.theme == theme and one.resolved_on is None],
        )
        for theme in Theme
    ]


def brakes_of(parcours: Parcours) -> list[Brake]:
    """The oldest first."""
    return list(parcours.brakes.select_related("person").order_by("since", "pk"))


def diagnosis_of(parcours: Parcours) -> Diagnosis | None:
    """None when nobody has begun it; its themes come in the programme's order."""
    return Diagnosis.objects.filter(parcours=parcours).prefetch_related(THEMES).first()


def version_of(diagnosis: Diagnosis | None) -> int:
    """Version 0 is the one that nobody has begun."""
    return diagnosis.version if diagnosis else 0


def _signature(diagnosis: Diagnosis | None) -> DiagnosisSignature | None:
    signatures = DiagnosisSignature.objects.filter(counts_q(), diagnosis=diagnosis)
    return signatures.select_related("event").order_by("-event").first() if diagnosis else None
