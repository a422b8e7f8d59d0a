"""How long the rest may take, from what the same stages really took."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from candidates.enums import OPEN_STAGES, Stage
from candidates.models import Parcours, StageDuration
from emile.core.templatetags.emile import count


# How long one is accompanied is a rule, not something that is waited for.
WAITED = OPEN_STAGES[: OPEN_STAGES.index(Stage.FOLLOW_UP)]
COLUMNS = ("Étape", "La moitié en", "8 dossiers sur 10 en", "Dossiers depuis un an")
DAYS = "jour,jours"


@dataclass(frozen=True, slots=True)
class Forecast:
    """``sentence`` is about the present stage, empty when too few files have passed it; ``rows`` are
    about that one and the next ones."""

    sentence: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    measured_on: date


def forecast(parcours: Parcours) -> Forecast | None:
    """None when nothing is waited for any more, or too few files have gone before. One query.

    The durations of the file's territory once it has one and they rest on enough files, those of
    the programme otherwise.
    """
    if not parcours.is_open or parcours.stage not in WAITED:
        return None
    ahead = WAITED[WAITED.index(Stage(parcours.stage)) :]
    found = (
        StageDuration.objects.filter(stage__in=ahead)
        .filter(Q(territory=None) | Q(territory=parcours.territory_id))
        .select_related("territory")
        .order_by(F("territory").asc(nulls_first=True))
    )
    # The last word is the territory's.
    durations = {one.stage: one for one in found}
    if not durations:
        return None
    present = durations.get(parcours.stage)
    return Forecast(
        sentence=_sentence(present) if present else "",
        columns=COLUMNS,
        rows=[_row(durations[stage]) for stage in ahead if stage in durations],
        measured_on=next(iter(durations.values())).measured_on,
    )


def _sentence(duration: StageDuration) -> str:
    return (
        f"D’habitude, la moitié des dossiers passent cette étape en "
        f"{_days(duration.half_within)}, et 8\u00a0sur\u00a010 en {_days(duration.most_within)}."
    )


def _row(duration: StageDuration) -> Sequence[str]:
    where = f" ({duration.territory.name})" if duration.territory else ""
    return (
        f"{duration.get_stage_display()}{where}",
        _days(duration.half_within),
        _days(duration.most_within),
        str(duration.files),
    )


def _days(number: int) -> str:
    return f"{count(number, DAYS)} ou moins" if number else "moins d’un jour"
