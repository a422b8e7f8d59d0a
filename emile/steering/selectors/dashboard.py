"""« Pilotage », section by section: what each shows of one frame."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst

from candidates.enums import OPEN_STAGES
from candidates.selectors.activity import TERRITORY_STAGES
from emile.core.charts import Chart, Point, bar_chart
from emile.core.templatetags.emile import number
from emile.steering.figures.formulas import Window
from emile.steering.figures.measures import FIRST_JOB, SPANS, Measure, Milestone
from emile.steering.figures.words import told
from emile.steering.models import Family, Scope
from emile.steering.selectors.breakdowns import Table, tables
from emile.steering.selectors.capacity import Capacity, capacity
from emile.steering.selectors.comparison import Comparison, compare
from emile.steering.selectors.equity import Equity, equity
from emile.steering.selectors.figures import Figure, Frame, figures, sums_of
from emile.steering.selectors.lens import BEGINS_WITH, KEY_FIGURES, Lens, reads


@dataclass(frozen=True)
class Section:
    """One page of « Pilotage ». ``tables`` are codes of breakdowns."""

    slug: str
    label: str
    families: Sequence[Family] = ()
    tables: Sequence[str] = ()


TERRITORIES = "territoires"
SECTIONS: dict[str, Section] = {
    one.slug: one
    for one in (
        Section("", "L’essentiel"),
        Section(
            "parcours",
            "De l’orientation au départ",
            (Family.ACTIVITY, Family.COHORTS, Family.DELAYS, Family.LEAVING),
            (
                "oriented_by_type",
                "exits_by_stage",
                "exits_by_reason",
                "exits_by_decider",
                "suspensions_by_reason",
                "refusals_by_reason",
                "stays_missed_by_reason",
            ),
        ),
        Section(
            "installations",
            "Après l’installation",
            (Family.WORK, Family.HOUSING, Family.LIVING),
            (
                "settled_by_type",
                "employment_entry",
                "employment_installation",
                "employment_m6",
                "lodging_entry",
                "lodging_installation",
                "lodging_m6",
                "health_access_m6",
                "getting_around_m6",
                "company_m6",
                "schooling_m6",
                "reached",
                "losses_by_reason",
                "departures_by_reason",
            ),
        ),
        Section(TERRITORIES, "Territoires", (Family.TERRITORY,)),
        Section("donnees", "Qualité des données", (Family.QUALITY,), ("there_m6", "there_m12")),
    )
}
# How far those who were oriented have come, and what a page says of each step.
FUNNEL = (
    (Milestone.ORIENTED, "Orientés"),
    (Milestone.ELIGIBLE, "Éligibles"),
    (Milestone.INFORMED, "Informés"),
    (Milestone.DIAGNOSED, "Diagnostiqués"),
    (Milestone.ACCEPTED, "Acceptés par un territoire"),
    (Milestone.STAYED, "Partis en séjour"),
    (Milestone.VALIDATED, "Projets validés"),
    (Milestone.SETTLED, "Installés"),
    (Milestone.THERE_AT_M6, "Toujours là six mois après"),
)
# The breakdowns that a reader compares at a glance; the others are short enough to be read.
DRAWN = {"exits_by_reason", "employment_m6", "lodging_m6"}


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of one family."""

    family: Family
    figures: Sequence[Figure]

    @property
    def has_sizes(self) -> bool:
        return any(figure.size for figure in self.figures)

    @property
    def columns(self) -> Sequence[str]:
        sizes = ["Effectif"] if self.has_sizes else []
        return ("Indicateur", "Valeur", *sizes, "Période d’avant")

    @property
    def rows(self) -> list[Sequence[str]]:
        return [
            (
                one.indicator.label,
                one.text,
                *([one.size] if self.has_sizes else []),
                one.text_compared,
            )
            for one in self.figures
        ]


@dataclass(frozen=True, slots=True)
class Split:
    """A breakdown, and its picture where it has one."""

    table: Table
    chart: Chart | None

    @property
    def columns(self) -> Sequence[str]:
        return ("Réponse", capfirst(self.table.breakdown.noun))

    @property
    def rows(self) -> list[Sequence[str]]:
        return [(label, number(count)) for _, label, count in self.table.rows]


@dataclass(frozen=True, slots=True)
class Dashboard:
    """What a section shows; empty where it has none of it."""

    section: Section
    key_figures: Sequence[Figure] = ()
    funnel: Chart | None = None
    stages: Chart | None = None
    groups: Sequence[Group] = ()
    delays: Sequence[tuple[Figure, Figure]] = ()
    tables: Sequence[Split] = ()
    comparison: Comparison | None = None
    equity: Equity | None = None
    capacity: Capacity | None = None
    delay_columns = ("Délai", "La moitié en", "8 sur 10 en", "Ménages", "La moitié, avant")

    @property
    def delay_rows(self) -> list[Sequence[str]]:
        return [
            (half.indicator.label, half.text, most.text, half.size, half.text_compared)
            for half, most in self.delays
        ]


