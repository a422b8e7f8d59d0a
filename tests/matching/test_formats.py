"""Public instances: read as they are written, refused in one sentence otherwise."""

import json
from io import StringIO
from itertools import permutations, product

import numpy as np
import pytest
from django.core.management import CommandError, call_command


PLACEMENT = {
    "places": {"ville": {"beds": 3, "school": 1}, "bourg": {"beds": 2}},
    "families": [
        {"id": 1, "size": {"beds": 2, "school": 1}, "values": {"ville": 0.5, "bourg": 0.9}},
        {"id": 2, "size": {"beds": 2}, "values": {"ville": 0.4, "bourg": 0.3}},
        {"id": 3, "size": {"beds": 1}, "values": {"ville": 0.25}},
    ],
}


@pytest.fixture
def solved(tmp_path):
    def run(text, name, **options):
        file = tmp_path / "instance.txt"
        file.write_text(text, encoding="utf-8")
        out = StringIO()
        call_command("solve", str(file), format=name, json=True, stdout=out, **options)
        return json.loads(out.getvalue())

    return run


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("maximise", [True, False])
def test_an_assignment_reaches_the_optimum(solved, seed, maximise):
    costs = np.random.default_rng(seed).integers(-5, 30, (5, 5))
    every = [
        sum(costs[line, column] for line, column in enumerate(one))
        for one in permutations(range(5))
    ]

    answer = solved(f"5 {' '.join(map(str, costs.ravel()))}", "orlib-assignment", maximise=maximise)

    assert answer["value"] == answer["bound"] == (max(every) if maximise else min(every))
    assert answer["gap"] == 0


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("maximise", [True, False])
def test_a_generalised_assignment_reaches_the_optimum(solved, seed, maximise):
    random = np.random.default_rng(seed)
    costs, amounts = random.integers(10, 30, (2, 6)), random.integers(3, 9, (2, 6))
    capacity = amounts.sum(axis=1) * 6 // 10
    jobs = range(6)
    every = [
        sum(costs[agent, job] for job, agent in enumerate(one))
        for one in product(range(2), repeat=6)
        if all(
            sum(amounts[agent, job] for job in jobs if one[job] == agent) <= capacity[agent]
            for agent in range(2)
        )
    ]
    text = " ".join(map(str, [2, 6, *costs.ravel(), *amounts.ravel(), *capacity]))

    answer = solved(text, "orlib-gap", maximise=maximise)

    assert answer["value"] == answer["bound"] == (max(every) if maximise else min(every))


def test_families_are_placed_where_every_service_has_room(solved):
    answer = solved(json.dumps(PLACEMENT), "placement")

    # The first family needs a school, which the second place doesn't have.
    assert answer["value"] == pytest.approx(0.5 + 0.3 + 0.25)
    assert answer["bound"] == answer["value"]
    assert set(answer) == {"value", "bound", "gap", "seconds"}


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        ("2 1 2 3", "orlib-assignment", "s’arrête trop tôt"),
        ("2 1 2 3 4 5", "orlib-assignment", "continue après"),
        ("2 1 2 3 x", "orlib-assignment", "pas un nombre"),
        ("2 1 2 3 1.5", "orlib-assignment", "entier raisonnable"),
        ("2 1 2 3 nan", "orlib-assignment", "entier raisonnable"),
        ("", "orlib-assignment", "s’arrête trop tôt"),
        ("0", "orlib-assignment", "annonce 0"),
        ("-2 1", "orlib-gap", "annonce -2"),
        ("1 1 5 9 3", "orlib-gap", "respecte les capacités"),
        ("1 2 5 5 2 2 3", "orlib-gap", "respecte toutes les capacités"),
        ("1 1 5 -9 3", "orlib-gap", "négative"),
        ("{", "placement", "pas du JSON"),
        ("[]", "placement", "doit être un objet"),
        ('{"places": {}}', "placement", "doit être une liste"),
        ('{"places": {}, "families": []}', "placement", "aucun ménage"),
        ('{"places": {}, "families": [{"id": 1}]}', "placement", "Aucune offre"),
        ('{"places": {}, "families": [{"id": 1}, {"id": 1}]}', "placement", "même identifiant"),
        ('{"places": {}, "families": [{"values": {"x": 1}}]}', "placement", "place inconnue"),
        ('{"places": {"x": {}}, "families": [{"values": {"x": NaN}}]}', "placement", "un nombre"),
        ('{"places": {"x": {}}, "families": [{"values": {"x": -1}}]}', "placement", "négatif"),
        ('{"places": {"x": {"b": 0.5}}, "families": []}', "placement", "entier raisonnable"),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence(solved, text, name, message):
    with pytest.raises(CommandError, match=message):
        solved(text, name)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(CommandError, match="ne s’ouvre pas"):
        call_command("solve", str(tmp_path / "none.txt"), format="placement")


def test_a_file_that_is_not_text_is_refused(tmp_path):
    file = tmp_path / "instance.bin"
    file.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(CommandError, match="UTF-8"):
        call_command("solve", str(file), format="placement")


def test_placement_is_never_minimised(solved):
    with pytest.raises(CommandError, match="maximisation"):
        solved(json.dumps(PLACEMENT), "placement", minimise=True)
