from territories.models.geography import Commune, Departement, Epci, Region
from territories.models.occupation import Occupation
from territories.models.programme import DepartureArea, ProgrammePeriod
from territories.models.territory import Mandate, Territory, TerritoryParticipation
from territories.models.vintage import ReferenceVintage


__all__ = [
    "Commune",
    "Departement",
    "DepartureArea",
    "Epci",
    "Mandate",
    "Occupation",
    "ProgrammePeriod",
    "ReferenceVintage",
    "Region",
    "Territory",
    "TerritoryParticipation",
]
