"""What the documents say must be true: commands, links, images, folders, words."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import get_commands

from emile.launcher.cli import VERBS
from emile.steering.management.commands.take_captures import CAPTURES, MOST_BYTES


ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = [*ROOT.glob("*.md"), *sorted((ROOT / "docs").rglob("*.md"))]
OURS = [config for config in apps.get_app_configs() if Path(config.path).is_relative_to(ROOT)]
OURS = [config for config in OURS if ".venv" not in config.path]
CODE = re.compile(r"`([A-Za-z_]+)`")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_to_a_file(document):
    links = re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8"))
    local = [link for link in links if "://" not in link]

    assert [link for link in local if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_exists(document):
    verbs = set(re.findall(r"manage\.py ([a-z_]+)", document.read_text(encoding="utf-8")))

    assert verbs - set(VERBS) - set(get_commands()) == set()


def test_the_map_names_every_folder_of_the_code_and_no_other():
    _, _, after = README.partition("## The map")
    named = set(re.findall(r"`([\w/]+)/`", after.partition("\n## ")[0]))
    packages = {str(Path(config.path).relative_to(ROOT)) for config in OURS}

    assert {folder for folder in named if not (ROOT / folder).is_dir()} == set()
    assert packages <= named


def test_every_capture_is_shown_and_light():
    shown = set(re.findall(r"docs/captures/([\w-]+)\.png", README))
    kept = {path.stem for path in (ROOT / "docs" / "captures").iterdir()}

    assert shown == kept == {capture.name for capture in CAPTURES}
    for name in kept:
        assert (ROOT / "docs" / "captures" / f"{name}.png").stat().st_size <= MOST_BYTES


def test_every_noun_of_the_code_has_its_line_in_the_glossary():
    glossary = (ROOT / "docs" / "glossaire.md").read_text(encoding="utf-8")
    known = set(CODE.findall(glossary))

    assert sorted(nouns() - known) == []


def test_decisions_are_numbered_in_order_without_a_gap():
    decisions = sorted(path.name for path in (ROOT / "docs" / "adr").iterdir())

    assert [int(name[:4]) for name in decisions] == list(range(1, len(decisions) + 1))


def nouns() -> set[str]:
    """Models, histories aside, and the choices of their fields."""
    models = {
        model.__name__
        for config in OURS
        for model in config.get_models()
        if not hasattr(model, "pgh_tracked_model")
    }
    choices = {
        node.name
        for config in OURS
        for path in [*Path(config.path).glob("enums.py"), *Path(config.path).glob("enums/*.py")]
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
    }
    return models | choices
