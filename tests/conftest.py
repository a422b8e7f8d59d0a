"""The fixtures of every test; the machinery is in ``tests/harness``."""

import pytest


pytest_plugins = [
    "tests.harness.database",
    "tests.harness.world",
    "tests.harness.browser",
    "tests.harness.mail",
]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long ones first, so that no worker is left alone with one at the end."""
    items.sort(key=lambda item: "browser" not in item.nodeid)
