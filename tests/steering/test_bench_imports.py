"""The bench of imports: figures that say what they measure, on a file that is understood whole."""

import pytest

from emile.steering.bench.imports import as_table, measure_imports


@pytest.mark.django_db
def test_each_phase_is_measured_and_no_line_refused():
    said: list[str] = []

    report = measure_imports(20, tell=said.append)

    names = [phase["name"] for phase in report.document["phases"]]
    assert names[:3] == ["premier, lecture", "premier, vérification", "premier, import"]
    counts = {phase.name: (phase.new, phase.changed, phase.refused) for phase in report.phases}
    assert counts["premier, import"] == (20, 0, 0)
    assert counts["le même, import"] == (0, 0, 0)
    assert counts["un dixième changé, import"] == (0, 2, 0)
    assert "premier, import" in as_table(report)
    assert len(said) == len(report.phases)
