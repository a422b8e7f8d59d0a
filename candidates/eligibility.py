"""The seven criteria, judged: rules are rows, facts come from the household.

Unknown is never *rempli* and never *non rempli*. Pure: no query beyond what was prefetched.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from candidates.enums import HousingPrecarity, LanguageLevel, Verdict
from candidates.models.eligibility import Criterion, EligibilityRule, Operator


LEVELS = [level.value for level in LanguageLevel]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the criteria look at. None and "" mean that nobody knows yet.

    ``adults_lawful`` has one answer per adult of the household.
    """

    is_committed: bool | None = None
    in_departure_area: bool | None = None
    age: int | None = None
    language_level: str = ""
    housing_precarity: str = ""
    adults_lawful: tuple[bool | None, ...] = ()
    is_volunteer: bool | None = None

    def of(self, criterion: str) -> Any:
        match Criterion(criterion):
            case Criterion.COMMITMENT:
                return self.is_committed
            case Criterion.DEPARTURE:
                return self.in_departure_area
            case Criterion.MAJORITY:
                return self.age
            case Criterion.LANGUAGE:
                return self.language_level or None
            case Criterion.PRECARITY:
                return self.housing_precarity or None
            case Criterion.LAWFUL_STAY:
                return all_of(self.adults_lawful)
            case Criterion.VOLUNTEERING:
                return self.is_volunteer


@dataclass(frozen=True, slots=True)
class Judgement:
    """One criterion: the value looked at in French, the verdict, and what would cure a refusal."""

    criterion: Criterion
    value: str
    verdict: Verdict
    cure: str

    @property
    def label(self) -> str:
        return self.criterion.label


def all_of(answers: Iterable[bool | None]) -> bool | None:
    """No as soon as one is no; unknown as long as one is; no answer at all is unknown."""
    answers = list(answers)
    if False in answers:
        return False
    return None if None in answers or not answers else True


def compare(operator: str, found: Any, expected: Any) -> Verdict:
    if found is None:
        return Verdict.UNKNOWN
    match Operator(operator):
        case Operator.IS_TRUE:
            met = found is True
        case Operator.AT_LEAST:
            met = found >= expected
        case Operator.LEVEL_AT_LEAST:
            met = LEVELS.index(found) >= LEVELS.index(expected)
        case Operator.AMONG:
            met = found in expected
    return Verdict.MET if met else Verdict.NOT_MET


def judge(rules: Iterable[EligibilityRule], facts: Facts) -> list[Judgement]:
    """Every rule against the facts, in the order of the rule set."""
    return [
        Judgement(
            criterion=Criterion(rule.criterion),
            value=describe(rule.criterion, facts.of(rule.criterion)),
            verdict=compare(rule.operator, facts.of(rule.criterion), rule.value),
            cure=rule.cure,
        )
        for rule in sorted(rules, key=lambda rule: rule.rank)
    ]


def describe(criterion: str, found: Any) -> str:
    """The value looked at, as a person would say it."""
    if found is None:
        return "pas encore renseigné"
    match Criterion(criterion):
        case Criterion.MAJORITY:
            return f"{found} ans"
        case Criterion.LANGUAGE:
            return LanguageLevel(found).label
        case Criterion.PRECARITY:
            return HousingPrecarity(found).label
        case _:
            return "oui" if found else "non"


def is_eligible(results: Iterable[str]) -> bool:
    return all(verdict == Verdict.MET for verdict in results)
