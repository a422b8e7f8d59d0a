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
    """Each worker starts with its slice of the list; an idle one takes the end of another's.

    The browsers, which are the longest, open the first slice. The last one opens with what needs no
    database, while the first is made, and closes with the access table: its world is built there.
    """
    items.sort(key=lambda item: rank(item.nodeid))


def rank(name: str) -> int:
    if "browser" in name:
        return 0
    if name.startswith("tests/architecture/"):
        return 2
    return 3 if name.startswith("tests/test_access.py") else 1
