"""Read what a stranger wrote in a process whose memory and time are bounded.

A file of a few kilobytes may unfold into gigabytes, or break what decodes it: that process may die
of it, and nothing else does.
"""

import resource
import subprocess
import sys
from pathlib import Path


ROOT = Path(__file__).resolve().parents[2]
MOST_MEMORY = 1 << 30
MOST_SECONDS = 30


class ReaderDied(Exception):
    """It refused what it was given, or did not survive it."""


def run_bounded(module: str, content: bytes) -> bytes:
    """What the module, run with ``-m``, writes when it is given these bytes. Raises ReaderDied."""
    try:
        outcome = subprocess.run(
            [sys.executable, "-m", module],
            input=content,
            capture_output=True,
            cwd=ROOT,
            timeout=2 * MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ReaderDied from None
    if outcome.returncode:
        raise ReaderDied(outcome.returncode)
    return outcome.stdout


def bind() -> None:
    """Called first by the module that reads: beyond these bounds the system kills it."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
