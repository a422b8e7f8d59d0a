from territories.models.expected import (
    TerritoryNeed,
    TerritoryNeedEvent,
    UsualHome,
    UsualHomeEvent,
)
from territories.models.freshness import FreshnessRule
from territories.models.geography import Commune, Departement, Epci, Region
from territories.models.hold import Hold, HoldEvent
from territories.models.imports import (
    ColumnMapping,
    ImportedFile,
    ImportLine,
    OfferImport,
    OfferOrigin,
)
from territories.models.nearby import CommuneServices, CommuneServicesEvent
from territories.models.occupation import Occupation
from territories.models.offer import Offer, OfferEvent
from territories.models.programme import DepartureArea, ProgrammePeriod
from territories.models.terms import HousingOffer, JobOffer, TrainingOffer
from territories.models.territory import Mandate, Territory, TerritoryParticipation
from territories.models.vintage import ReferenceVintage
from territories.models.welcome import CapacityEvent, WelcomeSlot


__all__ = [
    "CapacityEvent",
    "ColumnMapping",
    "Commune",
    "CommuneServices",
    "CommuneServicesEvent",
    "Departement",
    "DepartureArea",
    "Epci",
    "FreshnessRule",
    "Hold",
    "HoldEvent",
    "HousingOffer",
    "ImportLine",
    "ImportedFile",
    "JobOffer",
    "Mandate",
    "Occupation",
    "Offer",
    "OfferEvent",
    "OfferImport",
    "OfferOrigin",
    "ProgrammePeriod",
    "ReferenceVintage",
    "Region",
    "Territory",
    "TerritoryNeed",
    "TerritoryNeedEvent",
    "TerritoryParticipation",
    "TrainingOffer",
    "UsualHome",
    "UsualHomeEvent",
    "WelcomeSlot",
]
