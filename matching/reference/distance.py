"""How a distance is estimated from two town halls, until a road network is at hand."""

from math import asin, ceil, cos, radians, sin, sqrt

from matching.verdict.facts import Road


EARTH_KM, KM_PER_DEGREE = 6371.0, 111.0
# In a straight line: by the road below, a little more than the longest way to work that is allowed.
FARTHEST_KM = 30
# A road is longer than the straight line, and this is a country road.
DETOUR, ROAD_KM_PER_HOUR = 1.3, 50

Place = tuple[float, float]


def estimate(origin: Place, destination: Place) -> Road | None:
    """The same as the table says; None when it is too far to be in it."""
    (one_lat, one_lon), (other_lat, other_lon) = (
        (radians(latitude), radians(longitude)) for latitude, longitude in (origin, destination)
    )
    half = sin((other_lat - one_lat) / 2) ** 2
    half += cos(one_lat) * cos(other_lat) * sin((other_lon - one_lon) / 2) ** 2
    straight = 2 * EARTH_KM * asin(sqrt(min(half, 1)))
    if straight > FARTHEST_KM:
        return None
    return Road(ceil(straight * DETOUR), ceil(straight * DETOUR * 60 / ROAD_KM_PER_HOUR))
