"""What is counted, split by a characteristic, a reason or a stage: the tables beside the figures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from candidates.enums import (
    EXIT_OF,
    ChildrenAtSchool,
    Company,
    DecidedBy,
    DynamicExit,
    GettingAround,
    HealthAccess,
    HouseholdType,
    ReasonUse,
    ResidentialKind,
    Stage,
    YesNoUnknown,
)
from emile.steering.figures.measures import Measure, Milestone


class Lodging(models.TextChoices):
    """Where adults live, in the groups that figures are read by."""

    ROOFLESS = "roofless", "À la rue"
    SHELTERED = "sheltered", "Hébergés (hôtel, centre d’urgence, CHRS)"
    THIRD_PARTY = "third_party", "Chez un tiers"
    RESIDENCE = "residence", "Résidence sociale ou foyer"
    PRECARIOUS = "precarious", "Location précaire"
    OWN = "own", "Dans un logement à eux"


LODGING_OF: dict[str, Lodging] = {
    ResidentialKind.STREET: Lodging.ROOFLESS,
    ResidentialKind.EMERGENCY: Lodging.SHELTERED,
    ResidentialKind.SHELTER: Lodging.SHELTERED,
    ResidentialKind.THIRD_PARTY: Lodging.THIRD_PARTY,
    ResidentialKind.SOCIAL_RESIDENCE: Lodging.RESIDENCE,
    ResidentialKind.TENANT: Lodging.PRECARIOUS,
    ResidentialKind.INTERMEDIATE: Lodging.OWN,
    ResidentialKind.SOCIAL_TENANT: Lodging.OWN,
    ResidentialKind.PRIVATE_TENANT: Lodging.OWN,
}


@dataclass(frozen=True)
class Breakdown:
    """One table. ``row_of`` gives the row of a fact, from its detail and its household's composition,
    or None when the fact is not of the table.

    Rows are ``labels``, or the coordinator's reasons of ``reasons``. ``is_activity`` when the total
    is a count of households by stage, which State services read whatever it is.
    """

    code: str
    title: str
    noun: str
    measure: Measure
    row_of: Callable[[str, str], str | None]
    labels: Mapping[str, str] = field(default_factory=dict)
    reasons: ReasonUse | None = None
    is_activity: bool = False


def _labels(choices: Any) -> dict[str, str]:
    return {value: str(label) for value, label in choices.choices}


def _part(rank: int) -> Callable[[str, str], str | None]:
    """That part of a detail made of several."""
    return lambda detail, _: detail.split("/")[rank]


def _all(detail: str, _: str) -> str | None:
    return detail


def _of_milestone(which: Milestone) -> Callable[[str, str], str | None]:
    return lambda detail, household_type: household_type if detail == which else None


def _at(
    point: str, groups: Mapping[str, str], question: str = ""
) -> Callable[[str, str], str | None]:
    """The answers given at that point, in their groups."""
    prefix = f"{point}/{question}/" if question else f"{point}/"
    return lambda detail, _: (
        groups.get(detail.removeprefix(prefix)) if detail.startswith(prefix) else None
    )


def _same(choices: Any) -> dict[str, str]:
    return {value: value for value in choices.values}


POINTS = {"entry": "à l’entrée", "installation": "à l’installation", "m6": "six mois après"}
SITUATIONS = {
    **_labels(DynamicExit),
    DynamicExit.POSITIVE: "Formation qualifiante ou alternance",
    DynamicExit.OTHER: "Autre formation, ou sans emploi",
}
LIVING = {
    "health_access": ("Accès aux soins", HealthAccess),
    "getting_around": ("Déplacements", GettingAround),
    "company": ("Entourage", Company),
    "schooling": ("École et garde des enfants", ChildrenAtSchool),
}
QUESTIONS = {"there": "Toujours dans le territoire", "working": "En emploi ou en formation"}

BREAKDOWNS: tuple[Breakdown, ...] = (
    *(
        Breakdown(
            code=f"{milestone}_by_type",
            title=f"{title}, par composition du ménage",
            noun="ménages",
            measure=Measure.MILESTONE,
            row_of=_of_milestone(milestone),
            labels=_labels(HouseholdType),
            is_activity=True,
        )
        for milestone, title in (
            (Milestone.ORIENTED, "Ménages orientés"),
            (Milestone.SETTLED, "Ménages installés"),
        )
    ),
    Breakdown(
        code="exits_by_stage",
        title="Sorties, par étape",
        noun="ménages",
        measure=Measure.EXIT,
        row_of=_part(0),
        labels=_labels(Stage),
        is_activity=True,
    ),
    Breakdown(
        code="exits_by_reason",
        title="Sorties, par motif",
        noun="ménages",
        measure=Measure.EXIT,
        row_of=_part(1),
        reasons=ReasonUse.EXIT,
        is_activity=True,
    ),
    Breakdown(
        code="exits_by_decider",
        title="Sorties, selon qui les a décidées",
        noun="ménages",
        measure=Measure.EXIT,
        row_of=_part(2),
        labels=_labels(DecidedBy),
        is_activity=True,
    ),
    *(
        Breakdown(
            code=code,
            title=title,
            noun=noun,
            measure=measure,
            row_of=row_of,
            reasons=use,
            is_activity=True,
        )
        for code, title, noun, measure, row_of, use in (
            (
                "suspensions_by_reason",
                "Suspensions, par motif",
                "suspensions",
                Measure.SUSPENSION,
                _part(1),
                ReasonUse.SUSPENSION,
            ),
            (
                "refusals_by_reason",
                "Refus d’un opérateur d’accueil, par motif",
                "propositions",
                Measure.REFUSAL,
                _all,
                ReasonUse.DECLINE,
            ),
            (
                "stays_missed_by_reason",
                "Séjours qui n’ont pas eu lieu, par motif",
                "séjours",
                Measure.STAY_MISSED,
                _all,
                ReasonUse.STAY_NOT_HELD,
            ),
            (
                "losses_by_reason",
                "Emplois et logements perdus, par motif",
                "pertes",
                Measure.LOSS,
                _part(1),
                ReasonUse.TRACK_LOST,
            ),
            (
                "departures_by_reason",
                "Départs du territoire, par motif",
                "ménages",
                Measure.DEPARTURE,
                _all,
                ReasonUse.LEAVE_TERRITORY,
            ),
        )
    ),
    *(
        Breakdown(
            code=f"employment_{point}",
            title=f"Emploi {when}",
            noun="adultes",
            measure=Measure.EMPLOYMENT,
            row_of=_at(point, EXIT_OF),
            labels={key: label for key, label in SITUATIONS.items() if key in EXIT_OF.values()},
        )
        for point, when in POINTS.items()
    ),
    *(
        Breakdown(
            code=f"lodging_{point}",
            title=f"Logement {when}",
            noun="adultes",
            measure=Measure.LODGING,
            row_of=_at(point, LODGING_OF),
            labels=_labels(Lodging),
        )
        for point, when in POINTS.items()
    ),
    *(
        Breakdown(
            code=f"{question}_m6",
            title=f"{title} six mois après",
            noun="adultes",
            measure=Measure.LIVING,
            row_of=_at("m6", _same(choices), question),
            labels=_labels(choices),
        )
        for question, (title, choices) in LIVING.items()
    ),
    *(
        Breakdown(
            code=f"{question}_{point}",
            title=f"{title}, {when}",
            noun="adultes",
            measure=Measure.ANSWER,
            row_of=_at(point, _same(YesNoUnknown), question),
            labels=_labels(YesNoUnknown),
        )
        for point, when in (("m6", "six mois après"), ("m12", "un an après"))
        for question, title in QUESTIONS.items()
    ),
    Breakdown(
        code="reached",
        title="Situation à la fin de l’accompagnement",
        noun="adultes",
        measure=Measure.REACHED,
        row_of=_all,
        labels=_labels(DynamicExit),
    ),
)
