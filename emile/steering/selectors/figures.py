"""Figures as a page shows them: of whom, of which months, as known on which day."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.models import Q, QuerySet, Sum, TextField
from django.db.models.functions import Cast, TruncMonth

from emile.core.prose import NBSP
from emile.core.templatetags.emile import months_to, number
from emile.steering.figures.formulas import FORMULAS, Result, Sums, Window
from emile.steering.figures.measures import Measure
from emile.steering.figures.words import change, told
from emile.steering.models import Axis, CountedFact, FiguresState, Indicator, Scope, Tally
from operators.models import Organisation
from territories.models import Territory


# The first households of the programme.
BEGINNING = date(2019, 6, 1)
KEY = ("measure", "detail", "value")
Key = tuple[str, str, int]
# Held from one month to the next: the others count in the month when they happen.
HELD = (Measure.PRESENT, Measure.ASLEEP, Measure.FREED)
# Whose facts are those of a scope.
OWNER_OF: dict[str, str] = {
    Scope.TERRITORY: "territory_id",
    Scope.HOST: "host_id",
    Scope.UPSTREAM: "upstream_id",
    Scope.PRESCRIBER: "prescriber_id",
    Scope.DEPARTURE: "departure",
}


@dataclass(frozen=True, slots=True)
class Frame:
    """What is looked at: the months ``first`` to ``last`` (their first days), in the figures of one
    scope, for households of that composition ("" for all), as the journal stood at the end of the
    day ``as_of`` (None for all that is known). ``other`` is what it is compared with, when that is not
    the months just before."""

    first: date
    last: date
    scope: Scope = Scope.NATIONAL
    # None for each of that scope, apart.
    scope_id: str | None = ""
    household_type: str = ""
    as_of: date | None = None
    other: "Frame | None" = None

    @property
    def compared_with(self) -> "Frame":
        return self.other or self.before

    @property
    def months(self) -> int:
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1

    @property
    def until_then(self) -> "Frame":
        """What was held when the first month began."""
        return replace(self, last=self.first - relativedelta(months=1))

    @property
    def before(self) -> "Frame":
        """The months just before, as many."""
        shift = relativedelta(months=self.months)
        return self.from_month(self.first - shift)

    def from_month(self, first: date) -> "Frame":
        """As many months, from another one on."""
        last = first + relativedelta(months=self.months - 1)
        return replace(self, first=first, last=last, other=None)


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator, with its value in the frame and, when asked for, in the one it is compared with."""

    indicator: Indicator
    result: Result
    compared: Result | None = None

    @property
    def unit(self) -> str:
        return FORMULAS[self.indicator.code].unit

    @property
    def text(self) -> str:
        return told(self.result.value, self.unit)

    @property
    def size(self) -> str:
        """How many it rests on: « 12 sur 40 », or « 40 »; nothing beside a count, which says it."""
        if self.unit == "number":
            return ""
        part, whole = self.result.part, self.result.whole
        return number(part) if whole is None else f"{number(part)}{NBSP}sur{NBSP}{number(whole)}"

    @property
    def text_compared(self) -> str:
        return told(self.compared.value, self.unit) if self.compared else ""

    @property
    def change(self) -> str:
        if self.compared is None or self.compared.value is None or self.result.value is None:
            return ""
        return change(round(self.result.value - self.compared.value, 1), self.unit)


def sums_of(frame: Frame, window: Window) -> Sums:
    """How many of each fact, in that window of the frame. One query, two as of a past day."""
    sums: Counter[Key] = Counter()
    for *key, count in added(frame, window):
        sums[tuple(key)] += count
    return sums


def sums_by_scope(frame: Frame, window: Window) -> Mapping[str, Sums]:
    """The same, apart for each one of the scope, of those that have anything."""
    each = replace(frame, scope_id=None)
    sums: dict[str, Counter[Key]] = defaultdict(Counter)
    for scope_id, *key, count in added(each, window, by=("scope_id",)):
        sums[scope_id][tuple(key)] += count
    return sums


def sums_by_month(frame: Frame, window: Window) -> Mapping[date, Sums]:
    """The same, apart for each month: what each adds to those before it, for what is held."""
    sums: dict[date, Counter[Key]] = defaultdict(Counter)
    for month, *key, count in added(frame, window, by=("month",)):
        sums[month][tuple(key)] += count
    return sums


