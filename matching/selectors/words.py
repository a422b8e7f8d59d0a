"""What the rules found, in words for people."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from urllib.parse import urlencode

from django.urls import reverse

from candidates.enums import PlanAxis
from candidates.models import Parcours, Person
from emile.core.templatetags.emile import count
from matching.selectors.misses import JOBS, Miss, Tally
from matching.verdict.facts import Offer
from matching.verdict.ranking import Bundle
from matching.verdict.score import RULES, TENTHS, Term


NBSP = "\u00a0"
# What an « at most » term is told by: how much of it there is.
MEASURED: Mapping[str, Callable[[Bundle], str]] = {
    "employer_answers": lambda one: f"L’employeur répond {_in_ten(one.job)}",
    "landlord_answers": lambda one: f"Le bailleur répond {_in_ten(one.home)}",
    "travel": lambda one: f"{one.road.minutes} minutes de trajet",
}


@dataclass(frozen=True, slots=True)
class MissLine:
    """« 6 emplois de plus avec le permis B. »; ``plan_url`` adds it to the action plan."""

    text: str
    plan_url: str


def miss_line(
    miss: Miss, parcours: Parcours, adults: Sequence[Person], territories: Mapping[int, str]
) -> MissLine:
    change, action, axis = _change(miss, territories)
    is_whose = miss.adult is not None and len(adults) > 1
    whose = f" ({adults[miss.adult].full_name})" if is_whose and miss.adult is not None else ""
    url = reverse("candidates:act", args=[parcours.public_id, "add_action"])
    asked = urlencode({"label": action, "axis": axis})
    return MissLine(f"{miss.gain} de plus {change}{whose}.", f"{url}?{asked}" if action else "")


def _change(miss: Miss, territories: Mapping[int, str]) -> tuple[str, str, str]:
    """What changes, the action that would bring it, and its axis; no action for a wish."""
    value = miss.cure.value
    match miss.cure.kind:
        case "licence":
            action = f"Préparer le permis {value}"
            return f"avec le permis {value}, demandé pour le poste", action, PlanAxis.WORK
        case "car":
            action = "Préparer le permis B et chercher un véhicule"
            return "avec le permis B et un véhicule, pour le trajet", action, PlanAxis.WORK
        case "language":
            action = f"Suivre un cours de français vers le niveau {value}"
            return f"avec un français {value}", action, PlanAxis.WORK
        case "qualification":
            return "avec un diplôme plus élevé", "Faire le point sur les diplômes", PlanAxis.WORK
        case "project":
            action = "Élargir le projet à d’autres métiers"
            return "en élargissant le projet à d’autres métiers", action, PlanAxis.WORK
        case "rooms":
            return f"avec un T{value}", "", ""
        case "rent":
            return f"avec {Decimal(value):.0f}{NBSP}€ de loyer de plus", "", ""
    return f"en acceptant le territoire «\u00a0{territories.get(int(value), '')}\u00a0»", "", ""


def suiting(tally: Mapping[str, Tally]) -> str:
    """« 7 logements conviennent, mais aucun emploi ni formation. »"""
    homes, jobs = tally["homes"].suiting, tally["jobs"].suiting
    told_homes, told_jobs = count(homes, "logement"), count(jobs, JOBS)
    if homes and jobs:
        return f"{told_homes} et {told_jobs} conviennent, mais pas ensemble."
    if homes:
        return f"{told_homes} {_suit(homes)}, mais aucun emploi ni aucune formation."
    if jobs:
        return f"{told_jobs} {_suit(jobs)}, mais aucun logement."
    return "Aucun logement, aucun emploi et aucune formation ne convient."


def tally_line(tally: Tally, noun: str) -> str:
    """« 11 logements, dont 4 qui conviennent. Ce qui écarte les autres : »"""
    told = count(tally.total, noun)
    if not tally.total:
        return f"{told}."
    if not tally.suiting:
        return f"{told}. Aucun ne convient, pour ces raisons\u00a0:"
    others = " Ce qui écarte les autres\u00a0:" if tally.refused else ""
    return f"{told}, dont {tally.suiting} qui {_suit(tally.suiting)}.{others}"


def _suit(number: int) -> str:
    return "conviennent" if number > 1 else "convient"


def points_by_group(bundle: Bundle) -> list[tuple[str, list[tuple[str, str]]]]:
    """Under each heading, what earned or cost points."""
    order = list(RULES)
    terms = sorted(bundle.terms, key=lambda term: order.index(term.name))
    return [
        (group, [(_label(term, bundle), signed(term.points)) for term in some])
        for group, some in groupby(terms, key=lambda term: term.rule.group)
    ]


def _label(term: Term, bundle: Bundle) -> str:
    measured = MEASURED.get(term.name)
    return measured(bundle) if measured else term.rule.label


def _in_ten(offer: Offer) -> str:
    return f"environ {offer.answers} fois sur{NBSP}{TENTHS} quand on l’interroge"


def signed(points: int) -> str:
    """« + 120 », « − 12 »."""
    return f"{'−' if points < 0 else '+'}{NBSP}{abs(points)}"
