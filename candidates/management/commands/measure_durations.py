from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from candidates.services import measure_durations
from emile.core.templatetags.emile import count


class Command(BaseCommand):
    help = "Mesure de nouveau combien de temps les dossiers passent à chaque étape."

    def handle(self, **options: Any) -> None:
        measured = measure_durations(on=timezone.localdate())
        self.stdout.write(f"{count(measured, 'durée mesurée,durées mesurées')}.")
