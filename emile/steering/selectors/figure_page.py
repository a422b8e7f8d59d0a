"""One figure: month after month, and the files that it counts, for those who may open them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.models import Max, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum

from candidates.models import Parcours
from emile.core.charts import Chart, Point, month_chart
from emile.core.templatetags.emile import month
from emile.steering.figures.formulas import FORMULAS, Formula, Pick, Sums, Window
from emile.steering.figures.words import told
from emile.steering.models import CountedFact
from emile.steering.selectors.figures import (
    Figure,
    Frame,
    facts_of,
    figures,
    sums_by_month,
    sums_of,
)
from emile.steering.selectors.lens import EVERYTHING, OPENS_FILES
from operators.actors import Actor


MONTHS, MONTH_COLUMNS = "Mois par mois", ("Mois", "Valeur")


@dataclass(frozen=True, slots=True)
class FigurePage:
    """``files`` is None for whoever opens none, and ``closed`` how much of the figure is of files that
    the reader opens no more."""

    figure: Figure
    months: Chart | None
    files: QuerySet[CountedFact] | None
    closed: int


def figure_page(frame: Frame, code: str, actor: Actor, on: date) -> FigurePage | None:
    """None when no indicator has that code on that day."""
    found = figures(frame, on, codes=[code], compared=True)
    if not found:
        return None
    files, closed, formula = None, 0, FORMULAS[code]
    if actor.kind in OPENS_FILES:
        opened = _opened_by(actor, _picked(frame, formula))
        files = counted_files(opened)
        if actor.kind not in EVERYTHING:
            closed = found[0].result.part - (opened.aggregate(sum=Sum("number"))["sum"] or 0)
    return FigurePage(found[0], by_month(frame, formula), files, closed)


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


def _picked(frame: Frame, formula: Formula) -> QuerySet[CountedFact]:
    """The facts that the figure adds up."""
    return facts_of(frame, formula.window).filter(_is_of(formula.pick)).order_by()


def _is_of(pick: Pick) -> Q:
    one_measure = Q(measure=pick.measure)
    return one_measure if pick.details is None else one_measure & Q(detail__in=pick.details)


def _opened_by(actor: Actor, facts: QuerySet[CountedFact]) -> QuerySet[CountedFact]:
    if actor.kind in EVERYTHING:
        return facts
    return facts.filter(parcours__in=Parcours.objects.visible_to(actor))


def counted_files(facts: QuerySet[CountedFact]) -> QuerySet[CountedFact]:
    """One fact for each file that these facts count, the last that was noted, with its ``parcours`` and
    ``times``, how many times the file counts: these add up to the figure.

    Only the rows that are read are looked at: the millionth file costs nothing to the first page. Each
    is asked for its own file, which no plan may turn into a join of all with all.
    """
    of_file = facts.filter(parcours=OuterRef("parcours")).values("parcours")
    times = of_file.annotate(sum=Sum("number")).values("sum")
    last = of_file.filter(number__gt=0).annotate(last=Max("pk")).values("last")
    files = Prefetch("parcours", Parcours.objects.for_table("territory", "owner_organisation"))
    return (
        facts.filter(number__gt=0, pk=Subquery(last))
        .annotate(times=Subquery(times))
        .exclude(times=0)
        .prefetch_related(files)
    )
