"""Equity of access: a composition that goes forward less than the others is said, in words, to those
who read everything; and nothing is said of a handful."""

from collections import Counter
from datetime import date
from fractions import Fraction

import pytest
from django.urls import reverse
from hypothesis import given, strategies as st

from candidates.enums import HouseholdType
from emile.steering.figures.equity import STEPS, Gap, Passed, Verdict, gaps
from emile.steering.figures.measures import Measure, Milestone
from emile.steering.models import Axis, Scope, Tally
from operators.enums import OrganisationKind
from tests.factories import make_actor


START, END = Milestone.ELIGIBLE, Milestone.ACCEPTED
MARCH = {"since": "2026-03", "until": "2026-03"}

households = st.lists(
    st.tuples(st.sampled_from(["", *HouseholdType.values]), st.integers(0, 2)), max_size=80
)


@given(households)
def test_each_composition_stands_beside_all_the_others(told):
    """``told`` are households one by one: their composition, and how many of two steps they took."""
    reached = Counter((one, milestone) for one, far in told for milestone in (START, END)[:far])

    for gap in gaps(reached, START, END):
        own = [far for one, far in told if one == gap.household_type and far]
        others = [far for one, far in told if one != gap.household_type and far]
        assert gap.own == Passed(own.count(2), len(own))
        assert gap.others == Passed(others.count(2), len(others))
        is_alert = min(len(own), len(others)) >= 10 and Fraction(own.count(2), len(own)) < Fraction(
            4, 5
        ) * Fraction(others.count(2), len(others))
        assert (gap.verdict == Verdict.ALERT) == is_alert


@pytest.mark.parametrize(
    ("own", "others", "verdict"),
    [
        (Passed(8, 10), Passed(10, 10), Verdict.ALIKE),
        (Passed(7, 10), Passed(10, 10), Verdict.ALERT),
        (Passed(0, 9), Passed(10, 10), Verdict.TOO_FEW),
        (Passed(0, 10), Passed(9, 9), Verdict.TOO_FEW),
        (Passed(0, 10), Passed(0, 10), Verdict.ALIKE),
        (Passed(0, 0), Passed(0, 0), Verdict.TOO_FEW),
    ],
)
def test_under_four_fifths_is_an_alert(own, others, verdict):
    assert Gap(START, END, HouseholdType.COUPLE, own, others).verdict == verdict


def test_nobody_settles_without_having_been_counted_before():
    """The fast track skips the stay: no rate is above a hundred."""
    reached = {("single", Milestone.STAYED): 3, ("single", Milestone.SETTLED): 5}

    single = {gap.household_type: gap for gap in gaps(reached, *STEPS[-2:])}["single"]

    assert (single.own.percent, single.ratio) == (100, None)


def come(far, scope=Scope.NATIONAL, scope_id=""):
    """So many households of each composition at each step, oriented in March 2026."""
    Tally.objects.bulk_create(
        Tally(
            scope=scope,
            scope_id=scope_id,
            axis=Axis.COHORT,
            month=date(2026, 3, 1),
            recorded=date(2026, 3, 1),
            household_type=household_type,
            measure=Measure.MILESTONE,
            detail=milestone,
            number=number,
        )
        for household_type, numbers in far.items()
        for milestone, number in zip(STEPS, numbers, strict=True)
    )


UNEQUAL = {
    HouseholdType.SINGLE: (40, 40, 30, 24, 20),
    HouseholdType.SINGLE_PARENT: (20, 20, 6, 5, 4),
}


def read(browser, **asked):
    return browser.get(reverse("steering:dashboard_section", args=["parcours"]), MARCH | asked)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", [OrganisationKind.COORDINATOR, OrganisationKind.NATIONAL])
def test_who_reads_everything_is_told_who_goes_forward_less(signed_in, kind):
    come(UNEQUAL)

    page = read(signed_in(make_actor(kind)))

    said = (
        "De l’éligibilité à l’accord d’un territoire, Famille monoparentale\u00a0: "
        "30\u00a0% passent, contre 75\u00a0% des autres ménages."
    )
    assert page.context["page"].equity.alerts[0] == said
    assert said in page.text
    assert "Alerte\u00a0: sous quatre cinquièmes" in page.text
    chart = page.context["page"].equity.chart
    assert ["Famille monoparentale", "20", "4", "20\u00a0%", "50\u00a0%", "40"] in [
        list(row[:6]) for row in chart.rows
    ]
    # Asked for one composition, the page still compares all of them.
    assert said in read(signed_in(make_actor(kind)), household="single_parent").text


@pytest.mark.django_db
def test_nothing_is_said_of_a_handful(signed_in):
    come({HouseholdType.SINGLE: (40, 40, 30, 24, 20), HouseholdType.COUPLE: (9, 9, 0, 0, 0)})

    page = read(signed_in(make_actor(OrganisationKind.NATIONAL)))

    assert page.context["page"].equity.alerts == []
    assert "Trop peu de ménages pour le dire" in page.text


@pytest.mark.django_db
def test_an_operator_reads_no_crossing_of_all_the_others(signed_in, host, upstream):
    for actor in (host, upstream):
        come(UNEQUAL, Scope(actor.kind.value), str(actor.organisation_id))
        page = read(signed_in(actor))
        assert page.context["page"].equity is None
        assert "Équité d’accès" not in page.text
