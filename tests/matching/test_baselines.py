"""What the engine is compared with: allocations too, and never above its bound."""

import numpy as np
import pytest

from matching.engine.baselines import BASELINES, naive_milp, seniority
from matching.engine.certificate import broken_rules
from matching.engine.fairness import fairest, floors_at, with_seniority
from matching.engine.floors import means_of
from matching.engine.instance import Households, Kind, Rows, build, load, save
from matching.engine.metrics import envy, worst_group
from matching.engine.potentials import study_weeks
from matching.engine.solve import solve
from matching.engine.synthetic import draw
from tests.matching.drawn import drawn


@pytest.fixture(scope="module")
def country():
    return draw(120, seed=2)


@pytest.mark.parametrize("name", BASELINES)
def test_every_method_keeps_to_what_there_is_and_under_the_optimum(name, country):
    best = solve(country, gap=0)

    for instance, most in ((country, best.objective), (drawn(4), solve(drawn(4), gap=0).objective)):
        allocation = BASELINES[name](instance, 1)

        assert broken_rules(instance, allocation.chosen, allocation.second) == []
        assert 0 < allocation.gain <= most * instance.scale + 1e-3


def test_a_general_solver_agrees_with_the_proof():
    instance = drawn(5)

    allocation, bound = naive_milp(instance)

    assert broken_rules(instance, allocation.chosen, allocation.second) == []
    assert allocation.gain == pytest.approx(solve(instance, gap=0).objective * instance.scale)
    assert bound >= allocation.gain - 1


def test_nobody_envies_who_came_first(country):
    allocation = BASELINES["fcfs"](country, 0)

    # With one home each and free choice by seniority, only a second job may have taken a place.
    assert envy(country, allocation.chosen, allocation.second) <= 0.02


def test_who_waited_longest_goes_first(country):
    order = seniority(country)

    assert (np.diff(country.waiting[order]) <= 0).all()


def test_a_home_held_by_a_junior_is_envied():
    def held(by):
        instance = build(
            households=Households(np.arange(2), waiting=np.array([10, 90])),
            kinds=[Kind(np.arange(1), np.array([1])) for _ in range(3)],
            rows=Rows(np.arange(2), np.zeros((3, 2), dtype=np.int64), np.array([5, 6])),
        )
        chosen = np.array([0, -1]) if by == 0 else np.array([-1, 1])
        none = np.full(2, -1)
        return envy(instance, chosen, none), worst_group(instance, chosen)

    assert held(by=0) == (0.5, 0.5)
    assert held(by=1) == (0.0, 0.5)


def test_a_floor_lifts_the_worst_group_and_says_its_price(country):
    free = solve(country, gap=0)
    before = means_of(country, country.value_of(free.chosen, free.second))
    floors = floors_at(country, 0.9, fairest_mean=fairest(country))

    held = solve(country, gap=1e-3, floors=floors)

    after = means_of(country, country.value_of(held.chosen, held.second))
    assert after.min() >= floors[0] - 1e-6 > before.min()
    assert held.objective <= free.objective


def test_seniority_costs_value_and_lowers_envy():
    instance = draw(300, seed=1)
    free, senior = solve(instance, gap=0), solve(with_seniority(instance, 0.5), gap=0)

    value = instance.value_of(senior.chosen, senior.second).sum()
    assert value <= free.objective
    assert envy(instance, senior.chosen, senior.second) < envy(instance, free.chosen, free.second)


def test_the_same_seed_draws_the_same_country(tmp_path, country):
    save(country, tmp_path / "country.npz")

    again, kept = draw(120, seed=2), load(tmp_path / "country.npz")

    for other in (again, kept):
        assert other.value.tolist() == country.value.tolist()
        assert other.uses.tolist() == country.uses.tolist()
        assert other.groups.tolist() == country.groups.tolist()
    assert kept.amounts is None
    assert draw(120, seed=3).value.tolist() != country.value.tolist()


def test_looking_ahead_is_worth_more_than_the_best_of_each_week():
    weeks = {line.policy: line for line in study_weeks(120, seed=0)}

    assert len(weeks) == 3
    ahead = weeks["optimum avec potentiels"].share_of_hindsight
    assert weeks["optimum sans prévoir"].share_of_hindsight < ahead <= 1.001
