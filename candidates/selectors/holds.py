"""What a file keeps of the offers of a territory, and what it may still ask for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from candidates.models import Parcours, Placement
from emile.core.templatetags.emile import short_day
from territories.enums import HoldStage
from territories.models import Hold, Offer, WelcomeSlot
from territories.models.hold import TAKEN, HoldQuerySet
from territories.models.offer import OfferQuerySet
from territories.models.welcome import WelcomeSlotQuerySet
from territories.selectors.holds import named
from territories.selectors.welcome import months_from


@dataclass(frozen=True, slots=True)
class HoldLine:
    """``tone`` is that of a badge; ``url`` is where the offer itself is read."""

    hold: Hold
    title: str
    label: str
    tone: str
    text: str
    url: str

    @property
    def is_behind(self) -> bool:
        return _is_behind(self.hold)

    @property
    def is_taken(self) -> bool:
        return self.hold.stage in TAKEN

    @property
    def is_used(self) -> bool:
        """The household lives there, or comes that month: nobody gives that back."""
        return self.hold.stage == HoldStage.OCCUPIED or (
            self.is_taken and self.hold.slot is not None
        )


def holds_of(parcours: Parcours, placements: Iterable[Placement], day: date) -> HoldQuerySet:
    """What is kept for this household where these placements lead."""
    territories = [placement.territory_id for placement in placements]
    there = Q(offer__territory__in=territories) | Q(slot__territory__in=territories)
    mine: HoldQuerySet = Hold.objects.of_holder(parcours.public_id).live_on(day).filter(there)
    return mine


def lines_by_territory(
    parcours: Parcours, placements: Iterable[Placement], day: date
) -> dict[int, list[HoldLine]]:
    """One query, whatever the file keeps."""
    found: dict[int, list[HoldLine]] = {}
    for hold in holds_of(parcours, placements, day).for_list(day):
        found.setdefault(hold.thing.territory_id, []).append(_line(hold))
    return found


def offers_to_hold(placement: Placement, parcours: Parcours, day: date) -> OfferQuerySet:
    """The offers of the territory that the household has not asked for."""
    asked = Hold.objects.of_holder(parcours.public_id).live_on(day)
    return (
        Offer.objects.open_on(day)
        .filter(territory=placement.territory_id)
        .exclude(pk__in=asked.filter(offer__isnull=False).values("offer"))
        .with_free_units(day)
        .for_detail()
        .order_by("kind", "-confirmed_on", "pk")
    )


def months_to_hold(placement: Placement, parcours: Parcours, day: date) -> WelcomeSlotQuerySet:
    months = months_from(day)
    asked = Hold.objects.of_holder(parcours.public_id).live_on(day).filter(slot__isnull=False)
    return (
        WelcomeSlot.objects.of_months(placement.territory, months[0], months[-1])
        .filter(capacity__gt=0)
        .exclude(pk__in=asked.values("slot"))
        .counted_on(day)
        .order_by("month")
    )


def _line(hold: Hold) -> HoldLine:
    return HoldLine(
        hold=hold,
        title=named(hold.thing),
        label=HoldStage(hold.stage).label,
        tone="success" if hold.stage in TAKEN else "info",
        text=_said(hold),
        url=hold.thing.get_absolute_url(),
    )


def _is_behind(hold: Hold) -> bool:
    """It waits, and its turn has not come."""
    rank: int = hold.rank  # type: ignore[attr-defined]
    free: int = hold.free  # type: ignore[attr-defined]
    return hold.stage == HoldStage.WAITING and rank > free


def _said(hold: Hold) -> str:
    if _is_behind(hold):
        rank: int = hold.rank  # type: ignore[attr-defined]
        return f"Rang {rank} dans la file d’attente, gardé jusqu’au {short_day(hold.until)}."
    if hold.stage == HoldStage.WAITING:
        return f"C’est votre tour\u00a0: vous pouvez la retenir jusqu’au {short_day(hold.until)}."
    return f"Retenue jusqu’au {short_day(hold.until)}." if hold.until else ""
