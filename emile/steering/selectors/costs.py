"""Conventions against what was reached, and what the programme costs against what it avoids."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from dateutil.relativedelta import relativedelta
from django.db.models import QuerySet

from emile.core.prose import NBSP, euros
from emile.core.templatetags.emile import number, short_day
from emile.steering.figures.costs import (
    Balance,
    Moved,
    Operand,
    Paid,
    Priced,
    nights,
    share_of,
    uncovered_from,
    value_of,
)
from emile.steering.figures.fold import AIDS, STAYS
from emile.steering.figures.formulas import Window
from emile.steering.figures.measures import Measure
from emile.steering.models import PAID, Convention, Indicator, Objective, Scope, Tally, UnitCost
from emile.steering.selectors.figures import Frame, added, figures, in_window, sums_of
from emile.steering.selectors.lens import SCOPE_OF
from operators.enums import OrganisationKind
from operators.models import Organisation


NIGHT = "night"
DAY = timedelta(days=1)
# What an operator may be asked to reach, in the order of the way.
OBJECTIVES = ("informed", "diagnosed", "accepted", "stayed", "validated", "settled")
LINES = {
    STAYS: (
        "Séjours d’immersion",
        "dépenses que les équipes du programme paient, jour où elles sont notées",
    ),
    AIDS: ("Aides à l’installation", "aides accordées par le programme, jour où elles sont notées"),
}


@dataclass(frozen=True, slots=True)
class ConventionPage:
    """``elapsed`` is the part of its days that has gone by, in hundredths; each of the ``lines`` is of
    an objective, with where it would be if it came evenly."""

    convention: Convention
    is_past: bool
    elapsed: int
    lines: Sequence[tuple[str, str, str, str]]
    columns = ("Indicateur", "Réalisé", "Attendu à ce jour", "Objectif")


def convention_page(
    convention: Convention, today: date, as_of: date | None = None
) -> ConventionPage:
    """What the figures of the operator say of its objectives, in whole months, until that day."""
    day = as_of or today
    objectives: dict[str, Objective] = {one.code: one for one in convention.objectives.all()}
    gone = min(max((day - convention.since).days + 1, 0), convention.days)
    found = achieved(convention, today, as_of, list(objectives)) if gone else {}
    lines = []
    for code, (indicator, reached) in found.items():
        target = objectives[code].target
        expected = round(target * gone / convention.days)
        lines.append((indicator.label, number(reached), number(expected), number(target)))
    is_past = convention.until is not None and convention.until < day
    return ConventionPage(convention, is_past, 100 * gone // convention.days, lines)


def achieved(
    convention: Convention, today: date, as_of: date | None, codes: Sequence[str]
) -> dict[str, tuple[Indicator, int]]:
    """By code. The same as on the operator’s own « Pilotage », over the months of the convention."""
    last = min(convention.until or today, as_of or today)
    frame = Frame(
        convention.since.replace(day=1),
        last.replace(day=1),
        *_scope_of(convention.organisation),
        as_of=as_of,
    )
    shown = figures(frame, as_of or today, codes=codes)
    return {one.indicator.code: (one.indicator, one.result.part) for one in shown}


def _scope_of(organisation: Organisation) -> tuple[Scope, str]:
    """That of the work it is paid for; the whole programme for the coordinator."""
    for kind in PAID:
        if kind in organisation.kinds and kind in SCOPE_OF:
            return SCOPE_OF[kind], str(organisation.pk)
    return Scope.NATIONAL, ""


def balance(frame: Frame, today: date) -> Balance:
    """Of the whole programme, until today at most."""
    first = frame.first
    last = min(frame.last + relativedelta(months=1) - DAY, frame.as_of or today)
    moves, prices = list(_moves(frame)), list(_prices())
    return Balance(
        nights=nights(moves, first, last),
        saved=value_of(moves, prices, first, last),
        spent=[*_paid(first, last), *_noted(frame)],
        missing=[*_without_price(prices, first, last), *_without_convention(frame, first, last)],
    )


def _moves(frame: Frame) -> Iterator[Moved]:
    rows = added(frame, Window.UNTIL, by=("month",), only=[Measure.FREED])
    for month, _, _, day, people in rows:
        yield Moved(month.replace(day=day), people)


def _prices() -> Iterator[Priced]:
    rows = UnitCost.objects.filter(code=NIGHT).order_by("since")
    yield from (Priced(row.since, row.until, row.amount) for row in rows)


def _paid(first: date, last: date) -> Iterator[Operand]:
    for one in (
        Convention.objects.between(first, last).for_list().order_by("organisation__name", "since")
    ):
        until = one.until or last
        yield Operand(
            f"Convention {one.reference}, {one.organisation.name}",
            share_of(Paid(one.since, until, one.amount), first, last),
            f"{euros(one.amount)} du {short_day(one.since)} au {short_day(until)}, au prorata des jours",
        )


def _noted(frame: Frame) -> Iterator[Operand]:
    sums = sums_of(frame, Window.PERIOD)
    for what, (label, how) in LINES.items():
        cents = sums.get((Measure.SPENT, what, 0), 0)
        yield Operand(label, Decimal(cents) / 100, how)


def _without_price(prices: Sequence[Priced], first: date, last: date) -> Iterator[str]:
    spans = [(price.since, price.until) for price in prices]
    if (day := uncovered_from(spans, first, last)) is not None:
        yield (
            f"Le prix d’une nuit d’hébergement, à partir du {short_day(day)}{NBSP}: la coordination le "
            "note dans Réglages, Coûts unitaires."
        )


def _without_convention(frame: Frame, first: date, last: date) -> Iterator[str]:
    """The coordinator, and the operators that did something in these months."""
    spans: dict[int, list[tuple[date, date | None]]] = {}
    for one in Convention.objects.between(first, last):
        spans.setdefault(one.organisation_id, []).append((one.since, one.until))
    for organisation in _at_work(frame):
        if (day := uncovered_from(spans.get(organisation.pk, []), first, last)) is not None:
            yield (
                f"La convention de {organisation.name}, à partir du {short_day(day)}{NBSP}: la "
                "coordination la note dans Conventions."
            )


def _at_work(frame: Frame) -> QuerySet[Organisation]:
    acted = Tally.objects.filter(
        in_window(frame, Window.PERIOD), scope__in=(Scope.HOST, Scope.UPSTREAM)
    ).values_list("scope_id", flat=True)
    ids = {int(one) for one in acted.distinct()}
    coordinators = Organisation.objects.active().filter(
        kinds__contains=[OrganisationKind.COORDINATOR]
    )
    operators = Organisation.objects.filter(pk__in=ids)
    return (coordinators | operators).order_by("name", "pk")
