from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from emile.core.context import database_context, system
from territories.services import load_reference


class Command(BaseCommand):
    help = "Charge les données de référence et le programme, s’ils ont changé."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--only-programme",
            action="store_true",
            help="Applique le fichier du programme sans relire la géographie.",
        )

    def handle(self, **options: Any) -> None:
        with database_context(system("load_reference")):
            loaded = load_reference(now=timezone.now(), only_programme=options["only_programme"])
        for edition in loaded:
            self.stderr.write(
                f"{edition.name}\u00a0: {edition.vintage}, {edition.row_count} lignes"
            )
        if not loaded:
            self.stderr.write("Les données de référence sont à jour.")
