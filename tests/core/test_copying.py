"""New rows by COPY, as if they had been saved one by one."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from emile.core.copying import copy_in
from emile.core.models import SubmittedForm


pytestmark = pytest.mark.django_db


def row(**fields):
    usual = {"user_id": 1, "key": uuid4(), "body_hash": "a\tb\\n", "created_at": timezone.now()}
    return SubmittedForm(**{**usual, **fields})


def test_rows_get_their_ids_and_keep_every_character(count_queries):
    rows = [row(), row(redirect_to="« é »\n")]

    copy_in(rows)

    found = SubmittedForm.objects.order_by("pk")
    assert [one.pk for one in found] == [one.pk for one in rows]
    assert [one.body_hash for one in found] == ["a\tb\\n"] * 2
    assert found[1].redirect_to == "« é »\n"


def test_constraints_hold():
    key = uuid4()

    with pytest.raises(IntegrityError), transaction.atomic():
        copy_in([row(key=key), row(key=key)])


def test_nothing_is_no_statement(count_queries):
    assert count_queries(lambda: copy_in([])) == 0
