"""What leaves for researchers: rows in which nobody stands in a class of fewer than five households.

Pure, in memory. Everything is made coarser first, one step after the other and the same for all; what
is still alone is then left out. The same rows give the same answer.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


K = 5
# Beyond one row out of ten, the next step costs less than what would be left out.
MOST_LEFT_OUT = 10


class Row(NamedTuple):
    """One step of one household. Those of ``QUASI_IDENTIFIERS`` come first, then what was observed."""

    household: str
    step: str
    month: str
    cohort: str
    origin: str
    territory: str
    household_type: str
    children: str
    age: str
    lodging: str
    reason: str = ""
    decided_by: str = ""
    outcome: str = ""
    employment: str = ""
    home: str = ""


QUASI_IDENTIFIERS = (
    "step",
    "month",
    "cohort",
    "origin",
    "territory",
    "household_type",
    "children",
    "age",
    "lodging",
)
FIRST, LAST = 1, 1 + len(QUASI_IDENTIFIERS)


def quarter(month: str) -> str:
    """« 2026-T2 » of « 2026-05 »."""
    year, number = month.split("-")
    return f"{year}-T{(int(number) + 2) // 3}"


def year(period: str) -> str:
    return period[:4]


def nothing(_value: str) -> str:
    return ""


class Coarser(NamedTuple):
    """One more step: what it says to readers, and what it does to some columns."""

    label: str
    columns: Collection[str]
    change: Callable[[str], str]


def ladder(regions: Mapping[str, str]) -> Sequence[Coarser]:
    """``regions`` are codes, by that of a département."""
    return (
        Coarser("mois → trimestre", ("month", "cohort"), quarter),
        Coarser("trimestre → année", ("month", "cohort"), year),
        Coarser("département de départ → région", ("origin",), lambda code: regions.get(code, "")),
        Coarser("territoire d’accueil → vide", ("territory",), nothing),
        Coarser("région de départ → vide", ("origin",), nothing),
        Coarser("âge de la personne orientée → vide", ("age",), nothing),
        Coarser("logement à l’entrée → vide", ("lodging",), nothing),
        Coarser("nombre d’enfants → vide", ("children",), nothing),
        Coarser("composition du ménage → vide", ("household_type",), nothing),
    )


@dataclass(frozen=True, slots=True)
class Protected:
    """The rows that leave, in the order of their pseudonyms. ``smallest`` is a number of households,
    0 when nothing leaves."""

    rows: Sequence[Row]
    read: int
    coarser: Sequence[str]
    smallest: int

    @property
    def left_out(self) -> int:
        return self.read - len(self.rows)


def protect(rows: Sequence[Row], steps: Iterable[Coarser]) -> Protected:
    kept, done = _in_a_crowd(rows), []
    for step in steps:
        if (len(rows) - len(kept)) * MOST_LEFT_OUT <= len(rows):
            break
        rows = [_coarser(row, step) for row in rows]
        kept = _in_a_crowd(rows)
        done.append(step.label)
    sizes = class_sizes(kept)
    return Protected(sorted(kept), len(rows), done, min(sizes.values(), default=0))


def class_sizes(rows: Iterable[Row]) -> Counter[tuple[str, ...]]:
    """How many households share each combination of quasi-identifiers."""
    return Counter(values for values, _ in {(row[FIRST:LAST], row.household) for row in rows})


def _in_a_crowd(rows: Sequence[Row]) -> list[Row]:
    sizes = class_sizes(rows)
    return [row for row in rows if sizes[row[FIRST:LAST]] >= K]


def _coarser(row: Row, step: Coarser) -> Row:
    return row._replace(**{name: step.change(getattr(row, name)) for name in step.columns})


def hide_territories(rows: Sequence[Row], hidden: Collection[str]) -> list[Row]:
    """Without the territory of those who must not be found, nor of four others for each of them who
    have come as far: its absence says nothing of anybody. Without enough others, of nobody."""
    reached: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.territory:
            reached[row.household].add(row.step)
    companions: dict[frozenset[str], list[str]] = defaultdict(list)
    wanted: Counter[frozenset[str]] = Counter()
    for household in sorted(reached):
        steps = frozenset(reached[household])
        if household in hidden:
            wanted[steps] += K - 1
        else:
            companions[steps].append(household)
    if any(len(companions[steps]) < number for steps, number in wanted.items()):
        blank = set(reached)
    else:
        blank = {one for steps, number in wanted.items() for one in companions[steps][:number]}
    blank |= set(hidden)
    return [row._replace(territory="") if row.household in blank else row for row in rows]


def age_band(birth: date | None, on: date) -> str:
    if birth is None:
        return ""
    age = on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))
    for until, band in ((26, "18-25"), (40, "26-39"), (55, "40-54")):
        if age < until:
            return band
    return "55+"


def children_band(number: int | None) -> str:
    if number is None:
        return ""
    return str(number) if number < 3 else "3+"
