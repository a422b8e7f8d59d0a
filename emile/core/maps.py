"""Maps drawn on the server: areas filled the darker the more there is, and what is written on them.

The number is written on each area that has one, and the table of the map says the rest: they read the
same printed in black and white.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import hypot
from typing import Any, Literal, NamedTuple

from emile.core.charts import BLUE, CONFIG, LINE, NARROW, TEXT, WIDE, Chart, svg


# In degrees: about a pixel of a map of France.
TOLERANCE = 0.03
# Conformal, for these latitudes (that of the official maps of France).
PROJECTION = {"type": "conicConformal", "parallels": [44, 49], "rotate": [-3, 0, 0]}
PALE, DARK = {"here": "#b6bcf8", "away": "#cecece"}, {"here": BLUE, "away": "#6a6a6a"}
EMPTY = "#f6f6f6"
HALO = 3
# A triangle, back to where it began.
CLOSED = 4


class Area(NamedTuple):
    """``kind`` is the one of its two colours; ``text`` is written on it, if there is any."""

    value: int
    text: str
    kind: Literal["here", "away"]


def map_chart(
    title: str,
    summary: str,
    outlines: Iterable[Mapping[str, Any]],
    areas: Mapping[str, Area],
    *,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
) -> Chart | None:
    """``outlines`` are GeoJSON features with a ``code``, that of ``areas``. None when no area has
    anything."""
    if not any(area.value for area in areas.values()):
        return None
    drawn = [_feature(one, areas) for one in outlines]
    wide, narrow = (svg(json.dumps(_specification(drawn, width))) for width in (WIDE, NARROW))
    return Chart(title, summary, wide, narrow, columns, rows)


def _feature(outline: Mapping[str, Any], areas: Mapping[str, Area]) -> dict[str, Any]:
    code = outline["properties"]["code"]
    polygons = _coarse(json.dumps(outline["geometry"]))
    longitude, latitude = _middle(max(polygons, key=len))
    area = areas.get(code)
    return {
        "type": "Feature",
        "geometry": {"type": "MultiPolygon", "coordinates": [[ring] for ring in polygons]},
        "fill": _colour(area, areas) if area and area.value else EMPTY,
        "text": area.text if area else "",
        "longitude": longitude,
        "latitude": latitude,
    }


@cache
def _coarse(geometry: str) -> list[list[list[float]]]:
    """The outer rings, without what a screen does not show."""
    shape = json.loads(geometry)
    polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    rings = [_simplified(polygon[0]) for polygon in polygons]
    return [ring for ring in rings if len(ring) >= CLOSED] or rings[:1]


def _simplified(line: Sequence[Sequence[float]]) -> list[list[float]]:
    """By Douglas and Peucker: of the points between two, none that stands within the tolerance."""
    kept, spans = {0, len(line) - 1}, [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        between = range(first + 1, last)
        furthest = max(between, key=lambda rank: _gap(line, rank, first, last), default=first)
        if furthest != first and _gap(line, furthest, first, last) > TOLERANCE:
            kept.add(furthest)
            spans += [(first, furthest), (furthest, last)]
    return [[round(part, 3) for part in line[rank]] for rank in sorted(kept)]


def _gap(line: Sequence[Sequence[float]], rank: int, first: int, last: int) -> float:
    """From a point to the segment of two others; to the first where they are the same, as the ends of
    a ring are."""
    (x, y), (x1, y1), (x2, y2) = (line[one] for one in (rank, first, last))
    length = hypot(x2 - x1, y2 - y1)
    if not length:
        return hypot(x - x1, y - y1)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def _middle(ring: Sequence[Sequence[float]]) -> tuple[float, float]:
    """Of the box around it."""
    longitudes, latitudes = zip(*ring, strict=True)
    return (min(longitudes) + max(longitudes)) / 2, (min(latitudes) + max(latitudes)) / 2


def _colour(area: Area, areas: Mapping[str, Area]) -> str:
    """Between pale and dark, by its share of the largest of its kind."""
    most = max(one.value for one in areas.values() if one.kind == area.kind)
    pale, dark = (
        [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
        for colour in (PALE[area.kind], DARK[area.kind])
    )
    share = area.value / most
    mixed = (round(low + (high - low) * share) for low, high in zip(pale, dark, strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def _specification(features: Sequence[dict[str, Any]], width: int) -> dict[str, Any]:
    shape = {"type": "geoshape", "stroke": LINE, "strokeWidth": 0.5}
    words = {"type": "text", "fontSize": 14, "fontWeight": "bold"}
    place = {
        "longitude": {"field": "longitude", "type": "quantitative"},
        "latitude": {"field": "latitude", "type": "quantitative"},
        "text": {"field": "text"},
    }
    # What is written reads on any colour: dark on a white edge.
    edge = {**words, "stroke": "#ffffff", "strokeWidth": HALO, "strokeJoin": "round"}
    return {
        "padding": 0,
        "width": width,
        "height": width,
        "projection": PROJECTION,
        "config": CONFIG,
        "background": None,
        "data": {"values": features},
        "layer": [
            {"mark": shape, "encoding": {"color": {"field": "fill", "scale": None}}},
            {"mark": edge, "encoding": place},
            {"mark": {**words, "color": TEXT}, "encoding": place},
        ],
    }
