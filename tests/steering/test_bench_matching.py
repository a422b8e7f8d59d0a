"""The bench of the engine: one document, the methods asked for, and no database."""

import json
import os
import signal
from functools import partial
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from emile.steering.bench.matching import METHODS, STUDIES, apart, default_methods
from matching.engine.formats import read_problem


def benched(**options):
    out = StringIO()
    call_command("bench", "matching", stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def test_the_document_has_its_shape():
    document = json.loads(benched(households=40, seeds=2, methods="ours,fcfs", json=True))

    results = document["results"]
    assert [(line["seed"], line["method"]) for line in results] == [
        (0, "ours"),
        (0, "fcfs"),
        (1, "ours"),
        (1, "fcfs"),
    ]
    assert set(document) == {"results"}
    for line in results:
        assert set(line) == {
            "households",
            "seed",
            "method",
            "value",
            "bound",
            "placed",
            "worst_group",
            "envy",
            "seconds",
            "peak_mb",
        }
        assert 0 < line["value"] <= line["bound"]
        assert line["peak_mb"] > 10


def test_the_table_says_what_fairness_costs():
    table = benched(households=40, methods="random,fairness")

    assert "random" in table
    assert "plancher à 80%" in table


def test_methods_that_take_hours_are_only_for_small_countries():
    assert set(default_methods(2_000)) == {*METHODS, *STUDIES}
    assert {"naive_milp", "ours_proof"}.isdisjoint(default_methods(20_000))
    with pytest.raises(CommandError, match="2\u202f000"):
        benched(households=20_000, methods="naive_milp")


@pytest.mark.parametrize(
    "options", [{"methods": "best"}, {"households": -1}, {"seeds": 0}, {"methods": ""}]
)
def test_what_cannot_be_measured_is_refused(options):
    with pytest.raises(CommandError, match="méthodes parmi"):
        benched(**options)


class Impatient(StringIO):
    """Whoever reads the progress presses Ctrl-C at the first line."""

    def write(self, text):
        os.kill(os.getpid(), signal.SIGINT)
        return len(text)


def test_a_bench_that_is_interrupted_says_so_and_nothing_else():
    out = StringIO()

    with pytest.raises(CommandError, match="interrompu"):
        call_command("bench", "matching", households=40, stdout=out, stderr=Impatient())

    assert out.getvalue() == ""


def test_what_goes_wrong_apart_is_told_here():
    with pytest.raises(CommandError, match="s’arrête trop tôt"):
        apart(partial(read_problem, "2", "orlib-gap", maximise=False))
