"""The table of distances: made again as a whole, in one statement."""

from django.db import connection, transaction

from matching.reference.distance import (
    DETOUR,
    EARTH_KM,
    FARTHEST_KM,
    KM_PER_DEGREE,
    ROAD_KM_PER_HOUR,
)


# A box on latitude first: most pairs are left out without a cosine.
REBUILD = """
    WITH place AS MATERIALIZED (
        SELECT DISTINCT commune.id, radians(latitude) AS lat, radians(longitude) AS lon, latitude
        FROM territories_commune commune
        JOIN territories_territory_communes part ON part.commune_id = commune.id
        WHERE latitude IS NOT NULL AND longitude IS NOT NULL
    ), measured AS (
        SELECT origin.id AS origin_id, destination.id AS destination_id,
               2 * %(earth)s * asin(sqrt(least(1,
                   sin((destination.lat - origin.lat) / 2) ^ 2
                   + cos(origin.lat) * cos(destination.lat)
                     * sin((destination.lon - origin.lon) / 2) ^ 2
               ))) AS straight
        FROM place origin
        JOIN place destination
          ON destination.latitude BETWEEN origin.latitude - %(box)s AND origin.latitude + %(box)s
         AND destination.id <> origin.id
    )
    INSERT INTO matching_reach (origin_id, destination_id, km, minutes)
    SELECT origin_id, destination_id,
           ceil(straight * %(detour)s), ceil(straight * %(detour)s * 60 / %(speed)s)
    FROM measured WHERE straight <= %(farthest)s
"""


@transaction.atomic
def rebuild_reach() -> int:
    """How many ways there are. Readers keep the former table until this is committed."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '5min'")
        cursor.execute("DELETE FROM matching_reach")
        cursor.execute(
            REBUILD,
            {
                "earth": EARTH_KM,
                "box": FARTHEST_KM / KM_PER_DEGREE,
                "detour": DETOUR,
                "speed": ROAD_KM_PER_HOUR,
                "farthest": FARTHEST_KM,
            },
        )
        count: int = cursor.rowcount
    return count
