"""How many households are on their way, by stage and by territory. Figures only."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from candidates.enums import OPEN_STAGES, Stage
from candidates.models import Parcours
from emile.core.context import database_context, system
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Organisation
from territories.models import Territory


# A file belongs to a territory from the moment a host operator accepts it.
TERRITORY_STAGES = (
    Stage.IMMERSION,
    Stage.REFLECTION,
    Stage.VALIDATION,
    Stage.INSTALLATION,
    Stage.FOLLOW_UP,
)


@dataclass(frozen=True, slots=True)
class Activity:
    """Rows of cells, their column names first; ``stages`` is empty for whoever sees a part only."""

    territories: Sequence[str]
    stages: Sequence[tuple[str, int]]
    columns: Sequence[str]
    rows: Sequence[Sequence[str | int]]
    total: int


def activity_of(actor: Actor) -> Activity:
    """The whole programme for the national level, its own territories for a State service.

    Counted as the platform: neither opens a file.
    """
    territories = list(territories_of(actor))
    files = Parcours.objects.open()
    if actor.kind != OrganisationKind.NATIONAL:
        files = files.filter(territory__in=territories)
    with database_context(system("activité par territoire")):
        counted = files.order_by().values_list("territory", "stage").annotate(Count("pk"))
        counts = Counter({(territory, stage): number for territory, stage, number in counted})
    is_national = actor.kind == OrganisationKind.NATIONAL
    return Activity(
        territories=[territory.name for territory in territories],
        stages=_by_stage(counts) if is_national else [],
        columns=["Territoire", *(stage.label for stage in TERRITORY_STAGES), "Total"],
        rows=list(_by_territory(territories, counts)),
        total=counts.total(),
    )


def territories_of(actor: Actor) -> QuerySet[Territory]:
    """Those of which a service reads the figures: of its département, all for the national level."""
    territories = Territory.objects.order_by("name", "pk")
    if actor.kind != OrganisationKind.STATE:
        return territories
    departement = Organisation.objects.get(pk=actor.organisation_id).departement
    return territories.filter(communes__departement__code=departement).distinct()


def households_by_stage(territory: Territory) -> list[tuple[str, int]]:
    """Those that it has accepted, stage by stage. Expects to be asked as the platform."""
    files = Parcours.objects.open().filter(territory=territory)
    counted = files.order_by().values_list("stage").annotate(Count("pk"))
    counts = dict(counted)
    return [(stage.label, counts.get(stage, 0)) for stage in TERRITORY_STAGES]


def _by_stage(counts: Counter[tuple[int | None, str]]) -> list[tuple[str, int]]:
    per_stage: Counter[str] = Counter()
    for (_, stage), number in counts.items():
        per_stage[stage] += number
    return [(stage.label, per_stage[stage]) for stage in OPEN_STAGES]


def _by_territory(
    territories: Iterable[Territory], counts: Counter[tuple[int | None, str]]
) -> Iterable[Sequence[str | int]]:
    """Those where a household is on its way."""
    for territory in territories:
        cells = [counts[territory.pk, stage] for stage in TERRITORY_STAGES]
        if any(cells):
            yield [territory.name, *cells, sum(cells)]
