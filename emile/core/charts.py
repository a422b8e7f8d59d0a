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

from emile.core.pictures import picture


WIDE, NARROW = 640, 280
# Beyond, values written above columns run into each other.
MOST_WRITTEN = 13
BLUE, TEXT, QUIET, LINE = "#000091", "#161616", "#3a3a3a", "#929292"
CONFIG = {"view": {"stroke": None}, "font": "Marianne, arial, sans-serif", "aria": False}
NAMED: dict[str, Any] = {"field": "label", "type": "nominal", "sort": None, "axis": None}
WRITTEN: dict[str, Any] = {"type": "text", "align": "left", "baseline": "middle", "fontSize": 14}
# The first picture of a process starts an engine of its own; the others take some twenty milliseconds.
KEPT = 256
# What is around a picture names it: its parts are nothing apart.
ROLES = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')
PATH = re.compile(r' d="[^"]*"')
# A tenth of a pixel is enough.
DECIMALS = re.compile(r"(\.\d)\d+")
SIZE = re.compile(r'^(<svg[^>]*?) width="[\d.]+" height="[\d.]+"')


class Point(NamedTuple):
    """``text`` is the value as people read it; a value that is not known draws nothing."""

    label: str
    value: float | None
    text: str
    # What it is compared with, in ``paired_bar_chart``.
    other: float | None = None
    other_text: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    title: str
    summary: str
    wide: SafeString
    narrow: SafeString
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]

    @property
    def source(self) -> str:
        """The wide picture as the address of an image, for paper."""
        return picture(self.wide)


def bar_chart(
    title: str, points: Sequence[Point], *, columns: Sequence[str], rows: Sequence[Sequence[str]]
) -> Chart | None:
    """One bar under the other, each with its name above it. None when there is nothing to compare."""
    return _chart(title, points, _bars, _extremes(points), columns, rows)


def paired_bar_chart(
    title: str, points: Sequence[Point], *, columns: Sequence[str], rows: Sequence[Sequence[str]]
) -> Chart | None:
    """Two bars for each name: a full one, and under it the hollow one that it is compared with, whose
    text says what it is. None when there is nothing to compare."""
    return _chart(title, points, _pairs, _extremes(points), columns, rows)


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
    if len(points) < 2 or not any(point.value or point.other for point in points):
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
    scalable = ROLES.sub("", SIZE.sub(r"\1", drawn, count=1))
    scalable = PATH.sub(lambda path: DECIMALS.sub(r"\1", path[0]), scalable)
    return mark_safe(scalable)  # noqa: S308


def _bars(points: Sequence[Point], width: int) -> dict[str, Any]:
    x = _length(points, "value", room=1.25)
    return _whole(
        points,
        {"width": width, "height": {"step": 44}},
        *_bar(x, "text", top=10, color=BLUE),
        _names(-8),
    )


def _pairs(points: Sequence[Point], width: int) -> dict[str, Any]:
    full, hollow = (_length(points, field, room=1.4) for field in ("value", "other"))
    return _whole(
        points,
        {"width": width, "height": {"step": 68}},
        *_bar(full, "text", top=0, color=BLUE),
        *_bar(hollow, "other_text", top=20, fill="#ffffff", stroke=BLUE),
        _names(-18),
    )


def _length(points: Sequence[Point], field: str, *, room: float) -> dict[str, Any]:
    """``room`` is for the value at the end of the longest bar."""
    largest = max(max(point.value or 0, point.other or 0) for point in points)
    scale = {"domain": [0, largest * room]}
    return {"field": field, "type": "quantitative", "axis": None, "scale": scale}


def _bar(x: dict[str, Any], text: str, *, top: int, **look: str) -> Sequence[dict[str, Any]]:
    """The bar of each name and what is written at its end, so far under the middle of the row."""
    place: dict[str, Any] = {"y": NAMED, "x": x}
    bar = {"type": "bar", "height": 14, "yOffset": top, **look}
    said = {**WRITTEN, "yOffset": top, "dx": 6, "fontWeight": "bold", "color": TEXT}
    return (
        {"mark": bar, "encoding": place},
        {"mark": said, "encoding": {**place, "text": {"field": text}}},
    )


def _names(top: int) -> dict[str, Any]:
    encoding = {"y": NAMED, "x": {"value": 0}, "text": {"field": "label"}}
    return {"mark": {**WRITTEN, "yOffset": top, "color": QUIET}, "encoding": encoding}


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
    most, least, last = max(known, key=_value), min(known, key=_value), known[-1]
    if len(known) == 1:
        return f"Connu en {last.label} seulement\u00a0: {last.text}."
    if most.value == least.value:
        return f"Toujours {most.text}, jusqu’en {last.label}."
    return (
        f"Au plus haut en {most.label}\u00a0: {most.text}. "
        f"Au plus bas en {least.label}\u00a0: {least.text}. "
        f"En dernier, {last.label}\u00a0: {last.text}.{_trend(known)}"
    )


def _trend(known: Sequence[Point]) -> str:
    """Of three values on the three before them: one month beside another says little."""
    if len(known) < 6:
        return ""
    before, lately = (sum(map(_value, part)) for part in (known[-6:-3], known[-3:]))
    if before == lately:
        return " En moyenne, les trois dernières valeurs sont égales aux trois d’avant."
    way = "plus hautes" if lately > before else "plus basses"
    return f" En moyenne, les trois dernières valeurs sont {way} que les trois d’avant."


def _value(point: Point) -> float:
    return point.value or 0
