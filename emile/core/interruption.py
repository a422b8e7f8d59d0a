"""Long computations that stop when they are told to."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from django.core.management.base import CommandError


INTERRUPTED = 130


@contextmanager
def stopped_in_a_sentence() -> Iterator[None]:
    """Ctrl-C, SIGTERM and a closed terminal end a command alike, once."""

    def interrupt(number: int, frame: FrameType | None) -> NoReturn:
        for further in numbers:
            signal.signal(further, signal.SIG_IGN)
        raise KeyboardInterrupt

    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, interrupt) for number in numbers}
    try:
        yield
    except KeyboardInterrupt:
        raise CommandError(
            "Le calcul a été interrompu\u00a0: il n’y a pas de résultat, et rien n’a été écrit.",
            returncode=INTERRUPTED,
        ) from None
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
