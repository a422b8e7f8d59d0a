from datetime import date

import pytest

from emile.core.calendar import is_working_day, public_holidays, working_days_after


@pytest.mark.parametrize("year", range(2019, 2032))
def test_every_year_has_its_eleven_national_holidays(year):
    # Two of them fell on one day in 2008, and will next in 2160.
    assert len(public_holidays(year)) == 11


def test_holidays_have_french_names():
    assert public_holidays(2026)[date(2026, 11, 11)] == "Armistice"


@pytest.mark.parametrize(
    ("day", "is_working"),
    [
        (date(2026, 11, 10), True),
        (date(2026, 11, 11), False),
        (date(2026, 11, 14), False),
        (date(2026, 11, 15), False),
        # The Monday of Pentecost, whose day of solidarity changes nothing to delays.
        (date(2026, 5, 25), False),
    ],
)
def test_people_work_from_monday_to_friday_except_on_holidays(day, is_working):
    assert is_working_day(day) is is_working


@pytest.mark.parametrize(
    ("day", "number", "due"),
    [
        (date(2026, 11, 2), 1, date(2026, 11, 3)),
        (date(2026, 11, 6), 1, date(2026, 11, 9)),
        (date(2026, 11, 7), 1, date(2026, 11, 9)),
        # Christmas and New Year's Day are in between.
        (date(2026, 12, 24), 5, date(2027, 1, 4)),
    ],
)
def test_a_delay_in_working_days_skips_weekends_and_holidays(day, number, due):
    assert working_days_after(day, number) == due


def test_a_delay_is_at_least_one_day():
    with pytest.raises(ValueError, match="at least one"):
        working_days_after(date(2026, 11, 2), 0)
