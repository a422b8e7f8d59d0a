"""One figure: month after month, and the files that it counts, for those who may open them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.models import Max, Q, Sum

from candidates.models import Parcours
from emile.core.charts import Chart, Point, month_chart
from emile.core.templatetags.emile import month
from emile.steering.figures.formulas import FORMULAS, Formula, Sums, Window
from emile.steering.figures.words import told
from emile.steering.selectors.figures import (
    Figure,
    Frame,
    facts_of,
    figures,
    sums_by_month,
    sums_of,
)
from emile.steering.selectors.lens import OPENS_FILES
from operators.actors import Actor


MOST_FILES = 500
MONTHS, MONTH_COLUMNS = "Mois par mois", ("Mois", "Valeur")


@dataclass(frozen=True, slots=True)
class CountedFile:
    """``number`` is how many times the file counts: once for each person who settled, for instance."""

    parcours: Parcours
    number: int
    happened_on: date


@dataclass(frozen=True, slots=True)
class FigurePage:
    """``files`` is None for whoever opens none; ``left`` are those beyond the first ones, and ``closed``
    how much of the figure is of files that the reader opens no more."""

    figure: Figure
    months: Chart | None
    files: Sequence[CountedFile] | None
    left: int
    closed: int


def figure_page(frame: Frame, code: str, actor: Actor, on: date) -> FigurePage | None:
    """None when no indicator has that code on that day."""
    found = figures(frame, on, codes=[code], compared=True)
    if not found:
        return None
    files, left, closed = None, 0, 0
    if actor.kind in OPENS_FILES:
        counted = counted_files(frame, FORMULAS[code], actor)
        files, left = counted[:MOST_FILES], len(counted[MOST_FILES:])
        closed = found[0].result.part - sum(file.number for file in counted)
    return FigurePage(found[0], by_month(frame, FORMULAS[code]), files, left, closed)


def by_month(frame: Frame, formula: Formula, *, title: str = MONTHS) -> Chart | None:
    """Its value in each month; among households oriented that month, for a cohort."""
    added = sums_by_month(frame, formula.window)
    held: Counter[Any] = Counter()
    if formula.window == Window.UNTIL:
        held.update(sums_of(frame.until_then, formula.window))
    points = []
    for rank in range(frame.months):
        one = frame.first + relativedelta(months=rank)
        sums: Mapping[Any, int] | Sums = added.get(one, {})
        if formula.window == Window.UNTIL:
            held.update(sums)
            sums = held
        value = formula.result(sums).value
        points.append(Point(month(one), value, told(value, formula.unit)))
    return month_chart(title, points, columns=MONTH_COLUMNS)


def counted_files(frame: Frame, formula: Formula, actor: Actor) -> list[CountedFile]:
    """What the figure counts: their numbers add up to it, as far as the actor may open the files."""
    picked = Q(measure=formula.pick.measure)
    if formula.pick.details is not None:
        picked &= Q(detail__in=formula.pick.details)
    counts = (
        facts_of(frame, formula.window)
        .filter(picked, parcours__in=Parcours.objects.visible_to(actor))
        .order_by()
        .values_list("parcours")
        .annotate(count=Sum("number"), last=Max("happened_on"))
        .exclude(count=0)
    )
    found = {parcours_id: (count, last) for parcours_id, count, last in counts}
    files = Parcours.objects.filter(pk__in=found).for_table("territory", "owner_organisation")
    return sorted(
        (CountedFile(one, *found[one.pk]) for one in files),
        key=lambda one: (one.happened_on, one.parcours.pk),
        reverse=True,
    )
