"""Rows for researchers: nobody alone, whatever the rows, and the same answer each time."""

import csv
import io
import zipfile
from collections import defaultdict

from hypothesis import given, settings, strategies as st

from emile.steering.figures.anonymity import (
    QUASI_IDENTIFIERS,
    K,
    Row,
    hide_territories,
    ladder,
    protect,
)
from emile.steering.figures.research_archive import COLUMNS, archive_of
from tests.harness.research import told_of


REGIONS = {"93": "11", "75": "11", "69": "84", "15": "84"}
months = st.builds("{}-{:02}".format, st.integers(2024, 2026), st.integers(1, 12))
rows = st.lists(
    st.builds(
        Row,
        household=st.builds("m{:03}".format, st.integers(0, 60)),
        step=st.sampled_from(["oriented", "settled", "exit"]),
        month=months,
        cohort=months,
        origin=st.sampled_from(["", *REGIONS]),
        territory=st.sampled_from(["", "cantal", "lozere"]),
        household_type=st.sampled_from(["single", "couple"]),
        children=st.sampled_from(["", "0", "1", "3+"]),
        age=st.sampled_from(["", "18-25", "26-39"]),
        lodging=st.sampled_from(["", "street", "shelter"]),
        reason=st.sampled_from(["", "no_news", "=2+3"]),
    ),
    max_size=400,
)


def written(found):
    archive = zipfile.ZipFile(io.BytesIO(archive_of(found, {}, told_of())))
    text = archive.read("donnees.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


@settings(max_examples=60, deadline=None)
@given(rows)
def test_whatever_the_rows_every_class_of_the_file_has_five_households(drawn):
    found = protect(drawn, ladder(REGIONS))

    listed = [column.name for column in COLUMNS if column.field in QUASI_IDENTIFIERS]
    assert len(listed) == len(QUASI_IDENTIFIERS)
    classes = defaultdict(set)
    lines = written(found)
    for line in lines:
        classes[tuple(line[name] for name in listed)].add(line["menage"])
    sizes = [len(households) for households in classes.values()]
    assert all(size >= K for size in sizes)
    assert found.smallest == min(sizes, default=0)
    assert len(lines) + found.left_out == found.read == len(drawn)


@settings(max_examples=30, deadline=None)
@given(rows)
def test_the_same_rows_in_another_order_give_the_same_file(drawn):
    steps = ladder(REGIONS)

    assert protect(drawn, steps) == protect(drawn[::-1], steps)


@settings(max_examples=30, deadline=None)
@given(rows)
def test_no_cell_of_the_file_is_a_formula(drawn):
    for line in written(protect(drawn, ladder(REGIONS))):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in line.values())


def a_row(number, **said):
    described = {
        "step": "settled",
        "month": "2026-05",
        "cohort": "2026-01",
        "origin": "93",
        "territory": "cantal",
        "household_type": "single",
        "children": "0",
        "age": "26-39",
        "lodging": "shelter",
    } | said
    return Row(household=f"m{number:03}", **described)


def test_nothing_is_made_coarser_when_everybody_is_in_a_crowd():
    found = protect([a_row(number) for number in range(10)], ladder(REGIONS))

    assert (found.coarser, found.left_out, found.smallest) == ([], 0, 10)


def test_dates_are_made_coarser_before_anything_else():
    drawn = [a_row(number, month=f"2026-0{1 + number % 3}") for number in range(12)]

    found = protect(drawn, ladder(REGIONS))

    assert found.coarser == ["mois → trimestre"]
    assert {row.month for row in found.rows} == {"2026-T1"}
    assert {row.origin for row in found.rows} == {"93"}


def test_the_few_who_are_still_alone_are_left_out():
    drawn = [a_row(number) for number in range(40)]
    drawn += [a_row(50, household_type="couple")]

    found = protect(drawn, ladder(REGIONS))

    assert (found.coarser, found.left_out, found.smallest) == ([], 1, 40)


def test_five_rows_of_one_household_are_no_crowd():
    assert not protect([a_row(1)] * 9, ladder(REGIONS)).rows


def test_a_hidden_territory_is_hidden_among_others_that_went_as_far():
    drawn = [a_row(number) for number in range(20)]

    hidden = hide_territories(drawn, {"m007"})

    blank = {row.household for row in hidden if not row.territory}
    assert "m007" in blank
    assert len(blank) == K


def test_without_enough_others_no_territory_is_told():
    drawn = [a_row(number) for number in range(4)]

    assert not any(row.territory for row in hide_territories(drawn, {"m001"}))


def test_nobody_to_hide_nothing_is_hidden():
    drawn = [a_row(number) for number in range(4)]

    assert hide_territories(drawn, set()) == drawn
