"""The month of a territory, as its State services read it on paper: figures, and never a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from candidates.models import ProducedDocument
from candidates.models.produced import ProducedDocumentQuerySet
from candidates.selectors.activity import households_by_stage, territories_of
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Organisation
from territories.enums import OfferKind
from territories.models import FreshnessRule, Mandate, Offer, Territory
from territories.selectors.tallies import tallies_of


# Paper goes from hand to hand: the page « Activité » tells its own readers the rest.
MASKED_UNDER = 5
MASKED = f"moins de {MASKED_UNDER}"


@dataclass(frozen=True, slots=True)
class Masked:
    """``total`` is None when it would give away a figure that is masked."""

    cells: list[tuple[str, str]]
    total: int | None


@dataclass(frozen=True, slots=True)
class MonthlySummary:
    """``offers`` are, of each kind, how many are offered and how many were confirmed lately."""

    territory: Territory
    households: Masked
    offers: list[tuple[str, int, int]]
    hosts: list[str]

    @property
    def has_households(self) -> bool:
        return self.households.total != 0

    @property
    def has_masked_cells(self) -> bool:
        return self.households.total is None

    @property
    def has_offers(self) -> bool:
        return any(current for _, current, _ in self.offers)


def masked(counts: Sequence[tuple[str, int]]) -> Masked:
    """A total that comes with its other parts tells the one that is missing."""
    is_masked = any(0 < count < MASKED_UNDER for _, count in counts)
    return Masked(
        cells=[
            (label, MASKED if 0 < count < MASKED_UNDER else str(count)) for label, count in counts
        ],
        total=None if is_masked else sum(count for _, count in counts),
    )


def monthly_summary(territory: Territory, today: date) -> MonthlySummary:
    """Expects to be asked as the platform: it opens no file, it counts them."""
    published = Offer.objects.filter(published_on__isnull=False)
    tallies = tallies_of(territory, published, today, FreshnessRule.in_force(today))
    mandates = Mandate.objects.on(today).of_kind(OrganisationKind.HOST)
    hosts = mandates.filter(territory=territory).select_related("organisation")
    return MonthlySummary(
        territory=territory,
        households=masked(households_by_stage(territory)),
        offers=[
            (
                kind.label,
                sum(one.current for one in tallies if one.kind == kind),
                sum(one.fresh for one in tallies if one.kind == kind),
            )
            for kind in OfferKind
        ],
        hosts=sorted({mandate.organisation.name for mandate in hosts}),
    )


def summaries_for(actor: Actor) -> ProducedDocumentQuerySet:
    """Those of the territories whose figures the actor reads."""
    return ProducedDocument.objects.summaries().filter(territory__in=territories_of(actor))


def state_services_of(territory: Territory) -> list[Organisation]:
    """Those of its départements."""
    departements = territory.communes.order_by().values("departement__code").distinct()
    services = Organisation.objects.active().of_kind(OrganisationKind.STATE)
    return list(services.filter(departement__in=departements).order_by("pk"))
