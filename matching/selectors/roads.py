"""How far communes are from each other."""

from collections.abc import Collection, Iterator

from matching.models import Reach
from matching.reference.distance import estimate
from matching.verdict.facts import Road, Roads
from matching.verdict.predicates import LONGEST_MINUTES
from territories.models import Commune


def roads_between(origins: Collection[int], destinations: Collection[int]) -> Roads:
    """Those short enough to go to work by. One query; two more as long as the table lacks one."""
    ways = Reach.objects.filter(
        origin__in=origins, destination__in=destinations, minutes__lte=LONGEST_MINUTES
    )
    roads = {
        (origin, destination): Road(km, minutes)
        for origin, destination, km, minutes in ways.values_list(
            "origin", "destination", "km", "minutes"
        )
    }
    seen = {origin for origin, _ in roads}
    if left := set(origins) - seen:
        roads |= _measured(_unknown(left), destinations)
    return roads


def _unknown(communes: Collection[int]) -> set[int]:
    """Those that joined a territory since the table was made."""
    known = Reach.objects.filter(origin__in=communes).values_list("origin", flat=True).distinct()
    return set(communes) - set(known)


def _measured(
    origins: Collection[int], destinations: Collection[int]
) -> dict[tuple[int, int], Road]:
    return dict(_ways(origins, destinations)) if origins else {}


def _ways(
    origins: Collection[int], destinations: Collection[int]
) -> Iterator[tuple[tuple[int, int], Road]]:
    there = Commune.objects.filter(pk__in={*origins, *destinations})
    places = {
        pk: (latitude, longitude)
        for pk, latitude, longitude in there.values_list("pk", "latitude", "longitude")
        if latitude is not None and longitude is not None
    }
    for origin in sorted(places.keys() & set(origins)):
        for destination in sorted(places.keys() & set(destinations) - {origin}):
            road = estimate(places[origin], places[destination])
            if road is not None and road.minutes <= LONGEST_MINUTES:
                yield (origin, destination), road
