"""The offers of a territory, counted once by commune and by kind: its links, its map and the choice
of a commune read the same count."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from territories.models import FreshnessRule, Territory
from territories.models.kept import confirmed_q
from territories.models.offer import OfferQuerySet, open_q


@dataclass(frozen=True, slots=True)
class Tally:
    """``current`` are offered that day, of which one may count on the ``fresh`` ones; both are zero
    where all is over."""

    commune_id: int
    kind: str
    current: int
    fresh: int


def tallies_of(
    territory: Territory, offers: OfferQuerySet, day: date, rule: FreshnessRule
) -> list[Tally]:
    """Over a queryset already scoped to who asks. One query."""
    current = open_q(day)
    counted = (
        offers.filter(territory=territory)
        .order_by()
        .values_list("commune", "kind")
        .annotate(
            current=Count("pk", filter=current),
            fresh=Count("pk", filter=current & confirmed_q(day, rule)),
        )
    )
    return [Tally(*row) for row in counted]
