"""The real server, alone on a free loopback port, and a client that keeps its connection."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException

from django.core.management.base import CommandError

from emile.steering.bench.costs import CPU, STATEMENTS


LOOPBACK = "127.0.0.1"
START_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    seconds: float
    statements: int
    cpu_seconds: float


class Client:
    """One person’s browser, without what pages bring along."""

    def __init__(self, port: int, cookie: str = "") -> None:
        self.port, self.cookie = port, cookie
        self._connection = HTTPConnection(LOOPBACK, port, timeout=60)

    def get(self, path: str) -> Answer:
        start = time.perf_counter()
        self._connection.request("GET", path, headers={"Cookie": self.cookie})
        response = self._connection.getresponse()
        response.read()
        return Answer(
            response.status,
            time.perf_counter() - start,
            int(response.headers.get(STATEMENTS, 0)),
            float(response.headers.get(CPU, 0)),
        )


@contextmanager
def server(variables: Mapping[str, str]) -> Iterator[int]:
    """Its port. One process and one thread: what a request costs is then its own."""
    with socket.socket() as free:
        free.bind((LOOPBACK, 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", LOOPBACK]
    command += ["--port", str(port), "--workers", "1", "--blocking-threads", "1", "--no-ws"]
    database = f"{variables['DATABASE_URL']}?pool=2"
    process = subprocess.Popen(
        [*command, "--log-level", "warning", "emile.wsgi:application"],
        env={**variables, "DATABASE_URL": database},
        stdout=sys.stderr,
    )
    try:
        _wait(process, port)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with suppress(OSError, HTTPException):
            Client(port).get("/accessibilite/")
            return
        time.sleep(0.1)
    raise CommandError("Le serveur du banc d’essai n’a pas démarré.")
