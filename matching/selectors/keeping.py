"""The places that a run keeps for those who will come, in words."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from emile.core.templatetags.emile import count
from matching.arbitration.foresight import FEWEST, HORIZON, PRUDENCE, Foresight
from matching.arbitration.problem import Kind, Resource
from matching.selectors.names import Names


@dataclass(frozen=True)
class Keeping:
    """``left`` is what is still free, decisions included."""

    foresight: Foresight
    names: Names
    left: Mapping[Resource, int]

    @cached_property
    def places(self) -> str:
        """« 2 T3 (Cantal), 1 poste Cuisine (Cantal) »; empty when nothing is kept any more."""
        alike: Counter[tuple[Kind, str]] = Counter()
        for resource, kept in self.foresight.places.items():
            alike[resource[0], self.names.of_kind(resource)] += min(kept, self.left[resource])
        return ", ".join(
            f"{_counted(kind, places)} {what}"
            for (kind, what), places in sorted(alike.items())
            if places > 0
        )

    @property
    def summary(self) -> str:
        if self.foresight.read < FEWEST:
            known = count(self.foresight.read, "dossier")
            return (
                f"Aucune place n’est gardée\u00a0: l’année passée n’a laissé que {known} à lire, et il en "
                f"faut {FEWEST} pour savoir de quoi auront besoin ceux qui viendront."
            )
        if not self.foresight.places:
            return (
                "Aucune place n’est gardée\u00a0: rien de ce qui est proposé aujourd’hui ne servira "
                f"davantage à ceux que l’on attend d’ici {HORIZON}\u00a0mois."
            )
        if not self.places:
            return "Des décisions ont donné toutes les places qui étaient gardées."
        who = count(self.foresight.to_come, "ménage attendu,ménages attendus")
        return f"Gardé pour {who} d’ici {HORIZON}\u00a0mois\u00a0: {self.places}. {self._price}"

    @property
    def method(self) -> str:
        known = self.foresight
        arrived = count(known.arrived, "ménage arrivé,ménages arrivés")
        return (
            f"{arrived} au positionnement en douze mois, donc {known.to_come} à attendre d’ici "
            f"{HORIZON}\u00a0mois. Ce que {count(known.read, 'ancien dossier,anciens dossiers')} "
            "pourraient avoir aujourd’hui dit ce que chaque place vaudra. Comme ce qui viendra est "
            f"moins sûr, {PRUDENCE}\u00a0% seulement en comptent\u00a0: un ménage prend une place s’il y "
            "gagne davantage. Les offres qui arriveront d’ici là ne sont pas comptées. "
            "Une décision peut toujours donner une place gardée."
        )

    @property
    def _price(self) -> str:
        known = self.foresight
        fewer = known.placed_without - known.placed
        lost = [
            count(number, noun)
            for number, noun in [
                (known.points_lost, "point"),
                (fewer, "ménage placé,ménages placés"),
            ]
            if number > 0
        ]
        if not lost:
            return "Cela ne coûte rien aujourd’hui."
        return f"Cela fait perdre {' et '.join(lost)} aujourd’hui, avant toute décision."


def _counted(kind: Kind, places: int) -> str:
    match kind:
        case Kind.HOME:
            return str(places)
        case Kind.JOB:
            return count(places, "poste")
        case Kind.TERRITORY:
            return count(places, "place d’accueil,places d’accueil")
