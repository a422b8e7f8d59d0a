"""Measure the pages of the platform, its imports and its PDFs on a database apart, or the allocation
engine without one."""

import json as documents
from collections.abc import Mapping
from contextlib import AbstractContextManager
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from emile.core.interruption import stopped_in_a_sentence
from emile.steering.bench import dashboards, imports, matching, pdf
from emile.steering.bench.database import (
    APP,
    bench_database,
    connected_to,
    existing_database,
    prepared_database,
    seeded_database,
)
from emile.steering.bench.measure import Report, measure
from emile.steering.bench.pages import pages
from emile.steering.bench.server import Client, server


FILES, COUNTED_FILES, MATCHED, ROWS, COUNTED = 20_000, 10_000, 2_000, 100_000, 60
PROVEN = {"naive_milp", "ours_proof"}


class Command(BaseCommand):
    help = (
        "Mesure les pages, les imports ou les PDF sur une base à part, ou l’appariement sur des ménages "
        "tirés au sort. « bench faults », qui a ses propres serveurs, a ses propres options\u00a0: "
        "« bench faults --help »."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["pages", "dashboards", "matching", "imports", "pdf"])
        parser.add_argument(
            "--households",
            type=int,
            help="combien de ménages (pages\u00a0: 20000, dashboards\u00a0: 10000, "
            "matching\u00a0: 2000, pdf\u00a0: 60)",
        )
        parser.add_argument(
            "--seed-households",
            type=int,
            default=300,
            help="combien vivent par les services, avant d’être copiés",
        )
        parser.add_argument("--requests", type=int, default=30, help="combien de fois chaque page")
        parser.add_argument(
            "--seeds", type=int, default=1, help="matching\u00a0: combien de tirages"
        )
        parser.add_argument(
            "--methods", help="matching\u00a0: lesquelles, séparées par des virgules"
        )
        parser.add_argument(
            "--rows", type=int, default=ROWS, help="imports\u00a0: combien de lignes (100000)"
        )
        parser.add_argument(
            "--database",
            help="dashboards\u00a0: celle que « seed_demo --bulk » a remplie, au lieu d’une neuve",
        )
        parser.add_argument("--keep", action="store_true", help="garder la base à la fin")
        parser.add_argument("--json", action="store_true", help="un document sur la sortie")

    def handle(
        self,
        *,
        what: str,
        households: int | None,
        seed_households: int,
        requests: int,
        seeds: int,
        methods: str | None,
        rows: int,
        database: str | None,
        keep: bool,
        json: bool,
        **options: Any,
    ) -> None:
        if what == "imports":
            self.measure_imports(rows, keep=keep, json=json)
            return
        if what == "pdf":
            self.measure_pdf(households or COUNTED, keep=keep, json=json)
            return
        if what == "matching":
            self.measure_matching(households or MATCHED, seeds, methods, json=json)
            return
        if what == "dashboards":
            base = (
                existing_database(database)
                if database
                else bench_database(
                    seeded=seed_households,
                    total=households or COUNTED_FILES,
                    today=timezone.localdate(),
                    keep=keep,
                )
            )
            self.measure_dashboards(base, requests, json=json)
            return
        with (
            bench_database(
                seeded=seed_households,
                total=households or FILES,
                today=timezone.localdate(),
                keep=keep,
            ) as variables,
            server(variables) as port,
        ):
            report = measure(
                partial(Client, port), pages(), requests=requests, tell=self.stderr.write
            )
        self.stdout.write(as_document(report) if json else as_table(report))

    def measure_dashboards(
        self, base: AbstractContextManager[Mapping[str, str]], requests: int, *, json: bool
    ) -> None:
        with base as variables:
            report = dashboards.measure_dashboards(
                variables, requests=requests, tell=self.stderr.write
            )
        if json:
            self.stdout.write(documents.dumps(report.document, ensure_ascii=False))
        else:
            rebuilt = f"{report.files} dossiers comptés en {report.seconds} s"
            self.stdout.write(f"{as_table(report.report)}\n{rebuilt}, {report.rate} par seconde")

    def measure_imports(self, rows: int, *, keep: bool, json: bool) -> None:
        with prepared_database(keep=keep) as variables, connected_to(variables[APP]):
            report = imports.measure_imports(rows, tell=self.stderr.write)
        if json:
            self.stdout.write(documents.dumps(report.document, ensure_ascii=False))
        else:
            self.stdout.write(imports.as_table(report))

    def measure_pdf(self, households: int, *, keep: bool, json: bool) -> None:
        with (
            seeded_database(seeded=households, keep=keep) as variables,
            connected_to(variables[APP]),
        ):
            report = pdf.measure_pdf(variables, tell=self.stderr.write)
        if json:
            self.stdout.write(documents.dumps(report.document, ensure_ascii=False))
        else:
            self.stdout.write(pdf.as_table(report))

    def measure_matching(
        self, households: int, seeds: int, methods: str | None, *, json: bool
    ) -> None:
        wanted = matching.default_methods(households) if methods is None else methods.split(",")
        unknown = set(wanted) - {*matching.METHODS, *matching.STUDIES}
        if unknown or households < 1 or seeds < 1:
            known = ", ".join((*matching.METHODS, *matching.STUDIES))
            raise CommandError(f"Au moins un ménage, un tirage, et des méthodes parmi {known}.")
        if households > matching.LARGEST_PROOF and not PROVEN.isdisjoint(wanted):
            raise CommandError("naive_milp et ours_proof ne vont que jusqu’à 2\u202f000 ménages.")
        with stopped_in_a_sentence():
            report = matching.measure_matching(
                households, seeds=seeds, methods=wanted, tell=self.stderr.write
            )
        if json:
            self.stdout.write(documents.dumps(report.document, ensure_ascii=False))
        else:
            self.stdout.write(matching.as_table(report))


def as_document(report: Report) -> str:
    return documents.dumps(report.document, ensure_ascii=False)


def as_table(report: Report) -> str:
    head = f"{'page':<28}{'rôle':<14}{'p50':>8}{'p95':>8}{'cpu':>8}{'SQL':>5}{'ratio':>7}"
    rows = [
        f"{one.name:<28}{one.role:<14}{one.p50_ms:>8}{one.p95_ms:>8}{one.cpu_ms:>8}"
        f"{one.statements:>5}{one.ratio:>7}"
        for one in report.pages
    ]
    return "\n".join([f"Page nue\u00a0: {report.bare_ms} ms", head, *rows])
