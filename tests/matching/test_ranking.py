"""The order of bundles: the same as if all of them had been looked at."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from hypothesis import given, settings

from matching.verdict import score
from matching.verdict.facts import HERE, Adult, Case, Home, Job, Pair, Road, Services
from matching.verdict.predicates import findings, is_feasible
from matching.verdict.ranking import Market
from tests.matching.households import (
    TODAY,
    a_case,
    a_home,
    a_job,
    draws,
    some_roads,
    some_weights,
)


def a_market(draw):
    homes = [a_home(draw, key) for key in range(1, draw.randint(1, 7))]
    jobs = [a_job(draw, key) for key in range(11, draw.randint(11, 17))]
    return Market(a_case(draw), homes, jobs, some_roads(draw), some_weights(draw))


markets = draws.map(a_market)


def every_bundle(market):
    """All of them, one by one."""
    case = market.case
    found = []
    for home in market.homes:
        for job in market.jobs:
            road = (
                HERE
                if home.commune == job.commune
                else market.roads.get((home.commune, job.commune))
            )
            for rank, adult in enumerate(case.adults):
                if road and is_feasible(Pair(case, adult, home, job, road)):
                    # Judged alone, each must suit too.
                    assert is_feasible(Pair(case, adult, job=job))
                    found.append((home, job, rank))
    return found


@settings(max_examples=400, deadline=None)
@given(markets)
def test_the_first_is_the_best_of_all_and_each_next_the_best_of_what_is_left(market):
    left = {
        bundle.order: bundle
        for home, job, _ in every_bundle(market)
        if (bundle := market.bundle(home.key, job.key))
    }

    expected = []
    while left:
        best = left.pop(min(left))
        expected.append((best.home.key, best.job.key, best.score))
        left = {
            order: one
            for order, one in left.items()
            if best.home.key != one.home.key and best.job.key != one.job.key
        }

    found = [(one.home.key, one.job.key, one.score) for one in market.best(10)]
    assert found == expected


@settings(max_examples=150, deadline=None)
@given(markets)
def test_the_terms_add_up_and_stay_within_bounds(market):
    for bundle in market.best(10):
        assert bundle.score == score.clamped(sum(term.points for term in bundle.terms))
        assert 0 <= bundle.score <= score.HIGHEST
        for term in bundle.terms:
            assert (term.name == "travel") == (term.points < 0)
            assert abs(term.points) <= market.weights[term.name]
            assert term.rule.is_at_most or term.points == market.weights[term.name]
        assert not any(one.is_no for one in bundle.findings)


@settings(max_examples=100, deadline=None)
@given(markets, draws)
def test_with_other_weights_it_is_the_market_that_they_would_have_made(market, draw):
    weights = some_weights(draw)
    made = Market(market.case, market.homes, market.jobs, market.roads, weights)

    found = replace(market, weights=weights).best(10)

    assert [(one.order, one.terms) for one in found] == [
        (one.order, one.terms) for one in made.best(10)
    ]


def a_cook(**fields):
    cook = Adult(frozenset({"G1602"}), "B1", "", frozenset({"B"}), has_vehicle=True)
    usual = {"needs_access": False, "highest_rent": Decimal(600), "wishes": (1,)}
    return Case(TODAY, 1, (cook,), 2, 3, **{**usual, **fields})


HOME = Home(1, 1, 11, TODAY, rooms=2, rent=Decimal(375), charges=Decimal(0), floor=0)
JOB = Job(
    2, 1, 11, TODAY, rome="G1602", qualification="none", language="A2", schedule="day",
    pay=Decimal(1500),
)  # fmt: skip


def test_the_usual_points_of_a_perfect_bundle():
    (best,) = Market(a_cook(), [HOME], [JOB], {}, score.USUAL).best(3)

    assert {term.name: term.points for term in best.terms} == {
        "job_exact": 300,
        "qualification_met": 80,
        "language_met": 60,
        "licence": 40,
        "home_exact": 120,
        "effort_25": 80,
        "wish_1": 130,
    }
    assert best.score == 810


def test_schools_and_a_doctor_near_the_home_put_it_first():
    near = replace(HOME, key=9, services=Services(primary_school=True, doctor=True))
    family = a_cook(child_ages=(8,))

    found = Market(family, [HOME, near], [JOB, replace(JOB, key=3)], {}, score.USUAL).best(2)

    assert [one.home.key for one in found] == [9, 1]
    assert found[0].score - found[1].score == score.USUAL["services"]


def test_a_part_of_the_points_is_in_whole_points_and_all_of_them_at_ten():
    job = replace(JOB, is_wanted=True, answers=7)
    weights = {**score.USUAL, "employer_answers": 55}

    (best,) = Market(a_cook(), [replace(HOME, answers=10)], [job], {}, weights).best(1)

    terms = {term.name: term.points for term in best.terms}
    assert (terms["wanted"], terms["employer_answers"], terms["landlord_answers"]) == (40, 38, 30)
    assert best.score == 810 + 40 + 38 + 30


def test_at_equal_score_what_is_known_comes_first():
    mystery = replace(JOB, key=3, schedule="")

    found = Market(
        a_cook(), [HOME, replace(HOME, key=9)], [mystery, replace(JOB, key=4)], {}, score.USUAL
    )

    assert [one.job.key for one in found.best(2)] == [4, 3]


def test_a_minute_of_travel_costs_a_point_from_the_sixteenth_on():
    roads = {(11, 12): Road(30, 36), (12, 11): Road(30, 36)}
    away = replace(JOB, commune=12)

    (best,) = Market(a_cook(), [HOME], [away], roads, score.USUAL).best(1)

    assert best.terms[-1] == score.Term("travel", -21)


def test_the_other_adult_adds_work_that_is_not_the_same_position():
    cleaner = Adult(frozenset({"K2204"}), "A2", "", frozenset(), has_vehicle=False)
    case = a_cook()
    couple = replace(case, adults=(*case.adults, cleaner))
    cleaning = replace(JOB, key=5, rome="K2204")
    late = replace(cleaning, key=6, available_from=TODAY + timedelta(days=200))

    (best, *_) = Market(couple, [HOME], [JOB, cleaning, late], {}, score.USUAL).best(1)

    assert (best.job.key, best.second.job.key, best.second.term.name) == (2, 5, "second_exact")


def test_whoever_takes_the_job_is_the_adult_whom_it_suits():
    case = a_cook()
    couple = replace(case, adults=(Adult(frozenset({"K2204"})), *case.adults))

    best = Market(couple, [HOME], [JOB], {}, score.USUAL).bundle(1, 2)

    assert best.adult == 1
    assert [
        one.state.name for one in findings(Pair(couple, case.adults[0], HOME, JOB, HERE))
    ].count("NO") == 0