def sections_of(lens: Lens) -> list[Section]:
    """Those that have something to say through that lens."""
    if lens.is_masked:
        return [SECTIONS[""]]
    is_apart = lens.scope != Scope.NATIONAL
    return [one for one in SECTIONS.values() if not (is_apart and one.slug == TERRITORIES)]


def dashboard(section: Section, frame: Frame, lens: Lens, on: date) -> Dashboard:
    found = [
        figure
        for figure in figures(frame, on, codes=lens.codes, compared=True)
        if reads(lens.codes, frame.scope, figure.indicator.code)
    ]
    by_code = {figure.indicator.code: figure for figure in found}
    groups = [
        Group(family, [figure for figure in found if figure.indicator.family == family])
        for family in section.families
        if family != Family.DELAYS
    ]
    if not section.slug:
        wanted = lens.codes or KEY_FIGURES[frame.scope]
        return Dashboard(
            section,
            key_figures=[by_code[code] for code in wanted if code in by_code],
            funnel=None if lens.is_masked else funnel(frame),
            stages=by_stage(frame),
            capacity=capacity(frame, on) if frame.scope == Scope.TERRITORY else None,
        )
    return Dashboard(
        section,
        groups=[group for group in groups if group.figures],
        delays=_delays(by_code) if Family.DELAYS in section.families else (),
        tables=[
            Split(one, _drawn(one) if one.breakdown.code in DRAWN else None)
            for one in tables(frame)
            if one.breakdown.code in section.tables and one.total
        ],
        comparison=compare(frame, by_code) if section.slug == TERRITORIES else None,
        capacity=capacity(frame, on) if section.slug == TERRITORIES else None,
        equity=equity(frame, lens) if Family.COHORTS in section.families else None,
    )


def _drawn(table: Table) -> Chart | None:
    rows = [(label, count) for _, label, count in table.rows]
    if sum(count > 0 for _, count in rows) < 2:
        return None
    return bar_chart(
        table.breakdown.title,
        [Point(label, count, number(count)) for label, count in rows],
        columns=("Réponse", capfirst(table.breakdown.noun)),
        rows=[(label, number(count)) for label, count in rows],
    )


def _delays(by_code: Mapping[str, Figure]) -> list[tuple[Figure, Figure]]:
    """Within how long half of them passed, and eight out of ten."""
    pairs = ((f"{span}_half", f"{span}_most") for span in (*SPANS, FIRST_JOB))
    return [
        (by_code[half], by_code[most])
        for half, most in pairs
        if half in by_code and most in by_code
    ]


FUNNEL_COLUMNS = ("Étape", "Ménages", "Sur 100 au départ", "Sur 100 de l’étape d’avant")


def funnel(frame: Frame) -> Chart | None:
    """Of the households oriented in these months, how many have come how far until now, from where
    they belong to whose figures these are."""
    sums = sums_of(frame, Window.COHORT)
    start = [step for step, _ in FUNNEL].index(BEGINS_WITH[frame.scope])
    steps = FUNNEL[start:]
    reached = [sums.get((Measure.MILESTONE, step, 0), 0) for step, _ in steps]
    rows: list[Sequence[str]] = []
    for rank, (_, label) in enumerate(steps):
        before = reached[rank - 1] if rank else None
        rows.append(
            (
                label,
                number(reached[rank]),
                _of_hundred(reached[rank], reached[0]),
                _of_hundred(reached[rank], before),
            )
        )
    points = [
        Point(label, count, number(count)) for (_, label), count in zip(steps, reached, strict=True)
    ]
    title = "Ménages orientés pendant la période, et jusqu’où ils sont allés depuis"
    return bar_chart(title, points, columns=FUNNEL_COLUMNS, rows=rows)


def _of_hundred(part: int, whole: int | None) -> str:
    return told((200 * part + whole) // (2 * whole) if whole else None, "number")


STAGE_COLUMNS = ("Étape", "En parcours", "Suspendus")


def by_stage(frame: Frame) -> Chart | None:
    """Where the files were at the end of the last month, from where they belong to a territory."""
    sums = sums_of(frame, Window.UNTIL)
    is_local = frame.scope in {Scope.TERRITORY, Scope.HOST}
    stages = TERRITORY_STAGES if is_local else OPEN_STAGES
    counts = [
        (
            str(stage.label),
            sums.get((Measure.PRESENT, stage, 0), 0),
            sums.get((Measure.ASLEEP, stage, 0), 0),
        )
        for stage in stages
    ]
    return bar_chart(
        "Dossiers en parcours à la fin de la période, à chaque étape",
        [Point(label, present, number(present)) for label, present, _ in counts],
        columns=STAGE_COLUMNS,
        rows=[(label, number(present), number(asleep)) for label, present, asleep in counts],
    )
