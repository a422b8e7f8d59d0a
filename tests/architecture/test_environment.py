"""``.env.example`` says every variable that the settings read, and no other."""

import ast
import re

from tests.architecture.source import ROOT, tree_of


READERS = {"text", "flag", "secret", "listing", "amount"}
VARIABLE = re.compile(r"^#?\s?([A-Z][A-Z_]+)=", re.MULTILINE)


def read_by_the_settings() -> set[str]:
    return {
        node.args[0].value
        for path in (ROOT / "emile" / "settings").glob("*.py")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in READERS
        and isinstance(node.args[0], ast.Constant)
    }


def test_the_example_names_each_variable_once():
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    # The owner's address is for the launcher and the deployment; the site never knows it.
    for_deployment = {"DATABASE_OWNER_URL", "DJANGO_SETTINGS_MODULE"}

    assert sorted(VARIABLE.findall(example)) == sorted(read_by_the_settings() | for_deployment)
