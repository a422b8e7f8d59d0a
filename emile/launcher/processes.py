"""Start processes, watch them, stop them, and recognise those that a killed launcher left."""

import os
import signal
import subprocess
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from emile.bootstrap import ROOT, VENV
from emile.launcher.paths import LOGS, RUN, Identity, make_private


GRACE_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Child:
    name: str
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def has_died(self) -> bool:
        return self.process.poll() is not None

    def last_lines(self, count: int = 15) -> str:
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(f"    {line}" for line in lines[-count:])


def spawn(
    name: str,
    command: Sequence[str],
    *,
    env: Mapping[str, str],
    log: Path | None = None,
    cwd: Path = ROOT,
    identity: Identity | None = None,
    text: bytes | None = None,
) -> Child:
    """Start a process in a group of its own, so that Ctrl-C reaches the launcher alone.

    ``text`` is given on its standard input: what must not be read in the list of processes.
    """
    log = log or make_private(LOGS) / f"{name}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            env=env,
            cwd=cwd,
            stdin=subprocess.DEVNULL if text is None else subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            **(identity or {}),
        )
    if text is not None and process.stdin:
        with suppress(BrokenPipeError), process.stdin as stream:
            stream.write(text)
    return Child(name, process, log)


def stop(children: Iterable[Child]) -> None:
    """Ask all politely, at once; after the grace delay, end whole groups."""
    children = list(children)
    for child in children:
        if not child.has_died:
            child.process.terminate()
    deadline = time.monotonic() + GRACE_SECONDS
    for child in children:
        with suppress(subprocess.TimeoutExpired):
            child.process.wait(max(deadline - time.monotonic(), 0))
        end_group(child.process.pid)
        child.process.wait()


def end_group(leader: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)


def is_alive(pid: int) -> bool:
    """Whether it still runs: a zombie has no command line any more."""
    return bool(command_of(pid))


def is_taken(pid: int) -> bool:
    """Whether the number names something, be it a zombie that its parent has not looked at."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def command_of(pid: int) -> str:
    """The command line of a process, empty when there is none."""
    if Path("/proc/self").exists():
        try:
            return os.fsdecode(Path(f"/proc/{pid}/cmdline").read_bytes()).replace("\0", " ")
        except OSError:
            return ""
    command = ["ps", "-o", "command=", "-p", str(pid)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def wait_until_gone(pid: int, *, seconds: float = GRACE_SECONDS) -> bool:
    deadline = time.monotonic() + seconds
    while is_alive(pid):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def remember(children: Iterable[Child], record: str) -> None:
    lines = [f"{child.process.pid}\n" for child in children]
    (make_private(RUN) / record).write_text("".join(lines), encoding="ascii")


def stop_leftovers(record: str) -> None:
    """End what a killed launcher left, if these numbers still name processes of this project."""
    path = RUN / record
    if not path.exists():
        return
    for pid in map(int, path.read_text(encoding="ascii").split()):
        if str(VENV) in command_of(pid):
            end_group(pid)
            wait_until_gone(pid)
    path.unlink()


@contextmanager
def remembered(child: Child | None) -> Iterator[None]:
    """Let ``stop_orphans`` end this child, should the present process be killed."""
    record = f"child-of-{os.getpid()}.pids"
    remember(filter(None, [child]), record)
    try:
        yield
    finally:
        (RUN / record).unlink()


def stop_orphans() -> None:
    for record in RUN.glob("child-of-*.pids"):
        if not is_alive(int(record.stem.rpartition("-")[2])):
            stop_leftovers(record.name)


def run_in_foreground(command: Sequence[str], *, env: Mapping[str, str]) -> int:
    """Give the terminal to a command: Ctrl-C is its own, SIGTERM is passed on."""
    process: subprocess.Popen[bytes] | None = None

    def leave_to_the_command(number: int, frame: FrameType | None) -> None:
        if process and number != signal.SIGINT:
            process.send_signal(number)

    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, leave_to_the_command) for number in numbers}
    try:
        process = subprocess.Popen(command, env=env, cwd=ROOT)
        return process.wait()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
