"""The allocation: never more than there is, never more than its bound, the best where it says so."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from matching.engine import greedy
from matching.engine.certificate import broken_rules, evaluate_bound
from matching.engine.floors import Floors, means_of, owed, raised
from matching.engine.instance import (
    EngineError,
    Households,
    Kind,
    Rows,
    build,
)
from matching.engine.prices import evaluate
from matching.engine.solve import lock, solve
from tests.matching.drawn import best_gain, drawn, seeds


settings.register_profile("solver", deadline=None, max_examples=25, derandomize=True)
few = settings(settings.get_profile("solver"))


@given(seed=seeds)
@few
def test_an_allocation_gives_nothing_twice_and_stays_under_its_bound(seed):
    instance = drawn(seed)

    solution = solve(instance, gap=0)

    assert broken_rules(instance, solution.chosen, solution.second) == []
    gain = instance.gain_of(solution.chosen, solution.second)
    assert gain == pytest.approx(solution.objective * instance.scale)
    assert solution.objective <= solution.bound + 1e-9 <= solution.certified + 1e-3
    assert solution.is_proven


@given(seed=seeds)
@few
def test_the_bound_is_found_again_without_the_solver(seed):
    instance = drawn(seed)

    solution = solve(instance)

    again = evaluate_bound(instance, solution.prices) / instance.scale
    assert again == pytest.approx(solution.certified)
    assert again >= solution.objective
    assert broken_rules(instance, solution.chosen, solution.second) == []


@given(seed=seeds)
@few
def test_it_is_never_worse_than_one_household_after_another(seed):
    instance = drawn(seed)

    guided = greedy.by_prices(instance, evaluate(instance, np.zeros(len(instance.capacity))))
    as_they_come = greedy.in_order(
        instance,
        np.arange(instance.households),
        instance.gain.astype(float),
        instance.arc_gain.astype(float),
    )

    solution = solve(instance, gap=0)
    assert solution.objective * instance.scale >= max(guided.gain, as_they_come.gain) - 1e-3


@given(seed=seeds)
@few
def test_small_problems_get_the_best_of_all_allocations(seed):
    instance = drawn(seed, households=4, bundles=2)

    solution = solve(instance, gap=0)

    assert round(solution.objective * instance.scale) == best_gain(instance)


@given(seed=seeds)
@few
def test_any_price_gives_a_bound(seed):
    instance = drawn(seed, households=4, bundles=2)
    prices = np.random.default_rng(seed).integers(0, 500_000, len(instance.capacity)).astype(float)
    prices[-1] = 0

    bound = evaluate_bound(instance, prices)

    assert bound == pytest.approx(evaluate(instance, prices).bound)
    assert bound >= best_gain(instance)


def test_the_same_seed_gives_the_same_proposals():
    instance = drawn(7, households=80)

    once, again = solve(instance, seed=3), solve(instance, seed=3)

    assert once.chosen.tolist() == again.chosen.tolist()
    assert once.second.tolist() == again.second.tolist()


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_rows_changes_nothing(seed):
    random = np.random.default_rng(seed)
    size, households = 200, 30
    people = Households(np.arange(households) * 7, waiting=random.integers(0, 99, households))
    kinds = [Kind(np.arange(9) + 100, np.full(9, 3)), Kind(np.arange(20), np.full(20, 1))]
    rows = Rows(
        random.integers(0, households, size) * 7,
        np.stack([random.integers(0, 9, size) + 100, random.integers(0, 20, size)]),
        random.integers(0, 40, size),
    )
    shuffle, people_shuffle = random.permutation(size), random.permutation(households)
    shuffled = build(
        households=Households(people.keys[people_shuffle], waiting=people.waiting[people_shuffle]),
        kinds=[Kind(kind.keys[::-1], kind.capacity[::-1]) for kind in kinds],
        rows=Rows(rows.household[shuffle], rows.uses[:, shuffle], rows.value[shuffle]),
    )
    straight = build(households=people, kinds=kinds, rows=rows)

    one, other = solve(straight, gap=0), solve(shuffled, gap=0)

    assert one.chosen.tolist() == other.chosen.tolist()
    assert straight.keys.tolist() == shuffled.keys.tolist()
    taken = straight.row[one.chosen[one.chosen >= 0]]
    others = shuffle[shuffled.row[other.chosen[other.chosen >= 0]]]
    assert rows.value[taken].tolist() == rows.value[others].tolist()
    assert rows.uses[:, taken].tolist() == rows.uses[:, others].tolist()


@given(seed=seeds)
@few
def test_locked_proposals_stay_and_the_others_do_their_best_around_them(seed):
    instance = drawn(seed)
    free = greedy.in_order(
        instance,
        np.arange(instance.households)[::-1],
        instance.gain.astype(float),
        np.zeros(len(instance.arc_use)),
    )
    locked = free.chosen[free.chosen >= 0][::3]

    solution = solve(instance, gap=0, locked=locked)

    assert set(locked.tolist()) <= set(solution.chosen.tolist())
    assert broken_rules(instance, solution.chosen, solution.second) == []
    assert solution.objective <= solve(instance, gap=0).objective
    inner = lock(instance, locked)
    assert evaluate_bound(inner, solution.prices) >= solution.objective * instance.scale - 1e-3


def test_two_locked_proposals_for_one_home_are_refused():
    instance = build(
        households=Households(np.arange(2)),
        kinds=[Kind(np.arange(1), np.array([1]))],
        rows=Rows(np.arange(2), np.zeros((1, 2), dtype=np.int64), np.array([5, 6])),
    )

    with pytest.raises(EngineError, match="dépassent une capacité"):
        solve(instance, locked=np.array([0, 1]))


@pytest.mark.parametrize("seed", range(8))
def test_floors_are_held_and_the_bound_knows_them(seed):
    instance = drawn(seed, households=40)
    free = solve(instance, gap=0)
    means = means_of(instance, instance.value_of(free.chosen, free.second))
    floors = np.zeros(2)
    floors[means.argmin()] = means.min() * 1.02

    solution = solve(instance, gap=0, floors=floors)

    value = instance.value_of(solution.chosen, solution.second)
    assert (means_of(instance, value) >= floors - 1e-9).all()
    assert broken_rules(instance, solution.chosen, solution.second) == []
    assert solution.objective <= min(solution.bound, free.objective) + 1e-6
    finer = instance.weighted(instance.weight * 1000, scale=instance.scale * 1000)
    priced = evaluate_bound(raised(finer, solution.raise_by), solution.prices)
    held = Floors.of(finer, floors)
    again = (priced - owed(held, solution.raise_by)) / finer.scale
    assert again == pytest.approx(solution.certified)
    assert again >= solution.objective - 1e-6


def test_floors_that_offers_cannot_hold_are_refused():
    with pytest.raises(EngineError, match="planchers"):
        solve(drawn(1), floors=np.array([990.0, 990.0]))


@pytest.mark.parametrize(
    ("households", "value", "message"),
    [
        (0, [], "aucun ménage"),
        (2, [], "Aucune offre"),
        (2, [0, 0], "poids sont nuls"),
        (2, [3, -1], "négative"),
    ],
)
def test_what_cannot_be_allocated_is_said(households, value, message):
    values = np.array(value, dtype=np.int64)
    size = len(values)

    with pytest.raises(EngineError, match=message):
        build(
            households=Households(np.arange(households)),
            kinds=[Kind(np.arange(1), np.array([1]))],
            rows=Rows(np.arange(size), np.zeros((1, size), dtype=np.int64), values),
        )


def test_rows_that_name_the_unknown_are_refused():
    with pytest.raises(EngineError, match="inconnu"):
        build(
            households=Households(np.arange(1)),
            kinds=[Kind(np.arange(1), np.array([1]))],
            rows=Rows(np.array([0]), np.array([[8]]), np.array([3])),
        )


def test_a_household_without_a_bundle_is_left_alone():
    instance = drawn(3)
    kept = np.flatnonzero(instance.owner % 2 == 0)

    solution = solve(instance.keep(kept), gap=0)

    assert (solution.chosen[1::2] == -1).all()
    assert solution.objective > 0


def test_nothing_is_given_that_nobody_has():
    instance = drawn(3)

    solution = solve(replace(instance, capacity=np.zeros_like(instance.capacity)), gap=0)

    assert solution.objective == 0
    assert (solution.chosen == -1).all()
