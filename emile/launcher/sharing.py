"""One server for several commands: the first starts it, the last to leave stops it."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

from emile.launcher.console import Refusal
from emile.launcher.paths import RUN, make_private


class Server(Protocol):
    name: str

    def start(self) -> None:
        """Start it, or find it running."""

    def stop(self) -> None: ...

    def wipe(self) -> None:
        """Forget everything it kept. It is not running."""


@contextmanager
def running(server: Server, *, fresh: bool = False) -> Iterator[None]:
    """Keep ``server`` up during the block.

    Every user holds a shared lock that the system releases even when a command is killed: whoever
    gets it for itself alone is the last one.
    """
    with usage(server).open("w") as mine:
        with turn(server):
            if fresh and not try_alone(mine):
                raise Refusal(
                    f"Une autre commande utilise {server.name}\u00a0: arrêtez-la d’abord."
                )
            if fresh:
                server.stop()
                server.wipe()
            fcntl.flock(mine, fcntl.LOCK_SH)
            server.start()
        try:
            yield
        finally:
            with turn(server):
                if try_alone(mine):
                    server.stop()


@contextmanager
def turn(server: Server) -> Iterator[None]:
    """One command at a time starts or stops it."""
    with (make_private(RUN) / f"{server.name}.turn").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def usage(server: Server) -> Path:
    return make_private(RUN) / f"{server.name}.users"


def try_alone(lock: IO[str]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
