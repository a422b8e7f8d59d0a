"""Places and occupations as people write them, the card of a territory, and what it offers."""

from territories.selectors.places import (
    LIMIT,
    Matches,
    TerritoryFigures,
    figures_of,
    search_communes,
    search_occupations,
)


__all__ = [
    "LIMIT",
    "Matches",
    "TerritoryFigures",
    "figures_of",
    "search_communes",
    "search_occupations",
]
