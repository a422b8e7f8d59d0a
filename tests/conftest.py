"""The fixtures of every test; the machinery is in ``tests/harness``."""

pytest_plugins = ["tests.harness.database", "tests.harness.browser", "tests.harness.mail"]
