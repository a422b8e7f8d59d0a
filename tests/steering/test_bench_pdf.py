"""The bench of PDFs: what it compares is the same page, and what it prints says so."""

import os

import pytest

from emile.steering.bench.pdf import Report, _peak_kb, as_table, measure_cost
from territories.models import Territory


@pytest.mark.django_db
def test_one_summary_is_measured_against_weasyprint_alone():
    cost = measure_cost(Territory.objects.get(slug="cantal"), repeats=1)

    assert cost.ours_ms > 0
    assert cost.raw_ms > 0
    assert cost.ratio == round(cost.ours_ms / cost.raw_ms, 3)
    report = Report(cost, summaries=101, seconds=12.0, peak_mb=150.0)
    assert report.document["ratio"] == cost.ratio
    assert report.document["peak_mb"] == 150.0
    assert f"rapport {cost.ratio}" in as_table(report)


def test_the_memory_of_a_process_is_read_from_the_kernel():
    assert _peak_kb(os.getpid()) > 1000
    assert _peak_kb(0) == 0
