"""Nobody works a masked cell out of the others: another solver than ours tries."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from emile.steering.figures.masking import NothingToMask, Sum, given_away, masked
from emile.steering.figures.publishing import ELSEWHERE, cells_of_year, known_sums


TOTAL = "total"


def cube(counts, shape):
    """Every cell and margin of a table of that shape, and the sums that tie them."""
    axes = [[*map(str, range(length)), TOTAL] for length in shape]
    values = {}
    for cell in product(*axes):
        spread = [axis[:-1] if at == TOTAL else [at] for axis, at in zip(axes, cell, strict=True)]
        values[cell] = sum(counts[inner] for inner in product(*spread))
    sums = []
    for cell in values:
        for rank, axis in enumerate(axes):
            if cell[rank] == TOTAL:
                parts = [(*cell[:rank], at, *cell[rank + 1 :]) for at in axis[:-1]]
                sums.append(Sum(cell, parts))
    return values, sums


shapes = st.sampled_from([(3,), (2, 3), (3, 3), (2, 2, 3)])


@st.composite
def cubes(draw):
    shape = draw(shapes)
    inner = list(product(*(map(str, range(length)) for length in shape)))
    counts = draw(
        st.lists(st.integers(0, 9), min_size=len(inner), max_size=len(inner)).map(
            lambda numbers: dict(zip(inner, numbers, strict=True))
        )
    )
    return cube(counts, shape)


def spread(cell, values, sums, hidden):
    """The least and the most that a masked cell may be, for whoever knows the rest."""
    cells = sorted(hidden)
    rank = {one: position for position, one in enumerate(cells)}
    matrix, known = [], []
    for one in sums:
        row, rest = np.zeros(len(cells)), 0
        for other, factor in one.terms:
            if other in rank:
                row[rank[other]] += factor
            else:
                rest -= factor * values[other]
        matrix.append(row)
        known.append(rest)
    ends = []
    for sign in (1, -1):
        gain = np.zeros(len(cells))
        gain[rank[cell]] = sign
        found = milp(
            gain,
            constraints=LinearConstraint(np.array(matrix), known, known),
            bounds=Bounds(0, 10**6),
            integrality=np.ones(len(cells)),
        )
        assert found.success
        ends.append(round(sign * found.fun))
    return ends


@settings(max_examples=40, deadline=None)
@given(table=cubes())
def test_no_masked_cell_is_recovered(table):
    values, sums = table

    hidden = masked(values, sums)

    assert {cell for cell, value in values.items() if 0 < value < 5} <= hidden
    for cell in hidden:
        least, most = spread(cell, values, sums, hidden)
        assert least < most, cell


@settings(max_examples=40, deadline=None)
@given(table=cubes())
def test_nor_when_totals_must_be_shown(table):
    values, sums = table
    shown = {cell for cell in values if set(cell) == {TOTAL}}

    hidden = masked(values, sums, shown=shown)

    assert not hidden & shown
    for cell in hidden:
        least, most = spread(cell, values, sums, hidden)
        assert least < most, cell


def test_a_cell_that_is_alone_in_its_total_takes_another_with_it():
    values, sums = cube({("0",): 3, ("1",): 12, ("2",): 20}, (3,))

    assert masked(values, sums) == {("0",), ("1",)}


def test_a_zero_is_masked_when_nothing_else_would_do():
    values, sums = cube({("0",): 4, ("1",): 0, ("2",): 0}, (3,))
    shown = {(TOTAL,)}

    hidden = masked(values, sums, shown=shown)

    assert ("0",) in hidden
    assert len(hidden) == 2
    assert not given_away(values, sums, hidden, hidden)


def test_what_must_be_shown_may_say_too_much():
    values = {"total": 3, "one": 3}

    with pytest.raises(NothingToMask):
        masked(values, [Sum("total", ["one"])], shown={"total"})


def test_large_cells_are_all_shown():
    values, sums = cube({("0",): 8, ("1",): 12, ("2",): 0}, (3,))

    assert masked(values, sums) == set()


years = st.lists(
    st.lists(st.lists(st.integers(0, 7), min_size=3, max_size=3), min_size=3, max_size=3),
    min_size=1,
    max_size=3,
)


@settings(max_examples=25, deadline=None)
@given(told=years, is_activity=st.booleans())
def test_nor_from_all_that_was_ever_published(told, is_activity):
    """Three places and what lies elsewhere, year after year, each with all years until it."""
    rows = ["a", "b", "c"]
    published = {}
    for year, places in enumerate(told, start=2021):
        counts = {
            str(rank): dict(zip(rows, numbers, strict=True)) for rank, numbers in enumerate(places)
        }
        counts[""] = {row: sum(one[row] for one in counts.values()) for row in rows}
        # The first one is that of no territory.
        del counts["0"]
        before = dict(published)
        published |= cells_of_year(counts, rows, year, published, is_activity=is_activity)
        assert {cell: published[cell] for cell in before} == before

    values = {cell: number for cell, (number, _) in published.items()}
    hidden = {cell for cell, (_, is_masked) in published.items() if is_masked}
    sums = list(known_sums(values))
    said = {cell for cell in hidden if cell.place != ELSEWHERE}
    for cell in said:
        least, most = spread(cell, values, sums, hidden)
        assert least < most, cell
    small = {cell for cell, value in values.items() if 0 < value < 5}
    totals = {cell for cell in values if is_activity and not cell.row}
    assert small - totals <= hidden
