"""``manage.py test``: pytest, on a real database and a real broker of its own."""

import os
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from emile.bootstrap import PYTHON
from emile.launcher import processes
from emile.launcher.console import Refusal
from emile.launcher.paths import STATE, make_shared
from emile.launcher.postgres import APP, OWNER, Postgres
from emile.launcher.sharing import running
from emile.launcher.system import CHROMIUM, PANGO, meet
from emile.launcher.valkey import Valkey


def run(arguments: Sequence[str]) -> int:
    meet([PANGO, CHROMIUM])
    variables = {**os.environ, "DJANGO_SETTINGS_MODULE": "emile.settings.test"}
    (make_shared(STATE) / "static").mkdir(exist_ok=True)
    processes.stop_orphans()
    with ExitStack() as stack:
        if "DATABASE_URL" not in variables:
            postgres = Postgres(name="postgres-test", durable=False)
            stack.enter_context(running(postgres))
            variables["DATABASE_URL"] = postgres.url(APP)
            variables["DATABASE_OWNER_URL"] = postgres.url(OWNER)
        elif "DATABASE_OWNER_URL" not in variables:
            raise Refusal("Les tests créent des bases\u00a0: DATABASE_OWNER_URL est nécessaire.")
        if "BROKER_URL" not in variables:
            # Not shared: two runs at once would read each other's messages.
            home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="emile-valkey-")))
            valkey = Valkey(home, keeps=False, log=home / "log")
            stack.callback(valkey.stop)
            valkey.start()
            stack.enter_context(processes.remembered(valkey.child))
            variables["BROKER_URL"] = valkey.url
        workers = ["--numprocesses", "auto", "--dist", "worksteal"]
        pytest = [str(PYTHON), "-m", "pytest", *workers, *arguments]
        return processes.run_in_foreground(pytest, env=variables)
