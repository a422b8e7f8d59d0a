"""Fill an empty database with the accounts and households of the demonstration."""

import os
from contextlib import nullcontext
from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.utils import timezone

from candidates.models import Parcours
from candidates.services import measure_durations
from emile.core.context import database_context, system
from emile.steering.bench.database import bulk_database
from emile.steering.demo import HOUSEHOLDS, seed_households
from emile.steering.services.figures import follow_journal


# Enough for each to be told in its own way.
TOLD_IN_BULK = 300


class Command(BaseCommand):
    help = "Comptes et ménages fictifs. Ne fait rien si des dossiers existent déjà."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--households",
            type=int,
            default=len(HOUSEHOLDS),
            help=f"combien de ménages\u00a0; au-delà de {len(HOUSEHOLDS)}, ils sont tirés au sort",
        )
        parser.add_argument("--seed", type=int, default=1, help="le tirage")
        parser.add_argument(
            "--processes",
            type=int,
            help="combien de processus se les partagent\u00a0: un seul pour la démonstration, un par "
            "cœur au-delà\u00a0; à plusieurs, interrompus, ils laissent ceux qui sont déjà là",
        )

        parser.add_argument(
            "--bulk",
            action="store_true",
            help="pour les bancs d’essai\u00a0: une base à part, où la vie de quelques centaines de "
            "ménages est recopiée jusqu’à en faire autant que demandé",
        )

    def handle(
        self, *, households: int, seed: int, processes: int | None, bulk: bool, **options: Any
    ) -> None:
        if bulk:
            self.seed_in_bulk(households, seed)
            return
        if processes is None:
            processes = 1 if households <= len(HOUSEHOLDS) else os.cpu_count() or 1
        with transaction.atomic(), database_context(system("données fictives")):
            if Parcours.objects.exists():
                self.stderr.write("Des dossiers existent déjà\u00a0: rien n’est ajouté.")
                return
        present = timezone.localtime()
        # Nobody acts at night; before nine, what is of today is of this very moment.
        now = min(present, present.replace(hour=9, minute=0, second=0, microsecond=0))
        # Alone, it leaves everything or nothing: a demonstration that was killed is begun again.
        with transaction.atomic() if processes == 1 else nullcontext():
            for told in seed_households(households, seed=seed, now=now, processes=processes):
                self.stderr.write(f"{told} sur {households} ménages", ending="\r")
        measure_durations(on=now.date())
        follow_journal(now=present)
        self.stderr.write(f"\n{households} ménages fictifs.")

    def seed_in_bulk(self, households: int, seed: int) -> None:
        start, today = perf_counter(), timezone.localdate()
        with bulk_database(
            seeded=min(TOLD_IN_BULK, households), total=households, seed=seed, today=today
        ) as (name, files):
            seconds = round(perf_counter() - start)
            self.stderr.write(f"{files} dossiers en {seconds} s dans la base {name}.")
            self.stderr.write(f"manage.py bench dashboards --database {name}")
