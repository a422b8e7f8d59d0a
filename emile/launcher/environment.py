"""The variables that the settings read, and the servers that they name."""

import os
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from emile.launcher.paths import STATE, make_shared, write_secret
from emile.launcher.postgres import APP, OWNER, Postgres
from emile.launcher.processes import Child
from emile.launcher.sharing import running
from emile.launcher.valkey import Valkey


@dataclass(frozen=True, slots=True)
class Environment:
    """``variables`` for any process; ``servers`` are those that this command started."""

    variables: dict[str, str]
    servers: list[Child] = field(default_factory=list)

    @property
    def as_owner(self) -> dict[str, str]:
        """For what changes the schema."""
        variables = self.variables
        owner = variables.get("DATABASE_OWNER_URL", variables["DATABASE_URL"])
        return {**variables, "DATABASE_URL": owner}


@contextmanager
def prepared(*, fresh: bool = False) -> Iterator[Environment]:
    """The demonstration's environment; addresses that are already set are left as they are."""
    environment = Environment({**os.environ, "DJANGO_SETTINGS_MODULE": "emile.settings.demo"})
    variables = environment.variables
    variables.setdefault("PYTHONUNBUFFERED", "1")
    if "SECRET_KEY" not in variables:
        variables.setdefault("SECRET_KEY_FILE", str(secret_key_file()))
    # Whitenoise complains about a folder of collected files that isn't there.
    (make_shared(STATE) / "static").mkdir(exist_ok=True)
    with ExitStack() as stack:
        if "DATABASE_URL" not in variables:
            postgres = Postgres(durable=True)
            stack.enter_context(running(postgres, fresh=fresh))
            variables["DATABASE_URL"] = postgres.url(APP)
            variables["DATABASE_OWNER_URL"] = postgres.url(OWNER)
            if postgres.child:
                environment.servers.append(postgres.child)
        if "BROKER_URL" not in variables:
            valkey = Valkey(STATE / "valkey", keeps=True)
            stack.enter_context(running(valkey, fresh=fresh))
            variables["BROKER_URL"] = valkey.url
            if valkey.child:
                environment.servers.append(valkey.child)
        yield environment


def secret_key_file() -> Path:
    path = make_shared(STATE) / "secret-key"
    if not path.exists():
        write_secret(path, secrets.token_urlsafe(64))
    return path
