"""The indicators as a table to keep."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.utils import timezone

from candidates.enums import HouseholdType
from emile.core.exports import Column, Kind, Table, Value
from emile.core.templatetags.emile import month, short_day
from emile.steering.figures.words import UNITS
from emile.steering.models import Family
from emile.steering.selectors.figures import Figure, Frame, scope_name


COLUMNS = (
    Column("Famille"),
    Column("Code"),
    Column("Indicateur", width=40),
    # In the unit that its column says: a column of figures has one type for all of them.
    Column("Valeur", Kind.DECIMAL, width=12),
    Column("Unité", width=12),
    Column("Effectif", Kind.WHOLE, width=12),
    Column("Parmi", Kind.WHOLE, width=12),
    Column("De"),
    Column("À"),
    Column("Périmètre", width=30),
    Column("Composition"),
    Column("Tels que connus le", Kind.DATE),
    Column("Définition", width=80),
    Column("Version de la définition", Kind.WHOLE, width=12),
)


def figures_table(frame: Frame, found: Sequence[Figure], now: datetime) -> Table:
    return Table(
        title="Indicateurs",
        columns=COLUMNS,
        rows=_rows(frame, found, now),
        made_at=now,
        filters=_filters(frame),
    )


def _filters(frame: Frame) -> list[tuple[str, str]]:
    told = [
        ("Périmètre", scope_name(frame)),
        ("De", month(frame.first)),
        ("À", month(frame.last)),
    ]
    if frame.household_type:
        told.append(("Composition", HouseholdType(frame.household_type).label))
    if frame.as_of:
        told.append(("Tels que connus le", short_day(frame.as_of)))
    return told


def _rows(frame: Frame, found: Sequence[Figure], now: datetime) -> Iterator[Sequence[Value]]:
    scope = scope_name(frame)
    for figure in found:
        indicator, result = figure.indicator, figure.result
        yield (
            str(Family(indicator.family).label),
            indicator.code,
            indicator.label,
            result.value,
            UNITS[figure.unit],
            result.part,
            result.whole,
            month(frame.first),
            month(frame.last),
            scope,
            frame.household_type,
            frame.as_of or timezone.localdate(now),
            indicator.sentence,
            indicator.version,
        )
