"""The page *Arbitrage*: what several households want, who gets what, and what people decided."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from candidates.models import Parcours
from candidates.models.parcours import ParcoursQuerySet
from emile.core.templatetags.emile import count
from matching.arbitration.decide import Fairness, Outcome, placed, points_of, used
from matching.arbitration.explain import (
    FairnessPrice,
    FamilyRow,
    Line,
    Scarcity,
    families,
    lines_of,
    scarcities,
)
from matching.arbitration.foresight import Foresight
from matching.arbitration.problem import Choice, Family, Problem, Resource
from matching.enums import RulingKind
from matching.models import Arbitration, Ruling
from matching.models.arbitration import standing_rulings
from matching.selectors.keeping import Keeping
from matching.selectors.names import Names
from matching.selectors.pool import asked_already
from territories.models import Territory


FAMILIES: Mapping[Family, str] = {
    Family.ALONE: "Personne seule",
    Family.ALONE_WITH_CHILDREN: "Une personne et ses enfants",
    Family.COUPLE: "Plusieurs adultes, sans enfant",
    Family.COUPLE_WITH_CHILDREN: "Plusieurs adultes et leurs enfants",
}
PER_CENT = 100


@dataclass(frozen=True)
class HouseholdLine:
    """One household: what it gets, what it loses and why, and what somebody decided."""

    parcours: Parcours
    line: Line
    names: Names
    held: Mapping[Resource, int]
    # What is still free of it.
    left: Mapping[Resource, int]
    ruling: Ruling | None

    @property
    def choice(self) -> Choice | None:
        return None if self.line.choice is None else self.line.seeker.choices[self.line.choice]

    @property
    def given(self) -> str:
        return self.names.label(self.choice) if self.choice else "Rien cette fois"

    @property
    def wanted(self) -> str:
        return self.names.label(self.line.seeker.choices[0])

    @property
    def why(self) -> str:
        """Counts, never names."""
        if self.ruling and self.ruling.reason:
            return f"C’est une décision\u00a0: {self.ruling.reason}"
        said = [self._cause(one) for one in self.line.causes]
        said += [self._spared(one) for one in self.line.spared]
        return " ".join(said) or "Un autre choix sert mieux l’ensemble."

    def _cause(self, resource: Resource) -> str:
        others = count(self.held[resource], "autre ménage,autres ménages")
        verb = "reçoit" if self.held[resource] == 1 else "reçoivent"
        what = self.names.of_resource(resource)
        if not self.held[resource]:
            return f"Il n’y a plus de place pour {what}."
        return f"{others} {verb} {what}."

    def _spared(self, resource: Resource) -> str:
        places = count(self.left[resource], "place est gardée,places sont gardées")
        what = self.names.of_resource(resource)
        return f"{places} pour des ménages à venir\u00a0: {what}."

    @property
    def is_proposed(self) -> bool:
        return self.ruling is not None and self.ruling.kind == RulingKind.PROPOSE

    @property
    def is_decided(self) -> bool:
        return self.ruling is not None and not self.is_proposed


@dataclass(frozen=True)
class ArbitrationPage:
    run: Arbitration
    problem: Problem
    outcome: Outcome
    names: Names
    lines: Sequence[HouseholdLine]
    rulings: Sequence[tuple[Ruling, Parcours]]
    # Households that somebody else is being asked about, and so are not in it.
    asked_already: int
    # None when the run keeps nothing for later.
    keeping: Keeping | None

    @property
    def lead(self) -> str:
        total = count(len(self.problem.seekers), "ménage")
        return f"{total} à positionner, {placed(self.outcome.given)} avec une proposition."

    @cached_property
    def scarcities(self) -> list[tuple[str, Scarcity]]:
        return [(self.names.of_resource(one.resource), one) for one in scarcities(self.problem)]

    @property
    def losing(self) -> list[HouseholdLine]:
        lines = [one for one in self.lines if one.line.loss]
        return sorted(lines, key=lambda one: (-one.line.loss, one.parcours.pk))

    @property
    def has_conflicts(self) -> bool:
        return bool(self.losing)

    @property
    def by_territory(self) -> list[tuple[Territory, list[HouseholdLine]]]:
        there: dict[int, list[HouseholdLine]] = defaultdict(list)
        for one in self.lines:
            if one.choice:
                there[one.choice.territory].append(one)
        found = [(self.names.territories[key], lines) for key, lines in there.items()]
        return sorted(found, key=lambda one: str(one[0]))

    @property
    def can_propose(self) -> bool:
        return any(one.choice and not one.is_proposed for one in self.lines)

    @property
    def without_choice(self) -> list[HouseholdLine]:
        return [one for one in self.lines if not one.line.seeker.choices]

    @property
    def families(self) -> list[tuple[str, FamilyRow]]:
        rows = families(self.problem, self.outcome.given)
        return [(FAMILIES[row.family], row) for row in rows]

    @property
    def facts(self) -> list[tuple[str, str]]:
        """The certificate, in words."""
        first = self.run.outcome["first_come"]
        points = points_of(self.problem, self.outcome.given)
        gain = points - first["points"]
        floor = f"{self.outcome.floor}\u00a0% tenus sur {self.run.floor}\u00a0% demandés"
        return [
            ("Total", told(points, placed(self.outcome.given))),
            ("Le meilleur possible", self._proof),
            (
                "Dans l’ordre d’arrivée",
                f"{told(first['points'], first['placed'])} "
                f"({'+' if gain >= 0 else '−'}{count(abs(gain), 'point')} ici)",
            ),
            ("Poids de l’attente", f"{self.run.seniority}\u00a0%"),
            ("Plancher par type de ménage", floor if self.run.floor else "Aucun"),
            ("Places gardées", (self.keeping and self.keeping.places) or "Aucune"),
            (
                "Règles et barème",
                f"versions {self.run.rules_version} et {self.run.weights_version}",
            ),
            ("Solveur", self.run.solver),
            ("Empreinte des données", self.run.fingerprint[:16]),
        ]

    @property
    def _keeps_something(self) -> bool:
        return self.keeping is not None and bool(self.keeping.foresight.places)

    @property
    def _proof(self) -> str:
        if self.outcome.bound - self.outcome.value < 1:
            once = " une fois ces places gardées" if self._keeps_something else ""
            return f"C’est celui-ci{once}, la preuve est faite."
        gap = f"{self.outcome.gap * PER_CENT:.3f}".replace(".", ",")
        return f"À {gap}\u00a0% au plus de celui-ci."

    @property
    def prices(self) -> list[tuple[str, int]]:
        """What one more would be worth, to those who will come as well."""
        today, later = self.outcome.prices, self.problem.potentials
        told = priced(self.outcome, self.keeping.foresight if self.keeping else None)
        worth = {one: today.get(one, 0) + later.get(one, 0) for one in told}
        found = sorted(worth.items(), key=lambda one: (-one[1], one[0]))
        return [(self.names.of_resource(resource), price) for resource, price in found]

    @property
    def fairness(self) -> list[tuple[str, FairnessPrice]]:
        kept = self.run.outcome["fairness"]
        prices = [FairnessPrice(**{**one, "fairness": Fairness(**one["fairness"])}) for one in kept]
        return [(label_of(one), one) for one in prices]


def told(points: int, households: int) -> str:
    return f"{count(points, 'point')}, {count(households, 'ménage placé,ménages placés')}"


def priced(outcome: Outcome, foresight: Foresight | None) -> set[Resource]:
    """What is worth telling: all that is scarce, or kept."""
    return {*outcome.prices, *(foresight.places if foresight else ())}


def label_of(price: FairnessPrice) -> str:
    fairness = price.fairness
    if price.keeps_places:
        return "Places gardées pour les ménages à venir"
    if fairness.seniority:
        return f"L’attente compte pour {fairness.seniority}\u00a0%"
    if fairness.floor:
        return f"Plancher à {fairness.floor}\u00a0% par type de ménage"
    return "Sans réglage"


def arbitration_page(run: Arbitration, files: ParcoursQuerySet) -> ArbitrationPage:
    """Of a run that is over. Six queries, whatever its size."""
    told = run.outcome.get("foresight")
    foresight = Foresight.kept(told) if told else None
    problem, outcome = Problem.unpacked(bytes(run.problem)), Outcome.kept(run.outcome)
    rulings = list(run.rulings.in_order())
    standing = standing_rulings(rulings)
    lines = lines_of(problem, outcome.given)
    shown = [one.seeker.choices[0] for one in lines if one.seeker.choices]
    shown += [one.seeker.choices[one.choice] for one in lines if one.choice is not None]
    names = Names.of(shown, priced(outcome, foresight))
    known = files.for_table().in_bulk([one.key for one in problem.seekers])
    held = used(problem, outcome.given)
    left = {resource: supply - held[resource] for resource, supply in problem.supply.items()}
    return ArbitrationPage(
        run=run,
        problem=problem,
        outcome=outcome,
        names=names,
        lines=[
            HouseholdLine(
                known[line.seeker.key], line, names, held, left, standing.get(line.seeker.key)
            )
            for line in lines
            if line.seeker.key in known
        ],
        rulings=[(one, known[one.parcours_id]) for one in rulings if one.parcours_id in known],
        asked_already=asked_already(files).exclude(pk__in=problem.by_key).count(),
        keeping=Keeping(foresight, names, left) if foresight else None,
    )
