"""Forgetting who people were changes no figure: these hold codes, months and counts."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import models
from django.utils import timezone

from candidates.models import ContactPoint, Household, Person
from emile.core.context import database_context, system
from emile.steering.bench.clone import multiply_files, parts_of_files
from emile.steering.services.figures import rebuild
from tests.steering.test_figures import everything


pytestmark = pytest.mark.django_db

SEEDED, FILES, FORGOTTEN = 20, 120, 100
# What journals and what was signed are made of is written once, whatever is forgotten beside.
WRITTEN_ONCE = {"kind", "actor_kind", "content_hash", "checksum", "digest", "occurrence", "path"}
BORN = date(1900, 1, 1)


def forget(people: models.QuerySet[Person]) -> None:
    """Their names and births, how to reach them, and every text of any file."""
    ContactPoint.objects.filter(person__in=people).delete()
    people.update(first_name="", last_name="", birth_name="", birth_date=BORN)
    for model in parts_of_files():
        for field in model._meta.concrete_fields:
            is_text = isinstance(field, models.CharField | models.TextField)
            is_kept = field.choices or field.unique or field.name in WRITTEN_ONCE
            if is_text and not is_kept and model is not Person:
                rows = model._default_manager.exclude(**{field.name: ""})
                rows.update(**{field.name: "x"})


def test_forgetting_a_hundred_households_changes_no_figure():
    call_command("seed_demo", households=SEEDED, stderr=StringIO())
    now = timezone.now()
    with database_context(system("test")):
        multiply_files(FILES, today=timezone.localdate(now))
        rebuild(now=now)
        before = everything()
        households = Household.objects.order_by("pk").values("pk")[:FORGOTTEN]
        people = Person.objects.filter(memberships__household__in=households)
        known = people.exclude(last_name="").count()

        forget(people)

        assert (known >= FORGOTTEN, people.exclude(last_name="").count()) == (True, 0)
        rebuild(now=now)
        assert everything() == before
