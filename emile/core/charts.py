"""Charts drawn on the server: a picture, one sentence that says it, and the table of what it shows.

One colour, each value written beside its mark: they read the same printed in black and white. Drawn
twice, for a desk and for a phone, rather than shrunk until nobody can read them.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import vl_convert
from django.utils.safestring import SafeString, mark_safe


WIDE, NARROW = 640, 280
# Beyond, values written above columns run into each other.
MOST_WRITTEN = 13
BLUE, TEXT, QUIET, LINE = "#000091", "#161616", "#3a3a3a", "#929292"
CONFIG = {"view": {"stroke": None}, "font": "Marianne, arial, sans-serif", "aria": False}
# The first picture of a process starts an engine of its own; the others take some twenty milliseconds.
KEPT = 256
SIZE = re.compile(r'^(<svg[^>]*?) width="[\d.]+" height="[\d.]+"')


class Point(NamedTuple):
    """``text`` is the value as people read it; a value that is not known draws nothing."""

    label: str
    value: float | None
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    title: str
    summary: str
    wide: SafeString
    narrow: SafeString
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


def bar_chart(
    title: str, points: Sequence[Point], *, columns: Sequence[str], rows: Sequence[Sequence[str]]
) -> Chart | None:
    """One bar under the other, each with its name above it. None when there is nothing to compare."""
    return _chart(title, points, _bars, _extremes(points), columns, rows)


def month_chart(title: str, points: Sequence[Point], *, columns: Sequence[str]) -> Chart | None:
    """One column for each month. None when there is nothing to compare."""
    rows = [(point.label, point.text) for point in points]
    return _chart(title, points, _columns, _course(points), columns, rows)


def _chart(
    title: str,
    points: Sequence[Point],
    draw: Any,
    summary: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
) -> Chart | None:
    if len(points) < 2 or not any(point.value for point in points):
        return None
    wide, narrow = (svg(json.dumps(draw(points, width))) for width in (WIDE, NARROW))
    return Chart(title, summary, wide, narrow, columns, rows)


@lru_cache(maxsize=KEPT)
def svg(specification: str) -> SafeString:
    """The picture of a Vega-Lite specification, as wide as the page lets it be.

    Kept by process and by content: the cache of the site may be away, and pictures are small. The
    engine is let read nothing from outside.
    """
    drawn = vl_convert.vegalite_to_svg(specification, allowed_base_urls=[])
    scalable = SIZE.sub(r"\1", drawn, count=1)
    return mark_safe(scalable)  # noqa: S308


def _bars(points: Sequence[Point], width: int) -> dict[str, Any]:
    largest = max(point.value or 0 for point in points)
    y = {"field": "label", "type": "nominal", "sort": None, "axis": None}
    # Room for the value at the end of the longest bar.
    x = {
        "field": "value",
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": [0, largest * 1.25]},
    }
    name = {"type": "text", "align": "left", "baseline": "middle", "yOffset": -8, "fontSize": 14}
    value = {**name, "yOffset": 10, "dx": 6, "fontWeight": "bold", "color": TEXT}
    return _whole(
        points,
        {"width": width, "height": {"step": 44}},
        {
            "mark": {"type": "bar", "height": 14, "yOffset": 10, "color": BLUE},
            "encoding": {"y": y, "x": x},
        },
        {
            "mark": {**name, "color": QUIET},
            "encoding": {"y": y, "x": {"value": 0}, "text": {"field": "label"}},
        },
        {"mark": value, "encoding": {"y": y, "x": x, "text": {"field": "text"}}},
    )


def _columns(points: Sequence[Point], width: int) -> dict[str, Any]:
    axis = {
        "title": None,
        "labelAngle": -45,
        "labelFontSize": 13,
        "labelOverlap": True,
        "ticks": False,
        "domainColor": LINE,
        "labelColor": QUIET,
    }
    x = {"field": "label", "type": "ordinal", "sort": None, "axis": axis}
    y = {"field": "value", "type": "quantitative", "axis": None}
    value = {"type": "text", "dy": -8, "fontSize": 13, "fontWeight": "bold", "color": TEXT}
    layers = [{"mark": {"type": "bar", "color": BLUE}, "encoding": {"x": x, "y": y}}]
    if len(points) <= MOST_WRITTEN:
        layers.append({"mark": value, "encoding": {"x": x, "y": y, "text": {"field": "text"}}})
    # The first slanted name begins before its column.
    size = {"width": width, "height": 200, "padding": {"left": 16}}
    return _whole(points, size, *layers)


def _whole(
    points: Sequence[Point], size: dict[str, Any], *layers: dict[str, Any]
) -> dict[str, Any]:
    return {
        "padding": 0,
        **size,
        "data": {"values": [point._asdict() for point in points]},
        "config": CONFIG,
        "background": None,
        "layer": layers,
    }


def _extremes(points: Sequence[Point]) -> str:
    known = [point for point in points if point.value is not None]
    if not known:
        return ""
    most, least = (pick(known, key=_value) for pick in (max, min))
    return f"Le plus\u00a0: {most.label}, {most.text}. Le moins\u00a0: {least.label}, {least.text}."


def _course(points: Sequence[Point]) -> str:
    known = [point for point in points if point.value is not None]
    if not known:
        return ""
    most, last = max(known, key=_value), known[-1]
    return f"Au plus haut en {most.label}\u00a0: {most.text}. En dernier, {last.label}\u00a0: {last.text}."


def _value(point: Point) -> float:
    return point.value or 0
