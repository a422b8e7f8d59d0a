"""Equity of access: how far households of each composition come, beside all the others."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from emile.core.charts import Chart, Point, paired_bar_chart
from emile.core.prose import NBSP
from emile.core.templatetags.emile import number
from emile.steering.figures.equity import FEWEST, STEPS, Gap, Verdict, gaps
from emile.steering.figures.formulas import Window
from emile.steering.figures.measures import Measure, Milestone
from emile.steering.figures.words import told
from emile.steering.models import Scope
from emile.steering.selectors.figures import Frame, added
from emile.steering.selectors.lens import BEGINS_WITH, Lens


PASSAGES = {
    Milestone.ELIGIBLE: "De l’orientation à l’éligibilité",
    Milestone.ACCEPTED: "De l’éligibilité à l’accord d’un territoire",
    Milestone.STAYED: "De l’accord d’un territoire au séjour d’immersion",
    Milestone.SETTLED: "Du séjour d’immersion à l’installation",
}
WHOLE_WAYS = {
    Milestone.ORIENTED: "De l’orientation à l’installation",
    Milestone.ACCEPTED: "De l’accord d’un territoire à l’installation",
}
COLUMNS = (
    "Composition",
    "Au départ",
    "Passés",
    "Taux",
    "Taux des autres",
    "Pour 100 des autres",
    "Lecture",
)


@dataclass(frozen=True, slots=True)
class Passage:
    """From one step to another, each composition beside the others."""

    title: str
    gaps: Sequence[Gap]
    columns = COLUMNS

    @property
    def rows(self) -> list[Sequence[str]]:
        return [
            (
                str(gap.household_type.label),
                number(gap.own.whole),
                number(gap.own.part),
                told(gap.own.percent, "percent"),
                told(gap.others.percent, "percent"),
                told(gap.ratio, "number"),
                str(gap.verdict.label),
            )
            for gap in self.gaps
        ]


@dataclass(frozen=True, slots=True)
class Equity:
    """``passages`` follow each other; ``chart`` draws the whole way."""

    passages: Sequence[Passage]
    whole: Passage

    @property
    def alerts(self) -> list[str]:
        return [said for one in (*self.passages, self.whole) for said in _alerts(one)]

    @property
    def is_silent(self) -> bool:
        """Nowhere enough households to say anything."""
        return all(
            gap.verdict == Verdict.TOO_FEW
            for one in (*self.passages, self.whole)
            for gap in one.gaps
        )

    @property
    def chart(self) -> Chart | None:
        points = [
            Point(
                str(gap.household_type.label),
                gap.own.percent,
                told(gap.own.percent, "percent"),
                gap.others.percent,
                f"les autres{NBSP}: {told(gap.others.percent, 'percent')}",
            )
            for gap in self.whole.gaps
            if gap.own.whole
        ]
        return paired_bar_chart(
            f"{self.whole.title}, par composition du ménage",
            points,
            columns=COLUMNS,
            rows=self.whole.rows,
        )

    @property
    def fewest(self) -> int:
        return FEWEST


def equity(frame: Frame, lens: Lens) -> Equity | None:
    """Of the households oriented in these months, whatever the composition asked for; from where they
    belong to whose figures these are. For those who read the whole programme unmasked; None for
    others, and when nobody was oriented. One query, two as of a past day."""
    if lens.is_masked or lens.scope != Scope.NATIONAL:
        return None
    reached: Counter[tuple[str, str]] = Counter()
    everyone = replace(frame, household_type="")
    found = added(everyone, Window.COHORT, by=("household_type",), only=(Measure.MILESTONE,))
    for household_type, _, milestone, _, count in found:
        reached[household_type, milestone] += count
    steps = STEPS[STEPS.index(BEGINS_WITH[frame.scope]) :]
    if not any(count for (_, milestone), count in reached.items() if milestone == steps[0]):
        return None
    return Equity(
        passages=[
            Passage(PASSAGES[end], list(gaps(reached, start, end)))
            for start, end in pairwise(steps)
        ],
        whole=Passage(WHOLE_WAYS[steps[0]], list(gaps(reached, steps[0], steps[-1]))),
    )


def _alerts(passage: Passage) -> Iterator[str]:
    for gap in passage.gaps:
        if gap.verdict == Verdict.ALERT:
            yield (
                f"{passage.title}, {gap.household_type.label}{NBSP}: "
                f"{told(gap.own.percent, 'percent')} passent, contre "
                f"{told(gap.others.percent, 'percent')} des autres ménages."
            )
