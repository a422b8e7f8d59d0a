"""Fewer questions to PostgreSQL, and the same errors."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import models

from emile.core.context import database_context, system
from territories.models import Territory, WelcomeSlot


pytestmark = pytest.mark.django_db
FIRST = date(2031, 4, 1)


@pytest.fixture
def territory():
    return Territory.objects.order_by("pk")[0]


def errors_of(check, *args, **kwargs):
    try:
        check(*args, **kwargs)
    except ValidationError as error:
        return error.message_dict
    return {}


@pytest.mark.parametrize("month", [FIRST, FIRST.replace(day=2), None])
@pytest.mark.parametrize("capacity", [3, 30_000, None])
@pytest.mark.parametrize("left_out", [set(), {"month"}, {"capacity"}, {"month", "capacity"}])
@pytest.mark.parametrize("is_taken", [False, True])
def test_the_errors_are_those_that_django_finds(territory, month, capacity, left_out, is_taken):
    if is_taken:
        with database_context(system("essai")):
            WelcomeSlot.objects.create(territory=territory, month=FIRST, capacity=1)
    slot = WelcomeSlot(territory=territory, month=month, capacity=capacity)

    found = errors_of(slot.validate_constraints, left_out)

    assert found == errors_of(models.Model.validate_constraints, slot, left_out)


def test_each_check_has_its_own_message(territory):
    slot = WelcomeSlot(territory=territory, month=FIRST.replace(day=2), capacity=30_000)

    assert len(errors_of(slot.validate_constraints)["__all__"]) == 2


def test_what_was_read_is_not_looked_for_again(territory, django_assert_num_queries):
    slot = WelcomeSlot(territory=territory, month=FIRST, capacity=3)

    with django_assert_num_queries(0):
        slot.clean_fields()


def test_a_bare_id_is_looked_for():
    slot = WelcomeSlot(territory_id=0, month=FIRST, capacity=3)

    assert "territory" in errors_of(slot.clean_fields)
