"""Only what acts on behalf of somebody writes to the database."""

import ast
from pathlib import Path

import pytest

from tests.architecture.source import MODULES, ROOT, name_of, tree_of


# A module of one of these names, or a package that holds it.
WRITERS = {"services", "workflow", "tasks", "admin", "commands", "migrations", "core"}
# Never loads a model.
WITHOUT_MODELS = {"launcher"}
WRITES = {
    "save",
    "delete",
    "create",
    "update",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
}
READERS = [
    path
    for path in MODULES
    if (WRITERS | WITHOUT_MODELS).isdisjoint(path.relative_to(ROOT).with_suffix("").parts)
]


def is_write(call: ast.Call) -> bool:
    """A queryset's ``update`` takes keywords; that of a dictionary or a digest, a value."""
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in WRITES:
        return False
    return call.func.attr != "update" or not call.args


@pytest.mark.parametrize("path", READERS, ids=name_of)
def test_only_services_and_their_like_write(path: Path):
    writes = [
        f"{name_of(path)}:{node.lineno} .{node.func.attr}()"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and is_write(node)
    ]

    assert writes == []
