"""What the figures of a territory call for."""

from dataclasses import fields, replace
from itertools import product

import pytest

from emile.core.templatetags.emile import count
from emile.steering.figures.advice import NOTHING, Offered, Situation, advice
from emile.steering.figures.words import said


QUIET = Situation(
    has_host=True,
    staying=0,
    validating=0,
    settling=0,
    accepted=2,
    capacity=2,
    homes=Offered(3, 3),
    jobs=Offered(2, 2),
)
CALLS = {
    "has_host": (False, "Aucun opérateur d’accueil"),
    "validating": (1, "1 ménage attend l’accord"),
    "settling": (3, "3 ménages préparent leur arrivée"),
    "accepted": (0, "aucun n’a été accepté ce mois-ci"),
    "homes": (Offered(3, 2), "1 logement offert n’a pas été confirmé"),
    "jobs": (Offered(0, 0), "Aucun emploi n’est offert"),
}


def test_nothing_to_do_is_said():
    assert advice(QUIET) == [NOTHING]


@pytest.mark.parametrize("name", CALLS)
def test_each_lack_has_its_sentence(name):
    value, words = CALLS[name]
    [sentence] = advice(replace(QUIET, **{name: value}))
    assert words in sentence


def test_every_crossing_of_lacks_says_each_of_them_once():
    assert set(CALLS) <= {field.name for field in fields(Situation)}
    for picked in product((False, True), repeat=len(CALLS)):
        names = [name for name, is_picked in zip(CALLS, picked, strict=True) if is_picked]
        sentences = advice(replace(QUIET, **{name: CALLS[name][0] for name in names}))
        if not names:
            continue
        for name in names:
            assert sum(CALLS[name][1] in sentence for sentence in sentences) == 1
        assert len(sentences) == len(set(sentences))


@pytest.mark.parametrize(("homes", "coming"), [(0, 1), (0, 4), (1, 2), (2, 5)])
def test_fewer_homes_than_households_coming(homes, coming):
    first = advice(replace(QUIET, staying=coming, homes=Offered(homes, homes)))[0]
    assert count(coming, "ménage") in first
    assert "sollicitez les bailleurs" in first


@pytest.mark.parametrize(
    ("value", "before", "unit", "words"),
    [
        (3, 2, "number", "3, 1 de plus qu’avant."),
        (2, 2, "number", "2, autant qu’avant."),
        (40, 54, "percent", "40\u00a0%, 14 points de moins qu’avant."),
        (14, 13, "days", "14 jours, 1 jour de plus qu’avant."),
        (None, 3, "days", "—."),
        (3, None, "number", "3."),
        (3.8, 4.0, "mark", "3,8, 0,2 de moins qu’avant."),
    ],
)
def test_a_change_is_told_in_words(value, before, unit, words):
    assert said("Indicateur", value, before, unit, "qu’avant") == f"Indicateur\u00a0: {words}"
