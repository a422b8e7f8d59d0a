"""What the keys of a problem are called, for people."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from matching.arbitration.problem import NOBODY, Choice, Kind, Resource
from territories.models import Offer, Territory


@dataclass(frozen=True)
class Names:
    """One query; two for a territory that offers nothing of what is shown."""

    offers: Mapping[int, Offer]
    territories: Mapping[int, Territory]

    @classmethod
    def of(cls, choices: Iterable[Choice], resources: Iterable[Resource] = ()) -> "Names":
        named = {*resources, *(one for choice in choices for one in choice.resources)}
        places = {key for kind, key in named if kind is Kind.TERRITORY}
        keys = {key for kind, key in named if kind is not Kind.TERRITORY}
        offers = Offer.objects.for_detail().in_bulk(keys)
        known = {one.territory_id: one.territory for one in offers.values()}
        others = places - known.keys()
        return cls(offers, known | (Territory.objects.in_bulk(others) if others else {}))

    def of_resource(self, resource: Resource) -> str:
        """« le T4, 76 m² à Mende »."""
        kind, key = resource
        if kind is Kind.TERRITORY:
            return f"l’accueil ({self.territories[key]})"
        offer = self.offers[key]
        article = "le logement" if kind is Kind.HOME else "le poste"
        return f"{article} {offer.terms} à {offer.commune.name}"

    def of_kind(self, resource: Resource) -> str:
        """« T4 (Lozère) »: what several of them have in common."""
        kind, key = resource
        if kind is Kind.TERRITORY:
            return f"({self.territories[key]})"
        offer = self.offers[key]
        what = offer.home.typology if kind is Kind.HOME else offer.terms
        return f"{what} ({offer.territory})"

    def label(self, choice: Choice) -> str:
        home, job = self.offers[choice.home], self.offers[choice.job]
        said = f"{home.terms} à {home.commune.name}, {job.terms}"
        if choice.second != NOBODY:
            said += f", et {self.offers[choice.second].terms} pour l’autre adulte"
        return said
