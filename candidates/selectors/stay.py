"""A stay, day by day: what is planned, what is still to think of, what it costs."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import OuterRef, Subquery

from candidates.enums import CostPayer, StaySide, VisitKind
from candidates.models import (
    ImmersionStay,
    Parcours,
    StayCancellation,
    StayCost,
    StayVisit,
    counts_q,
)
from candidates.models.stay import ImmersionStayQuerySet
from candidates.selectors.household import current_members
from operators.actors import Actor


# What most stays have, with what it is good for. Suggested, never required.
SUGGESTIONS = {
    VisitKind.EMPLOYER: "voir le lieu de travail et l’équipe",
    VisitKind.HOUSING: "visiter un logement et son quartier",
    VisitKind.SCHOOL: "voir l’école, la crèche ou la cantine",
    VisitKind.SERVICES: "repérer la mairie, le médecin, la CAF",
    VisitKind.CITIZEN: "rencontrer une association, un club, des voisins",
    VisitKind.FREE_TIME: "garder un moment pour se promener en famille",
}


@dataclass(frozen=True, slots=True)
class ProgrammeDay:
    day: date
    visits: list[StayVisit]


@dataclass(frozen=True, slots=True)
class Suggestion:
    kind: VisitKind
    why: str


@dataclass(frozen=True, slots=True)
class StayPage:
    stay: ImmersionStay
    days: list[ProgrammeDay]
    suggestions: list[Suggestion]
    costs: list[StayCost]
    asked: Decimal
    paid: Decimal

    @property
    def cancelled_side(self) -> str:
        """Where the obstacle came from, as it ends a sentence."""
        side = self.stay.cancelled_side  # type: ignore[attr-defined]
        return StaySide(side).label.lower() if side else ""

    @property
    def household_costs(self) -> list[StayCost]:
        return [cost for cost in self.costs if cost.payer == CostPayer.HOUSEHOLD]


def stays_of(actor: Actor, parcours: Parcours) -> ImmersionStayQuerySet:
    """Each with why it was not held, if it was not: reason, side, may it be planned again."""
    cancellations = StayCancellation.objects.filter(counts_q(), stay=OuterRef("pk"))
    last = cancellations.order_by("-event_id")
    stays: ImmersionStayQuerySet = (
        ImmersionStay.objects.visible_to(actor)
        .filter(parcours=parcours)
        .select_related("placement__territory", "placement__host")
        .annotate(
            cancelled_for=Subquery(last.values("reason__label")[:1]),
            cancelled_side=Subquery(last.values("side")[:1]),
            is_rebookable=Subquery(last.values("is_rebookable")[:1]),
        )
    )
    return stays


def stay_page(stay: ImmersionStay, parcours: Parcours, today: date) -> StayPage:
    """Two queries more on a stay of ``stays_of`` and a file shaped by ``for_detail()``."""
    visits = list(stay.visits.kept().order_by("day", "starts_at"))
    costs = list(stay.costs.kept().order_by("pk"))
    return StayPage(
        stay=stay,
        days=[
            ProgrammeDay(day, [visit for visit in visits if visit.day == day])
            for day in stay.all_days
        ],
        suggestions=_suggestions(visits, parcours, today),
        costs=costs,
        asked=sum((cost.amount_asked for cost in costs), Decimal()),
        paid=sum((cost.amount_paid or Decimal() for cost in costs), Decimal()),
    )


def _suggestions(visits: list[StayVisit], parcours: Parcours, today: date) -> list[Suggestion]:
    planned = {visit.kind for visit in visits}
    if not any(member.is_child_on(today) for member in current_members(parcours, today)):
        planned.add(VisitKind.SCHOOL)
    return [Suggestion(kind, why) for kind, why in SUGGESTIONS.items() if kind not in planned]
