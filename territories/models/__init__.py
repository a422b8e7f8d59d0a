from territories.models.geography import Commune, Departement, Epci, Region
from territories.models.hold import Hold, HoldEvent
from territories.models.occupation import Occupation
from territories.models.offer import Offer, OfferEvent
from territories.models.programme import DepartureArea, ProgrammePeriod
from territories.models.terms import HousingOffer, JobOffer, TrainingOffer
from territories.models.territory import Mandate, Territory, TerritoryParticipation
from territories.models.vintage import ReferenceVintage
from territories.models.welcome import CapacityEvent, WelcomeSlot


__all__ = [
    "CapacityEvent",
    "Commune",
    "Departement",
    "DepartureArea",
    "Epci",
    "Hold",
    "HoldEvent",
    "HousingOffer",
    "JobOffer",
    "Mandate",
    "Occupation",
    "Offer",
    "OfferEvent",
    "ProgrammePeriod",
    "ReferenceVintage",
    "Region",
    "Territory",
    "TerritoryParticipation",
    "TrainingOffer",
    "WelcomeSlot",
]
