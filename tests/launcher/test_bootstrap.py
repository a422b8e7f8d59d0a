"""The first step runs with whatever Python 3 is there, before anything is installed."""

import ast
import sys

import pytest

from emile import bootstrap


FIRST_FILES = ("manage.py", "emile/bootstrap.py", "emile/__init__.py")


@pytest.mark.parametrize("name", FIRST_FILES)
def test_an_old_python_can_read_the_message_that_it_is_too_old(name):
    source = (bootstrap.ROOT / name).read_text(encoding="utf-8")

    ast.parse(source, feature_version=(3, 7))


def test_the_bootstrap_needs_the_standard_library_only():
    tree = ast.parse((bootstrap.ROOT / "emile/bootstrap.py").read_text(encoding="utf-8"))
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    } | {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


def test_a_changed_lock_or_another_python_asks_for_a_new_installation(tmp_path, monkeypatch):
    lock, stamp = tmp_path / "requirements.lock", tmp_path / "stamp"
    monkeypatch.setattr(bootstrap, "LOCK", lock)
    monkeypatch.setattr(bootstrap, "STAMP", stamp)
    lock.write_text("django==5.2", encoding="utf-8")
    assert not bootstrap.is_up_to_date("cpython-311")

    stamp.write_text(bootstrap.expected_stamp("cpython-311"), encoding="utf-8")
    assert bootstrap.is_up_to_date("cpython-311")
    assert not bootstrap.is_up_to_date("cpython-312")

    lock.write_text("django==5.2.1", encoding="utf-8")
    assert not bootstrap.is_up_to_date("cpython-311")


def test_a_vanished_python_is_noticed(tmp_path, monkeypatch):
    monkeypatch.setattr(bootstrap, "PYTHON", tmp_path / "bin" / "python")

    assert bootstrap.venv_tag() is None
