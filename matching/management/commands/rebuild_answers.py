from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from emile.core.templatetags.emile import count
from matching.services.answers import rebuild_answers


class Command(BaseCommand):
    help = "Mesure de nouveau qui répond quand on demande si une offre tient toujours."

    def handle(self, **options: Any) -> None:
        measured = rebuild_answers(today=timezone.localdate())
        self.stdout.write(f"{count(measured, 'organisation mesurée,organisations mesurées')}.")
