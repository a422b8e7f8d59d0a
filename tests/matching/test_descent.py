"""Prices found without a linear programme: close to its own, and enough to place a large country."""

from dataclasses import replace

import numpy as np
import pytest

from matching.engine.certificate import broken_rules, evaluate_bound
from matching.engine.columns import generate
from matching.engine.descent import demand, descend
from matching.engine.finish import believe_and_solve
from matching.engine.instance import Households, Kind, Rows, build
from matching.engine.prices import evaluate
from matching.engine.solve import LOOSE, solve
from matching.engine.synthetic import draw
from tests.matching.drawn import drawn


@pytest.fixture(scope="module")
def country():
    return draw(400, seed=1)


def test_the_bound_is_that_of_the_linear_programme_but_for_a_hundredth(country):
    none = evaluate(country, np.zeros(len(country.capacity)))
    exact = generate(country, none, gap=0, seed=0).dual.bound

    dual = descend(country)

    assert exact <= dual.bound + 1e-6 < 1.01 * exact
    assert dual.bound == pytest.approx(evaluate_bound(country, dual.prices))


def test_what_is_in_no_doubt_is_given_and_the_rest_is_solved(country):
    dual = descend(country)

    allocation = believe_and_solve(country, dual, gap=1e-3, seed=0)

    assert broken_rules(country, allocation.chosen, allocation.second) == []
    assert allocation.gain >= 0.98 * dual.bound


@pytest.mark.parametrize("gap", [LOOSE, 1e-3])
def test_many_households_are_placed_within_the_gap_asked_for(monkeypatch, country, gap):
    monkeypatch.setattr("matching.engine.solve.MANY", 100)

    once, again = solve(country, gap=gap), solve(country, gap=gap)

    assert broken_rules(country, once.chosen, once.second) == []
    assert once.gap <= gap
    assert once.certified == pytest.approx(evaluate_bound(country, once.prices))
    assert once.chosen.tolist() == again.chosen.tolist()


def test_a_household_asks_for_one_bundle_at_most_and_one_second_job():
    instance = drawn(4)
    free = np.zeros(len(instance.capacity))

    wanted = demand(instance, free, hesitation=50.0)

    jobs = len(instance.capacity) - 1 - instance.households
    assert (wanted >= 0).all()
    assert wanted[:4].sum() <= len(instance.served) + 1e-9
    assert wanted[jobs:].sum() <= 2 * instance.households


def test_amounts_count_in_what_is_asked_for():
    instance = build(
        households=Households(np.arange(1)),
        kinds=[Kind(np.arange(1), np.array([9]))],
        rows=Rows(
            np.zeros(1, np.int64), np.zeros((1, 1), np.int64), np.array([5000]), np.full((1, 1), 3)
        ),
    )

    assert demand(instance, np.zeros(2), hesitation=1.0)[0] == pytest.approx(3)


def test_gains_that_are_all_the_same_have_prices_too():
    instance = drawn(5, with_seconds=False)
    same = replace(
        instance, value=np.full_like(instance.value, 7), weight=np.ones_like(instance.weight)
    )

    assert descend(same).bound >= solve(same, gap=0).objective * same.scale
