"""A line is judged without the database as its rows would be by it: the two never disagree."""

from datetime import date
from functools import cache

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings, strategies as st

from territories.enums import LineState, OfferKind, Origin
from territories.forms.rows import make_reader
from territories.imports.columns import COLUMNS
from territories.models import Territory
from territories.selectors.directories import directories_of
from territories.services.brought import Namespace, plan


ODD = [
    "",
    "?",
    "-1",
    "0",
    "1",
    "9" * 30,
    "0,5",
    "12 000 €",
    "oui",
    "Non",
    "É" * 300,
    "\x00",
    "\ud800",
    "=1",
]
DAYS = ["", "01/12/2026", "2030-01-01", "31/02/2027", "2020-01-01"]
USUAL = {
    "commune": ["15014", "Aurillac", "18033", "", "Nulle part"],
    "typology": ["T3", "studio", "T1 ou studio", "T9"],
    "rent": ["520", "520,50", "1\u202f020,50", "1 €", "99999"],
    "surface": ["65", "65 m²", "3", ""],
    "weekly_hours": ["35", "35,5", "0", "61", ""],
    "occupation": ["G1602", "g1602", "Z9999"],
    "contract": ["CDI", "permanent", "cdd", "Alternance"],
    "places": ["1", "500", "501", ""],
    "available_from": DAYS,
    "valid_until": DAYS,
    "contact_email": ["A@exemple.test", "pas une adresse", ""],
    "contact_phone": ["01 99 00 12 34", "12", ""],
    "provider_name": ["Bailleur des Exemples", "", "B" * 201],
}


@pytest.fixture
def directories(db):
    cantal = Territory.objects.filter(slug="cantal")
    return cache(lambda kind: directories_of(kind, cantal))


def lines_of(kind):
    """Mostly good: one cell in a line is enough to have it refused."""
    return st.fixed_dictionaries(
        {
            column.name: st.sampled_from([*[column.example] * 8, *USUAL.get(column.name, ODD)])
            for column in COLUMNS[kind]
        }
    )


@pytest.mark.parametrize(
    ("written", "read"), [("studio", "T1"), ("F3", "T3"), ("T6 ou plus grand", "T6")]
)
def test_homes_go_by_several_names(directories, written, read):
    reader = make_reader(OfferKind.HOME, directories(OfferKind.HOME), timezone.localdate())

    row = reader(2, "", {"typology": written})

    assert (row.proper["typology"], row.faults) == (read, [])


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    kind_and_cells=st.sampled_from(OfferKind).flatmap(lambda k: st.tuples(st.just(k), lines_of(k)))
)
def test_what_a_line_is_accepted_for_its_rows_accept(directories, kind_and_cells):
    kind, cells = kind_and_cells
    today = timezone.localdate()
    known = directories(kind)

    row = make_reader(kind, known, today)(2, "", cells)
    [planned] = plan(
        [row],
        namespace=Namespace(Origin.FILE, kind, 1),
        known=known,
        on=today,
        for_writing=False,
    )

    if planned.state == LineState.NEW:
        planned.offer.full_clean()
        planned.terms.full_clean(exclude=["offer"])
    else:
        assert planned.details
        assert all(why for _, why in planned.details)


@pytest.mark.parametrize("kind", OfferKind)
def test_the_example_of_the_model_file_is_a_good_line(directories, kind):
    example = {column.name: column.example for column in COLUMNS[kind]}

    row = make_reader(kind, directories(kind), date(2026, 11, 22))(2, "", example)

    assert row.faults == []
