"""Write again what each file shows of its journal: stage, standing, owner, due date, territory."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from candidates.models import Parcours
from candidates.workflow.engine import projection
from emile.core.context import database_context, system


class Command(BaseCommand):
    help = "Recalcule l’étape, le statut, le responsable et l’échéance des dossiers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="Dire les écarts sans rien écrire."
        )

    def handle(self, *, check: bool, **options: Any) -> None:
        with database_context(system("recalcul des dossiers depuis leur journal")):
            different = sum(self._rebuild(pk, check=check) for pk in self._files())
        if check and different:
            raise CommandError(f"{different} dossier(s) diffèrent de leur journal.")
        self.stdout.write(f"{different} dossier(s) différaient de leur journal.")

    @transaction.atomic
    def _files(self) -> list[int]:
        return list(Parcours.objects.order_by("pk").values_list("pk", flat=True))

    @transaction.atomic
    def _rebuild(self, pk: int, *, check: bool) -> bool:
        parcours = Parcours.objects.select_for_update(of=("self",)).get(pk=pk)
        expected = projection(parcours.events.latest("sequence"))
        wrong = {
            name: value for name, value in expected.items() if getattr(parcours, name) != value
        }
        for name, value in wrong.items():
            self.stdout.write(f"{pk} {name} : {getattr(parcours, name)} au lieu de {value}")
            setattr(parcours, name, value)
        if wrong and not check:
            parcours.save(update_fields=list(wrong))
        return bool(wrong)
