"""Charts: a picture that says nothing more than its table, and asks nothing of anybody."""

import subprocess
import sys
from xml.etree import ElementTree

import pytest

from emile.core.charts import Point, bar_chart, month_chart, paired_bar_chart


POINTS = [
    Point("Orientés", 1250, "1\u202f250"),
    Point("Éligibles <b>", 19, "19"),
    Point("Installés", 0, "0"),
]
COLUMNS = ("Étape", "Ménages")


def bars(points=POINTS):
    return bar_chart("Entonnoir", points, columns=COLUMNS, rows=[(p.label, p.text) for p in points])


def pairs():
    points = [point._replace(other=7, other_text="avant\u00a0: 7") for point in POINTS]
    return paired_bar_chart("Côte à côte", points, columns=COLUMNS, rows=[])


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_a_picture_is_plain_and_scales(width):
    for chart in (bars(), month_chart("Mois", POINTS, columns=COLUMNS), pairs()):
        picture = getattr(chart, width)
        root = ElementTree.fromstring(picture)  # noqa: S314
        assert "viewBox" in root.attrib
        assert not {"width", "height"} & set(root.attrib)
        for element in root.iter():
            # No id: two pictures of one page cannot have the same.
            assert not {"id", "style", "onclick", "href"} & set(element.attrib)
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
    assert chart.summary == (
        "Au plus haut en mai 2026\u00a0: 3. Au plus bas en juillet 2026\u00a0: 2. "
        "En dernier, juillet 2026\u00a0: 2."
    )
    assert [row[1] for row in chart.rows] == ["3", "—", "2"]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([1, 2, 3, 4, 5, 6], "plus hautes que"),
        ([6, 5, 4, 3, 2, 1], "plus basses que"),
        ([1, 2, 3, 3, 2, 1], "égales aux"),
        ([4, 4, 4, 4, 4, 4], "Toujours 4, jusqu’en mois 6."),
    ],
)
def test_the_sentence_says_where_it_goes(values, said):
    points = [Point(f"mois {rank}", value, str(value)) for rank, value in enumerate(values, 1)]
    assert said in month_chart("Mois", points, columns=COLUMNS).summary


def test_a_pair_writes_both_values():
    for picture in (pairs().wide, pairs().narrow):
        written = [one.text for one in ElementTree.fromstring(picture).iter() if one.text]  # noqa: S314
        assert written.count("avant\u00a0: 7") == len(POINTS)
        assert {point.text for point in POINTS} <= set(written)


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
