"""What every template obeys, whoever wrote it."""

import re
from pathlib import Path

import pytest


ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
TEXTS = [*TEMPLATES, *sorted((ROOT / "templates").rglob("*.txt"))]
APPS = ["candidates", "emile", "matching", "operators", "territories"]
CODE = [path for app in APPS for path in (ROOT / app).rglob("*.py")]

# Loaded by name by Django, by a form pack or by django-dsfr's fields.
LOADED_BY_OTHERS = re.compile(r"django/forms/|[45]\d\d\.html|emile_dsfr/|dsfr/form_field_snippets/")

COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
LOAD = re.compile(r"^\s*\{% load (.+?) %\}$", re.MULTILINE)
BLOCK = re.compile(r"\{% (block|endblock)(?: (\w+))? %\}")
REFERENCE = re.compile(r"""["']([\w/.-]+\.(?:html|txt))["']""")

FORBIDDEN = {
    "inline style": re.compile(r"<style|\sstyle\s*=", re.IGNORECASE),
    "inline script": re.compile(r"<script(?![^>]*\ssrc=)", re.IGNORECASE),
    "inline handler": re.compile(r"\son[a-z]+\s*=\s*[\"']|\shx-on", re.IGNORECASE),
    "script in an address": re.compile(r"javascript:", re.IGNORECASE),
    "another site's resource": re.compile(r"<(?:script|link|img)[^>]+(?:src|href)=[\"']https?:"),
}


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT / "templates"))


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_nothing_that_the_security_policy_would_block(path):
    source = COMMENT.sub("", path.read_text(encoding="utf-8"))

    assert [what for what, pattern in FORBIDDEN.items() if pattern.search(source)] == []


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_no_middle_dot_nor_bracketed_ending_inside_a_word(path):
    source = path.read_text(encoding="utf-8")

    assert re.findall(r"\w+·\w*|\w\((?:e|s|es|ne|trice)\)", source) == []


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_typography_is_french(path):
    source = path.read_text(encoding="utf-8")
    words = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<[^>]*>", "\0", source, flags=re.DOTALL)

    assert re.findall(r"\w'\w+", words) == [], "the apostrophe is ’"
    assert re.findall(r"[^\s\u00a0\u202f]* [;:!?»](?=\s|$)|« ", words) == [], "use U+00A0"


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_the_reference_of_a_household_stays_on_one_line(path):
    source = path.read_text(encoding="utf-8")
    not_shown = r"\{% block title %\}.*|<span class=\"fr-sr-only\">.*?</span>|\|unbroken:[\w.]+"
    shown = re.sub(not_shown, "", source)

    assert re.findall(r"household\.reference(?!\|unbroken)", shown) == [], "use |unbroken"


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_loads_are_sorted_and_one_per_line(path):
    loads = LOAD.findall(path.read_text(encoding="utf-8"))

    assert [load for load in loads if " " in load] == []
    assert loads == sorted(loads)


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_each_end_of_block_says_its_name(path):
    opened: list[str] = []
    for kind, name in BLOCK.findall(COMMENT.sub("", path.read_text(encoding="utf-8"))):
        if kind == "block":
            opened.append(name)
        else:
            assert name == opened.pop()
    assert opened == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "templates" / "components").glob("*.html")), ids=name_of
)
def test_a_component_says_what_it_expects_in_its_first_line(path):
    first_line = path.read_text(encoding="utf-8").splitlines()[0]

    assert re.fullmatch(r"\{# .+\. ?.*#\}", first_line)


def test_every_template_is_used():
    mentioned = {
        name
        for path in [*TEXTS, *CODE]
        for name in REFERENCE.findall(COMMENT.sub("", path.read_text(encoding="utf-8")))
    }
    # Messages are named without their endings; tests/steering/test_message_templates.py has them all.
    messages = {name_of(path) for path in TEXTS if name_of(path).startswith(("emails/", "texts/"))}
    templates = {name_of(path) for path in TEXTS} - messages

    unused = {name for name in templates - mentioned if not LOADED_BY_OTHERS.match(name)}
    assert unused == set()
