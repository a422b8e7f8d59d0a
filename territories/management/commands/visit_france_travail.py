"""Bring the job offers of France Travail now; beat does it every night."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from territories.connectors.france_travail import from_settings
from territories.forms.rows import make_reader
from territories.services.visits import visit


class Command(BaseCommand):
    help = "Importe les offres d’emploi de France Travail dans les territoires du programme."

    def handle(self, **options: Any) -> None:
        source = from_settings()
        if source is None:
            self.stdout.write("Connecteur désactivé\u00a0: identifiants absents.")
            return
        visited = visit(source=source, make_reader=make_reader, clock=timezone.now)
        if visited is None:
            self.stdout.write("Une visite est déjà en cours.")
            return
        counts = [f"{how_many} {state}" for state, how_many in visited.counts.items()]
        self.stdout.write(", ".join([*counts, f"{visited.gone_count} gone"]))
        if visited.message:
            self.stderr.write(visited.message)
