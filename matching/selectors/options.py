"""What else one household of a run may get, and what each choice would cost the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from candidates.models import Parcours
from emile.core.templatetags.emile import count
from matching.arbitration.decide import Given, Outcome, decide
from matching.arbitration.explain import Effect, effect_of, options_for
from matching.arbitration.problem import Choice, Problem
from matching.engine.instance import EngineError
from matching.models import Arbitration, Ruling
from matching.models.arbitration import standing_rulings
from matching.selectors.names import Names


# Each one is priced by a calculation of its own.
MOST_OPTIONS = 6
NOTHING = "rien"
NO_EFFECT = Effect(cost=0, lost=0, gained=0, moved=0)


@dataclass(frozen=True, slots=True)
class Option:
    """``effect`` is None when other decisions shut it; ``value`` is what a form sends."""

    value: str
    label: str
    points: int
    effect: Effect | None
    is_given: bool

    @property
    def is_nothing(self) -> bool:
        return self.value == NOTHING

    @property
    def hint(self) -> str:
        """« Coûte 42 points, 2 ménages perdent leur place »."""
        if self.is_given:
            return "C’est ce qu’il reçoit aujourd’hui."
        if self.effect is None:
            return "Impossible avec les décisions déjà prises."
        said = said_of(self.effect)
        if not self.effect.cost:
            said.insert(0, "ne coûte rien à l’ensemble")
        return f"Ce choix {', '.join(said)}."


def said_of(effect: Effect) -> list[str]:
    """What changes, the verbs in the singular: « coûte 42 points », « 2 ménages perdent… »."""
    points = count(abs(effect.cost), "point")
    said = []
    if effect.cost:
        said.append(f"coûte {points}" if effect.cost > 0 else f"fait gagner {points}")
    if effect.spent:
        kept = count(effect.spent, "place gardée,places gardées")
        said.append(f"prend {kept} pour des ménages à venir")
    if effect.lost:
        verb = "perd sa place" if effect.lost == 1 else "perdent leur place"
        said.append(f"{count(effect.lost, 'ménage')} {verb}")
    if effect.gained:
        verb = "trouve une place" if effect.gained == 1 else "trouvent une place"
        said.append(f"{count(effect.gained, 'ménage')} {verb}")
    if effect.moved:
        verb = "change de projet" if effect.moved == 1 else "changent de projet"
        said.append(f"{count(effect.moved, 'ménage')} {verb}")
    return said


@dataclass(frozen=True, slots=True)
class OptionsPage:
    parcours: Parcours
    options: Sequence[Option]
    ruling: Ruling | None


def options_page(run: Arbitration, parcours: Parcours) -> OptionsPage | None:
    """None when the household is not in the run. Two queries."""
    problem, outcome = Problem.unpacked(bytes(run.problem)), Outcome.kept(run.outcome)
    seeker = problem.by_key.get(parcours.pk)
    if seeker is None:
        return None
    standing = standing_rulings(run.rulings.in_order())
    ruled = {key: one.choice for key, one in standing.items()}
    given = outcome.given.get(seeker.key)
    shown = options_for(seeker, given, how_many=MOST_OPTIONS)
    names = Names.of(seeker.choices[index] for index in shown)

    def option(choice: int | None, value: str, label: str, points: int) -> Option:
        if choice == given:
            return Option(value, label, points, NO_EFFECT, is_given=True)
        effect = _effect(run, problem, outcome, {**ruled, seeker.key: choice}, seeker.key)
        return Option(value, label, points, effect, is_given=False)

    def named(choice: Choice) -> str:
        return f"{names.territories[choice.territory]}\u00a0: {names.label(choice)}"

    options = [
        option(index, str(index), named(one), one.points)
        for index in shown
        for one in [seeker.choices[index]]
    ]
    options.append(option(None, NOTHING, "Rien cette fois", 0))
    return OptionsPage(parcours, options, standing.get(seeker.key))


def _effect(
    run: Arbitration, problem: Problem, before: Outcome, ruled: Given, about: int
) -> Effect | None:
    try:
        after = decide(problem, ruled, fairness=run.fairness, fairest_mean=before.fairest)
    except EngineError:
        return None
    return effect_of(problem, before.given, after.given, besides=about)
