"""What a préfecture report costs beyond WeasyPrint alone, and a hundred of them in a real worker."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from celery import current_app
from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.core.management.base import CommandError
from django.db import transaction
from django.utils import timezone

from emile.core.context import database_context, system
from emile.steering import models
from emile.steering.services.reports import CARRY_ON, ask_of_month, html_of, read
from territories.models import Territory


SUMMARIES, REPEATS = 101, 15
# That of ``emile.settings.bench``: the worker of the bench has its own.
QUEUE = "emile-bench"
START_SECONDS, LONGEST_SECONDS, PAUSE_SECONDS = 60, 900, 0.2
PURPOSE = "banc d’essai"
FIRST_MONTH = date(2026, 10, 1)


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU of one summary, in milliseconds: ours, figures and template included, and WeasyPrint’s on
    the same HTML."""

    ours_ms: float
    raw_ms: float

    @property
    def ratio(self) -> float:
        return round(self.ours_ms / self.raw_ms, 3)


@dataclass(frozen=True, slots=True)
class Report:
    cost: Cost
    summaries: int
    seconds: float
    peak_mb: float

    @property
    def document(self) -> dict[str, Any]:
        return asdict(self) | {"ratio": self.cost.ratio}


def measure_cost(territory: Territory, repeats: int = REPEATS) -> Cost:
    """By turns in one process, so that both meet the same machine; the median of each."""
    from emile.core.pdf import print_pdf

    today, now = timezone.localdate(), timezone.now()
    month = today.replace(day=1)
    report = models.Report(
        scope=models.Scope.TERRITORY, territory=territory, first=month, last=month
    )

    def ours() -> None:
        with database_context(system(PURPOSE)), transaction.atomic():
            html = html_of(read(report, now))
        print_pdf(html)

    with database_context(system(PURPOSE)), transaction.atomic():
        html = html_of(read(report, now))
    # What each reads once is read before.
    ours()
    raw(html)
    turns = [(_cpu_ms(ours), _cpu_ms(lambda: raw(html))) for _ in range(repeats)]
    return Cost(
        round(median(ours_ms for ours_ms, _ in turns), 1),
        round(median(raw_ms for _, raw_ms in turns), 1),
    )


def raw(html: str) -> bytes:
    """As its documentation says: a style sheet, its fonts, a PDF."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from emile.core.pdf import STYLE, UNIVERSAL, StaticOnly

    fonts = FontConfiguration()
    style = CSS(url=STYLE, url_fetcher=StaticOnly(), font_config=fonts)
    page = HTML(string=html, url_fetcher=StaticOnly())
    content: bytes = page.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant=UNIVERSAL)
    return content


def _cpu_ms(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def measure_pdf(
    variables: Mapping[str, str], *, summaries: int = SUMMARIES, tell: Callable[[str], object]
) -> Report:
    territory = Territory.objects.taking_part_on(timezone.localdate()).order_by("pk")[0]
    cost = measure_cost(territory)
    tell(f"{cost.ours_ms} ms contre {cost.raw_ms} ms")
    report_ids = _asked(territory, summaries)
    with _worker(variables) as pid:
        start = time.perf_counter()
        for report_id in report_ids:
            current_app.send_task(CARRY_ON, kwargs={"report_id": report_id}, queue=QUEUE)
        peak = _wait_until_made(report_ids, pid)
        seconds = time.perf_counter() - start
    return Report(cost, summaries, round(seconds, 1), round(peak / 1024, 1))


def _asked(territory: Territory, summaries: int) -> list[int]:
    with database_context(system(PURPOSE)), transaction.atomic():
        for rank in range(summaries):
            month = FIRST_MONTH - relativedelta(months=rank)
            ask_of_month([territory], month, now=timezone.now())
        asked = models.Report.objects.monthly().filter(territory=territory)
        return list(asked.order_by("pk").values_list("pk", flat=True))


@contextmanager
def _worker(variables: Mapping[str, str]) -> Iterator[int]:
    """One process that works and the one that watches over it, on the queue of the bench."""
    command = [sys.executable, "-m", "celery", "--app", "emile.celery:app", "--quiet", "worker"]
    options = ["--concurrency", "1", "--loglevel", "WARNING", "--queues", QUEUE]
    worker = subprocess.Popen(
        [*command, *options], env=dict(variables), cwd=settings.BASE_DIR, stdout=sys.stderr
    )
    try:
        yield worker.pid
    finally:
        worker.terminate()
        worker.wait(timeout=START_SECONDS)


def _wait_until_made(report_ids: list[int], pid: int) -> int:
    """The most memory that a process of the worker took, in kB, as the kernel remembers it."""
    peak, until = 0, time.monotonic() + LONGEST_SECONDS
    while time.monotonic() < until:
        peak = max(peak, *(_peak_kb(one) for one in (pid, *children_of(pid))))
        with database_context(system(PURPOSE)), transaction.atomic():
            waiting = models.Report.objects.filter(pk__in=report_ids).pending()
            if not waiting.exists():
                return peak
        time.sleep(PAUSE_SECONDS)
    raise CommandError("Le processus de travail n’a pas tout fait à temps.")


def children_of(pid: int) -> list[int]:
    """None where the kernel does not say."""
    try:
        listed = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(child) for child in listed.split()]


def _peak_kb(pid: int) -> int:
    """Zero where the kernel does not say."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    lines = (line.split() for line in status.splitlines() if line.startswith("VmHWM:"))
    return next((int(line[1]) for line in lines), 0)


def as_table(report: Report) -> str:
    return "\n".join(
        [
            f"CPU d’un rapport du mois\u00a0: {report.cost.ours_ms} ms, WeasyPrint seul "
            f"{report.cost.raw_ms} ms, rapport {report.cost.ratio}",
            f"{report.summaries} rapports du mois\u00a0: {report.seconds} s, "
            f"{report.peak_mb} Mo au plus dans un processus",
        ]
    )
