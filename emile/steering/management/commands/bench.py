"""Measure the pages of the platform on a large database."""

import json
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from emile.steering.bench.database import bench_database
from emile.steering.bench.measure import Report, measure
from emile.steering.bench.pages import pages
from emile.steering.bench.server import Client, server


class Command(BaseCommand):
    help = "Mesure les pages sur une base à part, remplie de ménages fictifs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["pages"])
        parser.add_argument("--households", type=int, default=20_000, help="combien de ménages")
        parser.add_argument(
            "--seed-households",
            type=int,
            default=300,
            help="combien vivent par les services, avant d’être copiés",
        )
        parser.add_argument("--requests", type=int, default=30, help="combien de fois chaque page")
        parser.add_argument("--keep", action="store_true", help="garder la base à la fin")
        parser.add_argument("--json", action="store_true", help="un document sur la sortie")

    def handle(
        self,
        *,
        households: int,
        seed_households: int,
        requests: int,
        keep: bool,
        json: bool,
        **options: Any,
    ) -> None:
        with (
            bench_database(
                seeded=seed_households, total=households, today=timezone.localdate(), keep=keep
            ) as variables,
            server(variables) as port,
        ):
            report = measure(
                partial(Client, port), pages(), requests=requests, tell=self.stderr.write
            )
        self.stdout.write(as_document(report) if json else as_table(report))


def as_document(report: Report) -> str:
    return json.dumps(report.document, ensure_ascii=False)


def as_table(report: Report) -> str:
    head = f"{'page':<28}{'rôle':<14}{'p50':>8}{'p95':>8}{'cpu':>8}{'SQL':>5}{'ratio':>7}"
    rows = [
        f"{one.name:<28}{one.role:<14}{one.p50_ms:>8}{one.p95_ms:>8}{one.cpu_ms:>8}"
        f"{one.statements:>5}{one.ratio:>7}"
        for one in report.pages
    ]
    return "\n".join([f"Page nue\u00a0: {report.bare_ms} ms", head, *rows])
