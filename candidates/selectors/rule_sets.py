"""The versions of the seven criteria, as the settings show them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch

from candidates.enums import HousingPrecarity
from candidates.models import (
    Criterion,
    EligibilityDecision,
    EligibilityRule,
    EligibilityRuleSet,
    Operator,
    Parcours,
    counts_q,
)
from candidates.selectors.settings import Touched, in_words, names_of, with_last_change


@dataclass(frozen=True, slots=True)
class CriterionLine:
    label: str
    expected: str
    cure: str


@dataclass(frozen=True, slots=True)
class CriteriaVersion:
    """``changed_at`` is None for the rules that the platform was born with."""

    version: int
    since: date
    until: date | None
    lines: list[CriterionLine]
    changed_by: str
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class CriteriaPage:
    current: list[CriteriaVersion]
    to_come: list[CriteriaVersion]
    past: list[CriteriaVersion]


def criteria_page(today: date) -> CriteriaPage:
    """The latest first."""
    sets = list(
        with_last_change(EligibilityRuleSet.objects.all())
        .prefetch_related("rules")
        .order_by("-since")
    )
    names = names_of(sets)
    versions = [
        CriteriaVersion(
            version=one.version,
            since=one.since,
            until=one.until,
            lines=[
                CriterionLine(Criterion(rule.criterion).label, expected_by(rule), rule.cure)
                for rule in sorted(one.rules.all(), key=lambda rule: rule.rank)
            ],
            changed_by=names.get(one.changed_by_id, ""),
            changed_at=one.changed_at,
        )
        for one in sets
    ]
    return CriteriaPage(
        current=[one for one in versions if one.since <= today <= (one.until or date.max)],
        to_come=[one for one in versions if one.since > today],
        past=[one for one in versions if one.until is not None and one.until < today],
    )


def last_rule_set() -> EligibilityRuleSet:
    """In force, or to come when there is one: what the next change starts from."""
    rules = Prefetch("rules", EligibilityRule.objects.order_by("rank"))
    return EligibilityRuleSet.objects.prefetch_related(rules).latest("since")


def expected_by(rule: EligibilityRule) -> str:
    """What a rule asks for, in words."""
    match Operator(rule.operator):
        case Operator.IS_TRUE:
            return "oui"
        case Operator.AT_LEAST:
            return f"{rule.value} ans au moins"
        case Operator.LEVEL_AT_LEAST:
            return f"{rule.value} au moins"
        case Operator.AMONG:
            labels = dict(HousingPrecarity.choices)
            return "\u00a0; ".join(labels.get(code, code) for code in rule.value or ())


def decisions_touched() -> Touched:
    """Decisions keep the criteria they were taken with; files that wait for one take the others."""
    decided = EligibilityDecision.objects.filter(counts_q()).values("parcours")
    files = Parcours.objects.open()
    keep = files.filter(pk__in=decided).count()
    take = files.exclude(pk__in=decided).count()
    kept = in_words(
        keep,
        "aucun dossier ouvert n’a encore de décision",
        "1 dossier ouvert a une décision, qui garde ses critères",
        "{} dossiers ouverts ont une décision, qui garde ses critères",
    )
    taken = in_words(
        take,
        "Aucun autre n’en attend",
        "1 autre attend la sienne, avec les critères du jour où elle sera prise",
        "{} autres attendent la leur, avec les critères du jour où elle sera prise",
    )
    return Touched(keep, take, f"À ce jour, {kept}. {taken}.")
