"""The stay of the demonstration: five days around Aurillac, hour by hour. Everything is fictitious."""

from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from candidates.enums import (
    CostPayer,
    StayChildcare,
    StayCostKind,
    StayLodging,
    Ticket,
    TravelMode,
    VisitKind,
)


ORGANISATION: dict[str, Any] = {
    "outward_mode": TravelMode.TRAIN,
    "outward_ticket": Ticket.HANDED_OVER,
    "outward_from": "Paris Austerlitz",
    "outward_leaves_at": time(8, 12),
    "outward_to": "gare d’Aurillac",
    "outward_arrives_at": time(14, 47),
    "travel": "Un changement à Brive, vingt minutes.",
    "welcomer_name": "Camille Exemple",
    "welcomer_phone": "+33199001234",
    "local_transport": "Pas de bus avant 7\u00a0h ni le dimanche\u00a0; l’équipe conduit aux visites.",
    "return_mode": TravelMode.TRAIN,
    "return_ticket": Ticket.BOUGHT,
    "return_from": "gare d’Aurillac",
    "return_leaves_at": time(15, 5),
    "return_to": "Paris Austerlitz",
    "return_arrives_at": time(21, 40),
    "lodging_kind": StayLodging.RENTAL,
    "lodging": "Gîte des Exemples, les clés sont chez Mme Exemple au rez-de-chaussée",
    "lodging_address": "12 rue des Fictions, 15000 Aurillac",
    "lodging_phone": "+33199005678",
    "childcare": StayChildcare.WITH_PARENTS,
    "shelter_is_kept": True,
    "shelter_confirmed_by": "la cheffe de service du centre",
    "to_bring": "CV, pièce d’identité, chaussures fermées, un vêtement chaud.",
}


def _visit(
    rank: int, starts: time, ends: time, kind: VisitKind, title: str, place: str, **more: Any
) -> tuple[int, dict[str, Any]]:
    described = {"starts_at": starts, "ends_at": ends, "kind": kind, "title": title, "place": place}
    return rank, described | more


# The rank of its day comes first.
VISITS = (
    _visit(
        0, time(15), time(16), VisitKind.WELCOME, "Accueil et remise des clés", "Gare, puis gîte"
    ),
    _visit(
        1,
        time(9),
        time(11, 30),
        VisitKind.EMPLOYER,
        "Ateliers du Haut-Cantal (fictifs)",
        "Zone d’activité de Sistrières",
        contact_name="Nadia Chassagne",
        contact_phone="+33199004321",
        note="Camille accompagne. Chaussures fermées.",
    ),
    _visit(1, time(14), time(15), VisitKind.HOUSING, "Visite d’un T3", "Rue des Carmes, Aurillac"),
    _visit(2, time(9), time(10), VisitKind.SERVICES, "Mairie et maison de santé", "Centre-ville"),
    _visit(
        2, time(10, 30), time(11, 30), VisitKind.SCHOOL, "École et cantine", "École des Exemples"
    ),
    _visit(3, time(18), time(19, 30), VisitKind.CITIZEN, "Club de football", "Stade"),
    _visit(
        4, time(9), time(10), VisitKind.WELCOME, "Faire le point ensemble", "Bureau de l’équipe"
    ),
)
COSTS: tuple[dict[str, Any], ...] = (
    {
        "kind": StayCostKind.TRANSPORT,
        "payer": CostPayer.OPERATOR,
        "details": "Allers et retours en train",
        "amount_asked": Decimal("186.40"),
        "amount_paid": Decimal("186.40"),
    },
    {
        "kind": StayCostKind.LODGING,
        "payer": CostPayer.OPERATOR,
        "details": "Quatre nuits",
        "amount_asked": Decimal("220.00"),
    },
    {
        "kind": StayCostKind.MEALS,
        "payer": CostPayer.LOCAL_AUTHORITY,
        "amount_asked": Decimal("120.00"),
        "amount_paid": Decimal("80.00"),
    },
)


def organisation(first_day: date) -> dict[str, Any]:
    return ORGANISATION | {"shelter_kept_until": first_day + timedelta(days=7)}


def visits(first_day: date) -> list[dict[str, Any]]:
    return [described | {"day": first_day + timedelta(days=rank)} for rank, described in VISITS]
