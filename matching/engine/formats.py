"""Public instances with known optima, read as instances of the engine."""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from matching.engine.instance import (
    NONE,
    EngineError,
    Households,
    Instance,
    Ints,
    Kind,
    Rows,
    build,
)
from matching.engine.solve import Solution


FORMATS = ("orlib-assignment", "orlib-gap", "placement")
# Values of placement files may be probabilities: they are kept to the millionth.
DECIMALS = 1_000_000
LARGEST = 10**9


@dataclass(frozen=True, slots=True)
class Problem:
    """Where everybody must be placed, each gain is ``base`` more, or less a cost when ``sign`` is -1."""

    instance: Instance
    base: int = 0
    sign: int = 1

    def value_of(self, gain: float) -> float:
        """An objective or a bound of the instance, in the terms of the file."""
        return self.sign * (gain - self.base * self.instance.households)

    def check(self, solution: Solution) -> None:
        if self.base and (solution.chosen < 0).any():
            raise EngineError("Aucune affectation trouvée ne respecte toutes les capacités.")


def read_problem(text: str, name: str, *, maximise: bool) -> Problem:
    """Raises ``EngineError`` on a text that isn't what its format says."""
    if name == "orlib-assignment":
        return read_assignment(Numbers(text), maximise=maximise)
    if name == "orlib-gap":
        return read_gap(Numbers(text), maximise=maximise)
    if not maximise:
        raise EngineError("Le format placement ne connaît que la maximisation.")
    return read_placement(text)


class Numbers:
    """The whole numbers of a text, one after the other."""

    def __init__(self, text: str) -> None:
        self._words: Iterator[str] = iter(text.split())

    def take(self, count: int, what: str) -> Ints:
        values = []
        for _ in range(count):
            word = next(self._words, None)
            if word is None:
                raise EngineError(f"Le fichier s’arrête trop tôt\u00a0: il manque {what}.")
            values.append(whole(word))
        return np.array(values, dtype=np.int64)

    def size(self, what: str) -> int:
        size = int(self.take(1, what)[0])
        if not 0 < size <= LARGEST:
            raise EngineError(f"Le fichier annonce {size} comme {what}.")
        return size

    def end(self) -> None:
        if next(self._words, None) is not None:
            raise EngineError("Le fichier continue après la dernière valeur attendue.")


def whole(word: str) -> int:
    try:
        number = float(word)
    except ValueError:
        raise EngineError(f"«\u00a0{word[:30]}\u00a0» n’est pas un nombre.") from None
    if not number.is_integer() or abs(number) > LARGEST:
        raise EngineError(f"«\u00a0{word[:30]}\u00a0» n’est pas un nombre entier raisonnable.")
    return int(number)


def read_assignment(numbers: Numbers, *, maximise: bool) -> Problem:
    """``n``, then n × n costs: each line is given one column."""
    size = numbers.size("le nombre de lignes")
    costs = numbers.take(size * size, "des coûts")
    numbers.end()
    places = np.arange(size)
    owner, uses = np.repeat(places, size), np.tile(places, size)[None]
    return everybody(
        Rows(owner, uses, costs), [Kind(places, np.ones_like(places))], size, maximise=maximise
    )


def read_gap(numbers: Numbers, *, maximise: bool) -> Problem:
    """``m n``, m × n costs, m × n resources, m capacities: each of n jobs is given one agent."""
    agents = numbers.size("le nombre d’agents")
    jobs = numbers.size("le nombre de tâches")
    costs = numbers.take(agents * jobs, "des coûts")
    amounts = numbers.take(agents * jobs, "des ressources")
    capacity = numbers.take(agents, "des capacités")
    numbers.end()
    if (amounts < 0).any():
        raise EngineError("Une ressource demandée est négative.")
    agent, job = np.repeat(np.arange(agents), jobs), np.tile(np.arange(jobs), agents)
    fits = amounts <= capacity[agent]
    rows = Rows(job[fits], agent[fits][None], costs[fits], amounts[fits][None])
    return everybody(rows, [Kind(np.arange(agents), capacity)], jobs, maximise=maximise)


def everybody(rows: Rows, kinds: list[Kind], size: int, *, maximise: bool) -> Problem:
    """A gain so large for being placed that no cost is worth leaving somebody out."""
    if not len(rows.value):
        raise EngineError("Aucune affectation ne respecte les capacités.")
    sign = 1 if maximise else -1
    worth = sign * rows.value
    base = int(worth.max() - worth.min()) * size + 1 - int(worth.min())
    rows = Rows(rows.household, rows.uses, base + worth, rows.amounts)
    instance = build(households=Households(np.arange(size)), kinds=kinds, rows=rows)
    return Problem(instance, base, sign)


def read_placement(text: str) -> Problem:
    """Families, what each needs of each service, and what each place offers; as said in ``docs/matching.md``."""
    try:
        document = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        raise EngineError("Le fichier n’est pas du JSON.") from None
    places = mapping(mapping(document, "le document").get("places"), "places")
    families = document.get("families")
    if not isinstance(families, list):
        raise EngineError("«\u00a0families\u00a0» doit être une liste.")
    numbers = {name: number for number, name in enumerate(places)}
    offers = [mapping(place, f"la place {name}") for name, place in places.items()]
    sizes = [mapping(mapping(family, "une famille").get("size", {}), "size") for family in families]
    services = sorted({service for needs in (*offers, *sizes) for service in needs})
    capacity = table(offers, services)
    needs = table(sizes, services)
    if len({str(family.get("id")) for family in families}) < len(families):
        raise EngineError("Deux familles portent le même identifiant.")
    owner, place, value = [], [], []
    for number, family in enumerate(families):
        for name, worth in mapping(family.get("values", {}), "values").items():
            if name not in numbers:
                raise EngineError(f"Une famille nomme une place inconnue\u00a0: {name[:30]}.")
            owner.append(number)
            place.append(numbers[name])
            value.append(round(amount(worth) * DECIMALS))
    where, who = np.array(place, dtype=np.int64), np.array(owner, dtype=np.int64)
    worths = np.array(value, dtype=np.int64)
    fits = (needs[:, who] <= capacity[:, where]).all(axis=0)
    where, who, worths = where[fits], who[fits], worths[fits]
    amounts = needs[:, who]
    rows = Rows(who, np.where(amounts > 0, where, NONE), worths, amounts)
    keys = np.arange(len(places))
    instance = build(
        households=Households(np.arange(len(families))),
        kinds=[Kind(keys, offered) for offered in capacity],
        rows=rows,
        scale=DECIMALS,
    )
    return Problem(instance)


def mapping(value: Any, what: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise EngineError(f"«\u00a0{what}\u00a0» doit être un objet.")
    return value


def table(needs: list[Mapping[str, Any]], services: list[str]) -> Ints:
    """One line per service, whole amounts; what isn't said is 0."""
    lines = [[whole(str(amount(need.get(service, 0)))) for need in needs] for service in services]
    return np.array(lines, dtype=np.int64).reshape(len(services), len(needs))


def amount(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise EngineError(f"«\u00a0{str(value)[:30]}\u00a0» n’est pas un nombre.")
    if not 0 <= value <= LARGEST:
        raise EngineError(f"«\u00a0{value}\u00a0» est négatif ou trop grand.")
    return value
