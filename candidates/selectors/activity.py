"""How many households are on their way, by stage and by territory. Figures only."""

from django.db.models import Count, QuerySet

from candidates.enums import Stage
from candidates.models import Parcours
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
