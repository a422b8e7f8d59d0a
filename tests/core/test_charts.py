"""Charts: a picture that says nothing more than its table, and asks nothing of anybody."""

import subprocess
import sys
from xml.etree import ElementTree

import pytest

from emile.core.charts import Point, bar_chart, month_chart


POINTS = [
    Point("Orientés", 1250, "1\u202f250"),
    Point("Éligibles <b>", 19, "19"),
    Point("Installés", 0, "0"),
]
COLUMNS = ("Étape", "Ménages")


def bars(points=POINTS):
    return bar_chart("Entonnoir", points, columns=COLUMNS, rows=[(p.label, p.text) for p in points])


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_a_picture_is_plain_and_scales(width):
    for chart in (bars(), month_chart("Mois", POINTS, columns=COLUMNS)):
        picture = getattr(chart, width)
        root = ElementTree.fromstring(picture)  # noqa: S314
        assert "viewBox" in root.attrib
        assert not {"width", "height"} & set(root.attrib)
        for element in root.iter():
            assert not {"style", "onclick", "href"} & set(element.attrib)
            assert not element.tag.endswith(("script", "style", "image"))
        written = "".join(root.itertext())
        assert "1\u202f250" in written
        assert "<b>" in written


def test_the_same_figures_make_the_same_picture():
    assert bars().wide == bars([*POINTS]).wide


def test_the_sentence_says_the_ends():
    assert bars().summary == "Le plus\u00a0: Orientés, 1\u202f250. Le moins\u00a0: Installés, 0."
    months = [
        Point("mai 2026", 3, "3"),
        Point("juin 2026", None, "—"),
        Point("juillet 2026", 2, "2"),
    ]
    chart = month_chart("Mois", months, columns=COLUMNS)
    assert chart.summary == "Au plus haut en mai 2026\u00a0: 3. En dernier, juillet 2026\u00a0: 2."
    assert [row[1] for row in chart.rows] == ["3", "—", "2"]


def test_there_is_no_picture_of_nothing():
    assert bars([Point("Seul", 4, "4")]) is None
    assert bars([Point("Un", 0, "0"), Point("Deux", None, "—")]) is None


def test_no_connection_is_opened():
    """In a process where opening one is an error, whatever the specification asks."""
    drawn = subprocess.run(
        [sys.executable, "-c", REFUSES_THE_NETWORK],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert drawn.returncode == 0, drawn.stderr
    assert drawn.stdout.strip() == "refused"


REFUSES_THE_NETWORK = """
import json
import threading
from socketserver import BaseRequestHandler, TCPServer

from emile.core.charts import svg

asked = []


class Listener(BaseRequestHandler):
    def handle(self):
        asked.append(self.request)


with TCPServer(("127.0.0.1", 0), Listener) as server:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_address[1]}/data.json"
    try:
        svg(json.dumps({"data": {"url": url}, "mark": "point", "encoding": {}}))
    except ValueError:
        pass
    server.shutdown()
print("asked" if asked else "refused")
"""
