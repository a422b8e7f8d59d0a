"""Where the offers of a territory are: a drawing of its communes, and the table that says the same."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, dist, radians, sqrt
from statistics import median
from urllib.parse import urlencode

from django.urls import reverse

from territories.enums import OfferKind
from territories.models import Commune, FreshnessRule, Territory
from territories.selectors.offers import PLURALS
from territories.selectors.tallies import Tally


# In units of the drawing, which the page scales.
WIDTH, MARGIN = 360, 20
SMALLEST, LARGEST = 9, 20
# A few town halls are misplaced in the reference data: so many times as far as the others, and more
# than a quarter of a degree away, a commune is not where it is said to be.
TOO_FAR, CLOSE = 4, 0.25


@dataclass(frozen=True, slots=True)
class Point:
    """Texts: a template would write the decimals of a number the French way."""

    x: str
    y: str

    def __str__(self) -> str:
        return f"{self.x} {self.y}"


@dataclass(frozen=True, slots=True)
class Cell:
    """``label`` says what is counted, and where, to whom does not see the table."""

    label: str
    count: int
    url: str


@dataclass(frozen=True, slots=True)
class Place:
    """A commune with offers: ``rank`` is the number that the drawing and the table share."""

    rank: int
    name: str
    cells: list[Cell]
    point: Point | None
    radius: str


@dataclass(frozen=True, slots=True)
class TerritoryMap:
    """``places`` have the most offers first; ``points`` are all the communes."""

    territory: Territory
    fresh_days: int
    columns: list[str]
    width: int
    height: int
    points: list[Point]
    places: list[Place]

    @property
    def dots(self) -> str:
        """The points in one stroke of the drawing."""
        return "".join(f"M{point}h0" for point in self.points)


def map_of(
    territory: Territory,
    communes: Sequence[Commune],
    tallies: Iterable[Tally],
    kinds: Sequence[OfferKind],
    rule: FreshnessRule,
) -> TerritoryMap:
    """The offers of those kinds that one may count on, over all the communes of the territory. No
    query."""
    fresh = [tally for tally in tallies if tally.fresh and tally.kind in kinds]
    counts = {(tally.commune_id, tally.kind): tally.fresh for tally in fresh}
    totals: Counter[int] = Counter()
    for tally in fresh:
        totals[tally.commune_id] += tally.fresh
    height, points = _drawn(communes)
    boards = {kind: _board(kind, territory) for kind in kinds}
    offering = sorted(
        (one for one in communes if one.pk in totals), key=lambda one: -totals[one.pk]
    )
    return TerritoryMap(
        territory=territory,
        fresh_days=rule.fresh_days,
        columns=[PLURALS[kind] for kind in kinds],
        width=WIDTH,
        height=height,
        points=list(points.values()),
        places=[
            Place(
                rank=rank,
                name=one.name,
                cells=[
                    Cell(
                        label=f"{PLURALS[kind]}, {one.name}",
                        count=counts.get((one.pk, kind), 0),
                        url=f"{board}{one.code}",
                    )
                    for kind, board in boards.items()
                ],
                point=points.get(one.pk),
                radius=f"{min(SMALLEST - 2 + 2 * sqrt(totals[one.pk]), LARGEST):.1f}",
            )
            for rank, one in enumerate(offering, start=1)
        ],
    )


def _drawn(communes: Sequence[Commune]) -> tuple[int, dict[int, Point]]:
    """The height of the drawing and, by commune, where it is: north is up, a kilometre is as long
    both ways."""
    places = _plausible(_placed(communes))
    if not places:
        return 0, {}
    west, east = min(x for x, _ in places.values()), max(x for x, _ in places.values())
    south, north = min(y for _, y in places.values()), max(y for _, y in places.values())
    scale = (WIDTH - 2 * MARGIN) / max(east - west, north - south, 0.01)
    left = (WIDTH - (east - west) * scale) / 2
    points = {
        pk: Point(f"{left + (x - west) * scale:.1f}", f"{MARGIN + (north - y) * scale:.1f}")
        for pk, (x, y) in places.items()
    }
    return round(2 * MARGIN + (north - south) * scale), points


def _placed(communes: Sequence[Commune]) -> dict[int, tuple[float, float]]:
    """By commune, how far east and north it is, in degrees of latitude."""
    known = [
        (one.pk, one.longitude, one.latitude)
        for one in communes
        if one.longitude is not None and one.latitude is not None
    ]
    shrink = cos(radians(median(y for _, _, y in known))) if known else 1
    return {pk: (x * shrink, y) for pk, x, y in known}


def _plausible(places: dict[int, tuple[float, float]]) -> dict[int, tuple[float, float]]:
    """Without the town halls that the reference data puts elsewhere in the country."""
    if not places:
        return {}
    middle = median(x for x, _ in places.values()), median(y for _, y in places.values())
    away = {pk: dist(place, middle) for pk, place in places.items()}
    furthest = max(TOO_FAR * median(away.values()), CLOSE)
    return {pk: place for pk, place in places.items() if away[pk] <= furthest}


def _board(kind: OfferKind, territory: Territory) -> str:
    """The board with exactly the offers of a commune, whose code is to follow."""
    query = urlencode({"territory": territory.slug, "state": "fresh", "commune": ""})
    return f"{reverse('territories:offer_list', args=[kind])}?{query}"
