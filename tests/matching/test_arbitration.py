"""The weekly choice: the best for everybody, around what people decided, told in their words."""

from dataclasses import replace
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings, strategies as st

from matching.arbitration.decide import (
    Fairness,
    Outcome,
    decide,
    first_come_first_served,
    placed,
    points_of,
    used,
)
from matching.arbitration.explain import (
    effect_of,
    fairness_prices,
    families,
    lines_of,
    options_for,
    scarcities,
)
from matching.arbitration.foresight import FEWEST, Arrivals, Foresight
from matching.arbitration.problem import NOBODY, Choice, Family, Kind, Problem, Seeker, best_first
from matching.engine.instance import EngineError


HOMES, JOBS, TERRITORIES = (11, 12, 13), (21, 22, 23), (1, 2)


def a_choice(draw: Random) -> Choice:
    job = draw.choice(JOBS)
    second = draw.choice([NOBODY, NOBODY, *(one for one in JOBS if one != job)])
    return Choice(draw.choice(TERRITORIES), draw.choice(HOMES), job, second, draw.randint(0, 1000))


def a_problem(draw: Random, seekers: int = 4) -> Problem:
    supply = {(Kind.HOME, home): draw.randint(0, 2) for home in HOMES}
    supply |= {(Kind.JOB, job): draw.randint(0, 2) for job in JOBS}
    if draw.random() < 0.5:
        supply[Kind.TERRITORY, 1] = draw.randint(0, 3)
    return Problem(
        tuple(
            Seeker(
                key=100 + number,
                waiting_days=draw.randint(0, 900),
                family=draw.choice(list(Family)),
                choices=best_first({a_choice(draw) for _ in range(draw.randint(0, 3))}),
            )
            for number in range(seekers)
        ),
        supply,
    )


problems = st.integers(0, 2**32).map(lambda seed: a_problem(Random(seed)))  # noqa: S311


def with_potentials(problem: Problem, draw: Random) -> Problem:
    """Some of what is counted is worth something to those who come later, now and then too much."""
    scarce = [one for one in sorted(problem.supply) if draw.random() < 0.5]
    return replace(problem, potentials={one: draw.randint(1, 600) for one in scarce})


foreseeing = st.integers(0, 2**32).map(
    lambda seed: with_potentials(a_problem(Random(seed)), Random(seed + 1))  # noqa: S311
)


def left_of(problem: Problem, chosen, *, spared=()) -> int:
    """Points, less the potentials of what is used; what people decided pays nothing."""
    rest = {key: choice for key, choice in chosen.items() if key not in spared}
    paid = sum(problem.potentials.get(one, 0) * n for one, n in used(problem, rest).items())
    return points_of(problem, chosen) - paid


def every_allocation(problem: Problem):
    options = [[None, *range(len(one.choices))] for one in problem.seekers]
    for chosen in product(*options):
        yield dict(zip((one.key for one in problem.seekers), chosen, strict=True))


def is_possible(problem: Problem, chosen) -> bool:
    usage = used(problem, chosen)
    return all(usage[resource] <= count for resource, count in problem.supply.items())


def has_points(problem: Problem) -> bool:
    return any(choice.points for one in problem.seekers for choice in one.choices)


@settings(max_examples=150, deadline=None)
@given(problems)
def test_it_is_the_best_of_all_that_is_possible(problem):
    best = max(
        points_of(problem, one) for one in every_allocation(problem) if is_possible(problem, one)
    )

    outcome = decide(problem)

    assert is_possible(problem, outcome.given)
    assert points_of(problem, outcome.given) == best == int(outcome.value)
    assert outcome.bound >= outcome.value


@settings(max_examples=80, deadline=None)
@given(problems, st.randoms(use_true_random=False))
def test_what_was_decided_stands_and_the_rest_is_the_best_around_it(problem, draw):
    ruled = {one.key: draw.choice([None, *range(len(one.choices))]) for one in problem.seekers[:2]}
    around = [
        one
        for one in every_allocation(problem)
        if is_possible(problem, one) and all(one[key] == choice for key, choice in ruled.items())
    ]

    if not around:
        with pytest.raises(EngineError):
            decide(problem, ruled)
        return

    outcome = decide(problem, ruled)
    assert {key: outcome.given[key] for key in ruled} == ruled
    assert is_possible(problem, outcome.given)
    assert points_of(problem, outcome.given) == max(points_of(problem, one) for one in around)


@settings(max_examples=100, deadline=None)
@given(foreseeing, st.randoms(use_true_random=False), st.integers(0, 2))
def test_with_places_kept_it_is_the_best_of_what_is_left_around_what_was_decided(
    problem, draw, decisions
):
    ruled = {
        one.key: draw.choice([None, *range(len(one.choices))])
        for one in problem.seekers[:decisions]
    }
    worth = [
        left_of(problem, one, spared=ruled)
        for one in every_allocation(problem)
        if is_possible(problem, one) and all(one[key] == choice for key, choice in ruled.items())
    ]

    if not worth:
        with pytest.raises(EngineError):
            decide(problem, ruled)
        return

    outcome = decide(problem, ruled)
    assert {key: outcome.given[key] for key in ruled} == ruled
    assert is_possible(problem, outcome.given)
    assert left_of(problem, outcome.given, spared=ruled) == max(worth) == int(outcome.value)
    assert outcome.bound >= outcome.value


