"""What every module and every model obeys."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth.models import AbstractBaseUser
from django.db import models

from emile.core.models import Checked, LedgerEntry
from tests.architecture.source import MODULES, OURS, PACKAGES, ROOT, imported_by, name_of, tree_of


# A module becomes a package past four hundred lines; a hundred more are left for the day it happens.
LONGEST = 500
SIGNALS = ("django.db.models.signals", "django.dispatch", "django.core.signals", "celery.signals")
# What answers the domain's questions knows nothing of requests.
DOMAIN = {"models", "selectors", "policies", "services", "workflow", "tasks", "notifications"}
ACRONYMS = ("SIRET", "INSEE", "ROME", "EPCI", "ID", "PMSMP")
CATCH_ALL = {"utils", "helpers", "common", "misc", "managers", "signals"}

APPS = ("emile.core", "emile.steering", *PACKAGES[1:])
MODELS = [
    model
    for model in apps.get_models()
    if model.__module__.split(".")[0] in PACKAGES and not hasattr(model, "pgh_tracked_model")
]


@pytest.mark.parametrize("path", OURS, ids=name_of)
def test_a_module_stays_short(path: Path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_listens_to_signals(path: Path):
    assert imported_by(path).isdisjoint(SIGNALS)


def test_no_module_is_a_drawer():
    assert [name_of(path) for path in MODULES if path.stem in CATCH_ALL] == []


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in OURS
        if DOMAIN.intersection(path.relative_to(ROOT).with_suffix("").parts[1:])
    ],
    ids=name_of,
)
def test_the_domain_never_sees_a_request(path: Path):
    assert [name for name in imported_by(path) if name.startswith("django.http")] == []


@pytest.mark.parametrize(
    # A storage erases files, not rows.
    "path",
    [path for path in OURS if path.stem != "storage"],
    ids=name_of,
)
def test_models_do_not_override_what_the_database_is_told(path: Path):
    """Neither ``save`` nor ``delete``: what must always hold is a constraint."""
    overrides = [
        f"{node.name}.{inner.name}"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ClassDef)
        for inner in node.body
        if isinstance(inner, ast.FunctionDef) and inner.name in {"save", "delete"}
    ]

    assert overrides == []


@pytest.mark.parametrize(
    "model",
    [
        model
        for model in MODELS
        if not model.__module__.startswith("emile.")
        and not issubclass(model, (LedgerEntry, AbstractBaseUser))
    ],
    ids=lambda model: model._meta.label,
)
def test_what_is_typed_is_checked_with_few_queries(model: type[models.Model]):
    assert issubclass(model, Checked)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_rows_have_no_hidden_order(model: type[models.Model]):
    assert list(model._meta.ordering) == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_names_are_written_in_lower_case(model: type[models.Model]):
    names = [str(model._meta.verbose_name), str(model._meta.verbose_name_plural)]
    names += [str(field.verbose_name) for field in model._meta.fields]

    assert [name for name in names if name[:1].isupper() and not name.startswith(ACRONYMS)] == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_people_never_disappear_with_something_else(model: type[models.Model]):
    """A foreign key to a person or an organisation protects it, or says that it is a part of it."""
    to_people = [
        field
        for field in model._meta.fields
        if isinstance(field, models.ForeignKey)
        and field.related_model._meta.label in {"operators.User", "candidates.Person"}
    ]

    assert [
        field.name for field in to_people if field.remote_field.on_delete is models.SET_NULL
    ] == []
