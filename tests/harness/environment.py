"""What must be true before Django reads its settings, in each process that runs tests."""

import atexit
import ipaddress
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest


WORKER = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
# The controller's number, which its workers inherit.
RUN = int(os.environ.setdefault("EMILE_TEST_RUN", str(os.getpid())))
NEEDED = ("DATABASE_URL", "DATABASE_OWNER_URL", "BROKER_URL")

if missing := [name for name in NEEDED if name not in os.environ]:
    raise pytest.UsageError(
        f"{', '.join(missing)} not set: run the tests with `python3 manage.py test`."
    )
os.environ["DJANGO_SETTINGS_MODULE"] = "emile.settings.test"
# One folder for the run: what one worker writes, another may read.
os.environ["DOCUMENTS_ROOT"] = str(Path(tempfile.gettempdir()) / f"emile-documents-{RUN}")
if "PYTEST_XDIST_WORKER" not in os.environ:
    atexit.register(shutil.rmtree, os.environ["DOCUMENTS_ROOT"], ignore_errors=True)
os.environ["CLAMD_URL"] = ""
# Playwright's synchronous interface runs an event loop in the thread of the test.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
# Workers share a broker, each with a database of its own.
_server, _, _ = os.environ["BROKER_URL"].rpartition("/")
os.environ["BROKER_URL"] = f"{_server}/{WORKER.removeprefix('gw')}"


def refuse_other_machines(event: str, arguments: tuple[Any, ...]) -> None:
    """A test that reaches for the network fails, instead of depending on it."""
    if event == "socket.connect" and isinstance(address := arguments[1], tuple):
        try:
            is_local = ipaddress.ip_address(address[0]).is_loopback
        except ValueError:
            is_local = address[0] == "localhost"
        if not is_local:
            raise ConnectionRefusedError(f"Tests stay on this machine: {address[0]} refused.")


sys.addaudithook(refuse_other_machines)