def added(
    frame: Frame, window: Window, *, by: Sequence[str] = (), only: Collection[str] = tuple(Measure)
) -> Iterator[tuple[Any, ...]]:
    """Columns ``by``, then those of ``KEY``, then how many: the totals, and as of a past day what its
    own month had added until then. One query, or two."""
    sources: list[QuerySet[Any]] = [_tallies(frame, window)]
    if frame.as_of is not None:
        sources.append(_late_facts(frame, frame.as_of, window))
    for rows in sources:
        wanted = rows.filter(measure__in=only).order_by()
        summed = wanted.values_list(*by, *KEY).annotate(count=Sum("number"))
        # Nothing is left of what was taken back since.
        yield from summed.exclude(count=0)


def in_window(frame: Frame, window: Window, field: str = "month") -> Q:
    """Of rows that have such a day."""
    before_the_end = Q(**{f"{field}__lt": frame.last + relativedelta(months=1)})
    if window == Window.UNTIL:
        return before_the_end & Q(measure__in=HELD)
    return before_the_end & Q(**{f"{field}__gte": frame.first}) & ~Q(measure__in=HELD)


def _tallies(frame: Frame, window: Window) -> QuerySet[Tally]:
    rows = Tally.objects.filter(
        in_window(frame, window),
        scope=frame.scope,
        axis=Axis.COHORT if window == Window.COHORT else Axis.PERIOD,
    )
    if frame.scope_id is not None:
        rows = rows.filter(scope_id=frame.scope_id)
    if frame.household_type:
        rows = rows.filter(household_type=frame.household_type)
    if frame.as_of is not None:
        rows = rows.filter(recorded__lt=frame.as_of.replace(day=1))
    return rows


def _late_facts(frame: Frame, as_of: date, window: Window) -> QuerySet[Any]:
    """Those recorded in the month of ``as_of``, until that day."""
    return facts_of(frame, window).filter(recorded_on__gte=as_of.replace(day=1))


def facts_of(frame: Frame, window: Window) -> QuerySet[Any]:
    """The facts that the totals of that window add up, with their ``month``."""
    day = "cohort" if window == Window.COHORT else "happened_on"
    rows = CountedFact.objects.annotate(month=TruncMonth(day)).filter(in_window(frame, window, day))
    if (owner := OWNER_OF.get(frame.scope)) is not None:
        rows = rows.annotate(scope_id=Cast(owner, TextField())).filter(scope_id__isnull=False)
        if frame.scope_id is not None:
            rows = rows.filter(scope_id=frame.scope_id)
    if frame.household_type:
        rows = rows.filter(household_type=frame.household_type)
    if frame.as_of is not None:
        rows = rows.filter(recorded_on__lte=frame.as_of)
    return rows


def indicators(on: date, codes: Iterable[str] | None = None) -> list[Indicator]:
    """Their words as of that day, in their order."""
    rows = Indicator.objects.on(on).filter(code__in=FORMULAS if codes is None else codes)
    return list(rows.order_by("rank", "pk"))


def figures(
    frame: Frame, on: date, *, codes: Iterable[str] | None = None, compared: bool = False
) -> list[Figure]:
    """Indicators in the frame, all of them or those named; three queries, six when compared."""
    wanted = indicators(on, codes)
    windows = {FORMULAS[one.code].window for one in wanted}
    sums = {window: sums_of(frame, window) for window in windows}
    earlier: Mapping[Window, Sums] = (
        {window: sums_of(frame.compared_with, window) for window in windows} if compared else {}
    )
    return [_figure(indicator, sums, earlier) for indicator in wanted]


def _figure(
    indicator: Indicator, sums: Mapping[Window, Sums], earlier: Mapping[Window, Sums]
) -> Figure:
    formula = FORMULAS[indicator.code]
    compared = formula.result(earlier[formula.window]) if earlier else None
    return Figure(indicator, formula.result(sums[formula.window]), compared)


def scope_name(frame: Frame) -> str:
    match frame.scope:
        case Scope.NATIONAL:
            return str(Scope.NATIONAL.label)
        case Scope.TERRITORY:
            found = Territory.objects.filter(pk=frame.scope_id or 0).first()
            return found.name if found else "Aucun territoire d’accueil du programme"
        case _:
            return Organisation.objects.get(pk=frame.scope_id or 0).name


def comparison_words(frame: Frame) -> str:
    """What changes are measured from, as a sentence."""
    other = frame.other
    if other is None:
        months = "au mois" if frame.months == 1 else f"aux {frame.months} mois"
        return f"L’évolution compare {months} d’avant."
    return (
        f"L’évolution compare à\u00a0: {scope_name(other)}, {months_to(other.first, other.last)}."
    )


def counted_at() -> datetime | None:
    """Until when the figures follow the journal; None before the first pass."""
    state = FiguresState.objects.filter(is_rebuilding=False).first()
    return state.counted_at if state else None
