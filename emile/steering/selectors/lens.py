"""Whose figures somebody reads, and how closely: what their hat lets them look at."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from candidates.selectors.activity import territories_of
from emile.steering.figures.formulas import FORMULAS
from emile.steering.figures.measures import Milestone
from emile.steering.models import Scope
from operators.actors import Actor
from operators.enums import OrganisationKind
from territories.models import Territory


# Counts of households by stage: a State service reads those of its territories whatever they are.
ACTIVITY = ("accepted", "caseload", "asleep", "stayed", "validated", "settled", "closed")
KEY_FIGURES: dict[str, Sequence[str]] = {
    Scope.NATIONAL: (
        "oriented",
        "caseload",
        "settled",
        "inhabitants",
        "exits",
        "whole_half",
        "there_at_m6",
        "works_at_m6",
    ),
    Scope.TERRITORY: (
        "accepted",
        "caseload",
        "settled",
        "inhabitants",
        "exits",
        "settling_half",
        "there_at_m6",
        "works_at_m6",
    ),
    Scope.UPSTREAM: (
        "informed",
        "diagnosed",
        "caseload",
        "accepted",
        "settled",
        "exits",
        "positioning_half",
        "works_at_m6",
    ),
}
KEY_FIGURES[Scope.HOST] = KEY_FIGURES[Scope.TERRITORY]
KEY_FIGURES[Scope.PRESCRIBER] = KEY_FIGURES[Scope.NATIONAL]
# A file belongs to somebody from there on.
BEGINS_WITH: dict[str, Milestone] = {
    Scope.NATIONAL: Milestone.ORIENTED,
    Scope.PRESCRIBER: Milestone.ORIENTED,
    Scope.UPSTREAM: Milestone.ELIGIBLE,
    Scope.TERRITORY: Milestone.ACCEPTED,
    Scope.HOST: Milestone.ACCEPTED,
}
# What happens before a file has a territory is nobody's there.
BEFORE_A_TERRITORY = frozenset(
    code
    for code in FORMULAS
    if code in {"oriented", "eligible", "informed", "diagnosed"}
    or code.endswith("_rate")
    or code.startswith(("call_", "information_", "diagnosis_"))
)
SCOPE_OF: dict[OrganisationKind, Scope] = {
    OrganisationKind.PRESCRIBER: Scope.PRESCRIBER,
    OrganisationKind.UPSTREAM: Scope.UPSTREAM,
    OrganisationKind.HOST: Scope.HOST,
}
EVERYTHING = (OrganisationKind.COORDINATOR, OrganisationKind.NATIONAL)
OPENS_FILES = (OrganisationKind.COORDINATOR, *SCOPE_OF)
UNMASKED = (*EVERYTHING, *SCOPE_OF)
READERS = (*UNMASKED, OrganisationKind.STATE)


@dataclass(frozen=True)
class Lens:
    """``territories`` are those to choose from; with none chosen, the figures are those of ``scope``.

    Through a masked lens one reads the activity of a territory, and for the rest what is published
    once a year.
    """

    scope: Scope
    scope_id: str
    territories: QuerySet[Territory]
    is_masked: bool = False

    @property
    def codes(self) -> Sequence[str] | None:
        """The indicators one reads; None for all."""
        return ACTIVITY if self.is_masked else None


def lens_of(actor: Actor) -> Lens:
    """Expects one of ``READERS``."""
    if actor.kind in SCOPE_OF:
        nothing = Territory.objects.none()
        return Lens(SCOPE_OF[actor.kind], str(actor.organisation_id), nothing)
    territories = territories_of(actor)
    if actor.kind != OrganisationKind.STATE:
        return Lens(Scope.NATIONAL, "", territories)
    first = territories.first()
    return Lens(Scope.TERRITORY, str(first.pk) if first else "", territories, is_masked=True)


def reads(codes: Sequence[str] | None, scope: Scope, code: str) -> bool:
    """Whether an indicator says anything through that lens, of that scope."""
    if codes is not None:
        return code in codes
    is_local = scope in {Scope.TERRITORY, Scope.HOST}
    return not (is_local and code in BEFORE_A_TERRITORY)