@settings(deadline=None)
@given(foreseeing, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(problem, draw):
    seekers = list(problem.seekers)
    draw.shuffle(seekers)
    shuffled = Problem(
        tuple(seekers),
        dict(reversed(problem.supply.items())),
        potentials=dict(reversed(problem.potentials.items())),
    )

    assert shuffled.fingerprint == problem.fingerprint
    assert decide(shuffled).given == decide(problem).given


@settings(deadline=None)
@given(foreseeing)
def test_it_is_kept_and_read_again_as_it_was(problem):
    outcome = decide(problem)

    assert Problem.unpacked(problem.packed()) == problem
    assert Outcome.kept(outcome.plain()) == outcome


@settings(deadline=None)
@given(problems)
def test_it_is_never_worse_than_first_come_first_served(problem):
    order = first_come_first_served(problem)

    assert is_possible(problem, order)
    assert points_of(problem, order) <= points_of(problem, decide(problem).given)


@settings(deadline=None)
@given(foreseeing)
def test_whoever_loses_lacks_something_that_others_have_or_serves_them(problem):
    outcome = decide(problem)

    for line in lines_of(problem, outcome.given):
        assert line.loss >= 0
        for resource in line.causes:
            assert used(problem, outcome.given)[resource] >= problem.supply[resource]
        for resource in line.spared:
            assert used(problem, outcome.given)[resource] < problem.supply[resource]
    if not scarcities(problem) and not problem.potentials:
        assert all(not line.loss for line in lines_of(problem, outcome.given))


@settings(max_examples=30, deadline=None)
@given(foreseeing)
def test_fairness_never_gains_points_and_counts_every_family(problem):
    prices = fairness_prices(problem)

    assert all(one.cost >= 0 for one in prices)
    assert sum(row.households for row in families(problem, decide(problem).given)) == len(
        problem.seekers
    )


# Two households want the only home; one of them has another one.


def two_and_one_home() -> Problem:
    first = Seeker(
        1, 10, Family.ALONE, (Choice(1, 11, 21, NOBODY, 800), Choice(1, 12, 21, NOBODY, 700))
    )
    second = Seeker(2, 500, Family.COUPLE, (Choice(1, 11, 22, NOBODY, 790),))
    supply = {(Kind.HOME, 11): 1, (Kind.HOME, 12): 1, (Kind.JOB, 21): 1, (Kind.JOB, 22): 5}
    return Problem((first, second), supply)


def test_whoever_has_another_way_leaves_the_only_home():
    problem = two_and_one_home()

    outcome = decide(problem)

    assert outcome.given == {1: 1, 2: 0}
    first, second = lines_of(problem, outcome.given)
    assert (first.loss, first.causes) == (100, ((Kind.HOME, 11),))
    assert (second.loss, second.causes) == (0, ())
    (scarcity,) = scarcities(problem)
    assert (scarcity.resource, scarcity.wanted, scarcity.unserved) == ((Kind.HOME, 11), 2, 1)


def test_at_equal_points_who_waited_longest_is_served():
    seekers = tuple(
        Seeker(key, waiting, Family.ALONE, (Choice(1, 11, 21, NOBODY, 800),))
        for key, waiting in [(1, 10), (2, 300), (3, 200)]
    )

    assert decide(Problem(seekers, {(Kind.HOME, 11): 1})).given == {1: None, 2: 0, 3: None}


def test_a_change_tells_what_it_costs_the_others():
    problem = two_and_one_home()
    before = decide(problem).given

    after = decide(problem, {1: 0}).given

    assert after == {1: 0, 2: None}
    effect = effect_of(problem, before, after, besides=1)
    assert (effect.cost, effect.lost, effect.gained, effect.moved) == (690, 1, 0, 0)


def test_two_decisions_that_want_the_same_home_are_refused():
    with pytest.raises(EngineError, match="dépassent une capacité"):
        decide(two_and_one_home(), {1: 0, 2: 0})


def test_more_homes_serve_everybody():
    problem = two_and_one_home()

    outcome = decide(problem.with_more({}, {(Kind.HOME, 11): 1}))

    assert outcome.given == {1: 0, 2: 0}


def wanted_by_two_families() -> Problem:
    return Problem(
        (
            Seeker(1, 0, Family.ALONE, (Choice(1, 11, 21, NOBODY, 1000),)),
            Seeker(2, 0, Family.COUPLE, (Choice(1, 11, 21, NOBODY, 600),)),
            Seeker(3, 0, Family.ALONE, (Choice(1, 12, 22, NOBODY, 500),)),
        ),
        {(Kind.HOME, 11): 1, (Kind.HOME, 12): 1},
    )


def test_a_floor_lifts_the_family_that_is_served_least():
    problem = wanted_by_two_families()

    assert decide(problem).given[2] is None
    assert decide(problem, fairness=Fairness(floor=80)).given[2] == 0


def test_a_floor_that_cannot_be_held_is_held_as_far_as_it_can_be():
    outcome = decide(wanted_by_two_families(), fairness=Fairness(floor=95))

    assert 0 < outcome.floor < 95
    assert outcome.given[2] == 0


def test_nobody_to_place_and_nothing_to_give_are_answers():
    nobody, nothing = Problem(()), Problem((Seeker(1, 0, Family.ALONE, ()),))

    assert placed(decide(nobody).given) == 0
    assert decide(nothing).given == {1: None}
    assert fairness_prices(nothing)[0].placed == 0


def test_options_show_each_home_with_a_job_once_and_what_is_given():
    both = Choice(1, 11, 21, 22, 900)
    seeker = Seeker(
        1, 0, Family.COUPLE, (both, Choice(1, 11, 21, NOBODY, 800), Choice(1, 12, 21, NOBODY, 700))
    )

    assert options_for(seeker, None, how_many=3) == [0, 2]
    assert options_for(seeker, 1, how_many=3) == [0, 2, 1]


# One T4 and a smaller home; the past year wanted the T4.

T4, T2 = (Kind.HOME, 11), (Kind.HOME, 12)


def a_weak_need(points: int) -> Problem:
    choices = (Choice(1, 11, 21, NOBODY, points), Choice(1, 12, 21, NOBODY, 300))
    return Problem((Seeker(1, 0, Family.ALONE, choices),), {T4: 1, T2: 1})


def large_families(count: int) -> Arrivals:
    """Nothing else suits them."""
    wanted = (Choice(1, 11, 21, NOBODY, 900),)
    families = (
        Seeker(100 + number, 0, Family.COUPLE_WITH_CHILDREN, wanted) for number in range(count)
    )
    return Arrivals(count, tuple(families))


def foreseen(problem: Problem, arrivals: Arrivals) -> Problem:
    return replace(problem, potentials=arrivals.potentials(problem.supply))


def test_a_scarce_place_is_kept_for_those_who_will_need_it_much_more():
    today = a_weak_need(400)
    kept = foreseen(today, large_families(12))

    assert decide(today).given == {1: 0}
    outcome = decide(kept)
    assert outcome.given == {1: 1}
    (line,) = lines_of(kept, outcome.given)
    assert (line.loss, line.causes, line.spared) == (100, (), (T4,))
    told = Foresight.of(kept, outcome, large_families(12), Fairness())
    assert (told.to_come, told.points_lost, told.placed, told.placed_without) == (3, 100, 1, 1)
    assert told.places == {T4: 1}
    assert Foresight.kept(told.plain()) == told
    prices = fairness_prices(kept)
    assert [one.cost for one in prices if one.keeps_places] == [25.0]


@pytest.mark.parametrize("count", [12, 100, 400])
def test_in_doubt_whoever_is_there_is_served(count):
    (family,) = large_families(1).read
    today = Problem((family,), {T4: 1})

    assert decide(foreseen(today, large_families(count))).given == {family.key: 0}


@pytest.mark.parametrize("seed", range(5))
def test_where_everything_is_scarce_what_is_there_is_still_given(seed):
    """Those to come are four times as many as the homes, and like those of today."""
    draw = Random(seed)  # noqa: S311

    def somebody(key: int) -> Seeker:
        choices = (Choice(1, home, 21, NOBODY, draw.randint(500, 900)) for home in range(11, 31))
        return Seeker(key, 0, Family.ALONE, best_first(choices))

    today = Problem(
        tuple(somebody(key) for key in range(20)),
        {(Kind.HOME, home): int(home < 21) for home in range(11, 31)},
    )
    past = Arrivals(160, tuple(somebody(key) for key in range(100, 260)))

    assert decide(foreseen(today, past)).placed > 5


def test_nothing_is_kept_when_there_is_enough_for_all_or_when_too_few_came():
    few = large_families(FEWEST - 1)
    plenty = replace(a_weak_need(400), supply={T4: 10, T2: 1})

    assert few.potentials({T4: 1}) == {}
    assert large_families(12).potentials({T4: 0}) == {}
    assert large_families(12).potentials(plenty.supply) == {}
    assert Arrivals(40, (Seeker(9, 0, Family.ALONE, ()),) * 12).potentials({T4: 1}) == {}
    assert Foresight.of(plenty, decide(plenty), few, Fairness()).places == {}


def test_a_place_that_is_kept_may_still_be_given_and_that_is_told():
    problem = foreseen(a_weak_need(400), large_families(12))
    before = decide(problem).given

    after = decide(problem, {1: 0}).given

    assert after == {1: 0}
    effect = effect_of(problem, before, after)
    assert (effect.cost, effect.spent) == (-100, 1)


def test_when_everything_is_worth_more_later_nobody_is_placed_today():
    problem = replace(a_weak_need(400), potentials={T4: 900, T2: 900})

    assert decide(problem, fairness=Fairness(floor=80)).given == {1: None}
