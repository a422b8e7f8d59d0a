"""How long, how much of the processor, how many statements; beside a page with nothing in it."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median, quantiles
from typing import Any, Protocol

from django.core.management.base import CommandError

from emile.steering.bench.pages import Page
from emile.steering.bench.server import Answer


WARM_UP = 3
BARE = "/_bench/"


class Client(Protocol):
    def get(self, path: str) -> Answer: ...


@dataclass(frozen=True, slots=True)
class Measure:
    """``cpu_ms`` is that of the server’s process; ``ratio`` compares the medians to the bare page’s."""

    name: str
    role: str
    p50_ms: float
    p95_ms: float
    cpu_ms: float
    statements: int
    ratio: float


@dataclass(frozen=True, slots=True)
class Report:
    pages: Sequence[Measure]
    bare_ms: float

    @property
    def document(self) -> dict[str, Any]:
        return {"pages": [asdict(page) for page in self.pages], "bare_ms": self.bare_ms}


def measure(
    connect: Callable[[str], Client],
    pages: Sequence[Page],
    *,
    requests: int,
    tell: Callable[[str], object],
) -> Report:
    """``connect`` gives the client of a cookie.

    The bare page is asked for before each page: what the machine does besides weighs on both."""
    bare: list[float] = []
    measured: list[tuple[Page, list[Answer]]] = []
    for page in pages:
        client = connect(page.cookie)
        bare += [answer.seconds for answer in _ask(client, BARE, requests)[1:]]
        answers = _ask(client, page.path, requests)
        measured.append((page, answers))
        tell(f"{page.role} {page.name}\u00a0: {_milliseconds(median(_seconds(answers)))} ms")
    bare_ms = _milliseconds(median(bare))
    return Report([_measure(page, answers, bare_ms) for page, answers in measured], bare_ms)


def _ask(client: Client, path: str, requests: int) -> list[Answer]:
    """The first of the answers is the last of the warm-up: costs count from there."""
    answers = [client.get(path) for _ in range(WARM_UP + requests)][WARM_UP - 1 :]
    if any(answer.status != 200 for answer in answers):
        raise CommandError(f"{path}\u00a0: {answers[0].status}")
    return answers


def _seconds(answers: Sequence[Answer]) -> list[float]:
    return [answer.seconds for answer in answers[1:]]


def _measure(page: Page, answers: Sequence[Answer], bare_ms: float) -> Measure:
    p50 = _milliseconds(median(_seconds(answers)))
    spent = answers[-1].cpu_seconds - answers[0].cpu_seconds
    return Measure(
        name=page.name,
        role=page.role,
        p50_ms=p50,
        p95_ms=_milliseconds(quantiles(_seconds(answers), n=20)[-1]),
        cpu_ms=_milliseconds(spent / (len(answers) - 1)),
        statements=answers[-1].statements,
        ratio=round(p50 / bare_ms, 2),
    )


def _milliseconds(seconds: float) -> float:
    return round(seconds * 1000, 2)
