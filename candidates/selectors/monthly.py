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


@dataclass(frozen=True, slots=True)
class MonthlySummary:
    """``households`` are counted by stage: a territory settles a handful a year, and its State
    services read each figure (``domain.md`` §1). ``offers`` are, of each kind, how many are offered
    and how many were confirmed lately.
    """

    territory: Territory
    households: Sequence[tuple[str, int]]
    offers: list[tuple[str, int, int]]
    hosts: list[str]

    @property
    def total(self) -> int:
        return sum(count for _, count in self.households)

    @property
    def has_offers(self) -> bool:
        return any(current for _, current, _ in self.offers)


def monthly_summary(territory: Territory, today: date) -> MonthlySummary:
    """Expects to be asked as the platform: it opens no file, it counts them."""
    published = Offer.objects.filter(published_on__isnull=False)
    tallies = tallies_of(territory, published, today, FreshnessRule.in_force(today))
    mandates = Mandate.objects.on(today).of_kind(OrganisationKind.HOST)
    hosts = mandates.filter(territory=territory).select_related("organisation")
    return MonthlySummary(
        territory=territory,
        households=households_by_stage(territory),
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
