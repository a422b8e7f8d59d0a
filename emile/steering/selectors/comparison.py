"""The territories beside each other: on a map, as bars, in a table."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from emile.core.charts import Chart, Point, paired_bar_chart
from emile.core.maps import Area, map_chart
from emile.core.templatetags.emile import number
from emile.steering.figures.formulas import FORMULAS, Sums, Window
from emile.steering.figures.words import told
from emile.steering.models import Scope
from emile.steering.selectors.figures import Figure, Frame, sums_by_scope
from territories.models import Departement, Territory
from territories.reference.files import departement_outlines


COMPARED = ("accepted", "stayed", "settled", "caseload", "inhabitants", "exits", "settling_half")
BARS_COLUMNS = ("Territoire", "Ménages installés", "Période d’avant")
MAP_COLUMNS = ("Département", "Ménages orientés", "Ménages installés")
MAP_SUMMARY = (
    "En bleu, les départements d’accueil et leurs ménages installés\u00a0; en gris, les départements de "
    "départ. Plus c’est foncé, plus il y en a."
)
# Numbers of overseas départements have one more: no map of here holds them.
MAINLAND = 2


@dataclass(frozen=True, slots=True)
class Comparison:
    """``quiet`` names the territories where nothing happened, which have no row."""

    map: Chart | None
    bars: Chart | None
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    quiet: Sequence[str]


def compare(frame: Frame, by_code: Mapping[str, Figure]) -> Comparison:
    """On the same months. ``by_code`` are the indicators that the reader has."""
    territories = list(Territory.objects.order_by("name"))
    each = replace(frame, scope=Scope.TERRITORY)
    settled = _settled(each)
    shown = [code for code in COMPARED if code in by_code]
    windows = {FORMULAS[code].window for code in shown}
    sums = {window: sums_by_scope(each, window) for window in windows}
    rows: list[Sequence[str]] = []
    quiet: list[str] = []
    for territory in territories:
        found = [FORMULAS[code].result(_sums(sums, code, territory)) for code in shown]
        if any(one.part for one in found):
            texts = (
                told(one.value, FORMULAS[code].unit) for one, code in zip(found, shown, strict=True)
            )
            rows.append((territory.name, *texts))
        else:
            quiet.append(territory.name)
    return Comparison(
        map=_map(frame, settled),
        bars=_bars(territories, settled, _settled(each.before)),
        columns=("Territoire", *(by_code[code].indicator.label for code in shown)),
        rows=rows,
        quiet=quiet,
    )


def _sums(sums: Mapping[Window, Mapping[str, Sums]], code: str, territory: Territory) -> Sums:
    return sums[FORMULAS[code].window].get(str(territory.pk), {})


def _settled(each: Frame) -> Mapping[str, int]:
    return _parts(each, "settled")


def _parts(each: Frame, code: str) -> Mapping[str, int]:
    """By what the scope is made of."""
    formula = FORMULAS[code]
    found = sums_by_scope(each, formula.window)
    return {scope_id: formula.result(sums).part for scope_id, sums in found.items()}


def _bars(
    territories: Sequence[Territory], settled: Mapping[str, int], before: Mapping[str, int]
) -> Chart | None:
    """Each territory that settled anybody, on these months and on those just before, as many."""
    points: list[Point] = []
    rows: list[Sequence[str]] = []
    for territory in territories:
        lately, earlier = (found.get(str(territory.pk), 0) for found in (settled, before))
        if lately or earlier:
            said = f"avant\u00a0: {number(earlier)}"
            points.append(Point(territory.name, lately, number(lately), earlier, said))
            rows.append((territory.name, number(lately), number(earlier)))
    return paired_bar_chart(
        "Ménages installés dans chaque territoire, et pendant la période d’avant",
        points,
        columns=BARS_COLUMNS,
        rows=rows,
    )


def _map(frame: Frame, settled: Mapping[str, int]) -> Chart | None:
    """By département: a territory may be a part of one, or lie across two, and counts in each."""
    oriented = _parts(replace(frame, scope=Scope.DEPARTURE), "oriented")
    lived_in = (
        Territory.objects.filter(pk__in=settled)
        .order_by("pk", "communes__departement__code")
        .values_list("pk", "communes__departement__code")
        .distinct()
    )
    arrived: Counter[str] = Counter()
    for territory_id, code in lived_in:
        arrived[code] += settled[str(territory_id)]
    areas = {code: Area(count, "", "away") for code, count in oriented.items()}
    areas |= {code: Area(count, number(count), "here") for code, count in arrived.items() if count}
    names = dict(Departement.objects.filter(code__in=areas).values_list("code", "name"))
    rows = [
        (names.get(code, code), number(oriented.get(code, 0)), number(arrived[code]))
        for code in sorted(areas)
    ]
    outlines = (
        one
        for one in departement_outlines()["features"]
        if len(one["properties"]["code"]) == MAINLAND
    )
    title = "D’où partent les ménages orientés, et où ils se sont installés"
    return map_chart(title, MAP_SUMMARY, outlines, areas, columns=MAP_COLUMNS, rows=rows)
