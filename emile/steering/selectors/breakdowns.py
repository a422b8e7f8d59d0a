"""Tables of what is counted, split by a characteristic, a reason or a stage."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from candidates.models import Reason
from emile.steering.figures.breakdowns import BREAKDOWNS, Breakdown
from emile.steering.figures.formulas import Window
from emile.steering.selectors.figures import Frame, added


MEASURES = tuple({one.measure for one in BREAKDOWNS})


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` are a code, a label and a count, those that nothing is counted in included where the
    list is closed."""

    breakdown: Breakdown
    rows: Sequence[tuple[str, str, int]]

    @property
    def total(self) -> int:
        return sum(number for _, _, number in self.rows)


def tables(frame: Frame) -> list[Table]:
    """All of them, for the months of the frame. Two queries, three as of a past day."""
    counts = counts_of(frame)
    labels = reason_labels()
    return [Table(one, list(_rows(one, counts[one.code], labels))) for one in BREAKDOWNS]


def counts_of(frame: Frame) -> Mapping[str, Counter[str]]:
    """How many in each row of each table, by their codes."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    of_measure: dict[str, list[Breakdown]] = defaultdict(list)
    for breakdown in BREAKDOWNS:
        of_measure[breakdown.measure].append(breakdown)
    found = added(frame, Window.PERIOD, by=("household_type",), only=MEASURES)
    for household_type, measure, detail, _, number in found:
        for breakdown in of_measure[measure]:
            if row := breakdown.row_of(detail, household_type):
                counts[breakdown.code][row] += number
    return counts


def reason_labels() -> Mapping[tuple[str, str], str]:
    """By use and code, as the list says it now or said it last."""
    rows = Reason.objects.order_by("since").values_list("use", "code", "label")
    return {(use, code): label for use, code, label in rows}


def _rows(
    breakdown: Breakdown, counts: Counter[str], labels: Mapping[tuple[str, str], str]
) -> Iterable[tuple[str, str, int]]:
    if breakdown.reasons is None:
        return [(code, label, counts[code]) for code, label in breakdown.labels.items()]
    return [
        (code, labels.get((breakdown.reasons, code), code), number)
        for code, number in counts.most_common()
        if number
    ]
